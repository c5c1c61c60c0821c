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
    /// <param name="madeUnder">The refund's number there, where it has one.</param>
    public void Happened(Order order, PaymentRequest request, long amount, string reason, string? madeUnder = null)
    {
        order.Refunding += amount;
        journal.Post(order.Number, "refund_due", reason, order.Currency,
            Journal.Debit(Accounts.SalesReturned, amount), Journal.Credit(Accounts.RefundsPayable, amount));
        Succeed(order, Row(order.Number, request, amount, reason, ofSale: true, madeUnder));
    }

    /// <summary>The provider has confirmed a refund: only now it counts as given back.</summary>
    /// <param name="order">Null for money that never had one.</param>
    public void Succeed(Order? order, Refund refund)
    {
        (refund.Step, refund.ConfirmedAt, refund.Error) = (RefundStep.Succeeded, clock.GetUtcNow(), null);
        if (refund.OfSale && order is not null)
        {
            order.Refunding -= refund.Amount;
            order.Refunded += refund.Amount;
            order.Derive();
        }
        journal.Post(refund.OrderNumber, "refund", refund.RefundNo, refund.Currency,
            Journal.Debit(Accounts.RefundsPayable, refund.Amount), Journal.Credit(Accounts.Clearing(refund.Provider), refund.Amount));
        if (order is not null) book.Note(order.Number, "refunded", facts: new { amount = refund.Amount, currency = refund.Currency, provider = refund.Provider }, reason: refund.Reason);
    }

    /// <summary>A refund will not happen: the promise is taken back.</summary>
    public void Fail(Order? order, Refund refund, string error)
    {
        (refund.Step, refund.Error) = (RefundStep.Failed, error);
        if (refund.OfSale && order is not null)
        {
            order.Refunding -= refund.Amount;
            order.Derive();
        }
        journal.Post(refund.OrderNumber, "refund_failed", refund.RefundNo, refund.Currency,
            Journal.Debit(Accounts.RefundsPayable, refund.Amount),
            Journal.Credit(refund.OfSale ? Accounts.SalesReturned : Accounts.Unassigned, refund.Amount));
        if (order is not null) book.Note(order.Number, "refund_failed", facts: new { amount = refund.Amount, currency = refund.Currency }, reason: error);
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

    /// <summary>Gives back money that never had an order, under the number that the payer used.</summary>
    public Refund Loose(LooseMoney money, string reason)
    {
        journal.Post(0, "refund_due", reason, money.Currency,
            Journal.Debit(Accounts.Unassigned, money.Amount), Journal.Credit(Accounts.RefundsPayable, money.Amount));
        var now = clock.GetUtcNow();
        return Send(new Refund
        {
            OrderNumber = 0, Id = Guid.CreateVersion7(now), Provider = money.Provider, Amount = money.Amount, Currency = money.Currency,
            Reason = reason, RequestedAt = now, PaidUnder = money.OutTradeNo,
        });
    }

    private Refund Write(long number, PaymentRequest request, long amount, string reason, bool ofSale)
    {
        var refund = Row(number, request, amount, reason, ofSale);
        Tell(refund);
        return refund;
    }

    private Refund Send(Refund refund)
    {
        payments.Add(refund);
        Tell(refund);
        return refund;
    }

    // Refunds without an order do not wait for each other.
    private void Tell(Refund refund) => outbox.Send(SendRefund.Receiver, refund.OrderNumber == 0 ? refund.RefundNo
        : OrderNumbers.Plain(refund.OrderNumber), "refund", new SendRefund.Message(refund.OrderNumber, refund.Id));

    private Refund Row(long number, PaymentRequest request, long amount, string reason, bool ofSale, string? madeUnder = null)
    {
        var now = clock.GetUtcNow();
        var refund = new Refund
        {
            OrderNumber = number, Id = Guid.CreateVersion7(now), Attempt = request.Attempt, Provider = request.Provider,
            Amount = amount, Currency = request.Currency, Reason = reason, OfSale = ofSale, RequestedAt = now,
            PaidUnder = request.TheirNumber, MadeUnder = madeUnder,
        };
        payments.Add(refund);
        return refund;
    }
}
