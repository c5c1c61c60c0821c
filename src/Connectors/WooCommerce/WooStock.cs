using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>Sets what can be sold of a SKU. Setting a number twice is setting it once.</summary>
internal sealed class WooStock(ChannelWire wire)
{
    public async Task<ChannelAnswer> Tell(string sku, long available, CancellationToken cancellation)
    {
        var answer = await wire.Get($"/products?sku={Uri.EscapeDataString(sku)}&status=any&per_page=100", cancellation);
        if (!answer.IsOk) return answer.AsAnswer;
        // A comma in the question asks for several, so the answer is looked at again.
        var found = Payload.Answer(answer.Body, root => root.Items().Where(p => p.Text("sku") == sku)
            .Select(p => new Found(p.NeededId("id"), p.Text("type") == "variation" ? p.Text("parent_id") : null)).ToList());
        if (found is null) return WireAnswer.Unreadable.AsAnswer;
        if (found.Count != 1) return new(ChannelAnswerState.Refused, found.Count == 0 ? "sku.unknown" : "sku.ambiguous");
        var path = found[0].Parent is { } parent ? $"/products/{parent}/variations/{found[0].Id}" : $"/products/{found[0].Id}";
        return (await wire.Put(path, new { manage_stock = true, stock_quantity = Math.Max(0, available) }, cancellation)).AsAnswer;
    }

    private sealed record Found(string Id, string? Parent);
}
