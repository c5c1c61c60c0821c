using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Guidan.Connectors;
using Guidan.Payments;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public sealed class CashierTests(World world) : IClassFixture<World>
{
    private Task<HttpResponseMessage> Press(string cashier, string act) => world.Browser.PostAsync(
        cashier, new FormUrlEncodedContent([new("act", act)]));

    [Fact]
    public async Task The_page_says_what_it_is_in_both_languages_and_escapes_what_it_shows()
    {
        var payment = World.Payment(World.NewNumber()) with { Subject = "<script>1</script> 茶" };
        var cashier = await world.Arrive(payment);
        var zh = await world.Browser.GetStringAsync(cashier);
        zh.ShouldContain("lang=\"zh-CN\"");
        zh.ShouldContain("这里是模拟，不会动用真钱");
        zh.ShouldContain("付款¥88.88");
        zh.ShouldNotContain("<script");
        var en = await world.Browser.GetStringAsync(cashier + "?lang=en");
        en.ShouldContain("Pay ¥88.88");
        en.ShouldContain("A simulation: no real money moves");
    }

    [Fact]
    public async Task Paying_sends_the_payer_back_with_signed_fields()
    {
        var payment = World.Payment(World.NewNumber());
        var cashier = await world.Arrive(payment);
        var answer = await Press(cashier, "pay");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var back = answer.Headers.Location!.OriginalString;
        back.ShouldStartWith("http://127.0.0.1:9/orders/1?token=a%20b&");
        var query = back[(back.IndexOf("charset=", StringComparison.Ordinal))..];
        var fields = FormBody.Read(System.Text.Encoding.ASCII.GetBytes(query), "charset", out var charset, out _)!;
        fields["out_trade_no"].ShouldBe(payment.OutTradeNo);
        AlipaySignature.Verify(AlipaySignature.NoticeText(fields), fields["sign"], charset,
            world.Settings["Providers:Alipay:ProviderPublicKey"]!).ShouldBeTrue();
        (await world.Alipay.Query(payment.OutTradeNo, CancellationToken.None)).State.ShouldBe(TradeState.Paid);
        (await Press(cashier, "pay")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("fail", HttpStatusCode.OK)]
    [InlineData("cancel", HttpStatusCode.SeeOther)]
    [InlineData("nonsense", HttpStatusCode.OK)]
    public async Task Not_paying_leaves_the_payment_waiting(string act, HttpStatusCode status)
    {
        var payment = World.Payment(World.NewNumber());
        var answer = await Press(await world.Arrive(payment), act);
        answer.StatusCode.ShouldBe(status);
        if (act == "fail") (await answer.Content.ReadAsStringAsync()).ShouldContain("没有付成，钱没有扣");
        (await world.Alipay.Query(payment.OutTradeNo, CancellationToken.None)).State.ShouldBe(TradeState.Waiting);
    }

    [Fact]
    public async Task An_unknown_trade_is_said_so() =>
        (await world.Browser.GetAsync("/cashier/123")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/sandbox/faults", """{"answer":"strange"}""")]
    [InlineData("/sandbox/faults", "not json")]
    [InlineData("/sandbox/clock", """{"offsetSeconds":1e99}""")]
    [InlineData("/sandbox/clock", "{}")]
    public async Task Nonsense_orders_are_refused(string path, string body)
    {
        using var content = new StringContent(body);
        var answer = await world.Browser.PostAsync(path, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("remedy");
    }

    [Fact]
    public async Task The_bill_lists_yesterdays_payments_and_refunds_in_gbk()
    {
        var payment = World.Payment(World.NewNumber()) with { Subject = "龙井茶" };
        await world.Pay(payment);
        await world.Alipay.Refund(new(payment.OutTradeNo, "RB", 888, "CNY", "碎了"), CancellationToken.None);
        var today = TimeProvider.System.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd");
        var gateway = new AlipayGateway(world.Browser, Options(), TimeProvider.System);
        var content = new Dictionary<string, object> { ["bill_type"] = "trade", ["bill_date"] = today };
        const string method = "alipay.data.dataservice.bill.downloadurl.query";
        (await gateway.Call(method, content, CancellationToken.None)).Reason.ShouldBe("isp.bill_not_exist");
        await world.Browser.PostAsJsonAsync("/sandbox/clock", new { offsetSeconds = 86400 });
        var reply = await gateway.Call(method, content, CancellationToken.None);
        reply.Outcome.ShouldBe(AlipayOutcome.Ok, reply.RawText);
        await using var zip = new ZipArchive(await world.Browser.GetStreamAsync(reply.Text("bill_download_url")));
        await world.Browser.PostAsJsonAsync("/sandbox/clock", new { offsetSeconds = 0 });
        zip.Entries.Count.ShouldBe(2);
        using var reader = new StreamReader(zip.Entries[0].Open(), Charset.Gbk);
        var table = await reader.ReadToEndAsync();
        var rows = table.Split("\r\n").Where(row => row.Contains(payment.OutTradeNo)).ToArray();
        rows.Length.ShouldBe(2);
        rows[0].Split(',').Length.ShouldBe(25);
        rows[0].Split(',')[2].Trim().ShouldBe("交易");
        rows[0].Split(',')[11].ShouldBe("88.88");
        rows[1].Split(',')[2].Trim().ShouldBe("退款");
        rows[1].Split(',')[11].ShouldBe("-8.88");
        rows[1].Split(',')[21].Trim().ShouldBe("RB");
    }

    private AlipayOptions Options() => JsonSerializer.Deserialize<AlipayOptions>(
        JsonSerializer.Serialize(world.Settings.GetSection(AlipayOptions.Section).GetChildren()
            .Where(setting => setting.Key != "TimeoutSeconds").ToDictionary(s => s.Key, s => s.Value)))!;
}
