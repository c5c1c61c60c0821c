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

    /// <summary>Picks the reader's language from an Accept-Language header; Chinese unless English is asked first.</summary>
    public static Tongue TongueOf(string? acceptLanguage)
    {
        foreach (var part in (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return Tongue.Zh;
            if (part.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Tongue.En;
        }
        return Tongue.Zh;
    }
}
