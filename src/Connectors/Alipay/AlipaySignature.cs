using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Guidan.Connectors;

/// <summary>
/// Alipay's RSA2 signature. What is signed differs by direction: our requests keep <c>sign_type</c>, notices leave it
/// out, answers are signed over the raw text of one JSON node.
/// </summary>
internal static class AlipaySignature
{
    private static readonly JsonDocumentOptions OneOfEach = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static string RequestText(IEnumerable<KeyValuePair<string, string>> fields) =>
        Join(fields.Where(field => field.Key != "sign"));

    public static string NoticeText(IEnumerable<KeyValuePair<string, string>> fields) =>
        Join(fields.Where(field => field.Key is not ("sign" or "sign_type")));

    public static string Sign(string text, Encoding charset, string privateKey)
    {
        var bytes = charset.GetBytes(text);
        return Convert.ToBase64String(RsaKey.Private(privateKey).Use(key =>
            key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    /// <summary>False for a wrong signature and for one that is not base64 at all.</summary>
    public static bool Verify(string text, string? sign, Encoding charset, string publicKey)
    {
        if (string.IsNullOrEmpty(sign)) return false;
        var signature = new byte[sign.Length];
        if (!Convert.TryFromBase64String(sign, signature, out var length)) return false;
        try
        {
            var bytes = charset.GetBytes(text);
            return RsaKey.Public(publicKey).Use(key => key.VerifyData(
                bytes, signature.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        catch (Exception error) when (error is CryptographicException or FormatException or EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>
    /// The node that carries the answer, as the exact text that was signed, or null when the body is not one whole
    /// JSON object with exactly one such node. Parsing and writing again would change the text.
    /// </summary>
    public static (string Node, string? Sign)? AnswerNode(string body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body, OneOfEach);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            var found = root.TryGetProperty(name, out var node);
            var failed = root.TryGetProperty("error_response", out var error);
            if (found == failed) return null;
            var sign = root.TryGetProperty("sign", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
            return ((found ? node : error).GetRawText(), sign);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static RSA PrivateKey(string base64)
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(base64), out _);
        return key;
    }

    public static RSA PublicKey(string base64)
    {
        var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
        return key;
    }

    private static string Join(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields
            .Where(field => field.Value.Length > 0)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}"));
}
