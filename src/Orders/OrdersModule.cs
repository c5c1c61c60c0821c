using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Table of contents of the module.</summary>
public sealed class OrdersModule : Module
{
    public override string Name => "Orders";
}
