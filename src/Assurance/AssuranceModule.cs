using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Table of contents of the module.</summary>
public sealed class AssuranceModule : Module
{
    public override string Name => "Assurance";
}
