using System.Globalization;
using System.Security.Cryptography;
using Guidan.Connectors;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class AlipayTextTests
{
    [Fact]
    public void Every_amount_comes_back_exactly()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        for (var i = 0; i < 100_000; i++)
        {
            var minor = random.NextInt64(AlipayAmount.MaxMinor + 1) >> random.Next(34);
            var yuan = AlipayAmount.ToYuan(minor);
            AlipayAmount.ToMinor(yuan).ShouldBe(minor, $"seed {seed}");
            yuan[^3].ShouldBe('.', $"seed {seed}");
            (decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100).ShouldBe(minor, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("88.88", 8888)]
    [InlineData("88.8", 8880)]
    [InlineData("88", 8800)]
    [InlineData("100000000.00", 10_000_000_000)]
    public void Yuan_are_read_as_fen(string yuan, long minor) => AlipayAmount.ToMinor(yuan).ShouldBe(minor);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1.00")]
    [InlineData("+1.00")]
    [InlineData("0.001")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("1,000.00")]
    [InlineData(" 1.00")]
    [InlineData("１.００")]
    [InlineData("100000000.01")]
    [InlineData("1000000000000000000")]
    [InlineData("1.0.0")]
    public void What_is_no_amount_is_refused_and_never_rounded(string? yuan) =>
        AlipayAmount.ToMinor(yuan).ShouldBeNull();

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000_000_001)]
    public void An_amount_that_cannot_be_carried_is_not_written(long minor) =>
        Should.Throw<ArgumentOutOfRangeException>(() => AlipayAmount.ToYuan(minor));

    [Fact]
    public void Beijing_is_eight_hours_ahead_all_year()
    {
        var noon = new DateTimeOffset(2026, 7, 1, 4, 0, 0, TimeSpan.Zero);
        BeijingTime.Write(noon).ShouldBe("2026-07-01 12:00:00");
        BeijingTime.Read("2026-07-01 12:00:00").ShouldBe(noon);
        BeijingTime.Read("2026-07-01 12:00:00.000").ShouldBe(noon);
        BeijingTime.Read("2026-12-31 23:59:59").ShouldBe(new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero));
        BeijingTime.Read("0001-01-01 00:00:00").ShouldBeNull();
        BeijingTime.Read("2026-02-30 00:00:00").ShouldBeNull();
        BeijingTime.Read(null).ShouldBeNull();
    }

    [Fact]
    public void The_signed_node_is_its_raw_text()
    {
        const string body = """{ "alipay_trade_query_response" : {"code":"10000", "url":"http:\/\/a"} ,"sign":"abc"}""";
        AlipaySignature.AnswerNode(body, "alipay_trade_query_response")
            .ShouldBe(("""{"code":"10000", "url":"http:\/\/a"}""", "abc"));
    }

    [Theory]
    [InlineData("""{"x_response":{"a":1},"x_response":{"a":2},"sign":"s"}""")]
    [InlineData("""{"x_response":{"a":1},"x_\u0072esponse":{"a":2},"sign":"s"}""")]
    [InlineData("""{"x_response":{"a":1},"error_response":{},"sign":"s"}""")]
    [InlineData("""{"x_response":{"a":1},"sign":"s","sign":"t"}""")]
    [InlineData("""{"x_response":{"a":1,"a":2},"sign":"s"}""")]
    [InlineData("""{"y_response":{"a":1},"sign":"s"}""")]
    [InlineData("""[{"x_response":{}}]""")]
    [InlineData("""{"x_response":{"a":1},"sign":"s"} trailing""")]
    [InlineData("<html></html>")]
    [InlineData("")]
    public void A_body_without_exactly_one_answer_is_refused(string body) =>
        AlipaySignature.AnswerNode(body, "x_response").ShouldBeNull();

    [Fact]
    public void An_error_answer_counts_as_the_answer() =>
        AlipaySignature.AnswerNode("""{"error_response":{"code":"40002"},"sign":"s"}""", "x_response")
            .ShouldBe(("""{"code":"40002"}""", "s"));
}
