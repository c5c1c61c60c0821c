using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>What a refund by lines gives back of one of them.</summary>
/// <param name="Line">The line's id.</param>
/// <param name="Dropped">Units that will not be shipped any more.</param>
/// <param name="Returned">Units that came back into stock.</param>
public sealed record RefundedLine(string Line, string Sku, long Quantity, Money Amount, long Dropped, long Returned);

/// <summary>What a refund would give back.</summary>
/// <param name="Cancels">Nothing would be left to ship: the order would be over.</param>
public sealed record RefundPreview(IReadOnlyList<RefundedLine> Lines, Money Freight, Money Amount, Money Refundable, bool Cancels);

/// <summary>Plans refunds by lines, and does to goods and lines what they mean; works in the caller's transaction.</summary>
internal sealed class RefundUnits(ShopDb db, OrderBook book, PaymentRequests payments, Stock stock, TimeProvider clock)
{
    /// <summary>Works a refund out without writing it.</summary>
    public async Task<Result<RefundPreview>> Preview(long number, RefundOrder.Command command)
    {
        if (command.Refuse() is { } wrong) return wrong;
        if (db.Read<Order>().FirstOrDefault(o => o.Number == number) is not { } order) return OrderBook.NotFound(number);
        var made = await Plan(order, command);
        if (!made.IsOk) return made.Refusal!;
        var plan = made.Value;
        var amount = command.ByLines ? plan.Amount : command.Amount?.Amount ?? order.Refundable;
        if (amount > order.Refundable || order.Refundable == 0) return RefundOrder.TooMuch(order, new(amount, order.Currency));
        Money M(long minor) => new(minor, order.Currency);
        return new RefundPreview(plan.Parts.Select(p => new RefundedLine(p.Line.Line.ToString(), p.Line.Sku, p.Quantity, M(p.Amount), p.Dropped, p.Returned)).ToList(),
            M(plan.Freight), M(amount), M(order.Refundable), Ends(order, plan, amount));
    }

    public async Task<Result<RefundPlan>> Plan(Order order, RefundOrder.Command command)
    {
        if (!command.ByLines) return new RefundPlan([], 0);
        if (order.IsChannels) return AtChannel(order);
        var rows = (db.InsideTransaction ? db.Set<RefundLine>() : db.Read<RefundLine>()).Where(r => r.OrderNumber == order.Number).ToList();
        var gone = GoneBack.Of(rows, await payments.RefundsOf(order.Number));
        var plan = RefundPlan.Make(order, await book.Lines(order.Number), gone, command.Lines ?? [], command.Freight);
        if (plan.IsOk && plan.Value.Amount == 0) return Refusal.Invalid("lines", new("这些商品没有可退的钱", "There is no money to give back for these"));
        return plan;
    }

    /// <summary>Nothing was shipped and nothing will be: the order is over with this refund.</summary>
    public static bool Ends(Order order, RefundPlan plan, long amount) => order.Shipped == 0 && order.Refundable > 0
        && (amount == order.Refundable || plan.Parts.Sum(p => p.Dropping) == order.Units);

    /// <summary>Takes goods that will not be shipped out of the order, and goods that came back into the stock.</summary>
    /// <param name="ends">The order gives up all that it holds by itself.</param>
    public async Task Move(Order order, RefundPlan plan, bool ends, string reason)
    {
        foreach (var part in plan.Parts.OrderBy(p => p.Line.Sku, StringComparer.Ordinal))
        {
            if (part.Dropping > 0 && (!ends || !part.Restock)) await stock.Drop(order.Number, part.Line.Sku, part.Dropping, part.Restock, reason);
            if (part.Returning > 0) await stock.TakeBack(order.Number, part.Line.Sku, part.Returning, reason);
            part.Line.Returned += part.Returning;
            if (!ends) part.Line.Dropped += part.Dropping;
        }
        if (ends) return;
        order.Units -= plan.Parts.Sum(p => p.Dropping);
        if (order.Shipped < order.Units) return;
        order.ShippedAt ??= clock.GetUtcNow();
        if (order.Delivered >= order.Units) order.DeliveredAt ??= clock.GetUtcNow();
    }

    /// <summary>Keeps what a refund gives back of which line.</summary>
    public void Keep(Guid refund, Order order, RefundPlan plan, bool ends)
    {
        foreach (var part in plan.Parts)
            db.Set<RefundLine>().Add(new()
            {
                OrderNumber = order.Number, RefundId = refund, Line = part.Line.Line, Quantity = part.Quantity, Amount = part.Amount,
                Dropped = ends ? part.Dropped - part.Dropping : part.Dropped, Returned = part.Returned,
            });
        if (plan.Freight > 0)
            db.Set<RefundLine>().Add(new() { OrderNumber = order.Number, RefundId = refund, Line = RefundLine.Freight, Amount = plan.Freight });
    }

    /// <summary>The rows of a refund as they are shown.</summary>
    public static IEnumerable<RefundedLine> View(IEnumerable<RefundLine> rows, IReadOnlyList<OrderLine> lines, Func<long, Money> money) => rows
        .Select(r => new RefundedLine(r.Line.ToString(), lines.FirstOrDefault(l => l.Line == r.Line)?.Sku ?? "", r.Quantity, money(r.Amount), r.Dropped, r.Returned));

    /// <summary>A refused refund is filed again: the new one gives back the same.</summary>
    public static void Again(ShopDb db, Refund refused, Guid again)
    {
        foreach (var row in db.Read<RefundLine>().Where(r => r.OrderNumber == refused.OrderNumber && r.RefundId == refused.Id).ToList())
            db.Set<RefundLine>().Add(new()
            {
                OrderNumber = row.OrderNumber, RefundId = again, Line = row.Line, Quantity = row.Quantity, Amount = row.Amount,
                Dropped = row.Dropped, Returned = row.Returned,
            });
    }

    private static Refusal AtChannel(Order order) => Refusal.Conflict("refund.at_channel",
        new("这单的商品要在渠道那边退", "Units of this order are refunded at its channel"),
        new($"{order.Plain} 来自{order.Channel}，行和金额以那边为准", $"{order.Plain} came from {order.Channel}, whose lines and amounts count"),
        new("到渠道后台按商品退，这里会自己记上；或在这里按金额退", "Refund the goods at the channel, and it is recorded here by itself; or refund an amount here"));
}
