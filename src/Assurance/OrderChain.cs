using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>How a link of the chain stands.</summary>
public enum LinkState { Proved, Open, Contradicted, NotNeeded }

/// <summary>What proves a link: who said it, when, and where the raw text lies.</summary>
/// <param name="Source">notice, query, close, bill, channel, carrier, staff, shop.</param>
/// <param name="Reference">The transaction, the parcel's number, the message's id.</param>
/// <param name="Outside">Said by somebody outside the shop.</param>
public sealed record Evidence(string Source, string Title, DateTimeOffset At, string Reference, string Said, bool Outside);

/// <summary>One link of an order's chain of proof.</summary>
/// <param name="Link">channel, order, payment, reservation, shipment, carrier or refund.</param>
/// <param name="AgeSeconds">How long it has been open; null when it is not.</param>
public sealed record ChainLink(string Link, string Title, LinkState State, DateTimeOffset? At, long? AgeSeconds, string Text, IReadOnlyList<Evidence> Evidence);

/// <summary>
/// Derives the chain of one order anew from what outside parties said: channel, payment, stock, shipment, carrier, refund.
/// Our own verdicts are no evidence.
/// </summary>
public sealed class OrderChain
{
    private readonly ShopDb db;
    private readonly Cases cases;
    private readonly Caller caller;
    private readonly TimeProvider clock;

    internal OrderChain(ShopDb db, Cases cases, Caller caller, TimeProvider clock) =>
        (this.db, this.cases, this.caller, this.clock) = (db, cases, caller, clock);

    /// <summary>The links in the order in which they come about; null for an order that does not exist.</summary>
    public async Task<IReadOnlyList<ChainLink>?> Of(long number)
    {
        var found = await db.Query(ChainSql.Order, r => new ChainOrder(r.Text(0), r.TextOrNull(1), r.Time(2), r.Text(3), r.Int(4), r.Long(5), r.Long(6),
            r.Long(7), r.Long(8), r.Long(9), r.Long(10), r.Long(11), r.TimeOrNull(12), r.TimeOrNull(13)), number);
        if (found.Count == 0) return null;
        var order = found[0];
        var open = cases.OpenOfOrder(number);
        return [await Channel(number, order), Placed(order), await Payment(number, order, open), await Reservation(number, order),
            await Shipment(number, order, open), await Carrier(number, order), await Refunds(number, order, open)];
    }

    private async Task<ChainLink> Channel(long number, ChainOrder o)
    {
        if (o.Channel is "shop" or "api") return Link("channel", new("渠道", "Channel"), LinkState.NotNeeded, null, new("本店下的单", "Ordered in the shop itself"), []);
        var heard = await db.Query(ChainSql.Arrival, r => new Evidence("channel", o.Channel, r.Time(0), r.TextOrNull(1) ?? "", r.Text(2), true), number);
        return Link("channel", new("渠道", "Channel"), heard.Count > 0 ? LinkState.Proved : LinkState.Open, heard.FirstOrDefault()?.At ?? o.PlacedAt,
            heard.Count > 0 ? new($"{o.Channel} 的订单{o.ExternalNumber}", $"{o.Channel}'s order {o.ExternalNumber}")
                : new("渠道那边的原文没有找到", "The channel's own record was not found"), heard);
    }

    private ChainLink Placed(ChainOrder o) => Link("order", new("订单", "Order"), LinkState.Proved, o.PlacedAt, new("订单已存下", "The order is kept"), []);

