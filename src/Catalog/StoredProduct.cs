using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>The row of a product. Lists that are only read whole are JSON; what is searched has tables of its own.</summary>
internal sealed class StoredProduct
{
    public Guid Id { get; init; }
    public required string Slug { get; init; }
    public ProductStatus Status { get; init; }
    public long Version { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required string DescriptionZh { get; init; }
    public required string DescriptionEn { get; init; }
    public required string Seo { get; init; }
    public required string Options { get; init; }
    public required string Tags { get; init; }
    public required string Images { get; init; }

    /// <summary>The first picture, so that lists need not read JSON.</summary>
    public string? Cover { get; init; }

    /// <summary>Lowest and highest price of its variants, minor units; 0 when it has none.</summary>
    public long PriceMin { get; init; }
    public long PriceMax { get; init; }
    public required string Currency { get; init; }
    public int VariantCount { get; init; }

    /// <summary>Codes of what it lacks to be listed, by comma; a list shows them without reading the product.</summary>
    public required string Missing { get; init; }

    public string? ImportHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>The row of a variant. Its choices stand beside it as text, because an order copies them.</summary>
internal sealed class StoredVariant
{
    public required string Sku { get; init; }
    public Guid ProductId { get; init; }
    public int Position { get; init; }
    public string? Barcode { get; init; }

    /// <summary>Indexes of the chosen values, as JSON.</summary>
    public required string Choices { get; init; }
    public required string OptionsZh { get; init; }
    public required string OptionsEn { get; init; }
    public long Price { get; init; }
    public required string Currency { get; init; }
    public long? CompareAt { get; init; }
    public int WeightGrams { get; init; }
    public string? Image { get; init; }
}

/// <summary>A product hangs on a category.</summary>
internal sealed class ProductCategory
{
    public Guid CategoryId { get; init; }
    public Guid ProductId { get; init; }
    public int Position { get; init; }
}

/// <summary>A word by which a product is found. A tag is a word that begins with #, so one table serves both.</summary>
internal sealed class SearchToken
{
    public const char TagMark = '#';

    public required string Token { get; init; }
    public Guid ProductId { get; init; }

    /// <summary>Products that have every word of a search.</summary>
    public static IQueryable<StoredProduct> Among(IQueryable<StoredProduct> rows, ShopDb db, string words) => SearchTokens.OfQuery(words)
        .Aggregate(rows, (left, word) => left.Where(p => db.Read<SearchToken>().Any(t => t.Token == word && t.ProductId == p.Id)));

    public static string OfTag(string tag) => TagMark + tag.Trim().ToLowerInvariant();
}

/// <summary>A picture kept in the shop's own folder, named by its content.</summary>
internal sealed class StoredPicture
{
    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Hash { get; init; }
    public required string Extension { get; init; }
    public long Bytes { get; init; }

    /// <summary>Pixels; 0 where the format has none.</summary>
    public int Width { get; init; }
    public int Height { get; init; }
    public DateTimeOffset UploadedAt { get; init; }
}
