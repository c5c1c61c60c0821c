using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Sends a written refund to its provider until the provider has said what became of it; always under one number.</summary>
[Operation("refunds.send", "发出退款", "Send a refund")]
internal sealed class SendRefund(
    ShopDb db, OrderBook book, PaymentRequests payments, Providers providers, Returning returning, Cases cases, TimeProvider clock) : IReceiver
{
    public const string Receiver = "refunds";

    /// <summary>The case that a person must give money back where it is.</summary>
    public const string ChannelRefundCase = "channel.refund";

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AskAgainMost = TimeSpan.FromHours(6);

    internal sealed record Message(long OrderNumber, Guid RefundId);

    public string Name => Receiver;

    public async Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        var message = Json.Read<Message>(payload);
        var refund = (await payments.RefundsOf(message.OrderNumber)).First(r => r.Id == message.RefundId);
        if (refund.Step is RefundStep.Succeeded or RefundStep.Failed) return Delivery.Done;
        if (providers.Find(refund.Provider) is not { } provider) return await AskPerson(refund);
        var sent = new RefundToSend(refund.OutTradeNo, refund.RefundNo, refund.Amount,
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

    // Money that another shop holds is given back there, by a person; that shop then tells us.
    private async Task<Delivery> AskPerson(Refund refund)
    {
        var (amount, holder) = (new Money(refund.Amount, refund.Currency), providers.TitleOf(refund.Provider));
        var asked = await db.InTransaction<Done>(this, async () =>
        {
            await cases.Open(ChannelRefundCase, refund.RefundNo,
                new($"这笔钱在{holder.Zh}手里，要到那边退", $"{holder.En} holds this money; it is given back there"),
                new($"到{holder.Zh}后台给这单退{amount.Show()}；那边退了，这里会自己记上",
                    $"Refund {amount.Show()} of this order at {holder.En}; once done there, it is recorded here by itself"),
                refund.OrderNumber, amount);
            db.Record("refund:" + refund.RefundNo, null, "to be given back where the money is");
            return new Done();
        });
        return asked.IsOk ? Delivery.Done : Delivery.Retry(asked.Refusal!.Code);
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
            Order? order = null;
            if (known.OrderNumber != 0)
            {
                var opened = await book.Open(known.OrderNumber);
                if (!opened.IsOk) return opened.Refusal!;
                order = opened.Value;
            }
            var refund = (await payments.RefundsOf(known.OrderNumber)).First(r => r.Id == known.Id);
            if (refund.Step is RefundStep.Succeeded or RefundStep.Failed) return new Done();
            if (step == RefundStep.Sent) (refund.Step, refund.Error, refund.SentAt) = (step, error, refund.SentAt ?? clock.GetUtcNow());
            if (step == RefundStep.Succeeded) returning.Succeed(order, refund);
            if (step == RefundStep.Failed) await Fail(order, refund, error!);
            db.Record("refund:" + refund.RefundNo, known.Step.ToString(), step.ToString(), error);
            return new Done();
        });
        Invariant.That(result.IsOk, $"a refund belongs to an order: {result.Refusal?.Code}");
    }

    // A refused refund never counts as refunded: the promise is taken back and a person is told.
    private async Task Fail(Order? order, Refund refund, string error)
    {
        returning.Fail(order, refund, error);
        var holder = providers.TitleOf(refund.Provider);
        await cases.Open("refund", refund.RefundNo,
            new($"{holder.Zh}没有接受这笔退款（{error}）", $"{holder.En} refused this refund ({error})"),
            new("到支付方后台看原因，再退一次，或线下退给客户", "Look up why, then refund again or pay the customer another way"),
            order?.Number, new Money(refund.Amount, refund.Currency));
    }
}
