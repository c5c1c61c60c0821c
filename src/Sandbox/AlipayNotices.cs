using System.Security.Cryptography;

namespace Guidan.Sandbox;

/// <summary>
/// Writes the notices of the simulated Alipay: one for each change of a trade that a shop is told of.
/// </summary>
internal sealed class AlipayNotices(SandboxParty party, Outbox outbox, FaultBoard board)
{
    /// <summary>Call it under the journal's gate, after the change.</summary>
    public void Queue(AlipayTrade trade, string? refundNo = null, int copies = 1)
    {
        if (trade.NotifyUrl is null) return;
        var amount = trade.AmountMinor + board.For("alipay").MisstateAmount;
        outbox.Queue("alipay", trade.OutTradeNo, trade.NotifyUrl, Fields(trade, refundNo, amount), copies,
            trade.NoticesLost);
    }

    /// <summary>While forging, someone without the key claims a payment that never was.</summary>
    public void MaybeForge(AlipayTrade trade)
    {
        if (!board.For("alipay").Forge || trade.NotifyUrl is null) return;
        var fields = Fields(trade, null, trade.AmountMinor);
        fields["trade_status"] = "TRADE_SUCCESS";
        fields["forged"] = "1";
        outbox.Queue("alipay", trade.OutTradeNo, trade.NotifyUrl, fields, 1, lost: false);
    }

    /// <summary>The fields as they leave: time and signature belong to the try, not to the notice.</summary>
    public Dictionary<string, string> Seal(Dictionary<string, string> notice, DateTimeOffset now, bool forged)
    {
        var fields = new Dictionary<string, string>(notice) { ["notify_time"] = ChinaTime.Text(now) };
        forged |= fields.Remove("forged");
        var content = SandboxSignature.Content(fields, "sign", "sign_type");
        fields["sign"] = forged
            ? Convert.ToBase64String(RandomNumberGenerator.GetBytes(256))
            : SandboxSignature.Rsa2(content, party.ProviderPrivateKey, SandboxSignature.Charset("utf-8"));
        fields["sign_type"] = "RSA2";
        return fields;
    }

    private Dictionary<string, string> Fields(AlipayTrade trade, string? refundNo, long amountMinor)
    {
        var yuan = AlipayTrade.Yuan(amountMinor);
        var fields = new Dictionary<string, string>
        {
            ["notify_type"] = "trade_status_sync",
            ["notify_id"] = Guid.CreateVersion7().ToString("N"),
            ["app_id"] = party.AppId,
            ["auth_app_id"] = party.AppId,
            ["charset"] = "utf-8",
            ["version"] = "1.0",
            ["trade_no"] = trade.TradeNo,
            ["out_trade_no"] = trade.OutTradeNo,
            ["seller_id"] = party.SellerId,
            ["trade_status"] = trade.Status,
            ["total_amount"] = yuan,
            ["subject"] = trade.Subject,
            ["gmt_create"] = ChinaTime.Text(trade.CreatedAt),
        };
        if (trade.ClosedAt is { } closed) fields["gmt_close"] = ChinaTime.Text(closed);
        if (trade.PaidAt is { } paid) AddPayment(fields, yuan, paid);
        if (trade.Refunds.Count > 0) AddRefund(fields, trade, refundNo);
        return fields;
    }

    private static void AddPayment(Dictionary<string, string> fields, string yuan, DateTimeOffset paid)
    {
        fields["gmt_payment"] = ChinaTime.Text(paid);
        fields["buyer_id"] = "2088000000000002";
        fields["buyer_logon_id"] = "138****0000";
        foreach (var name in new[] { "receipt_amount", "invoice_amount", "buyer_pay_amount" }) fields[name] = yuan;
        fields["point_amount"] = "0.00";
        fields["fund_bill_list"] = $$"""[{"amount":"{{yuan}}","fundChannel":"ALIPAYACCOUNT"}]""";
    }

    private static void AddRefund(Dictionary<string, string> fields, AlipayTrade trade, string? refundNo)
    {
        fields["refund_fee"] = AlipayTrade.Yuan(trade.RefundedMinor);
        // Alipay writes this one time with milliseconds.
        fields["gmt_refund"] = ChinaTime.Text(trade.Refunds[^1].At) + ".000";
        if (refundNo is not null) fields["out_biz_no"] = refundNo;
    }
}
