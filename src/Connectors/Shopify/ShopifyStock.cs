using System.Collections.Concurrent;
using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>Sets what can be sold of a SKU at one location. Setting a number twice is setting it once.</summary>
internal sealed class ShopifyStock(ChannelWire wire, ShopifyOptions options)
{
    private const int KnownMost = 100_000;

    private const string Find =
        "query($q:String!){inventoryItems(first:10,query:$q){nodes{legacyResourceId sku tracked}}}";

    // Numbers of inventory items never change while their SKU exists; a wrong one is forgotten when it is refused.
    private readonly ConcurrentDictionary<string, string> items = new(StringComparer.Ordinal);
    private volatile string? location;

    public async Task<ChannelAnswer> Tell(string sku, long available, CancellationToken cancellation)
    {
        var (place, noPlace) = await Location(cancellation);
        if (place is null) return noPlace!;
        var (item, noItem) = await Item(sku, cancellation);
        if (item is null) return noItem!;
        var answer = await wire.Post("/inventory_levels/set.json", new
        {
            location_id = long.Parse(place), inventory_item_id = long.Parse(item), available = Math.Max(0, available),
        }, cancellation);
        if (!answer.IsOk && !answer.MayPass) items.TryRemove(sku, out _);
        return answer.AsAnswer;
    }

    // The Admin API finds a SKU in its query language only.
    private async Task<(string? Item, ChannelAnswer? Why)> Item(string sku, CancellationToken cancellation)
    {
        if (items.TryGetValue(sku, out var known)) return (known, null);
        var quoted = sku.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var answer = await wire.Post("/graphql.json", new { query = Find, variables = new { q = $"sku:\"{quoted}\"" } }, cancellation);
        if (!answer.IsOk) return (null, answer.AsAnswer);
        var found = Payload.Answer(answer.Body, root => root.Has("errors") || !root.Has("data") ? null!
            : root.Node("data").Node("inventoryItems").List("nodes").Where(n => n.Text("sku") == sku).Select(n => n.NeededId("legacyResourceId")).ToList());
        if (found is null) return (null, Refusal(answer.Body));
        if (found.Count != 1 || !long.TryParse(found[0], out _))
            return (null, new(ChannelAnswerState.Refused, found.Count == 0 ? "sku.unknown" : "sku.ambiguous"));
        if (items.Count >= KnownMost) items.Clear();
        items[sku] = found[0];
        return (found[0], null);
    }

    // Errors of the query language come with HTTP 200; being throttled passes, the rest needs a person.
    private static ChannelAnswer Refusal(byte[] body)
    {
        var codes = Payload.Answer(body, root => root.List("errors").Select(e => e.Node("extensions").Text("code")).ToList());
        if (codes is null || codes.Count == 0) return WireAnswer.Unreadable.AsAnswer;
        return codes.Contains("ACCESS_DENIED") ? new(ChannelAnswerState.Retry, "graphql.ACCESS_DENIED")
            : new(codes.Contains("THROTTLED") ? ChannelAnswerState.Retry : ChannelAnswerState.Refused, $"graphql.{codes[0]}");
    }

    private async Task<(string? Place, ChannelAnswer? Why)> Location(CancellationToken cancellation)
    {
        if (long.TryParse(options.LocationId, out _)) return (options.LocationId, null);
        if (location is { } known) return (known, null);
        var answer = await wire.Get("/shop.json", cancellation);
        if (!answer.IsOk) return (null, answer.AsAnswer);
        var found = Payload.Answer(answer.Body, root => root.Node("shop").Text("primary_location_id") ?? "");
        if (!long.TryParse(found, out _)) return (null, WireAnswer.Unreadable.AsAnswer);
        return (location = found, null);
    }
}
