using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>
/// Reads stored payment notices again, byte for byte, and records what they say. One that states another amount than was
/// asked is only a hint: the provider's own answer decides what arrived.
/// </summary>
internal abstract class PaymentNotices(string provider, Providers providers, PaymentRequests payments, TakePaymentFact take) : IInboxHandler
{
    public string Source => "payments:" + provider;

    public string StreamOf(InboxMessage message) =>
        providers.Find(provider) is { } known && Read(known, message).Notice is { } notice ? notice.OutTradeNo : message.EventKey;

    public async Task<Delivery> Handle(InboxMessage message, CancellationToken ct)
    {
        if (providers.Find(provider) is not { } known) return Delivery.Retry($"{provider} is not configured");
        var reading = Read(known, message);
        if (reading.Notice is not { } notice) return Delivery.Dead($"Not readable any more: {reading.Reason}");
        var fact = new Fact(provider, notice.OutTradeNo, notice.TransactionId, FactSource.Notice, notice.State,
            notice.AmountMinor, notice.Currency, notice.PaidAt ?? notice.OccurredAt, notice.AddressedToUs);
        if (await StatesOtherMoney(fact))
        {
            var answer = await known.Query(notice.OutTradeNo, ct);
            if (answer.State == TradeState.Unknown) return Delivery.Retry($"Another amount than was asked, and {provider} does not answer: {answer.Reason}");
            fact = new(provider, notice.OutTradeNo, answer.TransactionId, FactSource.Query, answer.State, answer.AmountMinor, answer.Currency, answer.PaidAt);
        }
        var result = await take.Handle(fact);
        return result.IsOk ? new Delivery(MessageState.Done, result.Value, null) : Delivery.Retry(result.Refusal!.Code);
    }

    private async Task<bool> StatesOtherMoney(Fact fact)
    {
        if (fact.State is not (TradeState.Paid or TradeState.Finished) || !fact.AddressedToUs
            || !PaymentRequest.TryReadOutTradeNo(fact.OutTradeNo, out var number, out var attempt)) return false;
        var request = (await payments.Of(number)).Find(r => r.Attempt == attempt && r.Provider == provider);
        return request is not null && MoneyTable.Compare(request.Amount, request.Currency, fact.Amount, fact.Currency) != AmountMatch.Equal;
    }

    private static NoticeReading Read(IPaymentProvider known, InboxMessage message)
    {
        var headers = Json.Read<Dictionary<string, string>>(message.Headers);
        return known.ReadNotice(new RawNotice(message.Body, headers, headers.GetValueOrDefault("Content-Type"), message.ReceivedAt));
    }
}

/// <summary>Alipay's notices.</summary>
internal sealed class AlipayNotices(Providers providers, PaymentRequests payments, TakePaymentFact take) : PaymentNotices("alipay", providers, payments, take);
