using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Units of one line that are to be refunded.</summary>
/// <param name="Line">The line's id; the SKU does as well where only one line has it.</param>
/// <param name="Restock">True: the goods can be sold again. False: they are lost, or stay with the customer.</param>
public sealed record RefundLineAsk(long Quantity, string? Line = null, string? Sku = null, bool Restock = false);

/// <summary>What is given back of one line.</summary>
/// <param name="Dropping">Units that will not be shipped any more, from now on.</param>
/// <param name="Returning">Units that come back into stock now.</param>
internal sealed record RefundPart(OrderLine Line, long Quantity, long Amount, bool Restock, long Dropping, long Returning, long Dropped, long Returned);

/// <summary>
/// A refund by lines: its amounts follow from what each unit carries, so any sequence of them adds up to what was paid.
/// Units that have not been shipped go first; nobody ships what was refunded.
/// </summary>
internal sealed record RefundPlan(IReadOnlyList<RefundPart> Parts, long Freight)
{
    public long Amount => Parts.Sum(p => p.Amount) + Freight;

    public static Result<RefundPlan> Make(Order order, IReadOnlyList<OrderLine> lines, IReadOnlyDictionary<int, GoneBack> gone,
        IReadOnlyList<RefundLineAsk> asked, Money? freight)
    {
        var parts = new List<RefundPart>();
        for (var i = 0; i < asked.Count; i++)
        {
            var found = Find(lines, asked[i], $"lines[{i}]");
            if (!found.IsOk) return found.Refusal!;
            if (parts.Any(p => p.Line == found.Value))
                return Refusal.Invalid($"lines[{i}]", new("这一行写了两次", "This line is named twice"));
            var part = PartOf(order, found.Value, gone.GetValueOrDefault(found.Value.Line), asked[i]);
            if (!part.IsOk) return part.Refusal!;
            parts.Add(part.Value);
        }
        var freightGone = gone.GetValueOrDefault(RefundLine.Freight).Amount;
        if (freight is { } f && (f.Currency != order.Currency || f.Amount < 1 || f.Amount > order.Freight - freightGone))
            return TooMuchFreight(new(order.Freight - freightGone, order.Currency));
        var last = lines.All(l => gone.GetValueOrDefault(l.Line).Quantity + parts.Where(p => p.Line == l).Sum(p => p.Quantity) == l.Quantity);
        var plan = new RefundPlan(parts, freight?.Amount ?? 0);
        return last ? plan.Within(order.Refundable) : plan;
    }

    // Money that was given back without naming units is missing at the end: the last units close at what is left.
    private RefundPlan Within(long refundable)
    {
        var over = Amount - refundable;
        if (over <= 0 || refundable <= 0) return this;
        var parts = Parts.ToArray();
        for (var i = parts.Length - 1; i >= 0 && over > 0; i--)
        {
            var cut = Math.Min(over, parts[i].Amount);
            parts[i] = parts[i] with { Amount = parts[i].Amount - cut };
            over -= cut;
        }
        return new(parts, Freight - over);
    }

    private static Result<OrderLine> Find(IReadOnlyList<OrderLine> lines, RefundLineAsk ask, string field)
    {
        if (ask.Quantity < 1) return Refusal.Invalid($"{field}.quantity", new("件数应为大于零的整数", "The quantity is a whole number above zero"));
        if (ask.Line is { } id) return lines.FirstOrDefault(l => l.Line.ToString() == id) is { } named && (ask.Sku is null || ask.Sku == named.Sku) ? named
            : Refusal.Invalid($"{field}.line", new("这单没有这一行", "This order has no such line"));
        var ofSku = lines.Where(l => l.Sku == ask.Sku).ToList();
        return ofSku.Count == 1 ? ofSku[0] : Refusal.Invalid($"{field}.sku", ofSku.Count == 0
            ? new("这单没有这个货号", "This order has no such SKU")
            : new("这个货号在这单有几行，请写明 line", "Several lines of this order have this SKU; name the line"));
    }

    private static Result<RefundPart> PartOf(Order order, OrderLine line, GoneBack gone, RefundLineAsk ask)
    {
        var left = line.Quantity - gone.Quantity;
        if (ask.Quantity > left) return TooMany(line, left, ask.Quantity);
        var amount = Math.Max(0, line.Carried(gone.Quantity + ask.Quantity) - gone.Amount);
        // Units of a refused refund were dropped or returned already: they are taken first, and the stock stays as it is.
        var again = Math.Min(ask.Quantity, line.Dropped - gone.Dropped);
        var open = order.State is OrderState.Placed or OrderState.Confirmed ? line.Left : 0;
        var dropping = Math.Min(ask.Quantity - again, open);
        var shipped = Math.Min(ask.Quantity - again - dropping, line.Shipped - (gone.Quantity - gone.Dropped));
        var returned = ask.Restock ? Math.Max(0, shipped) : 0;
        return new RefundPart(line, ask.Quantity, amount, ask.Restock, dropping, Math.Max(0, returned - (line.Returned - gone.Returned)),
            again + dropping, returned);
    }

    private static Refusal TooMany(OrderLine line, long left, long asked) => Refusal.Conflict("refund.too_many",
        new("退不了这么多件", "Not so many units can be refunded"),
        new($"{line.Sku} 还能退{left}件，要退{asked}件", $"{left} of {line.Sku} can be refunded, {asked} were asked"),
        left > 0 ? new($"改到{left}件以内", $"Refund {left} or fewer") : new("这一行都退过了，看这单的退款", "All of this line was refunded; see the order's refunds"))
        with
    { Facts = new Dictionary<string, object?> { ["line"] = line.Line.ToString(), ["sku"] = line.Sku, ["refundable"] = left } };

    private static Refusal TooMuchFreight(Money left) => Refusal.Invalid("freight", left.Amount > 0
        ? new($"运费可退{left.Show()}以内", $"Up to {left.Show()} of the freight can be refunded")
        : new("这单没有可退的运费", "This order has no freight left to refund"));
}
