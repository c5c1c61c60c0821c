using System.Security.Cryptography;

namespace Guidan.Connectors;

/// <summary>
/// Names what keeps Alipay from working, so that the back office can say it before a payer meets it.
/// </summary>
internal static class AlipaySettingsCheck
{
    public static IReadOnlyList<(string Zh, string En)> Missing(AlipayOptions options)
    {
        var missing = new List<(string, string)>();
        if (!IsHttpAddress(options.Gateway))
            missing.Add(("填写支付宝网关地址（Gateway）", "Set Alipay's gateway address (Gateway)"));
        if (options.AppId.Length == 0)
            missing.Add(("填写应用编号（AppId）", "Set the app number (AppId)"));
        if (options.SellerId.Length == 0)
            missing.Add(("填写收款账号（SellerId，2088开头）", "Set the seller account (SellerId, begins with 2088)"));
        if (!Readable(options.PrivateKey, AlipaySignature.PrivateKey))
            missing.Add(("填写应用私钥（PrivateKey，PKCS#8格式）", "Set the app's private key (PrivateKey, PKCS#8)"));
        if (!Readable(options.ProviderPublicKey, AlipaySignature.PublicKey))
            missing.Add(("填写支付宝公钥（ProviderPublicKey）", "Set Alipay's public key (ProviderPublicKey)"));
        if (missing.Count == 0 && AlipayKeys.AreOneAndTheSame(options))
            missing.Add(("“支付宝公钥”填成了自己的应用公钥，换成支付宝的", "Alipay's public key is our own app's; use Alipay's (ProviderPublicKey)"));
        return missing;
    }

    private static bool IsHttpAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool Readable(string key, Func<string, RSA> read)
    {
        try
        {
            read(key).Dispose();
            return key.Length > 0;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
