using System.Security.Cryptography;
using System.Text;
using Guidan.Connectors;
using Guidan.Payments;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class AlipayNoticeTests
{
    private static readonly (string Private, string Public) Key = NewKey();

    private static readonly AlipayOptions Options = new()
    {
        AppId = "app", SellerId = "seller", ProviderPublicKey = Key.Public,
    };

    private static (string, string) NewKey()
    {
        using var rsa = RSA.Create(2048);
        return (Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()),
            Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()));
    }

    private static Dictionary<string, string> Notice(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["app_id"] = "app", ["seller_id"] = "seller", ["charset"] = "utf-8", ["notify_id"] = "n1",
            ["notify_time"] = "2026-11-20 10:00:06", ["out_trade_no"] = "SO1", ["trade_no"] = "T1",
            ["trade_status"] = "TRADE_SUCCESS", ["total_amount"] = "10.00", ["subject"] = "茶 A&B=100%+1",
            ["gmt_payment"] = "2026-11-20 10:00:05", ["empty"] = "",
        };
        foreach (var (name, value) in changes) fields[name] = value;
        return fields;
    }

    private static byte[] Seal(Dictionary<string, string> fields)
    {
        var charset = Charset.Named(fields["charset"])!;
        var sign = AlipaySignature.Sign(AlipaySignature.NoticeText(fields), charset, Key.Private);
        var all = fields.Append(new("sign", sign)).Append(new("sign_type", "RSA2"));
        return Encoding.ASCII.GetBytes(string.Join('&', all.Select(field =>
            $"{field.Key}={Escape(charset.GetBytes(field.Value))}")));
    }

    private static string Escape(byte[] bytes) =>
        string.Concat(bytes.Select(b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"%{b:X2}"));

    private static NoticeReading Read(byte[] body) => AlipayNotice.Read(Ear.Raw(body), Options);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gbk")]
    [InlineData("GBK")]
    public void Both_character_sets_are_read(string charset) =>
        Read(Seal(Notice(("charset", charset)))).Verdict.ShouldBe(NoticeVerdict.Genuine);

    [Fact]
    public void A_repeat_has_the_same_key_and_a_new_fact_another()
    {
        var first = Read(Seal(Notice())).Notice!;
        var repeat = Read(Seal(Notice(("notify_time", "2026-11-20 10:04:06")))).Notice!;
        var closed = Read(Seal(Notice(("trade_status", "TRADE_CLOSED")))).Notice!;
        repeat.EventKey.ShouldBe(first.EventKey);
        closed.EventKey.ShouldNotBe(first.EventKey);
    }

    [Fact]
    public void A_refund_is_read_with_its_number_and_total()
    {
        var notice = Read(Seal(Notice(
            ("refund_fee", "3.50"), ("out_biz_no", "R1"), ("gmt_refund", "2026-11-21 08:00:00.123")))).Notice!;
        notice.State.ShouldBe(TradeState.Paid);
        notice.Refund!.RefundNo.ShouldBe("R1");
        notice.Refund.RefundedMinor.ShouldBe(350);
        notice.Refund.RefundedAt!.Value.ToUnixTimeSeconds().ShouldBe(
            new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("app_id", "other")]
    [InlineData("seller_id", "other")]
    public void A_notice_for_someone_else_is_genuine_but_not_ours(string field, string value)
    {
        var reading = Read(Seal(Notice((field, value))));
        reading.Verdict.ShouldBe(NoticeVerdict.Genuine);
        reading.Notice!.AddressedToUs.ShouldBeFalse();
    }

    [Theory]
    [InlineData("total_amount", "1.001")]
    [InlineData("total_amount", "-1.00")]
    [InlineData("total_amount", "1e18")]
    public void An_amount_that_is_none_stays_empty(string field, string value) =>
        Read(Seal(Notice((field, value)))).Notice!.AmountMinor.ShouldBeNull();

    [Fact]
    public void A_status_that_we_do_not_know_is_kept_as_unknown() =>
        Read(Seal(Notice(("trade_status", "TRADE_PENDING")))).Notice!.State.ShouldBe(TradeState.Unknown);

    [Fact]
    public void A_name_that_comes_twice_is_refused()
    {
        var body = Seal(Notice());
        var reading = Read([.. body, .. "&total_amount=0.01"u8]);
        reading.Verdict.ShouldBe(NoticeVerdict.Malformed);
        reading.Reason.ShouldBe("body.duplicate_field");
        reading.OnRefused.StatusCode.ShouldBe(400);
    }

    [Fact]
    public void A_body_over_the_limit_is_refused()
    {
        var reading = Read(new byte[FormBody.MaxBytes + 1]);
        reading.Verdict.ShouldBe(NoticeVerdict.Malformed);
        reading.OnRefused.StatusCode.ShouldBe(413);
    }

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%GG")]
    [InlineData("a=%FF%FE")]
    [InlineData("charset=utf-7")]
    [InlineData("a=1&a=2")]
    public void What_is_no_whole_form_is_malformed(string body) =>
        Read(Encoding.ASCII.GetBytes(body)).Verdict.ShouldBe(NoticeVerdict.Malformed);

    [Fact]
    public void Another_content_type_is_malformed() =>
        AlipayNotice.Read(Ear.Raw(Seal(Notice())) with { ContentType = "application/json" }, Options)
            .Verdict.ShouldBe(NoticeVerdict.Malformed);

    [Fact]
    public void Ten_thousand_mutations_are_never_believed_and_never_throw()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var genuine = Seal(Notice());
        var meaning = AlipaySignature.NoticeText(FormBody.Read(genuine, "charset", out _, out _)!);
        for (var i = 0; i < 10_000; i++)
        {
            var body = Mutate(genuine, random);
            var reading = Read(body);
            if (reading.Verdict != NoticeVerdict.Genuine) continue;
            // A flip may change only the writing (%2b for %2B); then what it says must be what was signed.
            AlipaySignature.NoticeText(FormBody.Read(body, "charset", out _, out _)!).ShouldBe(meaning, $"seed {seed}");
        }
    }

    private static byte[] Mutate(byte[] genuine, Random random)
    {
        var body = (byte[])genuine.Clone();
        switch (random.Next(5))
        {
            case 0:
                body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return body;
            case 1:
                return body[..random.Next(body.Length)];
            case 2:
                var at = random.Next(body.Length);
                return [.. body[..at], (byte)random.Next(256), .. body[at..]];
            case 3:
                random.NextBytes(body.AsSpan(random.Next(body.Length)));
                return body;
            default:
                var cut = random.Next(body.Length);
                return [.. body[cut..], (byte)'&', .. body[..cut]];
        }
    }
}
