namespace Guidan.Web.Storefront;

/// <summary>Home, categories, search, products, help.</summary>
internal static class BrowsingRoutes
{
    private const int QueryLengthMost = 80;

    public static void MapBrowsing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (ShopPages pages) => Pages.View<HomePage>(await pages.Home()));
        routes.MapGet("/c/{slug}", async (string slug, string? tag, string? after, ShopPages pages) =>
            await pages.Category(slug, tag, after) is { } view ? Pages.View<CategoryPage>(view) : Pages.NotFound());
        routes.MapGet("/search", async (string? q, string? tag, string? after, ShopPages pages) =>
        {
            var query = (q ?? "").Trim();
            return Pages.View<SearchPage>(await pages.Search(query.Length > QueryLengthMost ? query[..QueryLengthMost] : query, tag, after));
        });
        routes.MapGet("/p/{slug}", async (string slug, string? sku, ShopPages pages) =>
            await pages.Product(slug) is { } view
                ? Pages.Show<ProductPage>(new() { ["View"] = view, ["Sku"] = sku }) : Pages.NotFound());
        routes.MapGet("/help", async (ShopPages pages) => Pages.View<HelpPage>(await pages.Help()));
    }
}
