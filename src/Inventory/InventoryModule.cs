using Guidan.Kernel;

namespace Guidan.Inventory;

/// <summary>Table of contents of the module.</summary>
public sealed class InventoryModule : Module
{
    public override string Name => "Inventory";
}
