using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>An order takes the money that it was asked for. Works in the caller's transaction.</summary>
internal sealed class Settlement(OrderBook book, Stock stock, Journal journal, TimeProvider clock)
{
    public async Task Pay(Order order, PaymentRequest request, OrderPolicy policy, FactSource source)
    {
        request.Accepted = true;
        order.Paid += request.Amount;
        order.PaidAt = clock.GetUtcNow();
        order.PayBy = null;
        order.Derive();
        journal.Post(order.Number, "sale", order.Plain, order.Currency,
            Journal.Debit(Accounts.Unassigned, request.Amount),
            Journal.Credit(Accounts.GoodsSales, order.Goods - order.Discount),
            Journal.Credit(Accounts.FreightCharged, order.Freight),
            Journal.Credit(Accounts.TaxPayable, order.Tax));
        await stock.Allocate(order.Number);
        book.Note(order.Number, "paid", facts: new { amount = request.Amount, currency = request.Currency, provider = request.Provider, source });
        if (!policy.ConfirmAutomatically || order.Hold is not null) return;
        var from = order.State;
        if (order.MoveTo(OrderState.Confirmed) is null)
        {
            order.ConfirmedAt = clock.GetUtcNow();
            book.Note(order.Number, "confirmed", from, OrderState.Confirmed, reason: HistoryWords.Auto);
        }
    }
}
