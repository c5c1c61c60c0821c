using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>A product as a form or a program sends it.</summary>
/// <param name="Slug">Left out, it is made from the name.</param>
/// <param name="Version">The version that was read; needed for a change.</param>
/// <param name="Status">The state wished for; left out, a new product is a draft and another keeps its state.</param>
/// <param name="Id">Not read: the address says which product it is. It may come back as it was sent, like those after it.</param>
public sealed record ProductBody(
    Text Name, Text? Description = null, SeoBody? Seo = null, IReadOnlyList<Guid>? Categories = null,
    IReadOnlyList<string>? Tags = null, IReadOnlyList<ProductOption>? Options = null,
    IReadOnlyList<VariantBody>? Variants = null, IReadOnlyList<ImageBody>? Images = null, string? Slug = null,
    long? Version = null, ProductStatus? Status = null,
    Guid? Id = null, IReadOnlyList<JsonElement>? Missing = null, DateTimeOffset? UpdatedAt = null);

/// <summary>What search engines are told.</summary>
public sealed record SeoBody(Text? Title = null, Text? Description = null, IReadOnlyList<string>? Keywords = null);

/// <summary>A variant as it is sent. Options are indexes of values, one for each option of the product.</summary>
public sealed record VariantBody(
    string Sku, Money Price, string? Barcode = null, IReadOnlyList<int>? Options = null, Money? CompareAt = null,
    int WeightGrams = 0, string? Image = null);

/// <summary>A picture as it is sent: one that was uploaded, or an address elsewhere.</summary>
public sealed record ImageBody(string Url, string? Id = null, Text? Alt = null);

/// <summary>A product as the form shows it.</summary>
public sealed record ProductForm(
    Guid Id, string Slug, ProductStatus Status, long Version, Text Name, Text Description, Seo Seo,
    IReadOnlyList<Guid> Categories, IReadOnlyList<string> Tags, IReadOnlyList<ProductOption> Options,
    IReadOnlyList<Variant> Variants, IReadOnlyList<ProductImage> Images, IReadOnlyList<MissingText> Missing,
    DateTimeOffset UpdatedAt)
{
    public static ProductForm Of(Product product, Tongue tongue) => new(product.Id, product.Slug, product.Status, product.Version,
        product.Name, product.Description, product.Seo, product.Categories, product.Tags, product.Options, product.Variants,
        product.Images, product.Missing().Select(m => new MissingText(m.Code, m.Text.In(tongue), m.Field)).ToList(),
        product.UpdatedAt);
}

/// <summary>One thing that a product lacks, in the reader's language.</summary>
public sealed record MissingText(string Code, string Text, string Field);
