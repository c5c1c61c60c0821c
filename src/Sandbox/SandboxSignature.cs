using System.Security.Cryptography;
using System.Text;

namespace Guidan.Sandbox;

/// <summary>
/// The signatures as the outside parties compute them. Written apart from the shop's own, on purpose: if both came
/// from one place, both could be wrong together.
/// </summary>
internal static class SandboxSignature
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    // One key object for each thread: reading a private key anew for each signature would cost more than signing.
    private static readonly ThreadLocal<Dictionary<string, RSA>> Signers = new(() => []);

    public static Encoding Charset(string? name) =>
        string.Equals(name, "gbk", StringComparison.OrdinalIgnoreCase) ? Gbk : Encoding.UTF8;

    public static string Content(IDictionary<string, string> fields, params string[] leaveOut)
    {
        var names = fields.Keys.Where(name => !leaveOut.Contains(name) && fields[name] != "").ToArray();
        Array.Sort(names, string.CompareOrdinal);
        var content = new StringBuilder();
        foreach (var name in names)
        {
            if (content.Length > 0) content.Append('&');
            content.Append(name).Append('=').Append(fields[name]);
        }

        return content.ToString();
    }

    public static string Rsa2(string content, string privateKey, Encoding charset)
    {
        var key = Signers.Value!.TryGetValue(privateKey, out var known) ? known : RSA.Create();
        if (known is null)
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);
            Signers.Value[privateKey] = key;
        }

        return Convert.ToBase64String(
            key.SignData(charset.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static bool IsRsa2(string content, string sign, string publicKey, Encoding charset)
    {
        var bytes = new byte[sign.Length];
        if (!Convert.TryFromBase64String(sign, bytes, out var length)) return false;
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData(
            charset.GetBytes(content), bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static string HmacSha256(byte[] body, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

#pragma warning disable CA5351 // The tracker's protocol says MD5.
    public static string Md5(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
