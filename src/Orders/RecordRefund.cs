using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>
/// Books a refund that somebody made in the provider's own back office: the bill proves that the money has gone, so the
/// order and the ledger say the same.
/// </summary>
[Operation("refunds.record", "登记在支付方后台做的退款", "Record a refund made at the provider", Permission = "orders.refund")]
public sealed class RecordRefund
{
    private readonly ShopDb db;
    private readonly OrderBook book;
    private readonly PaymentRequests payments;
    private readonly Returning returning;
    private readonly Claims claims;
    private readonly Cases cases;
    private readonly Caller caller;

    internal RecordRefund(ShopDb db, OrderBook book, PaymentRequests payments, Returning returning, Claims claims, Cases cases, Caller caller) =>
        (this.db, this.book, this.payments, this.returning, this.claims, this.cases, this.caller) = (db, book, payments, returning, claims, cases, caller);

    internal async Task<Result<OrderMoved>> Handle(string provider, long number, string madeUnder, Money amount, Guid caseId) =>
        await db.InTransaction<OrderMoved>(this, async () =>
        {
            if (cases.Find(caseId) is not { State: CaseState.Open } found) return Done;
            var opened = await book.Open(number);
            if (!opened.IsOk) return opened.Refusal!;
            var order = opened.Value;
            if (amount.Currency != order.Currency || amount.Amount > order.Refundable) return TooMuch(order, amount);
            if (!await claims.TryTake("refund_made:" + provider, madeUnder, order.Plain)) return Done;
            var paid = (await payments.Of(number)).First(r => r.Accepted && r.Provider == provider);
            if (amount.Amount == order.Refundable && order.Shipped == 0) await returning.GiveUp(order, "支付方后台已退款");
            returning.Happened(order, paid, amount.Amount, "支付方后台退款", madeUnder);
            await cases.Close(found.Kind, found.Subject, $"recorded on {order.Plain}", caller.Actor);
            return new OrderMoved(order.Plain, order.Display);
        });

    private static readonly Refusal Done = Refusal.Conflict("refund.recorded",
        new("这笔退款已经登记", "This refund is recorded already"),
        new("别人先登记了", "Somebody else recorded it first"),
        new("刷新列表看结果", "Reload the list to see how"));

    private static Refusal TooMuch(Order order, Money made) => Refusal.Conflict("refund.too_much",
        new("比这单能退的多", "That is more than this order can give back"),
        new($"这单最多还能退{new Money(order.Refundable, order.Currency).Show()}，支付方退了{made.Show()}",
            $"{new Money(order.Refundable, order.Currency).Show()} can be refunded, the provider gave back {made.Show()}"),
        new("先看这单在途的退款；确实多退了，就向客户收回，再关闭这个事项", "See refunds on their way; if too much went back, ask the customer for it, then close the case"));
}
