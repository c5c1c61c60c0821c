namespace Guidan.Connectors;

/// <summary>Settings of a Shopify shop, bound from <c>Channels:shopify</c>.</summary>
public sealed class ShopifyOptions
{
    /// <summary>Section of the configuration that holds these settings.</summary>
    public const string Section = "Channels:shopify";

    /// <summary>The shop's own address, e.g. <c>https://name.myshopify.com</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The access token of an app that was made in the shop's admin, before 2026; it holds for good.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>The client id of an app that was made in the Dev Dashboard: tokens of a day are fetched with it and the secret.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>
    /// The app's client secret, which webhooks are signed with. While it is being changed two of them, parted by a space,
    /// the new one last.
    /// </summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Version of the Admin API.</summary>
    public string ApiVersion { get; set; } = "2026-01";

    /// <summary>Number of the location whose stock is set; empty for the shop's primary one.</summary>
    public string LocationId { get; set; } = "";

    /// <summary>How long one call may take before its outcome counts as unknown.</summary>
    public int TimeoutSeconds { get; set; } = 20;
}
