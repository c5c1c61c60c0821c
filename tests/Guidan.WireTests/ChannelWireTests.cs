using System.Net.Http.Headers;
using System.Text.Json;
using Guidan.Channels;
using Guidan.Connectors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

/// <summary>The connectors and the simulated shops over the real wire.</summary>
public sealed class ChannelWireTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    public async ValueTask InitializeAsync() => await world.Fault(new { });

    public async ValueTask DisposeAsync() => await world.Fault(new { });

    public static TheoryData<string> Both => new("shopify", "woocommerce");

    private async Task<JsonElement> Buy(string shop, params (string? Sku, long Quantity, long Price)[] lines) => await world.At($"{shop}/orders", new
    {
        lines = lines.Select(l => new { sku = l.Sku, quantity = l.Quantity, price = l.Price, name = "茶" }),
        discount = 100, freight = 500, tax = 333,
    });

    private static string Id(JsonElement sale) => sale.GetProperty("id").GetString()!;

    private async Task<List<PolledOrder>> All(string shop, DateTimeOffset since)
    {
        var (orders, cursor) = (new List<PolledOrder>(), (string?)null);
        do
        {
            var page = await world.Channel(shop).OrdersChanged(since, cursor, None);
            page.Reason.ShouldBeNull();
            orders.AddRange(page.Orders);
            cursor = page.Next;
        }
        while (cursor is not null);
        return orders;
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_order_is_polled_and_read_to_the_fen(string shop)
    {
        var since = TimeProvider.System.GetUtcNow().AddSeconds(-2);
        var sale = await Buy(shop, ("TEA-A", 3, 1234), (null, 1, 5000));
        var polled = (await All(shop, since)).Single(o => o.ExternalId == Id(sale));
        var order = world.Channel(shop).ReadOrder(polled.Body).Order.ShouldNotBeNull();
        (order.Goods, order.Discount, order.Freight, order.Tax, order.Total).ShouldBe((8702, 100, 500, 333, 9435));
        order.Lines.Select(l => (l.Sku, l.Quantity, l.UnitPrice)).ShouldBe([("TEA-A", 3, 1234), (null, 1, 5000)]);
        order.Lines.Sum(l => l.Discount).ShouldBe(100);
        order.Payment.ShouldBe(ChannelPayment.Paid);
        order.UpdatedAt.ShouldBe(polled.UpdatedAt);
        order.Recipient.ShouldBe(new("林小满", "15400000001", "buyer@mail.example", "CN", "浙江省", "杭州市", null, "西湖区文三路1号", "310000"));
        (await All(shop, TimeProvider.System.GetUtcNow().AddHours(1))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("shopify", 300)]
    [InlineData("woocommerce", 130)]
    public async Task Pages_give_every_order_once_whatever_changes_meanwhile(string shop, int count)
    {
        var since = TimeProvider.System.GetUtcNow();
        var placed = new List<string>();
        for (var i = 0; i < count; i++) placed.Add(Id(await Buy(shop, ("P", 1, 1000))));
        var first = await world.Channel(shop).OrdersChanged(since, null, None);
        first.Next.ShouldNotBeNull();
        await Task.Delay(1100);
        // An order of the first page moves to the end; none may slip over the edge between the pages.
        await world.At($"{shop}/orders/{placed[1]}/cancel");
        var (seen, cursor) = (first.Orders.Select(o => o.ExternalId).ToList(), first.Next);
        while (cursor is not null)
        {
            var page = await world.Channel(shop).OrdersChanged(since, cursor, None);
            page.Reason.ShouldBeNull();
            seen.AddRange(page.Orders.Select(o => o.ExternalId));
            cursor = page.Next;
        }
        placed.Except(seen).ShouldBeEmpty();
        seen.Count(s => s == placed[1]).ShouldBeGreaterThan(1);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_life_of_an_order_is_followed(string shop)
    {
        var since = TimeProvider.System.GetUtcNow().AddSeconds(-2);
        var unpaid = await world.At($"{shop}/orders", new { lines = new[] { new { sku = "L", quantity = 2, price = 1000 } }, paid = false });
        (await Now(Id(unpaid))).Payment.ShouldBe(ChannelPayment.Pending);
        await world.At($"{shop}/orders/{Id(unpaid)}/edit", new { sku = "L", quantity = 1 });
        var edited = await Now(Id(unpaid));
        (edited.Total, edited.Goods, edited.Lines.Single().Quantity, edited.Refunded).ShouldBe((1000, 1000, 1, 0));
        await world.At($"{shop}/orders/{Id(unpaid)}/pay");
        (await Now(Id(unpaid))).Payment.ShouldBe(ChannelPayment.Paid);
        await world.At($"{shop}/orders/{Id(unpaid)}/refund", new { amount = 400 });
        var refunded = await Now(Id(unpaid));
        (refunded.Payment, refunded.Refunded, refunded.Total).ShouldBe((ChannelPayment.PartlyRefunded, 400, 1000));
        await world.At($"{shop}/orders/{Id(unpaid)}/cancel");
        var canceled = await Now(Id(unpaid));
        (canceled.Canceled, canceled.Payment, canceled.Refunded).ShouldBe((true, ChannelPayment.Refunded, 1000));

        async Task<ChannelOrder> Now(string id) =>
            world.Channel(shop).ReadOrder((await All(shop, since)).Last(o => o.ExternalId == id).Body).Order.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_missing_subscription_is_seen_and_mended(string shop)
    {
        var callback = new Uri($"http://127.0.0.1:9/api/channels/{shop}/{World.NewNumber()}");
        var channel = world.Channel(shop);
        var missing = await channel.CheckSubscription(callback, mend: false, None);
        missing.State.ShouldBe(SubscriptionState.Missing);
        missing.Sentence!.Value.Zh.ShouldContain("没有订阅");
        (await channel.CheckSubscription(callback, mend: true, None)).State.ShouldBe(SubscriptionState.Mended);
        (await channel.CheckSubscription(callback, mend: false, None)).ShouldBe(new(SubscriptionState.Exists));
        await world.At($"{shop}/webhooks/forget");
        (await channel.CheckSubscription(callback, mend: false, None)).State.ShouldBe(SubscriptionState.Missing);
        (await channel.CheckSubscription(callback, mend: true, None)).State.ShouldBe(SubscriptionState.Mended);
        (await channel.CheckSubscription(callback, mend: true, None)).State.ShouldBe(SubscriptionState.Exists);
        // Switched off ones are switched on again, not doubled.
        (await world.Look($"{shop}/webhooks")).EnumerateArray().Count(h => h.GetProperty("address").GetString() == callback.AbsoluteUri)
            .ShouldBe(shop == "shopify" ? 3 : 2);
        await world.At($"{shop}/webhooks/forget");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_shipment_told_twice_is_told_once(string shop)
    {
        var sale = await Buy(shop, ("S-1", 2, 1000), ("S-2", 1, 1000));
        var lines = sale.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("id").GetInt64().ToString()).ToList();
        var first = new ChannelShipment(Id(sale), "#1", "sh-1", "顺丰", "SF0000000001", TimeProvider.System.GetUtcNow(), [new(lines[0], "S-1", 1)], false);
        var last = first with { ShipmentKey = "sh-2", TrackingNumber = "SF0000000002", Lines = [new(lines[0], "S-1", 1), new(lines[1], "S-2", 1)], Completes = true };
        foreach (var shipment in new[] { first, first, last, last, first })
            (await world.Channel(shop).TellShipment(shipment, None)).ShouldBe(ChannelAnswer.Done);
        var told = await world.Look($"{shop}/orders/{Id(sale)}");
        if (shop == "shopify")
        {
            told.GetProperty("shipments").EnumerateArray().Select(s => s.GetProperty("number").GetString()).ShouldBe(["SF0000000001", "SF0000000002"]);
            told.GetProperty("shipments")[1].GetProperty("lines").GetArrayLength().ShouldBe(2);
        }
        else
        {
            told.GetProperty("isCompleted").GetBoolean().ShouldBeTrue();
            told.GetProperty("notes").EnumerateArray().Select(n => n.GetString()).ShouldBe(
                ["已发货：顺丰 SF0000000001 / Shipped: 顺丰 SF0000000001", "已发货：顺丰 SF0000000002 / Shipped: 顺丰 SF0000000002"]);
            JsonDocument.Parse(told.GetProperty("tracking").GetString()!).RootElement.EnumerateArray()
                .Select(t => t.GetProperty("tracking_id").GetString()).ShouldBe(["sh-1", "sh-2"]);
        }
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("unavailable")]
    [InlineData("busy")]
    [InlineData("garbage")]
    [InlineData("error")]
    [InlineData("half")]
    [InlineData("limited")]
    public async Task Whatever_happens_to_the_answer_the_shipment_is_told_once(string fault)
    {
        foreach (var shop in new[] { "shopify", "woocommerce" })
        {
            var sale = await Buy(shop, ("F", 1, 1000));
            var line = sale.GetProperty("lines")[0].GetProperty("id").GetInt64().ToString();
            var shipment = new ChannelShipment(Id(sale), "#1", "f-1", "顺丰", "SF" + World.NewNumber(), TimeProvider.System.GetUtcNow(), [new(line, "F", 1)], true);
            for (var i = 0; i < 4; i++)
            {
                await world.Fault(new { answer = fault, party = shop, answerTimes = 1, answerMethod = i % 2 == 0 ? null : shop == "shopify" ? "shopify.fulfillments" : "woocommerce.orders" });
                var answer = await world.Channel(shop).TellShipment(shipment, None);
                if (i == 0) answer.State.ShouldBe(ChannelAnswerState.Retry, $"{fault} {shop}");
                if (i == 0 && fault == "limited") answer.Reason.ShouldBe("http.429 retry-after=2");
            }
            await world.Fault(new { });
            (await world.Channel(shop).TellShipment(shipment, None)).ShouldBe(ChannelAnswer.Done);
            var told = await world.Look($"{shop}/orders/{Id(sale)}");
            told.GetProperty("shipments").GetArrayLength().ShouldBe(1);
            if (shop == "woocommerce") told.GetProperty("notes").GetArrayLength().ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_shipment_of_a_canceled_order_is_refused_with_its_reason(string shop)
    {
        var sale = await Buy(shop, ("C", 1, 1000));
        await world.At($"{shop}/orders/{Id(sale)}/cancel");
        var line = sale.GetProperty("lines")[0].GetProperty("id").GetInt64().ToString();
        var shipment = new ChannelShipment(Id(sale), "#1", "c-1", "顺丰", "SF1", TimeProvider.System.GetUtcNow(), [new(line, "C", 1)], true);
        (await world.Channel(shop).TellShipment(shipment, None)).ShouldBe(new(ChannelAnswerState.Refused, shop == "shopify" ? "fulfillment.not_open" : "order.cancelled"));
        (await world.Channel(shop).TellShipment(shipment with { OrderExternalId = "1" }, None)).ShouldBe(new(ChannelAnswerState.Refused, "http.404"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Stock_is_set_by_sku_and_an_unknown_one_is_refused(string shop)
    {
        await world.At($"{shop}/products", new[] { new { sku = "Q-\"1\"", name = "茶", price = 100 }, new { sku = "q-\"1\"", name = "别的", price = 100 } });
        foreach (var available in new[] { 7L, 7L, -3L })
        {
            (await world.Channel(shop).TellStock("Q-\"1\"", available, None)).ShouldBe(ChannelAnswer.Done);
            (await Stock("Q-\"1\"")).ShouldBe(Math.Max(0, available));
        }
        (await Stock("q-\"1\"")).ShouldBeNull();
        (await world.Channel(shop).TellStock("nobody's", 1, None)).ShouldBe(new(ChannelAnswerState.Refused, "sku.unknown"));
        await world.Fault(new { answer = "limited", party = shop });
        (await world.Channel(shop).TellStock("Q-\"1\"", 1, None)).State.ShouldBe(ChannelAnswerState.Retry);

        async Task<long?> Stock(string sku)
        {
            var goods = (await world.Look($"{shop}/products")).EnumerateArray().Single(g => g.GetProperty("sku").GetString() == sku);
            return goods.TryGetProperty("stock", out var stock) ? stock.GetInt64() : null;
        }
    }

    [Theory]
    [InlineData("shopify", "down")]
    [InlineData("woocommerce", "down")]
    [InlineData("shopify", "half")]
    [InlineData("woocommerce", "half")]
    [InlineData("shopify", "garbage")]
    [InlineData("woocommerce", "garbage")]
    [InlineData("shopify", "slow")]
    [InlineData("woocommerce", "slow")]
    [InlineData("shopify", "limited")]
    [InlineData("woocommerce", "error")]
    public async Task A_poll_without_a_trustworthy_answer_has_its_reason_and_no_orders(string shop, string fault)
    {
        await Buy(shop, ("D", 1, 1000));
        await world.Fault(fault == "down" ? new { down = true, party = shop } : new { answer = fault, party = shop, delaySeconds = 5 });
        var page = await world.Channel(shop).OrdersChanged(TimeProvider.System.GetUtcNow().AddHours(-1), null, None);
        page.Orders.ShouldBeEmpty();
        page.Next.ShouldBeNull();
        page.Reason!.Value.Zh.ShouldNotBeEmpty();
        (await world.Channel(shop).CheckSubscription(new("http://127.0.0.1:9/x"), mend: true, None)).State.ShouldBe(SubscriptionState.Unknown);
        // The other parties are not concerned.
        await world.Arrive(World.Payment(World.NewNumber()));
    }

    [Fact]
    public async Task Wrong_keys_are_refused_and_said_so()
    {
        foreach (var (shop, key) in new[] { ("shopify", "AccessToken"), ("woocommerce", "ConsumerSecret") })
        {
            await using var other = World.Connectors(With(($"Channels:{shop}:{key}", "wrong")));
            var channel = other.GetServices<IChannelShop>().Single(s => s.Code == shop);
            (await channel.OrdersChanged(TimeProvider.System.GetUtcNow(), null, None)).Reason!.Value.Zh.ShouldBe("对方拒绝访问，检查密钥和权限");
            (await channel.TellStock("x", 1, None)).ShouldBe(new(ChannelAnswerState.Retry, "http.401"));
        }
    }

    [Fact]
    public async Task A_token_of_a_day_is_fetched_with_the_apps_own_id_and_secret()
    {
        await using var shop = World.Connectors(With(("Channels:shopify:AccessToken", "")));
        var channel = shop.GetServices<IChannelShop>().Single(s => s.Code == "shopify");
        (await channel.OrdersChanged(TimeProvider.System.GetUtcNow(), null, None)).Reason.ShouldBeNull();
        await world.Fault(new { answer = "error", party = "shopify", answerMethod = "shopify.access_token" });
        (await channel.OrdersChanged(TimeProvider.System.GetUtcNow(), null, None)).Reason.ShouldBeNull();
        await using var other = World.Connectors(With(("Channels:shopify:AccessToken", ""), ("Channels:shopify:ClientId", "nobody")));
        var stranger = other.GetServices<IChannelShop>().Single(s => s.Code == "shopify");
        (await stranger.TellStock("x", 1, None)).ShouldBe(new(ChannelAnswerState.Retry, "http.500"));
        await world.Fault(new { });
        (await stranger.TellStock("x", 1, None)).ShouldBe(new(ChannelAnswerState.Retry, "http.401"));
        await using var nobody = World.Connectors(With(("Channels:shopify:AccessToken", ""), ("Channels:shopify:ClientId", "")));
        nobody.GetServices<IChannelShop>().Single(s => s.Code == "shopify").Missing.ShouldHaveSingleItem().En.ShouldContain("ClientId");
    }

    private IConfiguration With(params (string Name, string Value)[] changes) => new ConfigurationBuilder().AddConfiguration(world.Settings)
        .AddInMemoryCollection(changes.Select(c => new KeyValuePair<string, string?>(c.Name, c.Value))).Build();

    [Theory]
    [InlineData("http://shop.example")]
    [InlineData("https://user:pw@shop.example")]
    [InlineData("ftp://shop.example")]
    [InlineData("shop.example")]
    [InlineData("")]
    public void Keys_are_sent_over_an_encrypted_wire_only(string address) => ChannelAddress.IsSafe(address).ShouldBeFalse();

    [Fact]
    public async Task An_answer_that_points_elsewhere_is_not_followed()
    {
        await using var ear = await Ear.Open();
        ear.Status = () => 302;
        var root = new Uri(ear.Address).GetLeftPart(UriPartial.Authority);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var wire = new ChannelWire(http, () => root, (r, _) =>
        {
            r.Headers.Authorization = new AuthenticationHeaderValue("Basic", "eA==");
            return ValueTask.FromResult<WireAnswer?>(null);
        });
        var answer = await wire.Post("/hook", new { }, None);
        (answer.IsOk, answer.Reason, answer.MayPass).ShouldBe((false, "http.302", true));
    }

    [Fact]
    public async Task Everything_that_was_asked_stands_in_the_journal()
    {
        await world.Shopify.OrdersChanged(TimeProvider.System.GetUtcNow(), null, None);
        (await world.Journal()).ShouldContain(line => line.GetProperty("kind").GetString() == "call.answered"
            && line.GetProperty("party").GetString() == "shopify" && line.GetProperty("status").GetInt32() == 200
            && line.GetProperty("url").GetString()!.StartsWith("GET /admin/api/2026-01/orders.json?status=any&order=updated_at%20asc&limit=250&updated_at_min="));
    }
}
