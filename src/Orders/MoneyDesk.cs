using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>The door through which money that a bill shows and the books do not gets its rightful place.</summary>
public sealed class MoneyDesk
{
    private readonly TakePaymentFact take;
    private readonly RecordRefund record;
    private readonly RefundAgain again;

    internal MoneyDesk(TakePaymentFact take, RecordRefund record, RefundAgain again) => (this.take, this.record, this.again) = (take, record, again);

    /// <summary>
    /// Takes a payment that a provider's bill shows: it is judged by the money table like one that was reported at once.
    /// Opens its own transaction.
    /// </summary>
    /// <returns>The verdict.</returns>
    public Task<Result<string>> TakeFromBill(string provider, BillLine line) => take.Handle(new(provider, line.OutTradeNo, line.TransactionId,
        FactSource.Bill, TradeState.Paid, line.Amount, line.Currency, line.At));

    /// <summary>Records a refund that was made at the provider and not here, and closes the case about it. Opens its own transaction.</summary>
    /// <param name="madeUnder">Its number at the provider.</param>
    public Task<Result<OrderMoved>> RecordRefund(string provider, long order, string madeUnder, Money amount, Guid caseId) =>
        record.Handle(provider, order, madeUnder, amount, caseId);

    /// <summary>Files a refused refund once more, and closes its case. Opens its own transaction.</summary>
    /// <returns>What was done, in a sentence.</returns>
    public Task<Result<string>> RefundAgain(Operations.Case found) => again.Handle(found);
}
