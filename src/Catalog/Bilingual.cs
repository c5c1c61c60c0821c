using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Texts of which one language may be empty.</summary>
public static class Bilingual
{
    public static bool IsEmpty(this Text text) => text.Zh.Length == 0 && text.En.Length == 0;

    /// <summary>Where one language is empty the other stands in.</summary>
    public static Text InBoth(this Text text) =>
        new(text.Zh.Length > 0 ? text.Zh : text.En, text.En.Length > 0 ? text.En : text.Zh);

    /// <summary>This text, or another where this one is empty in both languages.</summary>
    public static Text Or(this Text text, Text other) => text.IsEmpty() ? other : text;
}
