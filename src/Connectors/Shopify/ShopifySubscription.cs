using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>
/// Webhook subscriptions of the app. Shopify deletes them when we could not be reached for long, without a word, so they
/// are looked at again and again.
/// </summary>
internal sealed class ShopifySubscription(ChannelWire wire)
{
    // A refund changes its order, so orders/updated tells of it with all that we need.
    private static readonly string[] Topics = ["orders/create", "orders/updated", "orders/cancelled"];

    public async Task<SubscriptionAnswer> Check(Uri callback, bool mend, CancellationToken cancellation)
    {
        var address = callback.AbsoluteUri;
        var answer = await wire.Get($"/webhooks.json?limit=250&address={Uri.EscapeDataString(address)}", cancellation);
        if (!answer.IsOk) return new(SubscriptionState.Unknown, answer.Sentence);
        var there = Payload.Answer(answer.Body, root => root.Has("webhooks") ? root.List("webhooks")
            .Where(w => w.Text("address") == address && w.Text("format") is null or "json").Select(w => w.Text("topic")).ToList() : null!);
        if (there is null) return new(SubscriptionState.Unknown, WireAnswer.Unreadable.Sentence);
        var missing = Topics.Except(there).ToList();
        if (missing.Count == 0) return new(SubscriptionState.Exists);
        var names = string.Join(", ", missing);
        if (!mend) return new(SubscriptionState.Missing, new($"没有订阅：{names}", $"Not subscribed: {names}"));
        foreach (var topic in missing)
        {
            var made = await wire.Post("/webhooks.json", new { webhook = new { topic, address, format = "json" } }, cancellation);
            if (!made.IsOk) return new(SubscriptionState.Missing, new($"没能订阅{topic}：{made.Sentence.Zh}", $"Could not subscribe to {topic}: {made.Sentence.En}"));
        }
        return new(SubscriptionState.Mended, new($"已重新订阅：{names}", $"Subscribed again: {names}"));
    }
}
