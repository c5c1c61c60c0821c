using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>Whether a webhook is Shopify's, proven over its raw bytes, and whether it carries an order.</summary>
internal static class ShopifyWebhook
{
    // Further subjects, such as refunds/create, change the order too, and orders/updated tells of that with the whole order.
    private static readonly string[] OfOrders =
    [
        "orders/create", "orders/updated", "orders/cancelled", "orders/paid", "orders/partially_fulfilled", "orders/fulfilled",
    ];

    public static WebhookReading Read(RawWebhook raw, ShopifyOptions options)
    {
        if (raw.Body.Length > BodyProof.BodyMost) return new(WebhookVerdict.Malformed, Reason: "body.too_large");
        if (options.WebhookSecret.Trim().Length == 0) return new(WebhookVerdict.Forged, Reason: "not_configured");
        if (raw.Header("X-Shopify-Hmac-Sha256") is not { Length: > 0 } proof) return new(WebhookVerdict.Forged, Reason: "sign.missing");
        var secrets = options.WebhookSecret.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!secrets.Any(secret => BodyProof.Matches(raw.Body, proof, secret))) return new(WebhookVerdict.Forged, Reason: "sign.wrong");
        // One app may serve many shops with one secret; this is about ours alone.
        if (raw.Header("X-Shopify-Shop-Domain") is { } shop && IsAnother(shop, options.BaseUrl))
            return new(WebhookVerdict.Forged, Reason: "shop.other");
        if (!OfOrders.Contains(raw.Header("X-Shopify-Topic"))) return new(WebhookVerdict.Ping, Reason: "topic.other");
        var id = raw.Header("X-Shopify-Webhook-Id");
        return new(WebhookVerdict.Genuine, IsName(id) ? id : BodyProof.Name(raw.Body));
    }

    private static bool IsAnother(string shop, string ours) =>
        Uri.TryCreate(ours, UriKind.Absolute, out var address)
        && address.Host.EndsWith(".myshopify.com", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(shop, address.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string? id) => id is { Length: > 0 and <= 100 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
