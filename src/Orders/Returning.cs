using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Writes refunds: the row and the outbox message first, the provider later. Works in the caller's transaction.</summary>
internal sealed class Returning(PaymentRequests payments, Journal journal, Outbox outbox, TimeProvider clock)
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

    /// <summary>Gives back money that belongs to no live order.</summary>
    public Refund OfNobody(long number, PaymentRequest request, long amount, string reason)
    {
        journal.Post(number, "refund_due", reason, request.Currency,
            Journal.Debit(Accounts.Unassigned, amount), Journal.Credit(Accounts.RefundsPayable, amount));
        return Write(number, request, amount, reason, ofSale: false);
    }

    private Refund Write(long number, PaymentRequest request, long amount, string reason, bool ofSale)
    {
        var now = clock.GetUtcNow();
        var refund = new Refund
        {
            OrderNumber = number, Id = Guid.CreateVersion7(now), Attempt = request.Attempt, Provider = request.Provider,
            Amount = amount, Currency = request.Currency, Reason = reason, OfSale = ofSale, RequestedAt = now,
        };
        payments.Add(refund);
        outbox.Send(SendRefund.Receiver, OrderNumbers.Plain(number), "refund", new SendRefund.Message(number, refund.Id));
        return refund;
    }
}
