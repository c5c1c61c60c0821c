using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>What an order needs to know about a SKU, copied into the order as it is at that moment.</summary>
/// <param name="Name">The product's name; both languages are filled.</param>
/// <param name="Options">The chosen values, such as 红色 / L; empty when there is nothing to choose.</param>
/// <param name="WeightGrams">Weight of one unit.</param>
/// <param name="IsListed">Only a listed one may be sold.</param>
public sealed record SellableVariant(
    string Sku, Guid ProductId, string Slug, Text Name, Text Options, string? Image, Money Price, int WeightGrams, bool IsListed);

/// <summary>Finds SKUs for orders: one prepared query, without the change tracker, and none for those seen a moment ago.</summary>
public sealed class SellableVariants(ShopDb db, Recent<SellableVariant> recent)
{
    private static readonly ManyKeys<string> BySku = new(
        """
        select v.sku, v.product_id, p.slug, p.name_zh, p.name_en, v.options_zh, v.options_en, coalesce(v.image, p.cover),
            v.price, v.currency, v.weight_grams, p.status
        from catalog_variant v join catalog_product p on p.id = v.product_id where v.sku {keys}
        """);

    /// <summary>The SKUs that exist, by SKU, listed or not; what is not there is unknown to the shop.</summary>
    public async Task<IReadOnlyDictionary<string, SellableVariant>> Find(IReadOnlyCollection<string> skus)
    {
        var found = new Dictionary<string, SellableVariant>(skus.Count);
        // A transaction reads for itself: it may have changed them.
        if (!db.InsideTransaction)
        {
            foreach (var sku in skus)
                if (recent.Find(sku) is { } known) found[sku] = known;
        }
        if (found.Count == skus.Count) return found;
        var since = recent.Changes;
        // A NUL is no text to PostgreSQL, and no SKU holds one.
        foreach (var variant in await BySku.Query(db, Read, skus.Where(s => !found.ContainsKey(s) && !s.Contains('\0', StringComparison.Ordinal))))
        {
            found[variant.Sku] = variant;
            if (!db.InsideTransaction) recent.Keep(variant.Sku, variant, since);
        }
        return found;
    }

    private static SellableVariant Read(Row r) => new(r.Text(0), r.Id(1), r.Text(2),
        new Text(r.Text(3), r.Text(4)).InBoth(), new Text(r.Text(5), r.Text(6)), r.TextOrNull(7),
        new Money(r.Long(8), r.Text(9)), r.Int(10), r.Int(11) == (int)ProductStatus.Listed);
}
