using Guidan.Inventory;
using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>So many units of a SKU.</summary>
public sealed record LineShipped(string Sku, long Quantity);

/// <summary>What Fulfillment needs to know of an order that is being shipped.</summary>
public sealed record OrderToShip(long Number, string Plain, DeliveryMethod Delivery, Recipient Recipient, IReadOnlyList<LineShipped> Lines,
    DisplayState Status, long UnitsLeft);

/// <summary>Goods that just left.</summary>
/// <param name="UnitsSoFar">Units shipped of the order, these included: it tells one shipment from another.</param>
public sealed record ShippedNews(long Number, string Channel, long UnitsSoFar, bool Completes, string Carrier, string? Tracking,
    DateTimeOffset At, IReadOnlyList<LineShipped> Lines);

/// <summary>One who wants to know what was shipped; it is told inside the transaction and only writes there.</summary>
public interface IShipmentFollower
{
    void Shipped(ShippedNews news);
}

/// <summary>
/// The door through which Fulfillment moves orders on: shipped, delivered, completed. It works in the caller's
/// transaction and never commits.
/// </summary>
public sealed class OrderShipping(ShopDb db, OrderBook book, Stock stock, DeliveryMethods delivery,
    IEnumerable<IShipmentFollower> followers, TimeProvider clock)
{
    /// <summary>Takes units out of stock and marks them shipped; everything that is left when no lines are named.</summary>
    /// <param name="tracking">The parcel's number, for the history.</param>
    public async Task<Result<OrderToShip>> Ship(long number, IReadOnlyList<LineShipped>? asked, string carrier, string? tracking)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (Refuse(order) is { } refusal) return refusal;
        var lines = await book.Lines(number);
        var shipping = asked ?? lines.Where(l => l.Left > 0).GroupBy(l => l.Sku)
            .Select(g => new LineShipped(g.Key, g.Sum(l => l.Left))).ToList();
        if (Check(lines, shipping) is { } wrong) return wrong;
        foreach (var line in shipping.OrderBy(l => l.Sku, StringComparer.Ordinal))
        {
            if (!await stock.Ship(number, line.Sku, line.Quantity)) return StockGone(line.Sku);
            Mark(lines, line);
        }
        order.Shipped += shipping.Sum(l => l.Quantity);
        if (order.Shipped >= order.Units) order.ShippedAt = clock.GetUtcNow();
        order.Derive();
        book.Note(number, "shipped", facts: new { carrier, tracking, units = shipping.Sum(l => l.Quantity) });
        foreach (var follower in followers)
            follower.Shipped(new(number, order.Channel, order.Shipped, order.Shipped >= order.Units, carrier, tracking, clock.GetUtcNow(), shipping));
        return await View(order, shipping);
    }

    /// <summary>Marks units delivered by a carrier's or a person's word; said again for the same parcel it does nothing new.</summary>
    public async Task<Refusal?> Deliver(long number, long units, string? tracking, string? reason = null)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal;
        var order = opened.Value;
        order.Delivered = Math.Min(order.Shipped, order.Delivered + units);
        if (order.Delivered >= order.Units) order.DeliveredAt = clock.GetUtcNow();
        book.Note(number, "delivered", facts: new { tracking, units }, reason: reason);
        return null;
    }

    /// <summary>Completes a delivered order that nobody objects to; false when it cannot be now.</summary>
    public async Task<bool> Complete(long number, string reason)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return false;
        var order = opened.Value;
        if (order.State != OrderState.Confirmed || order.Refunding > 0 || order.Shipped < order.Units || order.MoveTo(OrderState.Completed) is not null)
            return false;
        order.CompletedAt = clock.GetUtcNow();
        book.Note(number, "completed", OrderState.Confirmed, OrderState.Completed, reason: reason);
        return true;
    }

    /// <summary>The recipient, for labels and carriers.</summary>
    public async Task<OrderToShip?> Find(long number)
    {
        var order = db.Read<Order>().FirstOrDefault(o => o.Number == number);
        return order is null ? null : (await View(order, [])).Value;
    }

    private async Task<Result<OrderToShip>> View(Order order, IReadOnlyList<LineShipped> lines)
    {
        var methods = (await delivery.Current()).Methods;
        var method = methods.FirstOrDefault(m => m.Code == order.DeliveryMethod) ?? methods[0];
        return new OrderToShip(order.Number, order.Plain, method, book.RecipientOf(order), lines, order.Display, order.Units - order.Shipped);
    }

    private static Refusal? Refuse(Order order)
    {
        if (order.Hold is { } hold) return ConfirmOrder.OnHold(order, hold);
        if (order.State == OrderState.Confirmed && order.Shipped < order.Units && order.Paid - order.Refunded - order.Refunding > 0 | order.Total == 0) return null;
        return Refusal.Conflict("order.not_shippable",
            new("这单现在不能发货", "This order cannot be shipped now"),
            new($"{order.Plain} 现在是“{OrderStates.NameOf(order.Display).Zh}”", $"{order.Plain} is now “{OrderStates.NameOf(order.Display).En}”"),
            order.State == OrderState.Placed
                ? new("付款并确认后再发", "Ship it once it is paid and confirmed")
                : new("刷新看最新状态", "Refresh to see its state"));
    }

    private static Refusal? Check(List<OrderLine> lines, IReadOnlyList<LineShipped> shipping)
    {
        if (shipping.Count == 0) return Refusal.Invalid("lines", new("没有要发的商品", "There is nothing to ship"));
        for (var i = 0; i < shipping.Count; i++)
        {
            var left = lines.Where(l => l.Sku == shipping[i].Sku).Sum(l => l.Left);
            if (shipping[i].Quantity < 1 || shipping.Where(l => l.Sku == shipping[i].Sku).Sum(l => l.Quantity) > left)
                return Refusal.Invalid($"lines[{i}].quantity", new($"{shipping[i].Sku} 还有{left}件没发", $"{left} of {shipping[i].Sku} are left to ship"));
        }
        return null;
    }

    private static void Mark(List<OrderLine> lines, LineShipped shipped)
    {
        var left = shipped.Quantity;
        foreach (var line in lines.Where(l => l.Sku == shipped.Sku))
        {
            var part = Math.Min(left, line.Left);
            line.Shipped += part;
            left -= part;
        }
    }

    private static Refusal StockGone(string sku) => Refusal.Conflict("stock.not_allocated",
        new("库存没有为这单留够", "The stock kept for this order is short"),
        new($"{sku} 留给这单的数量少于要发的", $"Less of {sku} is kept for this order than is being shipped"),
        new("到归单证明里核对库存，再发", "Check the stock equation on the proof page, then ship"));
}
