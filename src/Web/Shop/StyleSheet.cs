using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Guidan.Web.Storefront;

/// <summary>
/// The shop's one style sheet and one script, carried inside the program. The sheet goes into every page's head: no
/// second request before the paint.
/// </summary>
public sealed partial class StyleSheet
{
    private readonly byte[] script = Encoding.UTF8.GetBytes(Read("shop.js"));
    private readonly EntityTagHeaderValue tag;

    public StyleSheet()
    {
        Css = Spaces().Replace(Comments().Replace(Read("shop.css"), ""), " ").Trim();
        var print = Convert.ToHexStringLower(SHA256.HashData(script))[..16];
        tag = new($"\"{print}\"");
        ScriptUrl = $"/shop/shop.js?v={print}";
    }

    public string Css { get; }

    /// <summary>Changes with the content, so that browsers may keep it for good.</summary>
    public string ScriptUrl { get; }

    public IResult Script(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(script, "text/javascript; charset=utf-8", entityTag: tag);
    }

    private static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("shop/" + name)
            ?? throw new InvalidOperationException($"{name} is not in the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
