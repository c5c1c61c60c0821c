using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Catalog;

/// <summary>What the shop sells: products, their variants, pictures and categories.</summary>
public sealed class CatalogModule : Module
{
    public override string Name => "Catalog";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new("products.read", new("查看商品", "See products")),
        new("products.write", new("编辑商品", "Edit products")),
    ];

    public override void Tables(ModelBuilder model) => CatalogTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(CatalogSettings.Of(configuration));
        services.AddScoped<SellableVariants>();
        services.AddScoped<ProductQueries>();
        services.AddScoped<Shelf>();
    }
}
