using System.Globalization;
using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>The business methods of the simulated gateway, each as Alipay documents it.</summary>
internal sealed class AlipayDesk(AlipayBook book, AlipayBills bills, SandboxParty party, SandboxClock clock)
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromDays(15);

    /// <summary>Null for a method that is not simulated.</summary>
    public Func<object>? Method(string method, JsonElement content) => method switch
    {
        "alipay.trade.query" => () => Query(content),
        "alipay.trade.close" => () => Close(content),
        "alipay.trade.refund" => () => Refund(content),
        "alipay.trade.fastpay.refund.query" => () => RefundQuery(content),
        "alipay.data.dataservice.bill.downloadurl.query" => () => bills.Address(content),
        _ => null,
    };

    /// <summary>The trade that a signed pay page asks for, or why there is none.</summary>
    public (AlipayTrade? Trade, string? Refused) Page(Dictionary<string, string> fields, JsonElement content)
    {
        var outTradeNo = Text(content, "out_trade_no");
        var amount = AlipayTrade.Minor(Text(content, "total_amount"));
        if (string.IsNullOrEmpty(outTradeNo) || outTradeNo.Length > 64) return (null, "out_trade_no");
        if (amount is null or < 1 or > 10_000_000_000) return (null, "total_amount");
        if (string.IsNullOrEmpty(Text(content, "subject"))) return (null, "subject");
        if (Text(content, "product_code") != "FAST_INSTANT_TRADE_PAY") return (null, "product_code");
        var trade = book.Open(new Fact
        {
            Kind = "trade.created",
            Party = "alipay",
            OutTradeNo = outTradeNo,
            AmountMinor = amount,
            Subject = Text(content, "subject"),
            NotifyUrl = fields.GetValueOrDefault("notify_url"),
            ReturnUrl = fields.GetValueOrDefault("return_url"),
            ExpiresAt = Expiry(content),
        });
        return trade is null ? (null, "out_trade_no") : (trade, null);
    }

    /// <summary>What the payer's browser carries back: signed like a notice, a courtesy and no proof.</summary>
    public string? ReturnAddress(AlipayTrade trade)
    {
        if (trade.ReturnUrl is null) return null;
        var fields = new Dictionary<string, string>
        {
            ["charset"] = "utf-8",
            ["out_trade_no"] = trade.OutTradeNo,
            ["method"] = "alipay.trade.page.pay.return",
            ["total_amount"] = AlipayTrade.Yuan(trade.AmountMinor),
            ["trade_no"] = trade.TradeNo,
            ["auth_app_id"] = party.AppId,
            ["app_id"] = party.AppId,
            ["version"] = "1.0",
            ["seller_id"] = party.SellerId,
            ["timestamp"] = ChinaTime.Text(clock.GetUtcNow()),
        };
        var content = SandboxSignature.Content(fields, "sign", "sign_type");
        fields["sign"] = SandboxSignature.Rsa2(
            content, party.ProviderPrivateKey, SandboxSignature.Charset("utf-8"));
        fields["sign_type"] = "RSA2";
        var query = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return trade.ReturnUrl + (trade.ReturnUrl.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
    }

    public static string? Text(JsonElement content, string name) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private object Query(JsonElement content)
    {
        if (Find(content) is not { } trade) return NoTrade();
        return AlipayAnswer.Ok(
            ("trade_no", trade.TradeNo), ("out_trade_no", trade.OutTradeNo),
            ("buyer_logon_id", trade.PaidAt is null ? null : "138****0000"),
            ("trade_status", trade.Status),
            ("total_amount", AlipayTrade.Yuan(trade.AmountMinor)),
            ("receipt_amount", trade.PaidAt is null ? null : AlipayTrade.Yuan(trade.AmountMinor)),
            ("buyer_pay_amount", trade.PaidAt is null ? null : AlipayTrade.Yuan(trade.AmountMinor)),
            ("send_pay_date", trade.PaidAt is { } paid ? ChinaTime.Text(paid) : null));
    }

    private object Close(JsonElement content)
    {
        if (Find(content) is not { } trade) return NoTrade();
        return book.Close(trade)
            ? AlipayAnswer.Ok(("trade_no", trade.TradeNo), ("out_trade_no", trade.OutTradeNo))
            : AlipayAnswer.Refused("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
    }

    private object Refund(JsonElement content)
    {
        if (Find(content) is not { } trade) return NoTrade();
        var amount = AlipayTrade.Minor(Text(content, "refund_amount"));
        if (amount is null or < 1) return AlipayAnswer.Refused("ACQ.INVALID_PARAMETER", "参数无效");
        var number = Text(content, "out_request_no");
        // Without a number of its own, a refund is the whole of the trade and goes by the trade's number.
        if (string.IsNullOrEmpty(number) && amount != trade.AmountMinor)
            return AlipayAnswer.Refused("ACQ.INVALID_PARAMETER", "部分退款须传入退款请求号");
        var (moved, refused) = book.Refund(
            trade, string.IsNullOrEmpty(number) ? trade.OutTradeNo : number, amount.Value,
            Text(content, "refund_reason"));
        return refused is not null
            ? AlipayAnswer.Refused(refused, "退款没有受理")
            : AlipayAnswer.Ok(
                ("trade_no", trade.TradeNo), ("out_trade_no", trade.OutTradeNo),
                ("buyer_logon_id", "138****0000"), ("fund_change", moved ? "Y" : "N"),
                ("refund_fee", AlipayTrade.Yuan(trade.RefundedMinor)));
    }

    private object RefundQuery(JsonElement content)
    {
        if (Find(content) is not { } trade) return NoTrade();
        var number = Text(content, "out_request_no");
        // A refund that Alipay does not know is answered with success and no refund data.
        if (trade.Refunds.FirstOrDefault(refund => refund.RequestNo == number) is not { } found)
            return AlipayAnswer.Ok();
        return AlipayAnswer.Ok(
            ("trade_no", trade.TradeNo), ("out_trade_no", trade.OutTradeNo), ("out_request_no", found.RequestNo),
            ("total_amount", AlipayTrade.Yuan(trade.AmountMinor)),
            ("refund_amount", AlipayTrade.Yuan(found.AmountMinor)), ("refund_status", "REFUND_SUCCESS"),
            ("gmt_refund_pay", ChinaTime.Text(found.At)));
    }

    private AlipayTrade? Find(JsonElement content) => book.Find(Text(content, "out_trade_no"), Text(content, "trade_no"));

    private static object NoTrade() => AlipayAnswer.Refused("ACQ.TRADE_NOT_EXIST", "交易不存在");

    private DateTimeOffset Expiry(JsonElement content)
    {
        var now = clock.GetUtcNow();
        if (ChinaTime.Read(Text(content, "time_expire")) is { } absolute) return absolute;
        var text = Text(content, "timeout_express") ?? "";
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return now + DefaultWait;
        return text[^1] switch
        {
            'm' => now + TimeSpan.FromMinutes(count),
            'h' => now + TimeSpan.FromHours(count),
            'd' => now + TimeSpan.FromDays(count),
            _ => now + DefaultWait,
        };
    }
}
