using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>Whether a webhook is WooCommerce's, proven over its raw bytes, and whether it carries an order.</summary>
internal static class WooWebhook
{
    private static readonly string[] OfOrders = ["order.created", "order.updated", "order.restored"];

    public static WebhookReading Read(RawWebhook raw, WooOptions options)
    {
        if (raw.Body.Length > BodyProof.BodyMost) return new(WebhookVerdict.Malformed, Reason: "body.too_large");
        if (options.WebhookSecret.Length == 0) return new(WebhookVerdict.Forged, Reason: "not_configured");
        if (raw.Header("X-WC-Webhook-Signature") is not { Length: > 0 } proof)
            // Saving a webhook sends this greeting first, which nobody signs and which says nothing.
            return IsGreeting(raw.Body) ? new(WebhookVerdict.Ping, Reason: "greeting") : new(WebhookVerdict.Forged, Reason: "sign.missing");
        if (!BodyProof.Matches(raw.Body, proof, options.WebhookSecret)) return new(WebhookVerdict.Forged, Reason: "sign.wrong");
        if (IsGreeting(raw.Body)) return new(WebhookVerdict.Ping, Reason: "greeting");
        if (!OfOrders.Contains(raw.Header("X-WC-Webhook-Topic"))) return new(WebhookVerdict.Ping, Reason: "topic.other");
        // Its own number of a delivery is one for each second, so an event is named by what it tells.
        var told = Payload.Answer(raw.Body, root => root.Text("id") is { } id && root.Text("date_modified_gmt") is { } at
            ? new Told($"{id}:{at}:{root.Text("status")}", root.Text("status")) : null!);
        if (told is { Status: { } status } && WooOrder.IsDraft(status)) return new(WebhookVerdict.Ping, Reason: "draft");
        return new(WebhookVerdict.Genuine, told is { Key.Length: <= 100 } ? told.Key : BodyProof.Name(raw.Body));
    }

    private static bool IsGreeting(ReadOnlySpan<byte> body)
    {
        var said = body.Trim(" \r\n"u8);
        return said.StartsWith("webhook_id="u8) && said.Length is > 11 and <= 31 && said[11..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private sealed record Told(string Key, string? Status);
}
