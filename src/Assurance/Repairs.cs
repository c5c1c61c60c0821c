using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>
/// The repairs that may be tried without a person. Each only asks again or sends again what receivers do not do twice,
/// or files a refund anew that the provider has plainly refused.
/// </summary>
[Operation("assurance.repair", "自动修复", "Repair by itself")]
internal sealed class Repairs(ShopDb db, ReplayMessage replay, MoneyDesk desk, OutboxSignal signal, TimeProvider clock)
{
    private static readonly Statement DeadOut = new(
        "select id from kernel_outbox where state = 2 and receiver || ' ' || stream = $1 order by id limit 100");
    private static readonly Statement DeadIn = new(
        "select id from kernel_inbox where state = 2 and source || ' ' || event_key = $1 order by id limit 100");
    private static readonly Statement RefundsNow = new(
        "update kernel_outbox set due_at = $2 where state = 0 and receiver = 'refunds' and stream = $1");
    private static readonly Statement ParcelsNow = new(
        "update fulfillment_shipment set next_query_at = $2 where order_number = $1 and delivered_at is null");
    private static readonly Statement SubscribeAgain = new(
        """
        update kernel_outbox set state = 0, due_at = $2, attempts = 0, done_at = null where receiver = 'tracking' and stream = $1 and state <> 0
        """);

    /// <summary>What was done, in a sentence; or why it could not be done.</summary>
    public async Task<Result<string>> Do(Case one, CancellationToken ct) => one.Kind switch
    {
        "stuck.outbox" => await Again(DeadOut, one.Subject, replay.Send),
        "stuck.inbox" => await Again(DeadIn, one.Subject, replay.Handle),
        "stuck.refunding" => await Wake(one, RefundsNow, one.Subject),
        "stuck.shipped" => await Parcel(one),
        "refund" => await desk.RefundAgain(one),
        _ => Refusal.Conflict("repair.none", default, new("没有自动的办法", "There is no automatic way"), default),
    };

    // Messages that merely wait are tried again by their worker; only what has stopped needs a push.
    private async Task<Result<string>> Again(Statement dead, string subject, Func<Guid, Task<Result<Done>>> push)
    {
        var ids = await db.Query(dead, r => r.Id(0), subject);
        foreach (var id in ids) await push(id);
        return ids.Count == 0 ? "还在排队，由程序接着重试" : $"{ids.Count}条重新排队";
    }

    private async Task<Result<string>> Wake(Case one, Statement statement, params object?[] keys) => await db.InTransaction<string>(this, async () =>
    {
        var moved = await db.Execute(statement, [.. keys, clock.GetUtcNow()]);
        db.Record(one.Order is { } order ? "order:" + OrderNumbers.Plain(order) : "case:" + one.Subject, null, "asked again: " + one.Kind);
        db.AfterCommit(signal.Wake);
        return moved == 0 ? "没有在等的，不用再问" : "马上再问一次";
    });

    private async Task<Result<string>> Parcel(Case one)
    {
        if (one.Order is not { } number) return Refusal.Conflict("repair.none", default, new("没有订单号", "There is no order number"), default);
        var asked = await Wake(one, ParcelsNow, number);
        return asked.IsOk ? await Wake(one, SubscribeAgain, OrderNumbers.Plain(number)) : asked;
    }
}
