using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Table of contents of the module.</summary>
public sealed class CatalogModule : Module
{
    public override string Name => "Catalog";
}
