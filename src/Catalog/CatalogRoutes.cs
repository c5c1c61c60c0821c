using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Catalog;

/// <summary>A category as lists show it; the tree is told by <c>parent</c>.</summary>
/// <param name="Count">Products directly in it, listed or not.</param>
public sealed record CategoryRow(Guid Id, string Slug, Text Name, Guid? Parent, int Position, int Count);

internal static class CatalogRoutes
{
    private const string Read = "products.read";
    private const long FormOverhead = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapProducts(routes);
        routes.MapGet("/categories", async (ProductQueries products) => Routes.Ok((await products.CountedCategories())
            .Select(c => new CategoryRow(c.Category.Id, c.Category.Slug, c.Category.Name, c.Category.Parent, c.Category.Position, c.Count))
            .ToList())).Reads(Read, "products.categories", "查看分类", "See categories");
        routes.MapPost("/categories", async (CategoryBody body, SaveCategory save) =>
            (await save.Run(null, body)).Http()).Runs<SaveCategory>().Creates();
        routes.MapPut("/categories/{id}", async (string id, CategoryBody body, SaveCategory save) =>
            (await On<Category>(id, ProductRefusals.CategoryNotFound, known => save.Run(known, body))).Http()).Runs<SaveCategory>();
        routes.MapDelete("/categories/{id}", async (string id, DeleteCategory delete) =>
            (await On<Done>(id, ProductRefusals.CategoryNotFound, delete.Run)).Http()).Runs<DeleteCategory>();
    }

    private static void MapProducts(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/products/{id}", async (string id, ProductQueries products, Caller caller) =>
            (await On<ProductForm>(id, ProductRefusals.NotFound, async known => await products.ById(known) is { } product
                ? ProductForm.Of(product, caller.Tongue) : ProductRefusals.NotFound)).Http())
            .Reads(Read, "products.read_one", "查看商品资料", "See a product");
        routes.MapPost("/products", async (ProductBody body, SaveProduct save) =>
            (await save.Run(null, body)).Http()).Runs<SaveProduct>().Creates();
        routes.MapPut("/products/{id}", async (string id, ProductBody body, SaveProduct save) =>
            (await On<ProductForm>(id, ProductRefusals.NotFound, known => save.Run(known, body))).Http()).Runs<SaveProduct>();
        routes.MapPost("/products/{id}/list", async (string id, ListProduct list) =>
            (await On<ProductForm>(id, ProductRefusals.NotFound, list.Run)).Http()).Runs<ListProduct>();
        routes.MapPost("/products/{id}/unlist", async (string id, UnlistProduct unlist) =>
            (await On<ProductForm>(id, ProductRefusals.NotFound, unlist.Run)).Http()).Runs<UnlistProduct>();
        var limit = (routes.ServiceProvider.GetService(typeof(Limits)) as Limits ?? new Limits()).PictureBytes;
        // A picture somewhat too large is read to its end: an answer that says so beats a cut connection.
        routes.MapPost("/products/images", async (HttpRequest request, UploadPicture upload) =>
        {
            var bytes = await UploadedFile.Read(request, limit);
            return (bytes.IsOk ? await upload.Run(bytes.Value) : bytes.Refusal!).Http();
        }).Runs<UploadPicture>().Creates().TakesFormUpTo(2 * limit + FormOverhead);
    }

    private static Task<Result<T>> On<T>(string id, Refusal otherwise, Func<Guid, Task<Result<T>>> work) =>
        Guid.TryParse(id, out var known) ? work(known) : Task.FromResult<Result<T>>(otherwise);
}
