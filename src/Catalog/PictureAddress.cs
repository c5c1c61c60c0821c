using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Guidan.Catalog;

/// <summary>Where a picture is: <c>/pictures/{hash}.{extension}</c> in this shop, or an address elsewhere.</summary>
public static partial class PictureAddress
{
    public const string Folder = "/pictures/";

    /// <summary>The picture's id: the hash of the content here, the hash of the address elsewhere.</summary>
    public static string IdOf(string url) => Own().Match(url) is { Success: true } own
        ? own.Groups[1].Value
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)));

    public static bool IsValid(string url) => IsOwn(url)
        || Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !url.Any(char.IsControl);

    public static bool IsOwn(string url) => Own().IsMatch(url);

    internal static bool TryReadName(string name, out string hash, out string extension)
    {
        var match = Own().Match(Folder + name);
        (hash, extension) = (match.Groups[1].Value, match.Groups[2].Value);
        return match.Success;
    }

    [GeneratedRegex(@"^/pictures/([0-9a-f]{64})\.(png|jpg|webp|gif|svg)\z")]
    private static partial Regex Own();
}
