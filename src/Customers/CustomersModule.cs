using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>Table of contents of the module.</summary>
public sealed class CustomersModule : Module
{
    public override string Name => "Customers";
}
