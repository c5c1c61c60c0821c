using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>
/// Webhooks in WooCommerce. It never repeats a delivery and switches a webhook off after a few failures, without a word,
/// so they are looked at again and again.
/// </summary>
internal sealed class WooSubscription(ChannelWire wire, WooOptions options)
{
    private const int PagesMost = 10;
    private static readonly string[] Topics = ["order.created", "order.updated"];

    public async Task<SubscriptionAnswer> Check(Uri callback, bool mend, CancellationToken cancellation)
    {
        var address = callback.AbsoluteUri;
        var (there, why) = await All(address, cancellation);
        if (there is null) return new(SubscriptionState.Unknown, why);
        var missing = Topics.Where(topic => !there.Any(w => w.Topic == topic && w.Status == "active")).ToList();
        if (missing.Count == 0) return new(SubscriptionState.Exists);
        var names = string.Join(", ", missing);
        if (!mend) return new(SubscriptionState.Missing, new($"没有订阅或已停用：{names}", $"Not subscribed or switched off: {names}"));
        foreach (var topic in missing)
        {
            var off = there.FirstOrDefault(w => w.Topic == topic);
            // The secret is sent again: the one that it was made with may not be ours.
            var done = off is null
                ? await wire.Post("/webhooks", new { name = $"Guidan {topic}", topic, delivery_url = address, secret = options.WebhookSecret, status = "active" }, cancellation)
                : await wire.Put($"/webhooks/{off.Id}", new { status = "active", secret = options.WebhookSecret }, cancellation);
            if (!done.IsOk) return new(SubscriptionState.Missing, new($"没能订阅{topic}：{done.Sentence.Zh}", $"Could not subscribe to {topic}: {done.Sentence.En}"));
        }
        return new(SubscriptionState.Mended, new($"已重新订阅：{names}", $"Subscribed again: {names}"));
    }

    private async Task<(List<Hook>? Hooks, Text? Why)> All(string address, CancellationToken cancellation)
    {
        var all = new List<Hook>();
        for (var page = 1; page <= PagesMost; page++)
        {
            var answer = await wire.Get($"/webhooks?status=all&per_page=100&page={page}", cancellation);
            if (!answer.IsOk) return (null, answer.Sentence);
            var some = Payload.Answer(answer.Body, root => root.Items()
                .Select(w => new Hook(w.NeededId("id"), w.Text("topic"), w.Text("status"), w.Text("delivery_url"))).ToList());
            if (some is null) return (null, WireAnswer.Unreadable.Sentence);
            all.AddRange(some.Where(w => w.Address == address));
            if (some.Count < 100) break;
        }
        return (all, null);
    }

    private sealed record Hook(string Id, string? Topic, string? Status, string? Address);
}
