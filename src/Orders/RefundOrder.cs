using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Gives money of an order back: never more than was paid, and shown as refunded only on the provider's word.</summary>
[Operation("orders.refund", "退款", "Refund an order", Permission = "orders.refund")]
internal sealed class RefundOrder(ShopDb db, OrderBook book, PaymentRequests payments, Returning returning)
{
    /// <param name="Amount">Null for all that is left.</param>
    public sealed record Command(Money? Amount = null, string? Reason = null);

    public async Task<Result<RefundRequested>> Handle(long number, Command command)
    {
        if (command.Reason is { Length: > CancelOrder.ReasonMost })
            return Refusal.Invalid("reason", new($"原因最多{CancelOrder.ReasonMost}个字", $"The reason has at most {CancelOrder.ReasonMost} characters"));
        return await db.InTransaction<RefundRequested>(this, async () =>
        {
            var opened = await book.Open(number);
            if (!opened.IsOk) return opened.Refusal!;
            var order = opened.Value;
            var amount = command.Amount ?? new Money(order.Refundable, order.Currency);
            if (amount.Currency != order.Currency)
                return Refusal.Invalid("amount.currency", new($"这单的币种是{order.Currency}", $"This order is in {order.Currency}"));
            if (amount.Amount < 1 && order.Refundable > 0)
                return Refusal.Invalid("amount", new("退款金额要大于零", "The amount is above zero"));
            if (amount.Amount > order.Refundable || order.Refundable == 0) return TooMuch(order, amount);
            var paid = (await payments.Of(number)).First(r => r.Accepted);
            var reason = string.IsNullOrWhiteSpace(command.Reason) ? "refund" : command.Reason.Trim();
            if (amount.Amount == order.Refundable && order.Shipped == 0) await returning.GiveUp(order, reason);
            var refund = returning.OfSale(order, paid, amount.Amount, reason);
            book.Note(number, "refund_requested", facts: new { amount = amount.Amount, currency = amount.Currency }, reason: reason);
            return new RefundRequested(refund.Id, refund.Step, amount, order.Display);
        });
    }

    private static Refusal TooMuch(Order order, Money asked) => Refusal.Conflict("refund.too_much",
        new("退不了这么多", "That is more than can be refunded"),
        new($"最多还能退{new Money(order.Refundable, order.Currency).Show()}，要退{asked.Show()}",
            $"{new Money(order.Refundable, order.Currency).Show()} can be refunded, {asked.Show()} was asked"),
        new("减少金额；在途的退款到账后再看", "Ask for less, or wait until refunds on their way are settled"))
        with
    { Facts = new Dictionary<string, object?> { ["refundable"] = new Money(order.Refundable, order.Currency) } };
}

/// <summary>A refund that was written and will be sent.</summary>
public sealed record RefundRequested(Guid Id, RefundStep State, Money Amount, DisplayState Status);
