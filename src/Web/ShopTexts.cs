using Guidan.Kernel;

namespace Guidan.Web;

/// <summary>What the shop pages say beyond the shop's profile.</summary>
/// <param name="Navigation">Slugs of the categories at the top of each page.</param>
/// <param name="Featured">Slugs of the products on the first page.</param>
/// <param name="Tags">Tags of products with their names in both languages; the Chinese one is the tag itself.</param>
public sealed record ShopTexts(Text Tagline, Text About, string Email, IReadOnlyList<string> Navigation, IReadOnlyList<string> Featured,
    IReadOnlyList<ShopPromise> Promises, IReadOnlyList<HelpPiece> Help, IReadOnlyList<Text> Tags)
{
    internal const string Group = "shop_texts";

    /// <summary>A shop that nobody has described yet.</summary>
    public static readonly ShopTexts None = new(new("", ""), new("", ""), "", [], [], [], [], []);
}

/// <summary>What the shop promises its customers: freight, shipping, returns.</summary>
public sealed record ShopPromise(string Code, Text Title, Text Text);

/// <summary>One piece of help: the steps, and what happened to others.</summary>
public sealed record HelpPiece(string Slug, Text Title, Text Intro, IReadOnlyList<Text> Steps, IReadOnlyList<HelpCase> Cases);

public sealed record HelpCase(Text Title, Text Text);

/// <summary>Saves what the shop pages say.</summary>
[Operation("settings.save_shop_texts", "保存店铺文字", "Save the texts of the shop", Permission = "settings.write")]
public sealed class SaveShopTexts(ShopDb db, Settings settings)
{
    /// <summary>The texts as they stand, with their version.</summary>
    public Task<(ShopTexts Value, long Version)> Current() => settings.Get(ShopTexts.Group, ShopTexts.None);

    /// <param name="version">The version that was read.</param>
    public Task<Result<ShopTexts>> Run(ShopTexts texts, long version) => db.InTransaction<ShopTexts>(this, async () =>
    {
        if (!await settings.Put(ShopTexts.Group, texts, version)) return Settings.Changed;
        db.Record("settings:shop_texts", null, texts.Tagline.Zh);
        return texts;
    });
}
