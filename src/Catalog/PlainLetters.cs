using System.Text;

namespace Guidan.Catalog;

/// <summary>
/// Full-width forms and accents folded to plain letters. The program runs without the culture tables of the system
/// (invariant globalization), where Unicode normalization leaves a text as it is, so the few that matter stand here.
/// </summary>
public static class PlainLetters
{
    private const char FirstAccented = '\u00C0';

    // U+00C0 to U+017F; a star keeps the letter as it is.
    private const string Folded =
        "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    public static string Of(string text)
    {
        if (text.All(char.IsAscii)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) plain.Append(Of(c));
        return plain.ToString();
    }

    private static char Of(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        >= FirstAccented and <= '\u017F' when Folded[c - FirstAccented] != '*' => Folded[c - FirstAccented],
        _ => c,
    };
}
