using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>What the merchant says on the shop pages: promises, help, what stands in front. Kept in the settings.</summary>
/// <param name="Navigation">Slugs of the categories in the header; empty takes the top of the tree.</param>
/// <param name="Featured">Slugs of products in front, the first as the large picture; empty takes the newest.</param>
/// <param name="PaymentNotes">A line under each payment method, by code.</param>
/// <param name="Tags">What tags are called in both languages; others are shown as they were typed.</param>
public sealed record ShopWords(
    Text Tagline, Text About, IReadOnlyList<Promise> Promises, IReadOnlyList<string> Navigation, IReadOnlyList<string> Featured,
    IReadOnlyDictionary<string, Text> PaymentNotes, IReadOnlyList<TagLink> Tags, IReadOnlyList<HelpChapter> Help)
{
    /// <summary>The group of settings that holds them.</summary>
    public const string Group = "storefront";

    public static readonly ShopWords Default = new(
        new("看得明白，买得放心", "Clear to see, safe to buy"),
        new("不用注册，三步下单；每个订单到哪一步，随时能查。", "Order in three steps without an account, and see where your order is at any time."),
        [
            new("shipping", new("付款后48小时内寄出", "Sent within 48 hours of payment"), new("寄出后有单号，每一步都能看到。", "With a tracking number, so you see every step.")),
            new("returns", new("七天无理由退货", "Seven days to return"), new("退到您付款的地方。", "Refunded the way you paid.")),
        ],
        [], [], new Dictionary<string, Text>(), [], HelpDefault.Chapters);

    /// <summary>Reads the demo's <c>shop.json</c> and the tags of its <c>catalog.json</c>.</summary>
    public static ShopWords OfDemo(JsonElement shop, JsonElement catalog) => new(
        Both(shop.GetProperty("tagline")), Both(shop.GetProperty("about")),
        Each(shop, "promises", p => new Promise(p.GetProperty("code").GetString()!, Both(p.GetProperty("title")), Both(p.GetProperty("text")))),
        Each(shop, "navigation", n => n.GetString()!), Each(shop, "featured", f => f.GetString()!),
        shop.GetProperty("paymentMethods").EnumerateArray().ToDictionary(m => m.GetProperty("code").GetString()!, m => Both(m.GetProperty("note"))),
        Each(catalog, "tags", t => new TagLink(t.GetProperty("code").GetString()!, Both(t.GetProperty("name")))),
        Each(shop, "help", h => new HelpChapter(h.GetProperty("slug").GetString()!, Both(h.GetProperty("title")), Both(h.GetProperty("intro")),
            Each(h, "steps", Both), Each(h, "cases", c => new HelpCase(Both(c.GetProperty("title")), Both(c.GetProperty("text")))))));

    private static Text Both(JsonElement e) => new(e.GetProperty("zh").GetString()!, e.GetProperty("en").GetString()!);

    private static List<T> Each<T>(JsonElement e, string name, Func<JsonElement, T> read) => e.GetProperty(name).EnumerateArray().Select(read).ToList();
}
