using System.Globalization;
using System.Text;
using Guidan.Connectors;
using Guidan.Payments;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class AlipayVectorTests
{
    private static readonly AlipayOptions Options = new()
    {
        AppId = "2021000000000001", SellerId = "2088000000000001", ProviderPublicKey = Vectors.AlipayPublicKey,
    };

    private static Dictionary<string, string> Fields(string body = Vectors.AlipayNoticeBody) =>
        FormBody.Read(Encoding.ASCII.GetBytes(body), "charset", out _, out _)!;

    private static NoticeReading Read(string body) =>
        AlipayNotice.Read(Ear.Raw(Encoding.UTF8.GetBytes(body)), Options);

    [Fact]
    public void Notice_text_is_sorted_decoded_once_and_without_sign_and_sign_type() =>
        AlipaySignature.NoticeText(Fields()).ShouldBe(Vectors.AlipayNoticeText);

    [Fact]
    public void A_genuine_notice_is_read_whole()
    {
        var reading = Read(Vectors.AlipayNoticeBody);
        reading.Verdict.ShouldBe(NoticeVerdict.Genuine);
        reading.OnStored.ShouldBe(new NoticeAnswer(200, "text/plain", "success"));
        var notice = reading.Notice!;
        notice.OutTradeNo.ShouldBe("SO20261120000001");
        notice.TransactionId.ShouldBe("2026112022001400000000000001");
        notice.State.ShouldBe(TradeState.Paid);
        notice.AmountMinor.ShouldBe(8888);
        notice.Currency.ShouldBe("CNY");
        notice.AddressedToUs.ShouldBeTrue();
        notice.PaidAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 2, 0, 5, TimeSpan.Zero));
        notice.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 2, 0, 6, TimeSpan.Zero));
        notice.Refund.ShouldBeNull();
    }

    [Fact]
    public void A_notice_that_alipay_itself_signed_is_genuine()
    {
        var options = new AlipayOptions { ProviderPublicKey = Vectors.RealPublicKey };
        var reading = AlipayNotice.Read(Ear.Raw(Encoding.ASCII.GetBytes(Vectors.RealNoticeBody)), options);
        reading.Verdict.ShouldBe(NoticeVerdict.Genuine);
        reading.Notice!.OutTradeNo.ShouldBe("20190815155618536-564-57");
        reading.Notice.AmountMinor.ShouldBe(10);
        reading.Notice.AddressedToUs.ShouldBeFalse();
    }

    [Theory]
    [InlineData("another amount", "total_amount=88.88", "total_amount=88.89")]
    [InlineData("another order", "SO20261120000001", "SO20261120000002")]
    [InlineData("another status", "TRADE_SUCCESS", "TRADE_FINISHED")]
    [InlineData("no signature", "&sign=arBT", "&xsign=arBT")]
    [InlineData("a signature that is not base64", "&sign=arBT", "&sign=*rBT")]
    [InlineData("the weak digest", "sign_type=RSA2", "sign_type=RSA")]
    [InlineData("another character set", "charset=utf-8", "charset=gbk")]
    [InlineData("a field more", "&version=1.0", "&version=1.0&extra=1")]
    public void A_changed_notice_is_forged(string what, string from, string to)
    {
        var body = Vectors.AlipayNoticeBody.Replace(from, to, StringComparison.Ordinal);
        body.ShouldNotBe(Vectors.AlipayNoticeBody, what);
        var reading = Read(body);
        reading.Verdict.ShouldNotBe(NoticeVerdict.Genuine, what);
        reading.Notice.ShouldBeNull();
        reading.OnRefused.Body.ShouldBe("fail");
        reading.OnRefused.StatusCode.ShouldBeInRange(400, 499);
    }

    [Fact]
    public void Decoding_twice_does_not_verify()
    {
        var twice = Fields().ToDictionary(f => f.Key, f => Uri.UnescapeDataString(f.Value.Replace('+', ' ')));
        Verifies(AlipaySignature.NoticeText(twice)).ShouldBeFalse();
    }

    [Fact]
    public void Another_order_of_fields_does_not_verify()
    {
        var parts = Vectors.AlipayNoticeText.Split('&');
        (parts[0], parts[1]) = (parts[1], parts[0]);
        Verifies(string.Join('&', parts)).ShouldBeFalse();
    }

    [Fact]
    public void Leaving_sign_type_in_does_not_verify() =>
        Verifies(AlipaySignature.RequestText(Fields())).ShouldBeFalse();

    [Fact]
    public void A_culture_s_order_does_not_verify()
    {
        // In code points capitals and the underscore stand elsewhere than in any language's dictionary.
        var fields = new Dictionary<string, string> { ["a_b"] = "1", ["aB"] = "2", ["ab"] = "3" };
        AlipaySignature.NoticeText(fields).ShouldBe("aB=2&a_b=1&ab=3");
        var culture = string.Join('&', fields.Keys.Order(StringComparer.Create(CultureInfo.InvariantCulture, true))
            .Select(name => $"{name}={fields[name]}"));
        culture.ShouldNotBe(AlipaySignature.NoticeText(fields));
    }

    [Fact]
    public void Another_character_set_does_not_verify() =>
        AlipaySignature.Verify(Vectors.AlipayNoticeText, Vectors.AlipayNoticeSign, Charset.Gbk, Vectors.AlipayPublicKey)
            .ShouldBeFalse();

    [Fact]
    public void The_text_itself_verifies() => Verifies(Vectors.AlipayNoticeText).ShouldBeTrue();

    private static bool Verifies(string text) =>
        AlipaySignature.Verify(text, Vectors.AlipayNoticeSign, Charset.Utf8, Vectors.AlipayPublicKey);
}