    private async Task<ChainLink> Payment(long number, ChainOrder o, IReadOnlyList<Case> open)
    {
        var facts = await db.Query(ChainSql.Facts, r => new Evidence(((FactSource)r.Int(0)).ToString().ToLowerInvariant(),
            SourceOf((FactSource)r.Int(0)).In(caller.Tongue), r.Time(1), r.TextOrNull(2) ?? r.Text(3),
            r.LongOrNull(4) is { } amount ? new Money(amount, r.TextOrNull(5) ?? o.Currency).Show() : "", (FactSource)r.Int(0) != FactSource.Person), number);
        var bill = await db.Query(ChainSql.BillLines, r => (Differs: r.Int(5) == 2, Evidence: new Evidence("bill", new Text("账单", "Bill").In(caller.Tongue),
            r.Time(0), r.Text(1), new Money(r.Long(3), r.Text(4)).Show(), true)), number, (int)BillLineKind.Payment);
        List<Evidence> all = [.. facts, .. bill.Select(b => b.Evidence)];
        var against = open.FirstOrDefault(c => c.Kind is "payment" or Difference.OtherAmount or Difference.PaymentMissing or Difference.Unconfirmed);
        Text title = new("付款", "Payment");
        if (against is not null || bill.Exists(b => b.Differs))
            return Link("payment", title, LinkState.Contradicted, all.LastOrDefault()?.At, against?.Cause ?? new("账单和账上不同", "The bill differs from the books"), all);
        if (o.Total == 0) return Link("payment", title, LinkState.NotNeeded, null, new("不用付款", "Nothing to pay"), all);
        if (o.Paid >= o.Total) return Link("payment", title, all.Count > 0 ? LinkState.Proved : LinkState.Open, o.PaidAt, Ways(all), all);
        return o.IsCanceled ? Link("payment", title, LinkState.NotNeeded, null, new("取消了，没有收款", "Canceled, nothing was paid"), all)
            : Link("payment", title, LinkState.Open, o.PlacedAt, new($"等待付款{new Money(o.Total - o.Paid, o.Currency).Show()}",
                $"Waiting for {new Money(o.Total - o.Paid, o.Currency).Show()}"), all);
    }

