using Guidan.Kernel;

namespace Guidan.Ledger;

/// <summary>Table of contents of the module.</summary>
public sealed class LedgerModule : Module
{
    public override string Name => "Ledger";
}
