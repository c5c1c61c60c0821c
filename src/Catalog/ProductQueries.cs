using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Catalog;

/// <summary>Which products are asked for; what is null does not matter.</summary>
public sealed record ProductAsk
{
    public ProductStatus? Status { get; init; }

    /// <summary>Words that must all be there.</summary>
    public string? Query { get; init; }

    /// <summary>Slug or id of a category; the ones below it count too.</summary>
    public string? Category { get; init; }

    public string? Tag { get; init; }

    /// <summary>Only products with one of these SKUs, such as those that run low.</summary>
    public IReadOnlyCollection<string>? Skus { get; init; }
}

/// <summary>A product in a list.</summary>
/// <param name="Name">As typed: one language may be empty; <see cref="Bilingual.InBoth"/> fills it.</param>
/// <param name="Price">The lowest price of its variants.</param>
/// <param name="Variants">SKU and price of every variant; the first is the default one.</param>
public sealed record ProductSummary(
    Guid Id, string Slug, Text Name, ProductStatus Status, string? Image, Money Price, Money PriceMax,
    IReadOnlyList<VariantPrice> Variants, IReadOnlyList<Category> Categories, IReadOnlyList<string> Tags,
    DateTimeOffset UpdatedAt, IReadOnlyList<Missing> Missing);

/// <summary>A variant in a list of products.</summary>
public sealed record VariantPrice(string Sku, Text Options, Money Price);

/// <summary>A category with the number of products directly in it.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Listed">Those that customers see.</param>
public sealed record CountedCategory(Category Category, int Count, int Listed);

/// <summary>A page of the shop for its sitemap.</summary>
public sealed record ListedSlug(string Slug, DateTimeOffset UpdatedAt);

/// <summary>Reads products and categories. Availability is not known here; the one who composes asks the stock.</summary>
public sealed class ProductQueries(ShopDb db)
{
    private static readonly ManyKeys<Guid> VariantsOf = new(
        """
        select product_id, sku, options_zh, options_en, price, currency from catalog_variant
        where product_id {keys} order by product_id, position
        """);
    private static readonly Statement Tree = new(
        "select id, slug, name_zh, name_en, parent_id, position from catalog_category order by position, slug");
    private static readonly Statement Slugs = new(
        "select slug, updated_at from catalog_product where status = 1 and slug > $1 order by slug limit $2");

    /// <summary>Products, newest first.</summary>
    public async Task<Result<Page<ProductSummary>>> List(ProductAsk ask, PageAsk page)
    {
        var rows = db.Read<StoredProduct>();
        if (page.After is { } after)
        {
            if (!Guid.TryParse(after, out var last))
                return Refusal.Malformed("after", new("after 应取自上一页的 next", "after is taken from the next of the page before"));
            rows = rows.Where(p => p.Id.CompareTo(last) < 0);
        }
        if (ask.Status is { } status) rows = rows.Where(p => p.Status == status);
        rows = Searched(rows, ask);
        var tree = await Categories();
        if (!string.IsNullOrWhiteSpace(ask.Category))
        {
            var within = Within(tree, ask.Category);
            if (within.Count == 0) return new Page<ProductSummary>([], null);
            rows = rows.Where(p => db.Read<ProductCategory>().Any(c => c.ProductId == p.Id && within.Contains(c.CategoryId)));
        }
        // Descriptions and pictures are long, and no list shows them.
        var found = await rows.OrderByDescending(p => p.Id).Take(page.Limit + 1).Select(p => new Listed(p.Id, p.Slug, new(p.NameZh, p.NameEn),
            p.Status, p.Cover, p.PriceMin, p.PriceMax, p.Currency, p.Tags, p.UpdatedAt, p.Missing)).ToListAsync();
        return await Summaries(Page<Listed>.From(found, page.Limit, p => p.Id.ToString("N")), tree);
    }

    private IQueryable<StoredProduct> Searched(IQueryable<StoredProduct> rows, ProductAsk ask)
    {
        rows = SearchToken.Among(rows, db, ask.Query ?? "");
        if (!string.IsNullOrWhiteSpace(ask.Tag) && !ask.Tag.Contains('\0', StringComparison.Ordinal))
        {
            var tag = SearchToken.OfTag(ask.Tag);
            rows = rows.Where(p => db.Read<SearchToken>().Any(t => t.Token == tag && t.ProductId == p.Id));
        }
        if (ask.Skus is { } skus)
            rows = rows.Where(p => db.Read<StoredVariant>().Any(v => v.ProductId == p.Id && skus.Contains(v.Sku)));
        return rows;
    }

