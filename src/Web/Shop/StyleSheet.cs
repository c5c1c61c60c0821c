using System.Text.RegularExpressions;

namespace Guidan.Web.Storefront;

/// <summary>The shop's one style sheet, read once and put into every page's head: no second request before the paint.</summary>
public sealed partial class StyleSheet
{
    public StyleSheet(IWebHostEnvironment host)
    {
        var file = host.WebRootFileProvider.GetFileInfo("shop/shop.css");
        using var reader = new StreamReader(file.CreateReadStream());
        Css = Spaces().Replace(Comments().Replace(reader.ReadToEnd(), ""), " ").Trim();
    }

    public string Css { get; }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
