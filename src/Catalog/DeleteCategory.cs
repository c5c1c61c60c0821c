using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Deletes a category on which nothing hangs any more.</summary>
[Operation("products.delete_category", "删除分类", "Delete a category", Permission = "products.write")]
public sealed class DeleteCategory(ShopDb db, CategoryShelf shelf)
{
    private static readonly Refusal InUse = Refusal.Conflict("category.in_use",
        new("分类还在用，不能删除", "This category is in use"),
        new("它下面还有商品或子分类", "Products or other categories hang on it"),
        new("先把它们移到别的分类，再删除", "Move them to another category first, then delete it"));

    public Task<Result<Done>> Run(Guid id) => db.InTransaction<Done>(this, async () =>
    {
        if ((await shelf.Read()).Find(c => c.Id == id) is not { } category) return ProductRefusals.CategoryNotFound;
        return await shelf.TryDelete(category) ? new Done() : InUse;
    });
}
