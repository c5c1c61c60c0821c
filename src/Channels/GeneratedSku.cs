using System.Security.Cryptography;
using System.Text;
using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// A SKU for a row that has none, made from the product's slug and the chosen values, so that the same file names the
/// same goods each time: CLASSIC-VARSITY-TOP_SMALL.
/// </summary>
internal static class GeneratedSku
{
    private const int ReadableMost = 48;
    private const int HashLength = 8;

    public static string Of(string slug, IReadOnlyList<Text> choices)
    {
        var words = choices.Select(c => c.InBoth().En).ToList();
        var parts = words.Select(Slug.Of).ToList();
        // Slugs have no underscore, so the parts can always be told apart.
        var sku = string.Join('_', parts.Prepend(slug)).ToUpperInvariant();
        var exact = parts.Zip(words, (part, word) => part == word.ToLowerInvariant().Replace(' ', '-')).All(same => same);
        if (exact && sku.Length <= ReadableMost) return sku;
        // Where letters were lost (A+ and A) or the text is cut, a piece of the hash keeps two of them apart.
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words.Prepend(slug)))));
        return (sku.Length > ReadableMost ? sku[..ReadableMost] : sku) + "_" + hash[..HashLength];
    }
}
