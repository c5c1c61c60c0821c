using System.Text.Json;
using Guidan.Channels;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

/// <summary>Webhooks of the simulated shops, and what becomes of them when the wire is bad.</summary>
public sealed class ChannelDeliveryTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private Ear ear = null!;

    public async ValueTask InitializeAsync()
    {
        ear = await Ear.Open();
        await world.Fault(new { });
    }

    public async ValueTask DisposeAsync()
    {
        await world.Fault(new { });
        await world.At("shopify/webhooks/forget");
        await world.At("woocommerce/webhooks/forget");
        await ear.DisposeAsync();
    }

    public static TheoryData<string> Both => new("shopify", "woocommerce");

    private async Task Subscribe(string shop)
    {
        (await world.Channel(shop).CheckSubscription(new(ear.Address), mend: true, CancellationToken.None)).State.ShouldBe(SubscriptionState.Mended);
        if (shop == "woocommerce") await World.Eventually(() => Task.FromResult(Readings(shop).Count(r => r.Verdict == WebhookVerdict.Ping) == 2));
    }

    private async Task<JsonElement> Buy(string shop) => await world.At($"{shop}/orders", new { lines = new[] { new { sku = "W", quantity = 1, price = 2000 } } });

    private List<WebhookReading> Readings(string shop) => ear.Webhooks.Select(world.Channel(shop).ReadWebhook).ToList();

    private List<RawWebhook> Genuine(string shop) => ear.Webhooks.Where(w => world.Channel(shop).ReadWebhook(w).Verdict == WebhookVerdict.Genuine).ToList();

    private Task Until(string shop, int count) => World.Eventually(() => Task.FromResult(Genuine(shop).Count >= count));

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_order_brings_one_genuine_webhook_that_reads_as_what_was_bought(string shop)
    {
        await Subscribe(shop);
        var sale = await Buy(shop);
        await Until(shop, 1);
        await Task.Delay(300);
        var order = world.Channel(shop).ReadOrder(Genuine(shop).ShouldHaveSingleItem().Body).Order.ShouldNotBeNull();
        order.ExternalId.ShouldBe(sale.GetProperty("id").GetString());
        (order.Total, order.Lines[0].Sku).ShouldBe((2000, "W"));
        await world.At($"{shop}/orders/{order.ExternalId}/cancel");
        await Until(shop, 2);
        world.Channel(shop).ReadOrder(Genuine(shop)[^1].Body).Order!.Canceled.ShouldBeTrue();
    }

    [Fact]
    public async Task Shopify_comes_again_under_the_same_id_until_it_is_taken()
    {
        await Subscribe("shopify");
        var left = 2;
        ear.Status = () => Interlocked.Decrement(ref left) >= 0 ? 500 : 200;
        await Buy("shopify");
        await Until("shopify", 3);
        await Task.Delay(300);
        Genuine("shopify").Count.ShouldBe(3);
        Readings("shopify").Select(r => r.EventKey).Distinct().ShouldHaveSingleItem();
        (await world.Look("shopify/webhooks")).GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Shopify_gives_up_after_eight_repeats_and_deletes_the_subscription()
    {
        await Subscribe("shopify");
        ear.Status = () => 503;
        await Buy("shopify");
        await World.Eventually(async () => (await world.Look("shopify/webhooks")).GetArrayLength() == 2, 40);
        Genuine("shopify").Count.ShouldBe(9);
        (await world.Shopify.CheckSubscription(new(ear.Address), mend: false, CancellationToken.None)).State.ShouldBe(SubscriptionState.Missing);
    }

    [Fact]
    public async Task WooCommerce_never_repeats_and_switches_off_after_more_than_five_failures()
    {
        await Subscribe("woocommerce");
        ear.Status = () => 500;
        for (var i = 1; i <= 5; i++) await Buy("woocommerce");
        await Until("woocommerce", 5);
        await World.Eventually(async () => (await Created()).GetProperty("failures").GetInt32() == 5);
        (await Created()).GetProperty("status").GetString().ShouldBe("active");
        await Buy("woocommerce");
        await World.Eventually(async () => (await Created()).GetProperty("status").GetString() == "disabled");
        await Buy("woocommerce");
        await Task.Delay(500);
        Genuine("woocommerce").Count.ShouldBe(6);
        ear.Status = () => 200;
        await Subscribe2();
        await Buy("woocommerce");
        await Until("woocommerce", 7);

        async Task<JsonElement> Created() => (await world.Look("woocommerce/webhooks")).EnumerateArray()
            .Last(h => h.GetProperty("topic").GetString() == "order.created" && h.GetProperty("address").GetString() == ear.Address);
        async Task Subscribe2() => (await world.Woo.CheckSubscription(new(ear.Address), mend: true, CancellationToken.None)).State.ShouldBe(SubscriptionState.Mended);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Faults_forge_duplicate_and_misstate(string shop)
    {
        await Subscribe(shop);
        await world.Fault(new { forge = true, duplicate = 2, misstateAmount = 1, party = shop });
        await Buy(shop);
        await Until(shop, 3);
        Readings(shop).Count(r => r.Verdict == WebhookVerdict.Forged).ShouldBe(1);
        Genuine(shop).Select(w => world.Channel(shop).ReadWebhook(w).EventKey).Distinct().ShouldHaveSingleItem();
        Genuine(shop).ShouldAllBe(w => world.Channel(shop).ReadOrder(w.Body).Order!.Total == 2001);
        Genuine(shop).ShouldAllBe(w => world.Channel(shop).ReadOrder(w.Body).Order!.Goods == 2000);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Dropped_webhooks_come_again_where_the_shop_repeats(string shop)
    {
        await Subscribe(shop);
        await world.Fault(new { drop = true, party = shop });
        await Buy(shop);
        await Task.Delay(300);
        Genuine(shop).ShouldBeEmpty();
        await world.Fault(new { });
        if (shop == "shopify") await Until(shop, 1);
        else
        {
            await Task.Delay(700);
            Genuine(shop).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Delayed_and_reordered_webhooks_arrive_newest_first()
    {
        await Subscribe("shopify");
        await world.Fault(new { reorder = true, delaySeconds = 1 });
        var placed = new List<string>();
        for (var i = 0; i < 4; i++) placed.Add((await Buy("shopify")).GetProperty("id").GetString()!);
        await Until("shopify", 4);
        Genuine("shopify").Select(w => world.Shopify.ReadOrder(w.Body).Order!.ExternalId).ShouldNotBe(placed);
    }

    [Fact]
    public async Task The_books_survive_a_restart()
    {
        var sale = await Buy("woocommerce");
        var before = (await world.Look($"woocommerce/orders/{sale.GetProperty("id").GetString()}")).GetRawText();
        await world.StopSandbox();
        await world.StartSandbox();
        (await world.Look($"woocommerce/orders/{sale.GetProperty("id").GetString()}")).GetRawText().ShouldBe(before);
        (await world.Look("woocommerce/orders?limit=5000")).GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("shopify/orders", """{"lines":[]}""")]
    [InlineData("shopify/orders", """{"lines":[{"sku":"A","quantity":0}]}""")]
    [InlineData("woocommerce/orders", """{"lines":[{"sku":"A","quantity":1,"price":5}],"discount":6}""")]
    [InlineData("woocommerce/orders", "no json")]
    [InlineData("shopify/products", "[]")]
    public async Task Nonsense_wishes_are_refused(string path, string body)
    {
        using var content = new StringContent(body);
        (await world.Browser.PostAsync($"/sandbox/{path}", content)).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }
}
