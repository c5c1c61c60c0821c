using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Guidan.Kernel;

/// <summary>Makes what a cookie or a token holds: 256 random bits, of which only the SHA-256 is kept.</summary>
public static class Secrets
{
    public const string TokenPrefix = "gd_";
    private const int RandomBytes = 32;
    private const int TextLength = 43;

    public static string NewSession() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static string NewToken() => TokenPrefix + NewSession();

    public static bool LooksLikeSession(string text) => text.Length == TextLength;

    public static bool LooksLikeToken(string text) =>
        text.Length == TokenPrefix.Length + TextLength && text.StartsWith(TokenPrefix, StringComparison.Ordinal);

    /// <summary>Lower-case hex. Plain SHA-256 is enough: there is nothing to guess in 256 random bits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
