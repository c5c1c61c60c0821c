using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>Something that has stood still for too long.</summary>
internal sealed record Stuck(string Subject, long? Order, DateTimeOffset Since, Money? Amount);

/// <summary>When something counts as stuck, and what is said about it.</summary>
internal sealed record StuckRule(string Kind, TimeSpan Limit, Text Cause, Text Remedy, Statement Find);

/// <summary>Finds orders in a state that is not final, and messages that have not gone, past their limits.</summary>
internal sealed class StuckRows(ShopDb db, ShopProfiles profiles, TimeProvider clock)
{
    private const int Most = 500;
    public const string Completion = "stuck.delivered";

    public static readonly IReadOnlyList<StuckRule> Rules =
    [
        // An order whose provider is silent gets a new time to pay each minute: what counts is when the last attempt ended.
        Order("stuck.awaiting_payment", DisplayState.AwaitingPayment,
            "coalesce((select max(q.expires_at) from payments_request q where q.order_number = number), pay_by, placed_at)", TimeSpan.FromMinutes(10),
            new("付款时间过了，订单还没关闭：支付方还没答复能不能关", "The time to pay is over and the order is not closed: the provider has not answered yet"),
            new("程序会继续问支付方；支付方长时间不答就到它的后台查这笔交易", "The program keeps asking; if the provider stays silent, look the trade up in its back office"), "channel in ('shop', 'api')"),
        Order("stuck.channel_payment", DisplayState.AwaitingPayment, "placed_at", TimeSpan.FromDays(3),
            new("渠道订单满3天还没付款，库存一直留着", "A channel's order has been unpaid for three days and keeps its stock"),
            new("到渠道后台看是否还会付；不会就在那边取消，这里会跟着取消", "See at the channel whether it will be paid; if not, cancel it there and this one follows"), "channel not in ('shop', 'api')"),
        Order("stuck.paid", DisplayState.Paid, "paid_at", TimeSpan.FromHours(24),
            new("付款满24小时还没确认", "Paid for 24 hours and not confirmed"),
            new("打开订单看原因，确认它或取消退款", "Open the order, see why, then confirm it or cancel and refund")),
        Order("stuck.awaiting_shipment", DisplayState.AwaitingShipment, "coalesce(confirmed_at, placed_at)", TimeSpan.FromHours(48),
            new("确认满48小时还没发货", "Confirmed for 48 hours and not shipped"),
            new("发货并填运单号；缺货就联系客户退款", "Ship it and enter the tracking number; if out of stock, agree a refund")),
        Order("stuck.partly_shipped", DisplayState.PartlyShipped, "coalesce(confirmed_at, placed_at)", TimeSpan.FromHours(72),
            new("部分发货满72小时，剩下的还没发", "Partly shipped for 72 hours; the rest is not"),
            new("发出剩下的，或退掉不发的", "Ship the rest, or refund what will not be shipped")),
        Order("stuck.shipped", DisplayState.Shipped, "shipped_at", TimeSpan.FromDays(15),
            new("发货满15天还没送达", "Shipped 15 days ago and not delivered"),
            new("用运单号查快递，丢件就重发或退款", "Trace the parcel; if it is lost, send again or refund"), "delivered_at is null"),
        Order(Completion, DisplayState.Shipped, "delivered_at", TimeSpan.FromDays(1),
            new("送达满约定天数，还没自动完成", "Delivered longer ago than agreed and not completed"),
            new("打开订单点“完成”；点不了会说明原因", "Open the order and complete it; if that is refused, it says why")),
        new("stuck.refunding", TimeSpan.FromHours(24),
            new("退款满24小时支付方还没确认", "A refund has waited 24 hours for the provider's confirmation"),
            new("程序会继续问；到支付方后台按退款号查，确认没有再线下退给客户", "The program keeps asking; look the refund up at the provider before paying the customer another way"),
            new("""
                select case when order_number = 0 then paid_under else cast(order_number as varchar(20)) end as subject, nullif(order_number, 0),
                    requested_at, amount, currency from payments_refund where step < 2 and requested_at < $1 order by requested_at limit $2
                """)),
        Messages("stuck.outbox", "kernel_outbox", "created_at", "receiver || ' ' || stream"),
        Messages("stuck.inbox", "kernel_inbox", "received_at", "source || ' ' || event_key"),
    ];

    /// <summary>What is stuck by a rule now, the oldest first.</summary>
    public async Task<List<Stuck>> By(StuckRule rule)
    {
        var limit = rule.Kind == Completion ? rule.Limit + TimeSpan.FromDays((await profiles.Current()).AutoCompleteDays) : rule.Limit;
        return await db.Query(rule.Find, r => new Stuck(r.Text(0), r.LongOrNull(1), r.Time(2),
            r.LongOrNull(3) is { } amount ? new Money(amount, r.Text(4)) : null), clock.GetUtcNow() - limit, Most);
    }

    private static StuckRule Order(string kind, DisplayState display, string since, TimeSpan limit, Text cause, Text remedy, string? also = null) =>
        new(kind, limit, cause, remedy, new(
            $"""
            select cast(number as varchar(20)) as subject, number, {since}, total, currency from orders_order
            where display = {(int)display} and {since} < $1{(also is null ? "" : " and " + also)} order by number limit $2
            """));

    private static StuckRule Messages(string kind, string table, string since, string subject) =>
        new(kind, TimeSpan.FromMinutes(5),
            new("消息5分钟还没处理完，或者已经停下", "A message has not gone through for five minutes, or has stopped"),
            new("到消息页看错误，改好后重新处理", "See its error on the messages page, mend the cause and try it again"),
            new($"""
                select {subject}, cast(null as bigint), {since}, cast(null as bigint), cast(null as varchar(3)) from {table}
                where state in (0, 2) and {since} < $1 and (state = 2 or attempts > 0 or due_at < $1) order by {since} limit $2
                """));
}
