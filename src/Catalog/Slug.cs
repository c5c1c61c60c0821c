using System.Text;
using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Names for addresses: lower-case letters and digits of any script, joined by single hyphens.</summary>
public static class Slug
{
    public const int LengthMost = 120;

    /// <summary>Turns words into a slug; empty when there is no letter or digit in them.</summary>
    public static string Of(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var c in PlainLetters.Fold(words))
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString();
        return (text.Length > LengthMost ? text[..LengthMost] : text).Trim('-');
    }

    /// <summary>True for what <see cref="Of"/> could have made.</summary>
    public static bool IsValid(string slug) => slug.Length is > 0 and <= LengthMost && Of(slug) == slug;
}
