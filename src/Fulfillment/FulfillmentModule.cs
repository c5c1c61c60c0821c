using Guidan.Kernel;

namespace Guidan.Fulfillment;

/// <summary>Table of contents of the module.</summary>
public sealed class FulfillmentModule : Module
{
    public override string Name => "Fulfillment";
}
