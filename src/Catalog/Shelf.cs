using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>
/// The one way in which products are read whole and written, for the form as for a file of a hundred thousand rows:
/// prepared statements, in the transaction of the use case that called.
/// </summary>
public sealed class Shelf(ShopDb db, TimeProvider clock, CatalogSettings settings, Recent<SellableVariant> recent)
{
    private const string Columns =
        """
        select id, slug, status, version, name_zh, name_en, description_zh, description_en, seo, options, tags, images,
            import_hash, created_at, updated_at from catalog_product
        """;
    internal static readonly ManyKeys<Guid> ById = new(Columns + " where id {keys}");
    internal static readonly ManyKeys<string> BySlug = new(Columns + " where slug {keys}");
    private static readonly ManyKeys<Guid> VariantsOf = new(
        """
        select product_id, sku, barcode, choices, price, currency, compare_at, weight_grams, image from catalog_variant
        where product_id {keys} order by product_id, position
        """);
    internal static readonly ManyKeys<Guid> CategoriesOf = new(
        "select product_id, category_id from catalog_product_category where product_id {keys} order by product_id, position");
    private static readonly ManyKeys<string> OwnersOf = new("select sku, product_id from catalog_variant where sku {keys}");

    /// <summary>Whole products by their names in addresses; those that are not there are left out.</summary>
    public Task<List<Product>> FindBySlug(IEnumerable<string> slugs) => Read(db, BySlug, slugs);

    /// <summary>Whole products by id.</summary>
    public Task<List<Product>> FindById(IEnumerable<Guid> ids) => Read(db, ById, ids);

    /// <summary>Which product has a SKU; a SKU that nobody has is left out.</summary>
    public async Task<Dictionary<string, Guid>> FindOwners(IEnumerable<string> skus) =>
        (await OwnersOf.Query(db, r => (Sku: r.Text(0), Product: r.Id(1)), skus)).ToDictionary(o => o.Sku, o => o.Product);

    /// <summary>
    /// Writes a product, new or changed, with the audit row that says what changed. The version moves on by one.
    /// </summary>
    /// <param name="before">What was read, or null for a new one; its version must still be the stored one.</param>
    public Product Put(Product? before, Product product)
    {
        var now = clock.GetUtcNow();
        var after = product with
        {
            Version = (before?.Version ?? 0) + 1,
            CreatedAt = before?.CreatedAt ?? now,
            UpdatedAt = now,
        };
        if (before is null) ShelfWriting.Insert(db, after, settings.Currency, WordsOf(after));
        else ShelfWriting.Update(db, before, after, settings.Currency, WordsOf(after));
        var (was, became) = ProductChanges.Between(before, after);
        db.Record($"product:{after.Id}", was, became);
        db.AfterCommit(recent.Forget);
        return after;
    }

    // Descriptions are not searched: their words would find everything, and they are nine tenths of the tokens.
    private static IEnumerable<string> WordsOf(Product product) => SearchTokens
        .Of([product.Name.Zh, product.Name.En, product.Slug, .. product.Tags, .. product.Seo.Keywords,
            .. product.Variants.SelectMany(v => (string?[])[v.Sku, v.Barcode]),
            .. product.Options.SelectMany(o => o.Values).SelectMany(v => (string[])[v.Zh, v.En])])
        .Concat(product.Tags.Select(SearchToken.OfTag)).Distinct();

    internal static async Task<List<Product>> Read<TKey>(ShopDb db, ManyKeys<TKey> by, IEnumerable<TKey> keys) where TKey : notnull
    {
        var products = await by.Query(db, ReadProduct, keys);
        var ids = products.Select(p => p.Id).ToList();
        var variants = (await VariantsOf.Query(db, r => (Product: r.Id(0), Variant: ReadVariant(r)), ids))
            .ToLookup(v => v.Product, v => v.Variant);
        var categories = (await CategoriesOf.Query(db, r => (Product: r.Id(0), Category: r.Id(1)), ids))
            .ToLookup(c => c.Product, c => c.Category);
        return products.ConvertAll(p => p with { Variants = variants[p.Id].ToList(), Categories = categories[p.Id].ToList() });
    }

    private static Product ReadProduct(Row r) => new(r.Id(0), r.Text(1), (ProductStatus)r.Int(2), r.Long(3),
        new(r.Text(4), r.Text(5)), new(r.Text(6), r.Text(7)), Json.Read<Seo>(r.Text(8)), [],
        Json.Read<List<string>>(r.Text(10)), Json.Read<List<ProductOption>>(r.Text(9)), [],
        Json.Read<List<ProductImage>>(r.Text(11)))
    {
        ImportHash = r.TextOrNull(12),
        CreatedAt = r.Time(13),
        UpdatedAt = r.Time(14),
    };

    private static Variant ReadVariant(Row r) => new(r.Text(1), r.TextOrNull(2), Json.Read<List<int>>(r.Text(3)),
        new(r.Long(4), r.Text(5)), r.LongOrNull(6) is { } compareAt ? new Money(compareAt, r.Text(5)) : null, r.Int(7), r.TextOrNull(8));
}
