using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Whether customers see a product.</summary>
public enum ProductStatus { Draft, Listed }

/// <summary>What search engines are told: title, description and keywords.</summary>
public sealed record Seo(Text Title, Text Description, IReadOnlyList<string> Keywords)
{
    public static readonly Seo None = new(new("", ""), new("", ""), []);
}

/// <summary>One thing to choose, such as color, with its values in the order in which they are shown.</summary>
public sealed record ProductOption(Text Name, IReadOnlyList<Text> Values);

/// <summary>One sellable form of a product.</summary>
/// <param name="Sku">Unique in the whole shop.</param>
/// <param name="Options">For each option of the product the index of the chosen value.</param>
/// <param name="CompareAt">The former price, shown struck through; higher than the price where it makes sense.</param>
/// <param name="Image">Address of the picture of this form; null takes the product's first.</param>
public sealed record Variant(
    string Sku, string? Barcode, IReadOnlyList<int> Options, Money Price, Money? CompareAt, int WeightGrams, string? Image);

/// <summary>One picture of a product.</summary>
/// <param name="Id">Hash of the content, or of the address where the picture lives elsewhere.</param>
/// <param name="Url"><c>/pictures/…</c>, or the address that an import named.</param>
public sealed record ProductImage(string Id, string Url, Text Alt);

/// <summary>A product with everything that belongs to it. Texts are as they were typed: one language may be empty.</summary>
/// <param name="Slug">Its name in addresses; unique.</param>
/// <param name="Version">Counts the saves; two editors compare it.</param>
/// <param name="Description">HTML, already reduced to what is allowed.</param>
/// <param name="Categories">Ids of categories.</param>
public sealed record Product(
    Guid Id, string Slug, ProductStatus Status, long Version, Text Name, Text Description, Seo Seo,
    IReadOnlyList<Guid> Categories, IReadOnlyList<string> Tags, IReadOnlyList<ProductOption> Options,
    IReadOnlyList<Variant> Variants, IReadOnlyList<ProductImage> Images)
{
    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What an import last said about this product; null when no import did.</summary>
    public string? ImportHash { get; init; }

    /// <summary>The picture that stands for the product.</summary>
    public string? Cover => Images.Count > 0 ? Images[0].Url : Variants.FirstOrDefault(v => v.Image is not null)?.Image;

    /// <summary>What a variant's choices are called, such as 红色 / L; empty when there is nothing to choose.</summary>
    public Text ChoiceOf(Variant variant)
    {
        var values = variant.Options.Zip(Options, (index, option) => option.Values[index].InBoth()).ToList();
        return new(string.Join(" / ", values.Select(v => v.Zh)), string.Join(" / ", values.Select(v => v.En)));
    }

    /// <summary>The same product as customers see it: where one language is empty the other stands in.</summary>
    public Product InBothLanguages() => this with
    {
        Name = Name.InBoth(),
        Description = Description.InBoth(),
        Seo = Seo with { Title = Seo.Title.InBoth(), Description = Seo.Description.InBoth() },
        Options = Options.Select(o => new ProductOption(o.Name.InBoth(), o.Values.Select(v => v.InBoth()).ToList())).ToList(),
        Images = Images.Select(i => i with { Alt = i.Alt.InBoth().Or(Name.InBoth()) }).ToList(),
    };

    /// <summary>What it lacks to be listed; empty when it may be listed.</summary>
    public IReadOnlyList<Missing> Missing() => Catalog.Missing.In(this);
}
