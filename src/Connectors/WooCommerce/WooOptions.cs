namespace Guidan.Connectors;

/// <summary>Settings of a WooCommerce shop, bound from <c>Channels:woocommerce</c>.</summary>
public sealed class WooOptions
{
    /// <summary>Section of the configuration that holds these settings.</summary>
    public const string Section = "Channels:woocommerce";

    /// <summary>The shop's own address with the folder that WordPress lives in, if any, e.g. <c>https://shop.example</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Consumer key of the REST API, begins with <c>ck_</c>.</summary>
    public string ConsumerKey { get; set; } = "";

    /// <summary>Its secret, begins with <c>cs_</c>.</summary>
    public string ConsumerSecret { get; set; } = "";

    /// <summary>Our own secret that webhooks are signed with; given to WooCommerce when we subscribe.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>How long one call may take before its outcome counts as unknown. Shops on small servers are slow.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
