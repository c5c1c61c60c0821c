using System.Security;
using System.Text;

namespace Guidan.Web.Storefront;

/// <summary>What search engines ask for first.</summary>
internal static class SitemapRoutes
{
    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", async (ShopPages pages) => Results.Text($"""
            User-agent: *
            Disallow: /cart
            Disallow: /checkout
            Disallow: /o/
            Disallow: /orders/
            Disallow: /pay/
            Disallow: /admin
            Disallow: /api/
            Disallow: /search
            Sitemap: {(await pages.Frame(null)).PublicUrl}/sitemap.xml

            """, "text/plain; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/sitemap.xml", async (ShopPages pages) =>
        {
            var host = (await pages.Frame(null)).PublicUrl;
            return Results.Text(Xml(host, await pages.Sitemap()), "application/xml; charset=utf-8");
        }).ExcludeFromDescription();
    }

    private static string Xml(string host, IReadOnlyList<SitemapEntry> entries)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        foreach (var entry in entries)
        {
            var address = SecurityElement.Escape(host + entry.Path);
            foreach (var location in (string[])[address, address + "?lang=en"])
            {
                xml.Append("<url><loc>").Append(location).Append("</loc>")
                    .Append("<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"").Append(address).Append("\"/>")
                    .Append("<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"").Append(address).Append("?lang=en\"/>");
                if (entry.Changed is { } day) xml.Append("<lastmod>").Append(day.ToString("yyyy-MM-dd")).Append("</lastmod>");
                xml.Append("</url>\n");
            }
        }
        return xml.Append("</urlset>\n").ToString();
    }
}
