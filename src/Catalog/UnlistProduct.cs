using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Takes a product out of customers' sight; orders that were placed keep what they copied.</summary>
[Operation("products.unlist", "下架商品", "Unlist a product", Permission = "products.write")]
public sealed class UnlistProduct(ShopDb db, Shelf shelf, Caller caller)
{
    public Task<Result<ProductForm>> Run(Guid id) => db.InTransaction<ProductForm>(this, async () =>
    {
        var product = (await shelf.FindById([id])).FirstOrDefault();
        if (product is null) return ProductRefusals.NotFound;
        if (product.Status == ProductStatus.Draft) return ProductForm.Of(product, caller.Tongue);
        return ProductForm.Of(shelf.Put(product, product with { Status = ProductStatus.Draft }), caller.Tongue);
    });
}
