using Guidan.Payments;

namespace Guidan.Connectors;

/// <summary>
/// Reads a notice: whole, strict, signature before meaning. The order matters, because a field of an unverified body
/// is a claim by anyone.
/// </summary>
internal static class AlipayNotice
{
    private static readonly NoticeAnswer Stored = new(200, "text/plain", "success");

    public static NoticeReading Read(RawNotice notice, AlipayOptions options)
    {
        if (notice.ContentType is { Length: > 0 } type &&
            !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return Malformed("body.not_a_form");
        var fields = FormBody.Read(notice.Body, "charset", out var charset, out var reason);
        if (fields is null) return Malformed(reason);
        var sign = fields.GetValueOrDefault("sign");
        if (fields.GetValueOrDefault("sign_type", "RSA2") != "RSA2") return Forged("sign_type.unsupported");
        if (!AlipaySignature.Verify(AlipaySignature.NoticeText(fields), sign, charset, options.ProviderPublicKey))
            return Forged(string.IsNullOrEmpty(sign) ? "sign.missing" : "sign.wrong");
        return Understand(fields, options) is { } understood
            ? new(NoticeVerdict.Genuine, Stored, Refuse(400), Notice: understood)
            : Malformed("fields.missing");
    }

    private static PaymentNotice? Understand(Dictionary<string, string> fields, AlipayOptions options)
    {
        var outTradeNo = fields.GetValueOrDefault("out_trade_no", "");
        var tradeNo = fields.GetValueOrDefault("trade_no", "");
        var status = fields.GetValueOrDefault("trade_status", "");
        if (outTradeNo.Length is 0 or > 64 || tradeNo.Length is 0 or > 64 || status.Length is 0 or > 32) return null;
        var amount = AlipayAmount.ToMinor(fields.GetValueOrDefault("total_amount"));
        return new(
            EventKey(fields), outTradeNo, tradeNo, AlipayTradeReading.State(status), amount, "CNY",
            AddressedToUs(fields, options),
            BeijingTime.Read(fields.GetValueOrDefault("notify_time")),
            BeijingTime.Read(fields.GetValueOrDefault("gmt_payment")),
            Refund(fields));
    }

    /// <summary>The same for repeats, which differ only in <c>notify_time</c> and <c>sign</c>.</summary>
    private static string EventKey(Dictionary<string, string> fields) => string.Join(':',
        new[] { "trade_no", "trade_status", "refund_fee", "out_biz_no", "notify_id" }
            .Select(name => fields.GetValueOrDefault(name, "")));

    private static bool AddressedToUs(Dictionary<string, string> fields, AlipayOptions options) =>
        fields.GetValueOrDefault("app_id") == options.AppId &&
        fields.GetValueOrDefault("seller_id") == options.SellerId;

    private static NoticeRefund? Refund(Dictionary<string, string> fields)
    {
        var total = AlipayAmount.ToMinor(fields.GetValueOrDefault("refund_fee"));
        if (total is null or 0) return null;
        var number = fields.GetValueOrDefault("out_biz_no");
        return new(
            string.IsNullOrEmpty(number) ? null : number, total,
            BeijingTime.Read(fields.GetValueOrDefault("gmt_refund")));
    }

    private static NoticeReading Malformed(string reason) =>
        new(NoticeVerdict.Malformed, Stored, Refuse(reason == "body.too_large" ? 413 : 400), reason);

    private static NoticeReading Forged(string reason) => new(NoticeVerdict.Forged, Stored, Refuse(401), reason);

    private static NoticeAnswer Refuse(int status) => new(status, "text/plain", "fail");
}
