using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>Table of contents of the module.</summary>
public sealed class ConnectorsModule : Module
{
    public override string Name => "Connectors";
}
