using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Creates or changes a product. A listed product must stay complete.</summary>
[Operation("products.save", "保存商品", "Save a product", Permission = "products.write")]
public sealed class SaveProduct(ShopDb db, Shelf shelf, PictureStore pictures, CatalogSettings settings, Caller caller)
{
    private static readonly Statement KnownCategory = new("select 1 from catalog_category where id = $1");

    /// <param name="id">The product to change, or null for a new one.</param>
    public Task<Result<ProductForm>> Run(Guid? id, ProductBody body) => db.InTransaction<ProductForm>(this, async () =>
    {
        Product? before = null;
        if (id is { } known)
        {
            before = (await shelf.FindById([known])).FirstOrDefault();
            if (before is null) return ProductRefusals.NotFound;
            if (body.Version is null)
                return Refusal.Invalid("version", new("修改时要带上读到的版本号", "A change needs the version that was read"));
            if (body.Version != before.Version) return ProductRefusals.Changed;
        }
        var read = new ProductCheck(settings.Currency).Read(body, before?.Id ?? Guid.CreateVersion7(), before);
        if (!read.IsOk) return read.Refusal!;
        var product = await Unique(read.Value, body.Slug is null);
        if (!product.IsOk) return product.Refusal!;
        if (await Stranger(product.Value) is { } refusal) return refusal;
        if (product.Value.Status == ProductStatus.Listed && product.Value.Missing() is { Count: > 0 } missing)
            return ProductRefusals.Incomplete(missing);
        return ProductForm.Of(shelf.Put(before, product.Value), caller.Tongue);
    });

    // A slug that we made ourselves gives way; one that a person chose is refused.
    private async Task<Result<Product>> Unique(Product product, bool made)
    {
        var taken = (await shelf.FindBySlug([product.Slug])).Any(p => p.Id != product.Id);
        if (taken && !made) return ProductRefusals.SlugTaken(product.Slug);
        if (taken) product = product with { Slug = $"{product.Slug}-{product.Id.ToString("N")[^8..]}" };
        var owners = await shelf.FindOwners(product.Variants.Select(v => v.Sku));
        for (var i = 0; i < product.Variants.Count; i++)
        {
            var sku = product.Variants[i].Sku;
            if (owners.TryGetValue(sku, out var owner) && owner != product.Id)
                return ProductRefusals.SkuTaken(sku, $"variants[{i}].sku");
        }
        return product;
    }

    private async Task<Refusal?> Stranger(Product product)
    {
        foreach (var category in product.Categories)
        {
            if ((await db.Query(KnownCategory, r => r.Int(0), category)).Count == 0)
                return Refusal.Invalid("categories", new("有一个分类已不存在", "One of the categories does not exist"));
        }
        var lost = await pictures.Lost(product.Images.Select(i => i.Url).Concat(product.Variants.Select(v => v.Image ?? "")));
        return lost.Count == 0 ? null
            : Refusal.Invalid("images", new($"{lost[0]} 不在本店，请重新上传", $"{lost[0]} is not in this shop; upload it again"));
    }
}
