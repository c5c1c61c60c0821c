using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Writes categories, in the transaction of the use case that called.</summary>
public sealed class CategoryShelf(ShopDb db)
{
    private static readonly Statement All = new("select id, slug, name_zh, name_en, parent_id, position from catalog_category");
    private static readonly Statement Insert = new(
        "insert into catalog_category (id, slug, name_zh, name_en, parent_id, position) values ($1, $2, $3, $4, $5, $6)");
    private static readonly Statement Update = new(
        "update catalog_category set slug = $2, name_zh = $3, name_en = $4, parent_id = $5, position = $6 where id = $1");
    private static readonly Statement Delete = new("delete from catalog_category where id = $1");

    // Writing nothing new is the lock that both engines know: whoever hangs a product on it waits.
    private static readonly Statement Hold = new("update catalog_category set position = position where id = $1");
    private static readonly Statement Used = new(
        "select 1 from catalog_product_category where category_id = $1 union all select 1 from catalog_category where parent_id = $1 limit 1");

    public async Task<List<Category>> Read() => await db.Query(All,
        r => new Category(r.Id(0), r.Text(1), new(r.Text(2), r.Text(3)), r.IdOrNull(4), r.Int(5)));

    public void Put(Category? before, Category after)
    {
        db.Later(before is null ? Insert : Update,
            [after.Id, after.Slug, after.Name.Zh, after.Name.En, after.Parent, after.Position], 1, () => ProductRefusals.CategoryNotFound);
        db.Record($"category:{after.Id}", before is null ? null : Json.Write(before), Json.Write(after));
    }

    /// <summary>False when products or other categories hang on it; nothing is done then.</summary>
    internal async Task<bool> TryDelete(Category category)
    {
        await db.Execute(Hold, category.Id);
        if ((await db.Query(Used, r => r.Int(0), category.Id)).Count > 0) return false;
        db.Later(Delete, [category.Id]);
        db.Record($"category:{category.Id}", Json.Write(category), null);
        return true;
    }
}
