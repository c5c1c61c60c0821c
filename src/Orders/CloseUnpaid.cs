using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>
/// Ends an unpaid order: asks the provider to close each open attempt first, and cancels and gives the stock back only
/// when no provider can take money for it any more. If one says "paid", the order is paid instead.
/// </summary>
[Operation("orders.close_unpaid", "关闭未付订单", "Close an unpaid order")]
internal sealed class CloseUnpaid(
    ShopDb db, OrderBook book, PaymentRequests payments, Providers providers, TakePaymentFact take, Stock stock, TimeProvider clock)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>True when the order is canceled now; false when it lives on, paid or not yet known.</summary>
    /// <summary>Why an order is canceled that nobody paid in time.</summary>
    public const string TimeOver = "payment time over";

    public async Task<bool> Handle(long number, string reason, CancellationToken ct)
    {
        var ended = await EndAttempts(number, ct);
        var result = await db.InTransaction<bool>(this, () => Cancel(number, ended, reason));
        return result.IsOk && result.Value;
    }

    /// <summary>Asks the provider to close every open attempt; true when none of them can take money any more.</summary>
    public async Task<bool> EndAttempts(long number, CancellationToken ct)
    {
        var ended = true;
        foreach (var request in (await payments.Of(number)).Where(r => r.State == PaymentRequestState.Created))
            ended &= await End(request, ct);
        return ended;
    }

    private async Task<bool> End(PaymentRequest request, CancellationToken ct)
    {
        // Nobody was ever sent to a provider that is not set up.
        if (providers.Find(request.Provider) is not { IsConfigured: true } provider) return true;
        var answer = await provider.Close(request.OutTradeNo, ct);
        await take.Handle(new(request.Provider, request.OutTradeNo, answer.TransactionId, FactSource.Close, answer.State,
            answer.AmountMinor, answer.Currency, answer.PaidAt));
        // Not found means that the payer never arrived; after the expiry that we gave he cannot any more.
        return answer.State == TradeState.Closed || answer.State == TradeState.NotFound && clock.GetUtcNow() >= request.ExpiresAt;
    }

    private async Task<Result<bool>> Cancel(long number, bool ended, string reason)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.State != OrderState.Placed || order.Paid > 0)
        {
            order.PayBy = null;
            db.Record("order:" + order.Plain, null, "lives on");
            return false;
        }
        if (!ended)
        {
            order.PayBy = clock.GetUtcNow() + AskAgainAfter;
            db.Record("order:" + order.Plain, null, "kept: the provider has not answered");
            return false;
        }
        var from = order.State;
        if (order.MoveTo(OrderState.Canceled) is { } refusal) return refusal;
        (order.CanceledAt, order.CancelReason, order.PayBy) = (clock.GetUtcNow(), reason, null);
        foreach (var request in (await payments.Of(number)).Where(r => r.State == PaymentRequestState.Created))
            (request.State, request.NextQueryAt) = (PaymentRequestState.Closed, null);
        await stock.Release(number, reason);
        book.Note(number, "canceled", from, OrderState.Canceled, reason: reason);
        return true;
    }
}
