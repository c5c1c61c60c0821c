using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>What a file says about one product.</summary>
/// <param name="Slug">Its identity in the file and its name in addresses.</param>
/// <param name="Description">HTML, reduced to what is allowed.</param>
/// <param name="Categories">Paths from the top of the tree down.</param>
/// <param name="IsPublished">The file wants it to be seen.</param>
internal sealed record ProductDraft(
    string Slug, Text Name, Text Description, Seo Seo, IReadOnlyList<string> Tags, IReadOnlyList<IReadOnlyList<Text>> Categories,
    bool IsPublished, IReadOnlyList<ProductOption> Options, IReadOnlyList<VariantDraft> Variants, IReadOnlyList<ImageDraft> Images)
{
    /// <summary>Line on which it begins.</summary>
    [JsonIgnore]
    public int Line { get; init; }

    /// <summary>Equal for drafts that say the same, wherever they stand and whatever stock they open with.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(this))));
}

/// <summary>What a file says about one variant.</summary>
/// <param name="Price">Minor units, as the former price.</param>
internal sealed record VariantDraft(
    string Sku, string? Barcode, IReadOnlyList<int> Choices, long Price, long? CompareAt, int WeightGrams, string? Image)
{
    [JsonIgnore]
    public int Line { get; init; }

    /// <summary>Units to open with; null when the file does not say.</summary>
    [JsonIgnore]
    public long? Quantity { get; init; }
}

internal sealed record ImageDraft(string Url, Text Alt);

/// <summary>What is wrong with one cell or row of a file.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Heading of the column; null when the whole row is meant.</param>
/// <param name="Code">Stable, such as <c>price.unreadable</c>.</param>
public sealed record ImportFault(int Line, string? Column, string Code, Text Text, string? Value);

/// <summary>The rows of one product, read: a draft, or what is wrong with them. A product is taken whole or not at all.</summary>
internal sealed record DraftGroup(ProductDraft? Draft, IReadOnlyList<ImportFault> Faults, int Rows, int Line);
