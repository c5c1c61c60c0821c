using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Table of contents of the module.</summary>
public sealed class StaffModule : Module
{
    public override string Name => "Staff";
}
