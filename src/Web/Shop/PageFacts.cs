using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>What every page shows around its content, gathered once for each request.</summary>
public sealed class PageFacts
{
    public ShopFrame Shop { get; set; } = ShopFrame.Empty;

    /// <summary>The path asked for, without the language.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The rest of the query that a language switch must keep, such as <c>q=cup</c>.</summary>
    public string Query { get; set; } = "";

    /// <summary>Whether the visitor is signed in to an account.</summary>
    public bool SignedIn { get; set; }

    /// <summary>A line that says what the last action did; null when there is none.</summary>
    public Text? Notice { get; set; }

    /// <summary>This page in another language.</summary>
    public string In(string language) => $"{Path}?{(Query.Length > 0 ? Query + "&" : "")}lang={language}";

    /// <summary>The address that search engines keep.</summary>
    public string Canonical(bool english) =>
        Shop.PublicUrl + (english ? In("en") : Path + (Query.Length > 0 ? "?" + Query : ""));
}
