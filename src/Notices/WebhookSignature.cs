using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Guidan.Notices;

/// <summary>Signs by Standard Webhooks 1.0.0: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    public const string Prefix = "whsec_";
    private const int KeyBytes = 32;

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The value of <c>webhook-signature</c>: one signature per secret, so that a receiver may hold either.</summary>
    public static string Of(IEnumerable<string> secrets, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(s =>
            "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(s[Prefix.Length..]), signed))));
    }
}
