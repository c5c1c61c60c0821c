namespace Guidan.Catalog;

/// <summary>How large a product may be, for the form as for an import.</summary>
public static class ProductLimits
{
    public const int NameMost = 255;
    public const int DescriptionMost = 200_000;
    public const int SeoDescriptionMost = 1_000;
    public const int SkuMost = 64;
    public const int VariantsMost = 250;
    public const int OptionsMost = 5;
    public const int ValuesMost = 250;
    public const int ImagesMost = 250;
    public const int TagsMost = 250;
    public const int CategoriesMost = 20;

    /// <summary>Characters of a tag, a keyword or the name of an option.</summary>
    public const int WordMost = 100;

    public const int UrlMost = 2_000;

    /// <summary>Minor units.</summary>
    public const long PriceMost = 1_000_000_000_000;

    /// <summary>Grams.</summary>
    public const int WeightMost = 100_000_000;
}
