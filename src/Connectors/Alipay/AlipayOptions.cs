namespace Guidan.Connectors;

/// <summary>Settings of Alipay, bound from <c>Providers:Alipay</c>.</summary>
public sealed class AlipayOptions
{
    /// <summary>Section of the configuration that holds these settings.</summary>
    public const string Section = "Providers:Alipay";

    /// <summary>Address of the gateway, e.g. <c>https://openapi.alipay.com/gateway.do</c>.</summary>
    public string Gateway { get; set; } = "";

    /// <summary>Number of the app that signs our requests.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Number of the seller account (2088…) that receives the money.</summary>
    public string SellerId { get; set; } = "";

    /// <summary>Our private key: bare base64 of PKCS#8.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>Alipay's public key: bare base64 of SubjectPublicKeyInfo.</summary>
    public string ProviderPublicKey { get; set; } = "";

    /// <summary>How long one call may take before its outcome counts as unknown.</summary>
    public int TimeoutSeconds { get; set; } = 10;
}
