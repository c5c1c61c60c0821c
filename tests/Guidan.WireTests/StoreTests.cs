using System.Net;
using Guidan.Channels;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public sealed class StoreTests(World world) : IClassFixture<World>
{
    private Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] fields) =>
        world.Browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    [Fact]
    public async Task A_person_buys_known_goods_or_some_that_nobody_knows_in_both_languages()
    {
        await world.At("shopify/products", new[] { new { sku = "TEA-1", name = "<龙井>", price = 6800 } });
        var zh = await world.Browser.GetStringAsync("/store");
        zh.ShouldContain("模拟Shopify店铺");
        zh.ShouldContain("&lt;龙井&gt;");
        zh.ShouldNotContain("<script");
        (await world.Browser.GetStringAsync("/store?lang=en")).ShouldContain("Place order");
        var known = await Send("/store?lang=zh-CN", ("sku", "TEA-1"), ("other", ""), ("quantity", "2"), ("name", "林小满"), ("phone", ""), ("line", "文三路"), ("paid", "1"));
        known.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await world.Browser.GetStringAsync(known.Headers.Location)).ShouldContain("¥146.00");
        var unknown = await Send("/store?lang=en", ("sku", "TEA-1"), ("other", "NOBODY-KNOWS"), ("quantity", "1"), ("name", ""));
        (await world.Browser.GetStringAsync(unknown.Headers.Location)).ShouldContain("NOBODY-KNOWS");
        var since = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var orders = (await world.Shopify.OrdersChanged(since, null, CancellationToken.None)).Orders.Select(o => world.Shopify.ReadOrder(o.Body).Order!).ToList();
        // The order of the test beside this one is not meant.
        orders.Where(o => o.Lines[0].Sku != "X").Select(o => (o.Lines[0].Sku, o.Total, o.Payment, o.Recipient.Name)).ShouldBe(
            [("TEA-1", 14600, ChannelPayment.Paid, "林小满"), ("NOBODY-KNOWS", 10900, ChannelPayment.Pending, null)]);
    }

    [Fact]
    public async Task The_order_can_be_paid_refunded_and_canceled_there()
    {
        var page = (await Send("/store?lang=en", ("other", "X"), ("quantity", "1"))).Headers.Location!.OriginalString;
        (await (await Send(page, ("act", "pay"))).Content.ReadAsStringAsync()).ShouldContain("Refund half");
        (await Send(page, ("act", "pay"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await (await Send(page, ("act", "refund"))).Content.ReadAsStringAsync()).ShouldContain("Partly refunded");
        (await (await Send(page, ("act", "cancel"))).Content.ReadAsStringAsync()).ShouldContain("Canceled");
    }

    [Theory]
    [InlineData("quantity", "0")]
    [InlineData("quantity", "many")]
    [InlineData("other", "")]
    public async Task What_cannot_be_bought_is_said_so(string field, string value)
    {
        var fields = new Dictionary<string, string> { ["other"] = "X", ["quantity"] = "1", [field] = value };
        var answer = await Send("/store", fields.Select(f => (f.Key, f.Value)).ToArray());
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("没有下成");
        (await world.Browser.GetAsync("/store/5")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
