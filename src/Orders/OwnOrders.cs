using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Orders;

/// <summary>One of a customer's own orders in his list.</summary>
public sealed record OwnOrder(string Number, DateTimeOffset PlacedAt, DisplayState Status, string StatusText, Money Total,
    IReadOnlyList<LineBrief> Lines, int LineCount, long UnitCount);

/// <summary>An order as its customer takes it along.</summary>
/// <param name="Recipient">Whole, except on orders that were added by their link: their recipient may be somebody else.</param>
public sealed record OwnOrderData(string Number, DateTimeOffset PlacedAt, DisplayState Status, OrderMoney Money,
    IReadOnlyList<OrderLineView> Lines, RecipientView Recipient, string? Note, IReadOnlyList<TimelineEntry> History);

/// <summary>Reads the orders of whoever is signed in.</summary>
public sealed class OwnOrders(ShopDb db, OrderQueries orders, OrderBook book, Caller caller)
{
    /// <summary>Orders that are taken along at the most, the newest first.</summary>
    public const int TakenAlongMost = 2000;

    /// <summary>Newest first, by key; never counted.</summary>
    public async Task<Result<Page<OwnOrder>>> List(PageAsk ask)
    {
        if (caller.CustomerId is not { } customer) return Refusals.SignInFirst;
        var page = await orders.List(new OrderFilter(Customer: customer), ask);
        return page.Select(o => new OwnOrder(o.Number, o.PlacedAt, o.Status, o.StatusText, o.Total, o.Lines, o.LineCount, o.UnitCount));
    }

    /// <summary>Everything that the shop keeps about one's orders.</summary>
    public async Task<IReadOnlyList<OwnOrderData>> All()
    {
        Invariant.That(caller.CustomerId is not null, "somebody is signed in");
        var mine = await db.Read<Order>().Where(o => o.CustomerId == caller.CustomerId).OrderByDescending(o => o.Number)
            .Take(TakenAlongMost).ToListAsync();
        var numbers = mine.ConvertAll(o => o.Number);
        var claimed = (await db.Read<OrderEvent>().Where(e => numbers.Contains(e.OrderNumber) && e.Kind == ClaimOrder.Kind)
            .Select(e => e.OrderNumber).ToListAsync()).ToHashSet();
        var all = new List<OwnOrderData>();
        foreach (var order in mine)
        {
            var detail = await orders.Detail(order);
            all.Add(new(order.Plain, order.PlacedAt, order.Display, detail.Money, detail.Lines,
                claimed.Contains(order.Number) ? detail.Recipient : OrderQueries.Whole(book.RecipientOf(order)), order.BuyerNote, detail.Timeline));
        }
        return all;
    }
}
