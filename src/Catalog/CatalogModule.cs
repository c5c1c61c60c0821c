using Guidan.Kernel;
using Microsoft.AspNetCore.Routing;
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
        services.AddSingleton<Recent<SellableVariant>>().AddScoped<SellableVariants>().AddScoped<AlikeVariants>();
        services.AddScoped<ProductQueries>();
        services.AddScoped<Shelf>();
        services.AddScoped<CategoryShelf>();
        services.AddScoped<PictureStore>();
        services.AddScoped<SaveProduct>();
        services.AddScoped<ListProduct>();
        services.AddScoped<UnlistProduct>();
        services.AddScoped<SaveCategory>();
        services.AddScoped<DeleteCategory>();
        services.AddScoped<UploadPicture>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes) => CatalogRoutes.Map(routes);
}
