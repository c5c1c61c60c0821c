using Guidan.Kernel;
using Guidan.Operations;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Orders;

/// <summary>Opens orders for change and writes their history; inside the use cases' transactions.</summary>
public sealed class OrderBook(ShopDb db, Caller caller, TimeProvider clock, Sealer sealer, LiveFeed live,
    IEnumerable<IOrderWatcher> watchers)
{
    internal const string Unknown = "order.unknown";

    /// <summary>Locks an order and reads it, tracked. Two use cases on one order run one after the other.</summary>
    internal async Task<Result<Order>> Open(long number)
    {
        if (await db.Execute(OrderSql.Lock, number) != 1) return NotFound(number);
        return await db.Set<Order>().FirstAsync(o => o.Number == number);
    }

    /// <summary>Writes a new order as it stands now, with the lines that the caller adds; what is changed on it afterwards is lost.</summary>
    internal void Insert(Order o) => db.Later(OrderSql.InsertOrder, [o.Number, (int)o.Display, o.Channel, o.ExternalNumber, o.PlacedAt, o.Currency,
        o.Goods, o.Discount, o.Freight, o.Total, o.Units, o.PaymentMethod, o.DeliveryMethod, o.Recipient, o.PhoneIndex, o.NameIndex, o.Place,
        o.CustomerId, o.BuyerNote, o.PayBy, o.Tax, (int)o.State, o.Paid, o.PaidAt, o.ConfirmedAt]);

    internal Task<List<OrderLine>> Lines(long number) =>
        (db.InsideTransaction ? db.Set<OrderLine>() : db.Read<OrderLine>()).Where(l => l.OrderNumber == number).OrderBy(l => l.Line).ToListAsync();

    /// <summary>Adds a fact to an order's history and to the audit log, and tells whoever is watching.</summary>
    internal void Note(long number, string kind, OrderState? from = null, OrderState? to = null, object? facts = null, string? reason = null)
    {
        var now = clock.GetUtcNow();
        var id = OrderedId.At(now);
        db.Later(OrderSql.InsertEvent, [number, id, now, caller.Actor, caller.Name, kind,
            from is { } f ? (int)f : null, to is { } t ? (int)t : null, facts is null ? null : Json.Write(facts), reason]);
        foreach (var watcher in watchers) watcher.Noted(new OrderFact(number, id, now, kind, from, to, facts, reason));
        db.Record("order:" + OrderNumbers.Plain(number), from?.ToString(), to?.ToString() ?? kind, reason);
        db.AfterCommit(() => live.Publish("order", OrderNumbers.Plain(number)));
    }

    /// <summary>Tells whoever is watching who ordered, so that he can be written to.</summary>
    internal void Placed(long number, Contact contact)
    {
        foreach (var watcher in watchers) watcher.Placed(number, contact, caller.Tongue);
    }

    internal Recipient RecipientOf(Order order) => Json.Read<Recipient>(sealer.Open(order.Recipient, Place(order.Number)));

    internal byte[] Seal(long number, Recipient recipient) => sealer.Seal(Json.Write(recipient), Place(number));

    internal byte[] PhoneIndex(string phone) => sealer.Index("phone", Phones.Normalize(phone));

    internal byte[] NameIndex(string name) => sealer.Index("name", name.Trim().ToUpperInvariant());

    /// <summary>The token in an order's signed link.</summary>
    public string TokenOf(long number) => sealer.Token("order", OrderNumbers.Plain(number));

    internal bool IsToken(long number, string? token) => sealer.IsToken("order", OrderNumbers.Plain(number), token);

    internal static Refusal NotFound(long number) => Refusal.NotFound(Unknown,
        new($"订单 {OrderNumbers.Plain(number)}", $"Order {OrderNumbers.Plain(number)}"));

    private static string Place(long number) => "orders_order.recipient." + OrderNumbers.Plain(number);
}
