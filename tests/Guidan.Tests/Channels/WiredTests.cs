using System.Net;
using System.Text.Json.Nodes;
using Guidan.Channels;
using Guidan.Tests.Assurance;

namespace Guidan.Tests.Channels;

/// <summary>Both ways over the wire: what is bought there is here, what is shipped and stocked here is known there.</summary>
public abstract class WiredTests(WiredShop shop)
{
    private readonly Channel channel = new(shop);

    [Theory]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    public async Task What_is_bought_there_comes_home_and_its_parcel_and_the_stock_flow_back(string code)
    {
        var sku = await Sales.Stocked(shop, 20);
        await Sell(code, sku);

        var sale = await Buy(code, sku, 2);
        var here = await Here(code, sale, "awaiting_shipment");
        (await channel.Stock(sku)).ShouldBe((20, 0, 2));
        (await shop.Admin.Post($"/api/admin/orders/{here["number"]}/fulfillments",
            new { carrier = "shunfeng", trackingNumber = "SF" + (string)sale["id"]! })).ShouldBe(HttpStatusCode.Created);
        (await shop.Admin.Post($"/api/admin/stock/{sku}/movements", new { quantity = 7, reason = "restock" })).ShouldBe(HttpStatusCode.Created);

        await ShopFixture.Eventually(async () => (await Sale(code, sale)).ToJsonString().ShouldContain("SF" + (string)sale["id"]!), TimeSpan.FromSeconds(40));
        await ShopFixture.Eventually(async () =>
        {
            var shelf = JsonNode.Parse(await shop.Hands.GetStringAsync($"/sandbox/{code}/products"))!.AsArray();
            ((long?)shelf.Single(g => (string)g!["sku"]! == sku)!["stock"]).ShouldBe(25);
        }, TimeSpan.FromSeconds(60));
        await channel.BooksHold();
    }

    [Fact]
    public async Task A_subscription_that_is_gone_is_mended_and_nothing_is_missed_meanwhile()
    {
        var sku = await Sales.Stocked(shop, 20);
        await Sell("shopify", sku);
        (await shop.Hands.PostAsync("/sandbox/shopify/webhooks/forget", null)).EnsureSuccessStatusCode();
        var sale = await Buy("shopify", sku, 1);

        await Here("shopify", sale, "awaiting_shipment");
        await ShopFixture.Eventually(async () =>
        {
            var health = (await shop.Admin.Get("/api/admin/channels")).As<List<ChannelHealth>>().Single(h => h.Channel == "shopify");
            (health.Subscription is SubscriptionState.Mended or SubscriptionState.Exists, health.PollError, health.LastPollAt is null).ShouldBe((true, null, false));
            (await shop.Hands.GetStringAsync("/sandbox/shopify/webhooks")).ShouldContain("active");
        });
    }

    [Fact]
    public async Task Canceled_there_is_canceled_here_with_its_money()
    {
        var sku = await Sales.Stocked(shop, 20);
        await Sell("shopify", sku);
        var sale = await Buy("shopify", sku, 2);
        await Here("shopify", sale, "awaiting_shipment");

        (await shop.Hands.PostAsync($"/sandbox/shopify/orders/{sale["id"]}/cancel", Body(new { reason = "customer", refund = true }))).EnsureSuccessStatusCode();

        await Here("shopify", sale, "refund_completed");
        (await channel.Stock(sku)).ShouldBe((20, 0, 0));
        await channel.BooksHold();
    }

    private async Task Sell(string code, string sku) => (await shop.Hands.PostAsync($"/sandbox/{code}/products",
        Body(new[] { new { sku, name = "龙井", price = 12_800, stock = 20 } }))).EnsureSuccessStatusCode();

    private async Task<JsonNode> Buy(string code, string sku, int quantity)
    {
        var answer = await shop.Hands.PostAsync($"/sandbox/{code}/orders", Body(new { lines = new[] { new { sku, quantity } }, paid = true, freight = 1_000, discount = 300, tax = 99 }));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<JsonNode> Sale(string code, JsonNode sale) => JsonNode.Parse(await shop.Hands.GetStringAsync($"/sandbox/{code}/orders/{sale["id"]}"))!;

    private async Task<JsonNode> Here(string code, JsonNode sale, string status)
    {
        JsonNode found = null!;
        await ShopFixture.Eventually(async () =>
        {
            var arrival = (await shop.Admin.Get($"/api/admin/channels/arrivals/{code}/{sale["id"]}")).ShouldBe(HttpStatusCode.OK).As<ArrivalDetail>();
            arrival.Row.Order.ShouldNotBeNull(arrival.Row.Detail);
            found = (await shop.Admin.Get($"/api/admin/orders/{arrival.Row.Order}")).ShouldBe(HttpStatusCode.OK).Json!;
            ((string)found["status"]!).ShouldBe(status);
        }, TimeSpan.FromSeconds(40));
        return found;
    }

    private static StringContent Body(object value) => new(Guidan.Kernel.Json.Write(value), System.Text.Encoding.UTF8, "application/json");
}

public sealed class WiredOnSqlite(WiredSqliteShop shop) : WiredTests(shop), IClassFixture<WiredSqliteShop>;

public sealed class WiredOnPostgres(WiredPostgresShop shop) : WiredTests(shop), IClassFixture<WiredPostgresShop>;
