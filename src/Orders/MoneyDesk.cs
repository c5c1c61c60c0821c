using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>The door through which money that a bill shows and the books do not gets its rightful place.</summary>
public sealed class MoneyDesk
{
    private readonly TakePaymentFact take;

    internal MoneyDesk(TakePaymentFact take) => this.take = take;

    /// <summary>
    /// Takes a payment that a provider's bill shows: it is judged by the money table like one that was reported at once.
    /// Opens its own transaction.
    /// </summary>
    /// <returns>The verdict.</returns>
    public Task<Result<string>> TakeFromBill(string provider, BillLine line) => take.Handle(new(provider, line.OutTradeNo, line.TransactionId,
        FactSource.Bill, TradeState.Paid, line.Amount, line.Currency, line.At));
}
