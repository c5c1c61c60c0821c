using System.Globalization;

namespace Guidan.Kernel;

/// <summary>The two languages that the product speaks. Chinese is the one that a reader gets without asking.</summary>
public enum Tongue { Zh, En }

/// <summary>One thing said in both languages, side by side so that neither can be forgotten.</summary>
public readonly record struct Text(string Zh, string En)
{
    /// <summary>The words in the reader's language.</summary>
    public string In(Tongue tongue) => tongue == Tongue.Zh ? Zh : En;

    /// <summary>Words that are the same in both languages: a code, a name, a number.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>Picks the reader's language from an Accept-Language header by its weights; Chinese unless English is asked.</summary>
    public static Tongue TongueOf(string? acceptLanguage)
    {
        var (best, bestWeight) = (Tongue.Zh, 0d);
        foreach (var part in (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var words = part.Split(';', StringSplitOptions.TrimEntries);
            if (LanguageOf(words[0]) is { } tongue && WeightOf(words) is var weight && weight > bestWeight)
                (best, bestWeight) = (tongue, weight);
        }
        return best;
    }

    private static Tongue? LanguageOf(string tag) => tag.Split('-', 2)[0].ToLowerInvariant() switch
    {
        "zh" => Tongue.Zh,
        "en" => Tongue.En,
        _ => null,
    };

    // A weight that cannot be read counts as none: the language was not asked for in earnest.
    private static double WeightOf(string[] words)
    {
        var weight = words.Skip(1).FirstOrDefault(w => w.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        if (weight is null) return 1;
        return double.TryParse(weight.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : 0;
    }
}
