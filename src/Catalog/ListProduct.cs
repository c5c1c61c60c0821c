using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Shows a product to customers; one that lacks something required is refused with what it lacks.</summary>
[Operation("products.list", "上架商品", "List a product", Permission = "products.write")]
public sealed class ListProduct(ShopDb db, Shelf shelf, Caller caller)
{
    public Task<Result<ProductForm>> Run(Guid id) => db.InTransaction<ProductForm>(this, async () =>
    {
        var product = (await shelf.FindById([id])).FirstOrDefault();
        if (product is null) return ProductRefusals.NotFound;
        if (product.Status == ProductStatus.Listed) return ProductForm.Of(product, caller.Tongue);
        if (product.Missing() is { Count: > 0 } missing) return ProductRefusals.Incomplete(missing);
        return ProductForm.Of(shelf.Put(product, product with { Status = ProductStatus.Listed }), caller.Tongue);
    });
}
