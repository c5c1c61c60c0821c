using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>
/// Tells Shopify of a shipment as a fulfillment. It looks first: what a fulfillment with the same tracking number holds
/// already is not told again, so a lost answer costs nothing.
/// </summary>
internal sealed class ShopifyShipments(ChannelWire wire)
{
    public async Task<ChannelAnswer> Tell(ChannelShipment shipment, CancellationToken cancellation)
    {
        var order = Uri.EscapeDataString(shipment.OrderExternalId);
        var told = await wire.Get($"/orders/{order}/fulfillments.json?limit=250", cancellation);
        if (!told.IsOk) return told.AsAnswer;
        var open = await wire.Get($"/orders/{order}/fulfillment_orders.json", cancellation);
        if (!open.IsOk) return open.AsAnswer;
        var earlier = Payload.Answer(told.Body, root => root.Has("fulfillments") ? root.List("fulfillments").Select(Fulfilled).ToList() : null!);
        var waiting = Payload.Answer(open.Body, root => root.Has("fulfillment_orders") ? root.List("fulfillment_orders").SelectMany(Waiting).ToList() : null!);
        if (earlier is null || waiting is null) return WireAnswer.Unreadable.AsAnswer;
        var left = Left(shipment, earlier);
        if (left.Count == 0) return ChannelAnswer.Done;
        var calls = Share(left, waiting);
        // Somebody told it there by hand, under another number: the goods are known to have left.
        if (calls.Count == 0 && left.All(l => Known(l.Key, waiting))) return ChannelAnswer.Done;
        if (calls.Count == 0) return new(ChannelAnswerState.Refused, "fulfillment.not_open");
        foreach (var place in calls.GroupBy(c => c.Location))
        {
            var answer = await wire.Post("/fulfillments.json", Body(shipment, place), cancellation);
            if (!answer.IsOk) return answer.AsAnswer;
        }
        return ChannelAnswer.Done;
    }

    private static object Body(ChannelShipment shipment, IEnumerable<WaitingLine> lines)
    {
        var goods = lines.GroupBy(l => l.Order).Select(o => new
        {
            fulfillment_order_id = Number(o.Key),
            fulfillment_order_line_items = o.Select(l => new { id = Number(l.Id), quantity = l.Quantity }).ToList(),
        }).ToList();
        return new
        {
            fulfillment = new
            {
                notify_customer = true,
                tracking_info = shipment.TrackingNumber is null ? null : new { number = shipment.TrackingNumber, company = shipment.Carrier },
                line_items_by_fulfillment_order = goods,
            },
        };
    }

    // Without a tracking number the same goods, told after they left, are the same shipment.
    private static Dictionary<string, long> Left(ChannelShipment shipment, List<Told> earlier)
    {
        var left = shipment.Lines.GroupBy(l => l.ExternalId).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));
        var same = earlier.Where(t => shipment.TrackingNumber is { } number ? t.Numbers.Contains(number)
            : t.Numbers.Count == 0 && t.At >= shipment.ShippedAt.AddMinutes(-1) && t.Lines.All(l => left.GetValueOrDefault(l.Line) >= l.Quantity)
                && t.Lines.Count > 0);
        foreach (var (line, quantity) in same.SelectMany(t => t.Lines))
            if (left.TryGetValue(line, out var open)) left[line] = open - quantity;
        return left.Where(l => l.Value > 0).ToDictionary();
    }

    // Shopify wants one call for each place that goods leave from.
    private static List<WaitingLine> Share(Dictionary<string, long> left, List<WaitingLine> waiting)
    {
        var calls = new List<WaitingLine>();
        foreach (var (line, quantity) in left)
        {
            var wanted = quantity;
            foreach (var place in waiting.Where(w => w.Line == line && w.IsOpen && w.Quantity > 0))
            {
                var here = Math.Min(wanted, place.Quantity);
                if (here > 0) calls.Add(place with { Quantity = here });
                wanted -= here;
            }
        }
        return calls;
    }

    private static bool Known(string line, List<WaitingLine> waiting) =>
        waiting.Any(w => w.Line == line && w.State == "closed") && !waiting.Any(w => w.Line == line && w.Quantity > 0 && w.State != "cancelled");

    private static Told Fulfilled(PayloadNode node)
    {
        var numbers = node.Words("tracking_numbers").ToList();
        if (numbers.Count == 0 && node.Text("tracking_number") is { } one) numbers.Add(one);
        var counts = node.Text("status") is null or "success" or "pending" or "open";
        return new(numbers, node.Time("created_at") ?? default,
            counts ? node.List("line_items").Select(l => (l.Text("id") ?? "", l.Count("quantity"))).ToList() : []);
    }

    private static IEnumerable<WaitingLine> Waiting(PayloadNode order)
    {
        var (id, state, place) = (order.NeededId("id"), order.Text("status"), order.Text("assigned_location_id"));
        return order.List("line_items").Select(l =>
            new WaitingLine(id, state, place, l.NeededId("id"), l.NeededId("line_item_id"), l.Count("fulfillable_quantity"))).ToList();
    }

    private static object Number(string id) => long.TryParse(id, out var number) ? number : id;

    private sealed record Told(List<string> Numbers, DateTimeOffset At, List<(string Line, long Quantity)> Lines);

    private sealed record WaitingLine(string Order, string? State, string? Location, string Id, string Line, long Quantity)
    {
        public bool IsOpen => State is "open" or "in_progress";
    }
}
