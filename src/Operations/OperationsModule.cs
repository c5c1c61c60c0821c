using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>Table of contents of the module.</summary>
public sealed class OperationsModule : Module
{
    public override string Name => "Operations";
}
