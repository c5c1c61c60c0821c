using System.Text.Json.Serialization;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>
/// Gives money of an order back, as an amount or by units of its lines: never more than was paid, and shown as refunded
/// only on the provider's word.
/// </summary>
[Operation("orders.refund", "退款", "Refund an order", Permission = "orders.refund")]
internal sealed class RefundOrder(ShopDb db, OrderBook book, PaymentRequests payments, Returning returning, RefundUnits units)
{
    /// <param name="Amount">Null for all that is left; not with lines, whose amount follows from their units.</param>
    /// <param name="Freight">Together with lines, or alone.</param>
    public sealed record Command(Money? Amount = null, string? Reason = null, IReadOnlyList<RefundLineAsk>? Lines = null, Money? Freight = null)
    {
        [JsonIgnore]
        public bool ByLines => Lines is { Count: > 0 } || Freight is not null;

        internal Refusal? Refuse()
        {
            if (Reason is { Length: > CancelOrder.ReasonMost })
                return Refusal.Invalid("reason", new($"原因最多{CancelOrder.ReasonMost}个字", $"The reason has at most {CancelOrder.ReasonMost} characters"));
            if (Lines is not null && Lines.Any(l => l is null)) return Refusal.Malformed("lines", new("lines 里有空的行", "A line of lines is null"));
            if (Amount is not null && ByLines)
                return Refusal.Invalid("amount", new("按商品退时金额由商品算出，不用写", "By lines, the amount follows from the goods; leave it out"));
            return Fields.Remark("reason", Reason);
        }
    }

    public async Task<Result<RefundRequested>> Handle(long number, Command command)
    {
        if (command.Refuse() is { } wrong) return wrong;
        return await db.InTransaction<RefundRequested>(this, async () =>
        {
            var opened = await book.Open(number);
            if (!opened.IsOk) return opened.Refusal!;
            var order = opened.Value;
            var planned = await units.Plan(order, command);
            if (!planned.IsOk) return planned.Refusal!;
            var plan = planned.Value;
            var amount = command.ByLines ? new Money(plan.Amount, order.Currency) : command.Amount ?? new Money(order.Refundable, order.Currency);
            if (amount.Currency != order.Currency)
                return Refusal.Invalid("amount.currency", new($"这单的币种是{order.Currency}", $"This order is in {order.Currency}"));
            if (amount.Amount < 1 && order.Refundable > 0)
                return Refusal.Invalid("amount", new("退款金额要大于零", "The amount is above zero"));
            if (amount.Amount > order.Refundable || order.Refundable == 0) return TooMuch(order, amount);
            return await Write(order, plan, amount, string.IsNullOrWhiteSpace(command.Reason) ? "refund" : command.Reason.Trim());
        });
    }

    private async Task<RefundRequested> Write(Order order, RefundPlan plan, Money amount, string reason)
    {
        var paid = (await payments.Of(order.Number)).First(r => r.Accepted);
        var ends = RefundUnits.Ends(order, plan, amount.Amount);
        await units.Move(order, plan, ends, reason);
        if (ends) await returning.GiveUp(order, reason);
        var refund = returning.OfSale(order, paid, amount.Amount, reason);
        units.Keep(refund.Id, order, plan, ends);
        long? count = plan.Parts.Count > 0 ? plan.Parts.Sum(p => p.Quantity) : null;
        book.Note(order.Number, "refund_requested", facts: new { amount = amount.Amount, currency = amount.Currency, units = count }, reason: reason);
        return new RefundRequested(refund.Id, refund.Step, amount, order.Display);
    }

    internal static Refusal TooMuch(Order order, Money asked) => Refusal.Conflict("refund.too_much",
        new("退不了这么多", "That is more than can be refunded"),
        new($"最多还能退{new Money(order.Refundable, order.Currency).Show()}，要退{asked.Show()}",
            $"{new Money(order.Refundable, order.Currency).Show()} can be refunded, {asked.Show()} was asked"),
        new("减少金额；在途的退款到账后再看", "Ask for less, or wait until refunds on their way are settled"))
        with
    { Facts = new Dictionary<string, object?> { ["refundable"] = new Money(order.Refundable, order.Currency) } };
}

/// <summary>A refund that was written and will be sent.</summary>
public sealed record RefundRequested(Guid Id, RefundStep State, Money Amount, DisplayState Status);
