using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Sends a written refund to its provider until the provider has said what became of it; always under one number.</summary>
[Operation("refunds.send", "发出退款", "Send a refund")]
internal sealed class SendRefund(
    ShopDb db, OrderBook book, PaymentRequests payments, Providers providers, Journal journal, Cases cases, TimeProvider clock) : IReceiver
{
    public const string Receiver = "refunds";
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AskAgainMost = TimeSpan.FromHours(6);

    internal sealed record Message(long OrderNumber, Guid RefundId);

    public string Name => Receiver;

    public async Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        var message = Json.Read<Message>(payload);
        var refund = (await payments.RefundsOf(message.OrderNumber)).First(r => r.Id == message.RefundId);
        if (refund.Step is RefundStep.Succeeded or RefundStep.Failed) return Delivery.Done;
        if (providers.Find(refund.Provider) is not { } provider) return Delivery.Dead($"No provider {refund.Provider}");
        var sent = new RefundToSend(PaymentRequest.OutTradeNoOf(refund.OrderNumber, refund.Attempt), refund.RefundNo, refund.Amount,
            refund.Currency, refund.Reason);
        var answer = await Ask(provider, refund, sent, ct);
        switch (answer.State)
        {
            case RefundState.Succeeded:
                await Settle(refund, RefundStep.Succeeded, null);
                return Delivery.Done;
            case RefundState.Failed:
                await Settle(refund, RefundStep.Failed, answer.Reason ?? "refused");
                return Delivery.Done;
            default:
                return Delivery.Retry($"{answer.State}: {answer.Reason}", Patience(clock.GetUtcNow() - refund.RequestedAt));
        }
    }

    // As long again as it has taken so far: soon in the first minute, and still trying when a provider is away for hours.
    private static TimeSpan Patience(TimeSpan age) => age < AskAgainAfter ? AskAgainAfter : age > AskAgainMost ? AskAgainMost : age;

    // What was sent once may have succeeded without our hearing of it: ask first, and send the same number again only
    // when the provider knows nothing of it.
    private async Task<RefundAnswer> Ask(IPaymentProvider provider, Refund refund, RefundToSend sent, CancellationToken ct)
    {
        if (refund.Step == RefundStep.Sent)
        {
            var known = await provider.QueryRefund(sent, ct);
            if (known.State != RefundState.NotFound) return known;
        }
        await Settle(refund, RefundStep.Sent, null);
        return await provider.Refund(sent, ct);
    }

    private async Task Settle(Refund known, RefundStep step, string? error)
    {
        var result = await db.InTransaction<Done>(this, async () =>
        {
            var order = await book.Open(known.OrderNumber);
            if (!order.IsOk) return order.Refusal!;
            var refund = (await payments.RefundsOf(known.OrderNumber)).First(r => r.Id == known.Id);
            if (refund.Step is RefundStep.Succeeded or RefundStep.Failed) return new Done();
            refund.Step = step;
            refund.Error = error;
            if (step == RefundStep.Sent) refund.SentAt ??= clock.GetUtcNow();
            if (step == RefundStep.Succeeded) Succeed(order.Value, refund);
            if (step == RefundStep.Failed) await Fail(order.Value, refund, error!);
            db.Record("refund:" + refund.RefundNo, known.Step.ToString(), step.ToString(), error);
            return new Done();
        });
        Invariant.That(result.IsOk, $"a refund belongs to an order: {result.Refusal?.Code}");
    }

    private void Succeed(Order order, Refund refund)
    {
        refund.ConfirmedAt = clock.GetUtcNow();
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

    // A refused refund never counts as refunded: the promise is taken back and a person is told.
    private async Task Fail(Order order, Refund refund, string error)
    {
        if (refund.OfSale)
        {
            order.Refunding -= refund.Amount;
            order.Derive();
        }
        journal.Post(order.Number, "refund_failed", refund.RefundNo, refund.Currency,
            Journal.Debit(Accounts.RefundsPayable, refund.Amount),
            Journal.Credit(refund.OfSale ? Accounts.SalesReturned : Accounts.Unassigned, refund.Amount));
        book.Note(order.Number, "refund_failed", facts: new { amount = refund.Amount, currency = refund.Currency }, reason: error);
        await cases.Open("refund", refund.RefundNo,
            new($"{refund.Provider}没有接受这笔退款（{error}）", $"{refund.Provider} refused this refund ({error})"),
            new("到支付方后台看原因，再退一次，或线下退给客户", "Look up why, then refund again or pay the customer another way"),
            order.Number, new Money(refund.Amount, refund.Currency));
    }
}
