using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>
/// Writes an event once for each receiver that wants it, in the transaction of the change. One statement does it: where
/// nobody listens it writes no row and reads nothing ahead.
/// </summary>
internal sealed class WebhookFanOut(ShopDb db, TimeProvider clock) : IOrderWatcher, IStockFollower, ICaseWatcher
{
    // Several changes of a SKU within this time are one event.
    private static readonly TimeSpan StockPause = TimeSpan.FromSeconds(5);

    private static readonly Statement Insert = new(
        """
        insert into notices_delivery (endpoint, id, stream, type, payload, created_at, due_at, state, attempts)
        select e.id, $1, $2, $3, $4, $5, $6, 0, 0 from notices_endpoint e where e.state <> 1 and e.events like $7
        """);
    private static readonly Statement InsertTest = new(
        """
        insert into notices_delivery (endpoint, id, stream, type, payload, created_at, due_at, state, attempts)
        values ($1, $2, $3, $4, $5, $6, $7, 0, 0)
        """);
    // A row for each change, and none that two orders would wait for: they are gathered when they are told.
    private static readonly Statement NoteStock = new(
        """
        insert into notices_stock (id, sku, due_at) select $1, $2, $3
        where exists (select 1 from notices_endpoint where state <> 1 and events like '%,stock.changed,%')
        """);

    public void Noted(OrderFact fact)
    {
        if (WebhookEvents.Of(fact.Kind) is { } type)
            Tell(fact.Id, OrderNumbers.Plain(fact.Number), type, fact.At, new OrderData(OrderNumbers.Plain(fact.Number), fact.From, fact.To, fact.Facts));
    }

    public void Changed(string sku, long available)
    {
        var now = clock.GetUtcNow();
        db.Later(NoteStock, [OrderedId.At(now), sku, now + StockPause], rows: null);
    }

    /// <summary>How many there are of a SKU now, after one or more changes.</summary>
    public void Told(StockData stock, DateTimeOffset now) => Tell(OrderedId.At(now), "sku:" + stock.Sku, WebhookEvents.StockChanged, now, stock);

    public void Opened(Case opened, DateTimeOffset now) => Tell(OrderedId.At(now), $"case:{opened.Kind}:{opened.Subject}", WebhookEvents.CaseOpened, now,
        new CaseData(opened.Kind, opened.Subject, opened.Cause, opened.Remedy, opened.Order is { } n ? OrderNumbers.Plain(n) : null, opened.Amount, null));

    public void Closed(string kind, string subject, string outcome, DateTimeOffset now) => Tell(OrderedId.At(now), $"case:{kind}:{subject}",
        WebhookEvents.CaseClosed, now, new CaseData(kind, subject, null, null, null, null, outcome));

    public Guid SendTest(Guid endpoint, DateTimeOffset now)
    {
        var id = OrderedId.At(now);
        var payload = Json.Write(new WebhookEnvelope(WebhookEvents.Test, now, new { endpoint }));
        // Each test goes by itself: it waits for no other.
        db.Later(InsertTest, [endpoint, id, $"test:{id:N}", WebhookEvents.Test, payload, now, now]);
        return id;
    }

    private void Tell(Guid id, string stream, string type, DateTimeOffset at, object data) =>
        db.Later(Insert, [id, stream, type, Json.Write(new WebhookEnvelope(type, at, data)), at, at, $"%,{type},%"], rows: null);
}
