using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Writes refunds: the row and the outbox message first, the provider later. Works in the caller's transaction.</summary>
internal sealed class Returning(PaymentRequests payments, OrderBook book, Stock stock, Journal journal, Outbox outbox, TimeProvider clock)
{
    /// <summary>Gives back money of a sale; the caller has checked that so much is refundable.</summary>
    public Refund OfSale(Order order, PaymentRequest request, long amount, string reason)
    {
        order.Refunding += amount;
        order.Derive();
        journal.Post(order.Number, "refund_due", reason, order.Currency,
            Journal.Debit(Accounts.SalesReturned, amount), Journal.Credit(Accounts.RefundsPayable, amount));
        return Write(order.Number, request, amount, reason, ofSale: true);
    }

    /// <summary>Records money of a sale that another party has given back already: nothing is sent.</summary>
    public void Happened(Order order, PaymentRequest request, long amount, string reason)
    {
        order.Refunding += amount;
        journal.Post(order.Number, "refund_due", reason, order.Currency,
            Journal.Debit(Accounts.SalesReturned, amount), Journal.Credit(Accounts.RefundsPayable, amount));
        Succeed(order, Row(order.Number, request, amount, reason, ofSale: true));
    }

    /// <summary>The provider has confirmed a refund: only now it counts as given back.</summary>
    public void Succeed(Order order, Refund refund)
    {
        (refund.Step, refund.ConfirmedAt, refund.Error) = (RefundStep.Succeeded, clock.GetUtcNow(), null);
        if (refund.OfSale)
        {
            order.Refunding -= refund.Amount;
            order.Refunded += refund.Amount;
            order.Derive();
        }
        journal.Post(order.Number, "refund", refund.RefundNo, refund.Currency,
            Journal.Debit(Accounts.RefundsPayable, refund.Amount), Journal.Credit(Accounts.Clearing(refund.Provider), refund.Amount));
        book.Note(order.Number, "refunded", facts: new { amount = refund.Amount, currency = refund.Currency, provider = refund.Provider }, reason: refund.Reason);
    }

    /// <summary>A refund will not happen: the promise is taken back.</summary>
    public void Fail(Order order, Refund refund, string error)
    {
        (refund.Step, refund.Error) = (RefundStep.Failed, error);
        if (refund.OfSale)
        {
            order.Refunding -= refund.Amount;
            order.Derive();
        }
        journal.Post(order.Number, "refund_failed", refund.RefundNo, refund.Currency,
            Journal.Debit(Accounts.RefundsPayable, refund.Amount),
            Journal.Credit(refund.OfSale ? Accounts.SalesReturned : Accounts.Unassigned, refund.Amount));
        book.Note(order.Number, "refund_failed", facts: new { amount = refund.Amount, currency = refund.Currency }, reason: error);
    }

    /// <summary>Everything goes back and nothing was shipped: the order is over, and the goods kept for it are free again.</summary>
    public async Task GiveUp(Order order, string reason)
    {
        var from = order.State;
        if (order.MoveTo(OrderState.Canceled) is not null) return;
        (order.CanceledAt, order.CancelReason) = (clock.GetUtcNow(), reason);
        await stock.Release(order.Number, reason);
        book.Note(order.Number, "canceled", from, OrderState.Canceled, reason: reason);
    }

    /// <summary>Gives back money that belongs to no live order.</summary>
    public Refund OfNobody(long number, PaymentRequest request, long amount, string reason)
    {
        journal.Post(number, "refund_due", reason, request.Currency,
            Journal.Debit(Accounts.Unassigned, amount), Journal.Credit(Accounts.RefundsPayable, amount));
        return Write(number, request, amount, reason, ofSale: false);
    }

    private Refund Write(long number, PaymentRequest request, long amount, string reason, bool ofSale)
    {
        var refund = Row(number, request, amount, reason, ofSale);
        outbox.Send(SendRefund.Receiver, OrderNumbers.Plain(number), "refund", new SendRefund.Message(number, refund.Id));
        return refund;
    }

    private Refund Row(long number, PaymentRequest request, long amount, string reason, bool ofSale)
    {
        var now = clock.GetUtcNow();
        var refund = new Refund
        {
            OrderNumber = number, Id = Guid.CreateVersion7(now), Attempt = request.Attempt, Provider = request.Provider,
            Amount = amount, Currency = request.Currency, Reason = reason, OfSale = ofSale, RequestedAt = now,
        };
        payments.Add(refund);
        return refund;
    }
}
