using Guidan.Kernel;

namespace Guidan.Payments;

/// <summary>Table of contents of the module.</summary>
public sealed class PaymentsModule : Module
{
    public override string Name => "Payments";
}