    private sealed record Listed(Guid Id, string Slug, Text Name, ProductStatus Status, string? Cover, long PriceMin, long PriceMax,
        string Currency, string Tags, DateTimeOffset UpdatedAt, string Missing);

    private async Task<Page<ProductSummary>> Summaries(Page<Listed> page, IReadOnlyList<Category> tree)
    {
        var ids = page.Items.Select(p => p.Id).ToList();
        var variants = (await VariantsOf.Query(db, r => (Product: r.Id(0), Variant: new VariantPrice(r.Text(1),
            new Text(r.Text(2), r.Text(3)), new Money(r.Long(4), r.Text(5)))), ids)).ToLookup(v => v.Product, v => v.Variant);
        var links = (await Shelf.CategoriesOf.Query(db, r => (Product: r.Id(0), Category: r.Id(1)), ids))
            .ToLookup(c => c.Product, c => c.Category);
        var categories = tree.ToDictionary(c => c.Id);
        return page.Select(p => new ProductSummary(p.Id, p.Slug, p.Name, p.Status, p.Cover,
            new(p.PriceMin, p.Currency), new(p.PriceMax, p.Currency), variants[p.Id].ToList(),
            links[p.Id].Where(categories.ContainsKey).Select(id => categories[id]).ToList(),
            Json.Read<List<string>>(p.Tags), p.UpdatedAt, Missing.OfCodes(p.Missing)));
    }

    /// <summary>A product by its name in addresses, or null.</summary>
    /// <param name="listedOnly">What customers do not see does not exist for them.</param>
    public async Task<Product?> BySlug(string slug, bool listedOnly = true)
    {
        if (slug.Contains('\0', StringComparison.Ordinal)) return null;
        var product = (await Shelf.Read(db, Shelf.BySlug, [slug])).FirstOrDefault();
        return product is { Status: ProductStatus.Draft } && listedOnly ? null : product;
    }

    /// <summary>A product by its id, listed or not, or null.</summary>
    public async Task<Product?> ById(Guid id) => (await Shelf.Read(db, Shelf.ById, [id])).FirstOrDefault();

    /// <summary>Every category in the order of the tree's positions.</summary>
    public async Task<IReadOnlyList<Category>> Categories() =>
        await db.Query(Tree, r => new Category(r.Id(0), r.Text(1), new(r.Text(2), r.Text(3)), r.IdOrNull(4), r.Int(5)));

    /// <summary>Every category with its products counted.</summary>
    public async Task<IReadOnlyList<CountedCategory>> CountedCategories()
    {
        var counts = (await db.Read<ProductCategory>()
            .Join(db.Read<StoredProduct>(), c => c.ProductId, p => p.Id, (c, p) => new { c.CategoryId, p.Status })
            .GroupBy(c => new { c.CategoryId, c.Status })
            .Select(g => new { g.Key.CategoryId, g.Key.Status, Count = g.Count() }).ToListAsync())
            .ToLookup(c => c.CategoryId);
        return (await Categories()).Select(c => new CountedCategory(c, counts[c.Id].Sum(n => n.Count),
            counts[c.Id].Where(n => n.Status == ProductStatus.Listed).Sum(n => n.Count))).ToList();
    }

    /// <summary>The listed products for a sitemap, by slug, after one slug (empty for the first).</summary>
    public async Task<IReadOnlyList<ListedSlug>> ListedSlugs(string after, int limit) =>
        await db.Query(Slugs, r => new ListedSlug(r.Text(0), r.Time(1)), after, limit);

    private static List<Guid> Within(IReadOnlyList<Category> tree, string slugOrId)
    {
        var asked = slugOrId.Trim();
        var within = tree.Where(c => c.Slug == asked || Guid.TryParse(asked, out var id) && c.Id == id).Select(c => c.Id).ToList();
        // The list grows while it is walked: each one brings those below it.
        for (var i = 0; i < within.Count; i++)
            within.AddRange(tree.Where(c => c.Parent == within[i] && !within.Contains(c.Id)).Select(c => c.Id));
        return within;
    }
}
