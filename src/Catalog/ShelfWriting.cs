using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>The rows of one product, as one batch of prepared statements.</summary>
internal static class ShelfWriting
{
    private static readonly Statement InsertProduct = new(
        """
        insert into catalog_product (id, slug, status, version, name_zh, name_en, description_zh, description_en, seo, options,
            tags, images, cover, price_min, price_max, currency, variant_count, missing, import_hash, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
        """);
    private static readonly Statement UpdateProduct = new(
        """
        update catalog_product set slug = $2, status = $3, version = $4, name_zh = $5, name_en = $6, description_zh = $7,
            description_en = $8, seo = $9, options = $10, tags = $11, images = $12, cover = $13, price_min = $14, price_max = $15,
            currency = $16, variant_count = $17, missing = $18, import_hash = $19, updated_at = $20
        where id = $1 and version = $21
        """);
    private static readonly Statement InsertVariant = new(
        """
        insert into catalog_variant (sku, product_id, position, barcode, choices, options_zh, options_en, price, currency,
            compare_at, weight_grams, image)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """);
    private static readonly Statement UpdateVariant = new(
        """
        update catalog_variant set position = $3, barcode = $4, choices = $5, options_zh = $6, options_en = $7, price = $8,
            currency = $9, compare_at = $10, weight_grams = $11, image = $12
        where sku = $1 and product_id = $2
        """);
    private static readonly Statement DeleteVariant = new("delete from catalog_variant where sku = $1 and product_id = $2");
    private static readonly Statement DeleteTokens = new("delete from catalog_token where product_id = $1");
    private static readonly Statement InsertTokens = new(
        "insert or ignore into catalog_token (token, product_id) select value, $2 from json_each($1)",
        """
        insert into catalog_token (token, product_id) select value, $2 from json_array_elements_text($1::json) value
        on conflict do nothing
        """);
    private static readonly Statement DeleteLinks = new("delete from catalog_product_category where product_id = $1");

    // The category is held while a product is hung on it, so that nobody deletes it meanwhile.
    private static readonly Statement InsertLink = new(
        """
        insert into catalog_product_category (category_id, product_id, position)
        select id, $2, $3 from catalog_category where id = $1
        """,
        """
        insert into catalog_product_category (category_id, product_id, position)
        select id, $2, $3 from catalog_category where id = $1 for share
        """);

    public static void Insert(ShopDb db, Product product, string currency, IEnumerable<string> tokens)
    {
        var (low, high) = Prices(product);
        db.Later(InsertProduct, [product.Id, product.Slug, (int)product.Status, product.Version, product.Name.Zh, product.Name.En,
            product.Description.Zh, product.Description.En, Json.Write(product.Seo), Json.Write(product.Options),
            Json.Write(product.Tags), Json.Write(product.Images), product.Cover, low, high, currency, product.Variants.Count,
            Missing.Codes(product.Missing()), product.ImportHash, product.CreatedAt, product.UpdatedAt]);
        for (var i = 0; i < product.Variants.Count; i++) db.Later(InsertVariant, Values(product, i));
        Tie(db, product, tokens);
    }

    public static void Update(ShopDb db, Product before, Product after, string currency, IEnumerable<string> tokens)
    {
        var (low, high) = Prices(after);
        db.Later(UpdateProduct, [after.Id, after.Slug, (int)after.Status, after.Version, after.Name.Zh, after.Name.En,
            after.Description.Zh, after.Description.En, Json.Write(after.Seo), Json.Write(after.Options), Json.Write(after.Tags),
            Json.Write(after.Images), after.Cover, low, high, currency, after.Variants.Count, Missing.Codes(after.Missing()),
            after.ImportHash, after.UpdatedAt, before.Version], 1, () => ProductRefusals.Changed);
        var old = before.Variants.Select(v => v.Sku).ToHashSet();
        foreach (var sku in old.Except(after.Variants.Select(v => v.Sku))) db.Later(DeleteVariant, [sku, after.Id]);
        for (var i = 0; i < after.Variants.Count; i++)
            db.Later(old.Contains(after.Variants[i].Sku) ? UpdateVariant : InsertVariant, Values(after, i));
        db.Later(DeleteTokens, [after.Id], rows: null);
        db.Later(DeleteLinks, [after.Id], rows: null);
        Tie(db, after, tokens);
    }

    private static void Tie(ShopDb db, Product product, IEnumerable<string> tokens)
    {
        db.Later(InsertTokens, [Json.Write(tokens), product.Id], rows: null);
        for (var i = 0; i < product.Categories.Count; i++)
            db.Later(InsertLink, [product.Categories[i], product.Id, i], 1, () => ProductRefusals.CategoryGone);
    }

    private static (long Low, long High) Prices(Product product) => product.Variants.Count == 0
        ? (0, 0) : (product.Variants.Min(v => v.Price.Amount), product.Variants.Max(v => v.Price.Amount));

    private static object?[] Values(Product product, int position)
    {
        var variant = product.Variants[position];
        var choice = product.ChoiceOf(variant);
        return [variant.Sku, product.Id, position, variant.Barcode, Json.Write(variant.Options), choice.Zh, choice.En,
            variant.Price.Amount, variant.Price.Currency, variant.CompareAt?.Amount, variant.WeightGrams, variant.Image];
    }
}