    private static Text Ways(List<Evidence> all)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        void Add(string source, string inZh, string inEn)
        {
            if (!all.Exists(e => e.Source == source)) return;
            zh.Add(inZh);
            en.Add(inEn);
        }
        Add("notice", "通知", "notice");
        Add("query", "查询", "query");
        Add("channel", "渠道", "channel");
        Add("bill", "账单", "bill");
        if (zh.Count == 0) return new("付清了", "Paid");
        return new($"付清了，{string.Join("、", zh)}都这么说", $"Paid, as told by {string.Join(", ", en)}");
    }

    private async Task<ChainLink> Reservation(long number, ChainOrder o)
    {
        var held = (await db.Query(ChainSql.Held, r => (Reserved: r.Long(0), Allocated: r.Long(1), Shipped: r.Long(2), At: r.TimeOrNull(3)), number))[0];
        Text title = new("留货", "Reservation");
        if (o.IsCanceled) return Link("reservation", title, held is { Reserved: 0, Allocated: 0 } ? LinkState.NotNeeded : LinkState.Contradicted, null,
            held is { Reserved: 0, Allocated: 0 } ? new("已放回", "Given back") : new("取消了还占着货", "Canceled and still holding goods"), []);
        var whole = held.Reserved + held.Allocated + held.Shipped == o.Units;
        return Link("reservation", title, whole ? LinkState.Proved : LinkState.Contradicted, held.At ?? o.PlacedAt,
            !whole ? new($"要{o.Units}件，留着{held.Reserved + held.Allocated + held.Shipped}件", $"{o.Units} units are due, {held.Reserved + held.Allocated + held.Shipped} are held")
                : o.Shipped >= o.Units ? new($"{o.Units}件已出库", $"{o.Units} units have left")
                : held.Allocated > 0 ? new($"{held.Allocated}件已锁定", $"{held.Allocated} units kept") : new($"{held.Reserved}件已预留", $"{held.Reserved} units promised"), []);
    }

    private async Task<ChainLink> Shipment(long number, ChainOrder o, IReadOnlyList<Case> open)
    {
        Text title = new("发货", "Shipment");
        var parcels = await db.Query(ChainSql.Parcels, r => new Evidence("staff", r.Text(0), r.Time(2), r.Text(1),
            new Text($"{r.Long(3)}件", $"{r.Long(3)} units").In(caller.Tongue), false), number);
        if (o.Shipped == 0) return o.IsCanceled || o.Paid < o.Total
            ? Link("shipment", title, LinkState.NotNeeded, null, new("还没到这步", "Not yet"), [])
            : Link("shipment", title, LinkState.Open, o.ConfirmedAt ?? o.PaidAt, open.FirstOrDefault(c => c.Kind == "stuck.awaiting_shipment")?.Cause ?? new("等待发货", "Waiting to be shipped"), []);
        return Link("shipment", title, o.Shipped >= o.Units ? LinkState.Proved : LinkState.Open, parcels.FirstOrDefault()?.At,
            new($"发了{o.Shipped}件，共{o.Units}件", $"{o.Shipped} of {o.Units} units"), parcels);
    }

    private async Task<ChainLink> Carrier(long number, ChainOrder o)
    {
        Text title = new("承运方", "Carrier");
        if (o.Shipped == 0) return Link("carrier", title, LinkState.NotNeeded, null, new("还没到这步", "Not yet"), []);
        var parcels = await db.Query(ChainSql.Parcels, r => (Carrier: r.Text(0), Number: r.Text(1), Moved: r.TimeOrNull(4), Delivered: r.TimeOrNull(5), Said: ChainSql.Newest(r.Text(6)), Shipped: r.Time(2)), number);
        var said = parcels.Where(p => p.Moved is not null).Select(p => new Evidence(p.Carrier == "pickup" ? "staff" : "carrier", p.Carrier, p.Moved!.Value,
            p.Number, p.Said, p.Carrier != "pickup")).ToList();
        return parcels.TrueForAll(p => p.Delivered is not null)
            ? Link("carrier", title, LinkState.Proved, parcels.Max(p => p.Delivered), new("全部送达", "All delivered"), said)
            : Link("carrier", title, LinkState.Open, parcels.Where(p => p.Delivered is null).Min(p => p.Moved ?? p.Shipped),
                said.Count == 0 ? new("承运方还没有消息", "The carrier has said nothing yet") : Text.Same(said[^1].Said), said);
    }

    private async Task<ChainLink> Refunds(long number, ChainOrder o, IReadOnlyList<Case> open)
    {
        Text title = new("退款", "Refund");
        var rows = await db.Query(ChainSql.Refunds, r => (Number: r.TextOrNull(1) ?? "R" + r.Id(0).ToString("N"), Amount: new Money(r.Long(2), r.Text(3)),
            Step: (RefundStep)r.Int(4), Asked: r.Time(5), Confirmed: r.TimeOrNull(6), Provider: r.Text(7)), number);
        if (rows.Count == 0) return Link("refund", title, LinkState.NotNeeded, null, new("没有退款", "No refund"), []);
        var bill = await db.Query(ChainSql.BillLines, r => new Evidence("bill", new Text("账单", "Bill").In(caller.Tongue), r.Time(0), r.TextOrNull(2) ?? "",
            new Money(r.Long(3), r.Text(4)).Show(), true), number, (int)BillLineKind.Refund);
        List<Evidence> said = [.. rows.Where(r => r.Confirmed is not null).Select(r => new Evidence("query", r.Provider, r.Confirmed!.Value, r.Number, r.Amount.Show(), true)), .. bill];
        var against = open.FirstOrDefault(c => c.Kind is "refund" or Difference.RefundMissing or Difference.RefundUnknown or Difference.RefundAmount);
        if (against is not null) return Link("refund", title, LinkState.Contradicted, rows[^1].Asked, against.Cause, said);
        var waits = rows.Where(r => r.Step is RefundStep.Requested or RefundStep.Sent).ToList();
        if (waits.Count > 0) return Link("refund", title, LinkState.Open, waits.Min(r => r.Asked),
            new($"{waits[0].Amount.Show()}在途，等支付方确认", $"{waits[0].Amount.Show()} is on its way"), said);
        var back = new Money(rows.Where(r => r.Step == RefundStep.Succeeded).Sum(r => r.Amount.Amount), o.Currency);
        return Link("refund", title, LinkState.Proved, rows.Max(r => r.Confirmed), new($"退了{back.Show()}，支付方已确认", $"{back.Show()} went back, confirmed"), said);
    }

    private ChainLink Link(string name, Text title, LinkState state, DateTimeOffset? at, Text text, IReadOnlyList<Evidence> evidence) => new(name,
        title.In(caller.Tongue), state, at, state is LinkState.Open or LinkState.Contradicted && at is { } since ? Math.Max(0, (long)(clock.GetUtcNow() - since).TotalSeconds) : null,
        text.In(caller.Tongue), evidence);

    private static Text SourceOf(FactSource source) => source switch
    {
        FactSource.Notice => new("支付方通知", "Provider's notice"),
        FactSource.Query => new("查询支付方", "Asked the provider"),
        FactSource.Close => new("关单时的答复", "Answer when closing"),
        FactSource.Bill => new("账单", "Bill"),
        FactSource.Channel => new("渠道", "Channel"),
        _ => new("人工归单", "Attached by a person"),
    };
}

/// <summary>An order's own figures, as the chain needs them.</summary>
internal sealed record ChainOrder(string Channel, string? ExternalNumber, DateTimeOffset PlacedAt, string Currency, int State, long Total, long Paid,
    long Refunded, long Refunding, long Units, long Shipped, long Delivered, DateTimeOffset? PaidAt, DateTimeOffset? ConfirmedAt)
{
    public bool IsCanceled => State == (int)Orders.OrderState.Canceled;
}
