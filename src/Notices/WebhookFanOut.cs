using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>The event types that a receiver can ask for.</summary>
internal static class WebhookEvents
{
    public const string Test = "webhook.test";

    // The left side is the kind in an order's history.
    private static readonly Dictionary<string, string> OfKind = new()
    {
        ["placed"] = "order.placed", ["paid"] = "order.paid", ["confirmed"] = "order.confirmed", ["shipped"] = "order.shipped",
        ["delivered"] = "order.delivered", ["completed"] = "order.completed", ["canceled"] = "order.canceled",
        ["refunded"] = "order.refunded",
    };

    public static IReadOnlyCollection<string> All => OfKind.Values;

    public static string? Of(string kind) => OfKind.GetValueOrDefault(kind);
}

/// <summary>
/// Writes an order's event once for each receiver that wants it, in the transaction of the change. One statement does
/// it: where nobody listens it writes no row and reads nothing ahead.
/// </summary>
internal sealed class WebhookFanOut(ShopDb db) : IOrderWatcher
{
    private static readonly Statement Insert = new(
        """
        insert into notices_delivery (endpoint, id, stream, type, payload, created_at, due_at, state, attempts)
        select e.id, $1, $2, $3, $4, $5, $6, 0, 0 from notices_endpoint e where e.state = 0 and e.events like $7
        """);
    private static readonly Statement InsertTest = new(
        """
        insert into notices_delivery (endpoint, id, stream, type, payload, created_at, due_at, state, attempts)
        values ($1, $2, $3, $4, $5, $6, $7, 0, 0)
        """);

    private sealed record Envelope(string Type, DateTimeOffset Timestamp, object Data);

    private sealed record OrderData(string Order, OrderState? From, OrderState? To, object? Facts);

    public void Noted(OrderFact fact)
    {
        if (WebhookEvents.Of(fact.Kind) is not { } type) return;
        var number = OrderNumbers.Plain(fact.Number);
        var payload = Json.Write(new Envelope(type, fact.At, new OrderData(number, fact.From, fact.To, fact.Facts)));
        db.Later(Insert, [fact.Id, number, type, payload, fact.At, fact.At, $"%,{type},%"], rows: null);
    }

    public Guid SendTest(Guid endpoint, DateTimeOffset now)
    {
        var id = OrderedId.At(now);
        var payload = Json.Write(new Envelope(WebhookEvents.Test, now, new { endpoint }));
        db.Later(InsertTest, [endpoint, id, WebhookEvents.Test, WebhookEvents.Test, payload, now, now]);
        return id;
    }
}
