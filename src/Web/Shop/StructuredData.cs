using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Guidan.Kernel;
using Microsoft.AspNetCore.Components;

namespace Guidan.Web.Storefront;

/// <summary>What search engines read: schema.org data as a block of JSON in the head.</summary>
public static class StructuredData
{
    // The default encoder escapes < and &, so nothing in a name can end the block.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.BasicLatin, System.Text.Unicode.UnicodeRanges.CjkUnifiedIdeographs),
    };

    public static RenderFragment Shop(ShopFrame shop, Language l) => Block(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Store",
        ["name"] = l[shop.Name],
        ["description"] = l[shop.Tagline],
        ["url"] = shop.PublicUrl + "/",
        ["telephone"] = shop.Phone,
    });

    public static RenderFragment Product(ProductView product, ShopFrame shop, Language l) => builder =>
    {
        Block(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Product",
            ["name"] = l[product.Name],
            ["description"] = l[product.SeoDescription],
            ["image"] = product.Pictures.Select(p => shop.PublicUrl + p.Url).ToArray(),
            ["url"] = $"{shop.PublicUrl}/p/{product.Slug}",
            ["offers"] = product.Variants.Select(v => Offer(product, v, shop)).ToArray(),
        })(builder);
        Crumbs(product.Path, new CategoryLink(product.Slug, product.Name), "/p/", shop, l)(builder);
    };

    public static RenderFragment Crumbs(IReadOnlyList<CategoryLink> path, CategoryLink last, string lastPath, ShopFrame shop, Language l)
    {
        var steps = path.Select(c => (c.Name, Url: $"/c/{c.Slug}")).Prepend((Name: new Text("首页", "Home"), Url: "/"))
            .Append((last.Name, Url: lastPath + last.Slug));
        return Block(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = steps.Select((s, i) => new Dictionary<string, object?>
            {
                ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = l[s.Name], ["item"] = shop.PublicUrl + s.Url,
            }).ToArray(),
        });
    }

    private static Dictionary<string, object?> Offer(ProductView product, VariantView variant, ShopFrame shop) => new()
    {
        ["@type"] = "Offer",
        ["sku"] = variant.Sku,
        ["price"] = (variant.Price.Amount / (decimal)Math.Pow(10, Money.Decimals(variant.Price.Currency))).ToString(CultureInfo.InvariantCulture),
        ["priceCurrency"] = variant.Price.Currency,
        ["availability"] = variant.Available > 0 ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
        ["url"] = $"{shop.PublicUrl}/p/{product.Slug}?sku={Uri.EscapeDataString(variant.Sku)}",
    };

    private static RenderFragment Block(Dictionary<string, object?> data) => builder =>
        builder.AddMarkupContent(0, $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(data, Options)}</script>");
}
