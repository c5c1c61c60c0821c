using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Reads stored payment notices again, byte for byte, and records what they say.</summary>
internal abstract class PaymentNotices(string provider, Providers providers, TakePaymentFact take) : IInboxHandler
{
    public string Source => "payments:" + provider;

    public string StreamOf(InboxMessage message) =>
        providers.Find(provider) is { } known && Read(known, message).Notice is { } notice ? notice.OutTradeNo : message.EventKey;

    public async Task<Delivery> Handle(InboxMessage message, CancellationToken ct)
    {
        if (providers.Find(provider) is not { } known) return Delivery.Retry($"{provider} is not configured");
        var reading = Read(known, message);
        if (reading.Notice is not { } notice) return Delivery.Dead($"Not readable any more: {reading.Reason}");
        var result = await take.Handle(new(provider, notice.OutTradeNo, notice.TransactionId, FactSource.Notice, notice.State,
            notice.AmountMinor, notice.Currency, notice.PaidAt ?? notice.OccurredAt, notice.AddressedToUs));
        return result.IsOk ? new Delivery(MessageState.Done, result.Value, null) : Delivery.Retry(result.Refusal!.Code);
    }

    private static NoticeReading Read(IPaymentProvider known, InboxMessage message)
    {
        var headers = Json.Read<Dictionary<string, string>>(message.Headers);
        return known.ReadNotice(new RawNotice(message.Body, headers, headers.GetValueOrDefault("Content-Type"), message.ReceivedAt));
    }
}

/// <summary>Alipay's notices.</summary>
internal sealed class AlipayNotices(Providers providers, TakePaymentFact take) : PaymentNotices("alipay", providers, take);
