using System.Security.Cryptography;
using System.Text;

namespace Guidan.Connectors;

/// <summary>What Shopify and WooCommerce put into a header: base64 of HMAC-SHA256 over the raw body.</summary>
internal static class BodyProof
{
    /// <summary>More than any order; a body beyond is nobody's order.</summary>
    public const int BodyMost = 4 * 1024 * 1024;

    private const int ProofLength = 44;

    public static bool Matches(ReadOnlySpan<byte> body, string proof, string secret)
    {
        // An empty secret would let anyone sign, so it counts as no agreement at all.
        if (secret.Length == 0 || proof.Length != ProofLength) return false;
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(proof), Encoding.ASCII.GetBytes(Convert.ToBase64String(digest)));
    }

    /// <summary>Names a body that says nothing better about itself.</summary>
    public static string Name(ReadOnlySpan<byte> body) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(body));
}
