using System.Globalization;
using Guidan.Kernel;
using Guidan.Payments;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>Alipay as a payment provider: paying on Alipay's own page (电脑网站支付), queries, closing, refunds.</summary>
internal sealed class AlipayPayments(HttpClient http, IOptions<AlipayOptions> settings, TimeProvider clock)
    : IPaymentProvider
{
    private const string Yuan = "CNY";
    private const int LongestSubject = 256;
    private const int LongestWait = 15 * 24 * 60;

    private readonly AlipayOptions options = settings.Value;
    private readonly AlipayGateway gateway = new(http, settings.Value, clock);

    public string Code => "alipay";

    public Text Title { get; } = new("支付宝", "Alipay");

    public bool IsConfigured => Missing.Count == 0;

    /// <summary>Found out once: it reads the keys, and settings change only with a restart.</summary>
    public IReadOnlyList<(string Zh, string En)> Missing { get; } = AlipaySettingsCheck.Missing(settings.Value);

    public Task<StartAnswer> Start(PaymentToStart payment, CancellationToken cancellation)
    {
        if (!IsConfigured) return Task.FromResult(new StartAnswer(null, "not_configured"));
        if (payment.Currency != Yuan) return Task.FromResult(new StartAnswer(null, "currency.unsupported"));
        if (payment.AmountMinor is < 1 or > AlipayAmount.MaxMinor)
            return Task.FromResult(new StartAnswer(null, "amount.out_of_range"));
        var address = gateway.SignedAddress("alipay.trade.page.pay", PageContent(payment),
            ("notify_url", payment.NotifyUrl.AbsoluteUri), ("return_url", payment.ReturnUrl.AbsoluteUri));
        return Task.FromResult(new StartAnswer(new PaymentAction("redirect", address)));
    }

    public async Task<ProviderAnswer> Query(string outTradeNo, CancellationToken cancellation)
    {
        if (!IsConfigured) return new(TradeState.Unknown, "", "not_configured");
        var content = new Dictionary<string, object> { ["out_trade_no"] = outTradeNo };
        var reply = await gateway.Call("alipay.trade.query", content, cancellation);
        return reply.Outcome switch
        {
            AlipayOutcome.Ok => AlipayTradeReading.Trade(reply, outTradeNo),
            AlipayOutcome.BusinessFailed when reply.Reason == "ACQ.TRADE_NOT_EXIST" =>
                new(TradeState.NotFound, reply.RawText, reply.Reason),
            _ => new(TradeState.Unknown, reply.RawText, reply.Reason),
        };
    }

    public async Task<ProviderAnswer> Close(string outTradeNo, CancellationToken cancellation)
    {
        if (!IsConfigured) return new(TradeState.Unknown, "", "not_configured");
        var content = new Dictionary<string, object> { ["out_trade_no"] = outTradeNo };
        var reply = await gateway.Call("alipay.trade.close", content, cancellation);
        return reply.Outcome switch
        {
            AlipayOutcome.Ok when reply.Text("out_trade_no") is { } echoed && echoed != outTradeNo =>
                new(TradeState.Unknown, reply.RawText, "answer.other_trade"),
            AlipayOutcome.Ok => new(TradeState.Closed, reply.RawText, TransactionId: reply.Text("trade_no")),
            AlipayOutcome.BusinessFailed when reply.Reason == "ACQ.TRADE_NOT_EXIST" =>
                new(TradeState.NotFound, reply.RawText, reply.Reason),
            // "Not in a state to be closed": paid in the meantime, or closed before. Only a query tells which.
            AlipayOutcome.BusinessFailed => await Query(outTradeNo, cancellation),
            _ => new(TradeState.Unknown, reply.RawText, reply.Reason),
        };
    }

    public async Task<RefundAnswer> Refund(RefundToSend refund, CancellationToken cancellation)
    {
        // Unknown, not failed: an earlier try with the same number may have gone through.
        if (!IsConfigured) return new(RefundState.Unknown, "", "not_configured");
        if (Refused(refund) is { } reason) return new(RefundState.Failed, "", reason);
        var content = RefundContent(refund);
        content["refund_amount"] = AlipayAmount.ToYuan(refund.AmountMinor);
        content["refund_reason"] = Cut(refund.Reason, LongestSubject);
        var reply = await gateway.Call("alipay.trade.refund", content, cancellation);
        return AlipayTradeReading.Refund(reply, refund);
    }

    public async Task<RefundAnswer> QueryRefund(RefundToSend refund, CancellationToken cancellation)
    {
        if (!IsConfigured) return new(RefundState.Unknown, "", "not_configured");
        var reply = await gateway.Call("alipay.trade.fastpay.refund.query", RefundContent(refund), cancellation);
        return AlipayTradeReading.RefundFound(reply, refund);
    }

    public NoticeReading ReadNotice(RawNotice notice) => AlipayNotice.Read(notice, options);

    private Dictionary<string, object> PageContent(PaymentToStart payment)
    {
        // Whole minutes, rounded down, so that Alipay stops taking money before we stop waiting for it.
        var minutes = Math.Clamp((int)(payment.ExpiresAt - clock.GetUtcNow()).TotalMinutes, 1, LongestWait);
        return new()
        {
            ["out_trade_no"] = payment.OutTradeNo,
            ["total_amount"] = AlipayAmount.ToYuan(payment.AmountMinor),
            ["subject"] = Cut(payment.Subject, LongestSubject),
            ["product_code"] = "FAST_INSTANT_TRADE_PAY",
            ["timeout_express"] = string.Create(CultureInfo.InvariantCulture, $"{minutes}m"),
        };
    }

    private static Dictionary<string, object> RefundContent(RefundToSend refund) =>
        new() { ["out_trade_no"] = refund.OutTradeNo, ["out_request_no"] = refund.RefundNo };

    private static string? Refused(RefundToSend refund) =>
        refund.Currency != Yuan ? "currency.unsupported"
        : refund.AmountMinor is < 1 or > AlipayAmount.MaxMinor ? "amount.out_of_range"
        : null;

    private static string Cut(string text, int length)
    {
        // Alipay refuses / = & in a subject.
        var plain = text.Replace('/', ' ').Replace('=', ' ').Replace('&', ' ').Trim();
        if (plain.Length <= length) return plain;
        return char.IsHighSurrogate(plain[length - 1]) ? plain[..(length - 1)] : plain[..length];
    }
}
