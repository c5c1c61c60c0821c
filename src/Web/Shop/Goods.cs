using System.Net;
using System.Text.RegularExpressions;
using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>Products and categories as the pages show them: the catalog's words with the stock's numbers.</summary>
public sealed partial class Goods(ProductQueries products, StockQueries stock, Shelf shelf)
{
    private const int PerPage = 24;
    private const int TagsMost = 12;

    // Stands in where nobody has taken a picture yet.
    private const string NoPicture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 880 800'%3E%3Cpath fill='%23ECE9E1' d='M0 0h880v800H0z'/%3E%3Cpath fill='none' stroke='%23B9B4A6' stroke-width='14' d='M340 330h200v20c0 90-40 150-100 150s-100-60-100-150z'/%3E%3C/svg%3E";

    public static Picture PictureOf(string? url, Text alt) => new(url ?? NoPicture, alt);

    public async Task<IReadOnlyList<Category>> Tree() => await products.Categories();

    public static CategoryLink LinkOf(Category category) => new(category.Slug, category.Name.InBoth());

    /// <summary>Listed products, a page of them; an unreadable key begins at the start.</summary>
    public async Task<ProductPageOf> List(ShopWords words, string? query, string? category, string? tag, string? after, int limit = PerPage)
    {
        var ask = PageAsk.Read(limit.ToString(), after);
        var found = await products.List(new ProductAsk { Status = ProductStatus.Listed, Query = query, Category = category, Tag = tag },
            ask.IsOk ? ask.Value : new PageAsk(limit, null));
        return found.IsOk ? new(await Cards(found.Value.Items, words), found.Value.Next) : new([], null);
    }

    /// <summary>Cards of some products in the order asked; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<ProductCard>> Some(ShopWords words, IReadOnlyList<string> slugs)
    {
        var found = (await shelf.FindBySlug(slugs)).Where(p => p.Status == ProductStatus.Listed).ToDictionary(p => p.Slug);
        var totals = await stock.Totals(found.Values.SelectMany(p => p.Variants).Select(v => v.Sku).ToList());
        return slugs.Where(found.ContainsKey).Select(s => Card(found[s], totals, words)).ToList();
    }

    private async Task<IReadOnlyList<ProductCard>> Cards(IReadOnlyList<ProductSummary> summaries, ShopWords words) =>
        await Some(words, summaries.Select(s => s.Slug).ToList());

    private static ProductCard Card(Product product, IReadOnlyDictionary<string, StockTotal> totals, ShopWords words)
    {
        var shown = product.InBothLanguages();
        var least = shown.Variants.MinBy(v => v.Price.Amount)!;
        var most = shown.Variants.Max(v => v.Price);
        return new(shown.Slug, shown.Name, PictureOf(shown.Cover, shown.Name), least.Price, most > least.Price ? most : null, least.CompareAt,
            shown.Variants.Any(v => totals.GetValueOrDefault(v.Sku)?.Available > 0), shown.Variants.Count, TagsOf(shown, words));
    }

    private static List<TagLink> TagsOf(Product product, ShopWords words) =>
        product.Tags.Select(t => words.Tags.FirstOrDefault(x => x.Code == t) ?? new TagLink(t, Text.Same(t))).ToList();

    /// <summary>The tags that occur among cards, the most frequent first.</summary>
    public static IReadOnlyList<TagLink> TagsAmong(IReadOnlyList<ProductCard> cards) => cards.SelectMany(c => c.Tags)
        .GroupBy(t => t.Code).OrderByDescending(g => g.Count()).Take(TagsMost).Select(g => g.First()).ToList();

    public static IReadOnlyList<CategoryLink> PathTo(IReadOnlyList<Category> tree, Guid? id)
    {
        var path = new List<CategoryLink>();
        for (var at = tree.FirstOrDefault(c => c.Id == id); at is not null && path.Count < tree.Count; at = tree.FirstOrDefault(c => c.Id == at.Parent))
            path.Insert(0, LinkOf(at));
        return path;
    }

    public async Task<ProductView?> Product(string slug, ShopWords words, ShippingPromise shipping)
    {
        if (await products.BySlug(slug) is not { Variants.Count: > 0 } product) return null;
        var shown = product.InBothLanguages();
        var totals = await stock.Totals(shown.Variants.Select(v => v.Sku).ToList());
        var tree = await Tree();
        var home = shown.Categories.Count > 0 ? shown.Categories[0] : (Guid?)null;
        var beside = home is null ? [] : (await List(words, null, home.Value.ToString(), null, null, 5)).Items;
        return new(shown.Slug, shown.Name, Map(shown.Description, SummaryOf), Map(shown.Description, RestOf),
            shown.Seo.Title.Or(shown.Name), shown.Seo.Description.Or(Map(shown.Description, SummaryOf)), PathTo(tree, home), TagsOf(shown, words),
            new(string.Join("、", shown.Options.Select(o => o.Name.Zh)), string.Join(", ", shown.Options.Select(o => o.Name.En))),
            shown.Variants.Select(v => VariantOf(shown, v, totals)).ToList(), shown.Images.Select(i => PictureOf(i.Url, i.Alt)).ToList(),
            shipping, words.Promises.Where(p => p.Code != "freight").ToList(), beside.Where(c => c.Slug != slug).Take(4).ToList());
    }

    private static VariantView VariantOf(Product product, Variant variant, IReadOnlyDictionary<string, StockTotal> totals)
    {
        var alt = product.Images.FirstOrDefault(i => i.Url == variant.Image)?.Alt ?? product.Name;
        var available = totals.GetValueOrDefault(variant.Sku)?.Available ?? 0;
        return new(variant.Sku, product.ChoiceOf(variant), variant.Price, variant.CompareAt,
            (int)Math.Clamp(available, 0, int.MaxValue), PictureOf(variant.Image ?? product.Cover, alt));
    }

    public async Task<IReadOnlyList<SitemapEntry>> Addresses(ShopCalendar calendar)
    {
        const int Step = 1000;
        const int Most = 40_000;
        var entries = (await Tree()).Select(c => new SitemapEntry($"/c/{c.Slug}", null)).Prepend(new("/help", null)).Prepend(new("/", null)).ToList();
        for (var after = ""; entries.Count < Most;)
        {
            var found = await products.ListedSlugs(after, Step);
            entries.AddRange(found.Select(p => new SitemapEntry($"/p/{p.Slug}", calendar.DateOf(p.UpdatedAt))));
            if (found.Count < Step) break;
            after = found[^1].Slug;
        }
        return entries;
    }

    private static Text Map(Text text, Func<string, string> map) => new(map(text.Zh), map(text.En));

    // The first paragraph stands under the name, the rest below.
    private static string SummaryOf(string html) =>
        FirstParagraph().Match(html) is { Success: true } first ? WebUtility.HtmlDecode(Markup().Replace(first.Groups[1].Value, "")).Trim() : "";

    private static string RestOf(string html) => FirstParagraph().Replace(html, "", 1);

    [GeneratedRegex(@"^\s*<p>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex FirstParagraph();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
