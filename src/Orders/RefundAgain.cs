using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>
/// Files a refund once more that its provider has plainly refused: no money moved under the old number, so a new one can
/// do no harm. One that was filed anew itself is left to a person.
/// </summary>
[Operation("refunds.again", "自动重办退款", "File a refused refund again")]
internal sealed class RefundAgain(ShopDb db, OrderBook book, PaymentRequests payments, Returning returning, Claims claims, Cases cases)
{
    private const string Kind = "refund_again";

    public async Task<Result<string>> Handle(Case found) => await db.InTransaction<string>(this, async () =>
    {
        if (found.Order is not { } number || Refund.IdOf(found.Subject) is not { } id) return NoWay;
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        var refused = (await payments.RefundsOf(number)).Find(r => r.Id == id);
        if (refused is not { Step: RefundStep.Failed } || await claims.BecameOf(Kind, refused.RefundNo) is not null) return NoWay;
        if (refused.OfSale && refused.Amount > order.Refundable) return NoWay;
        var request = (await payments.Of(number)).First(r => r.Attempt == refused.Attempt);
        var again = refused.OfSale ? returning.OfSale(order, request, refused.Amount, refused.Reason)
            : returning.OfNobody(number, request, refused.Amount, refused.Reason);
        RefundUnits.Again(db, refused, again.Id);
        await claims.TryTake(Kind, refused.RefundNo, again.RefundNo);
        await claims.TryTake(Kind, again.RefundNo, "filed anew");
        book.Note(number, "refund_requested", facts: new { amount = again.Amount, currency = again.Currency }, reason: "支付方拒绝后重办");
        await cases.Close(found.Kind, found.Subject, $"filed again as {again.RefundNo}");
        return $"用新的退款号{again.RefundNo}再退一次";
    });

    private static readonly Refusal NoWay = Refusal.Conflict("refund.not_again",
        new("这笔退款不能自动重办", "This refund cannot be filed again by itself"),
        new("已经重办过一次，或金额已经退不了", "It was filed again already, or so much cannot go back any more"),
        new("看支付方给的原因，由人处理", "See the provider's reason and decide"));
}
