using System.Security.Cryptography;

namespace Guidan.Connectors;

/// <summary>Looks at the two keys beside each other.</summary>
public static class AlipayKeys
{
    /// <summary>The slip that everybody makes once: the public key of one's own app where Alipay's belongs.</summary>
    public static bool AreOneAndTheSame(AlipayOptions options)
    {
        try
        {
            using var ours = AlipaySignature.PrivateKey(options.PrivateKey);
            using var theirs = AlipaySignature.PublicKey(options.ProviderPublicKey);
            return ours.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(theirs.ExportSubjectPublicKeyInfo());
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
