using System.Net;
using System.Text.Json.Nodes;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Web.Demo;

namespace Guidan.Tests.Demo;

public abstract class DemoTests(DemoFixture shop)
{
    [Fact]
    public async Task Every_state_that_a_merchant_knows_occurs()
    {
        var counts = (await shop.Admin.Get("/api/admin/orders/counts")).ShouldBe(HttpStatusCode.OK).Json!;

        foreach (var state in Enum.GetValues<DisplayState>())
            ((int)counts["status"]![Json.Write(state).Trim('"')]!).ShouldBeGreaterThan(0, $"{state}");
        ((int)counts["attention"]!).ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Every_equation_holds_after_the_past_has_happened()
    {
        var check = (await shop.Admin.Post("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).Json!["equations"]!.AsArray();

        check.Where(e => (int)e!["broken"]! > 0).Select(e => e!.ToJsonString()).ShouldBeEmpty();
        ((int)check.Single(e => (string)e!["name"]! == "orders.sums")!["checked"]!).ShouldBeGreaterThan(150);
        ((bool)(await shop.Admin.Get("/api/admin/ledger/trial-balance")).Json!["balanced"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task The_shelves_hold_what_the_files_say()
    {
        var files = DemoFiles.Read();
        var listed = (await shop.Store.Get("/api/store/products?limit=200")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();

        listed.Select(p => (string)p!["slug"]!).Order().ShouldBe(files.Catalog.Products.Select(p => p.Slug).Order());
        // The shelf was stocked with what shall be left there and what the orders of the past take from it.
        var (state, _) = await shop.With<Settings, (DemoState?, long)>(settings => settings.Get<DemoState?>("demo", null));
        var taken = PastOrders.Demand(PastOrders.Of(files, state!.StartedAt, await shop.With<ShopCalendar, ShopCalendar>(Task.FromResult)));
        var opening = await shop.With<ShopDb, Dictionary<string, long>>(db => Task.FromResult(db.Read<StockMovement>()
            .Where(m => m.Reason == "期初库存").GroupBy(m => m.Sku).ToDictionary(g => g.Key, g => g.Sum(m => m.OnHand))));
        foreach (var variant in files.Catalog.Products.SelectMany(p => p.Variants))
            opening.GetValueOrDefault(variant.Sku).ShouldBe(variant.Stock.Values.Sum() + taken.GetValueOrDefault(variant.Sku), variant.Sku);
        taken.Values.Sum().ShouldBeGreaterThan(0);
        foreach (var picture in listed.Select(p => (string)p!["image"]!).Take(3))
            (await shop.Store.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Outside_parties_are_given_the_address_that_the_shop_really_listens_on()
    {
        var address = await shop.With<PublicAddress, PublicAddress>(Task.FromResult);

        address.Root.ShouldBe(new Uri(shop.Url));
    }

    [Fact]
    public async Task An_order_goes_all_the_way_from_the_shelf_to_the_door()
    {
        var order = await Place("LJ-50");
        await PayAt(order, "normal");
        await UntilPaid(order);

        var tracking = "SF" + Guid.CreateVersion7().ToString("N")[^12..].ToUpperInvariant();
        var shipped = (await shop.Admin.Post($"/api/admin/orders/{order["number"]}/fulfillments",
            new { carrier = "shunfeng", trackingNumber = tracking })).ShouldBe(HttpStatusCode.Created).Json!;
        ((string)shipped["status"]!).ShouldBe("shipped");
        await Eventually(async () => (await shop.Sandbox.GetAsync($"/sandbox/kuaidi100/parcels/{tracking}")).StatusCode.ShouldBe(HttpStatusCode.OK));
        for (var step = 0; step < 5; step++)
            (await shop.Sandbox.PostAsync($"/sandbox/kuaidi100/parcels/{tracking}/advance", null)).EnsureSuccessStatusCode();

        await Eventually(async () =>
        {
            var seen = await Own(order);
            ((string)seen["shipments"]![0]!["state"]!).ShouldBe("delivered");
            ((string)seen["status"]!).ShouldBe("shipped");
        });
    }

    [Fact]
    public async Task A_payment_whose_notice_got_lost_is_found_by_asking()
    {
        var order = await Place("QH-100");
        await PayAt(order, "lost");

        await shop.MoveClock(TimeSpan.FromSeconds(15));

        await UntilPaid(order);
        var events = (await shop.Admin.Get($"/api/admin/orders/{order["number"]}")).ShouldBe(HttpStatusCode.OK).Json!["timeline"]!.AsArray();
        events.Select(e => (string)e!["kind"]!).ShouldBe(["placed", "paid", "confirmed"], ignoreOrder: false);
    }

    [Fact]
    public async Task A_refund_of_a_past_order_is_answered_by_the_sandbox_that_remembers_its_payment()
    {
        var past = (await shop.Admin.Get("/api/admin/orders?status=completed&limit=1")).ShouldBe(HttpStatusCode.OK).Json!["items"]![0]!;
        (await shop.Admin.Post($"/api/admin/orders/{past["number"]}/refunds", new { reason = "赔付" })).ShouldBe(HttpStatusCode.Created);

        await Eventually(async () => ((string)(await shop.Admin.Get($"/api/admin/orders/{past["number"]}")).Json!["status"]!).ShouldBe("refund_completed"));
    }

    [Fact]
    public async Task Simulated_customers_buy_and_are_counted_honestly()
    {
        var street = new Street(new Uri(shop.Url), DemoFiles.Read().People);

        await street.Send(12, TimeSpan.FromMilliseconds(20), _ => { }, CancellationToken.None);

        var seen = street.Seen();
        (seen.Came, seen.Failed).ShouldBe((12, 0), string.Join("; ", street.Troubles()));
        (seen.Placed + seen.Elsewhere + seen.Refused).ShouldBe(12);
        seen.Recognized.ShouldBe(seen.Paid);
        seen.Paid.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    public async Task An_order_at_a_simulated_channel_shop_comes_home_and_one_of_unknown_goods_waits_visibly(string channel)
    {
        var own = new Uri(new Uri(shop.Url), $"/api/channels/{channel}/webhooks").ToString();
        await Eventually(async () => (await JsonOf($"/sandbox/{channel}/webhooks")).AsArray().Count(w => (string?)w!["address"] == own).ShouldBeGreaterThan(1));
        (await JsonOf($"/sandbox/{channel}/products")).AsArray().Count.ShouldBe(DemoFiles.Read().Catalog.Products.Sum(p => p.Variants.Count));
        var (known, unknown) = (await Buy("LJ-50"), await Buy("OLD-LJ-50"));

        await Eventually(async () =>
        {
            var home = (await shop.Admin.Get("/api/admin/orders?limit=20")).Json!["items"]!.AsArray()
                .SingleOrDefault(o => (string?)o!["channel"] == channel && (string?)o["externalNumber"] == (string?)known["number"]);
            home.ShouldNotBeNull();
            ((string)home["status"]!, (long)home["total"]!["amount"]!).ShouldBe(("awaiting_shipment", (long)known["total"]!));
            var waiting = (await shop.Admin.Get("/api/admin/channels/arrivals")).Json!["items"]!.AsArray()
                .SingleOrDefault(a => (string?)a!["channel"] == channel && (string?)a["externalNumber"] == (string?)unknown["number"]);
            ((string?)waiting?["cause"]).ShouldBe("sku");
        });
        (await shop.Sandbox.PostAsync($"/sandbox/{channel}/orders/{known["id"]}/cancel", null)).EnsureSuccessStatusCode();
        await Eventually(async () => (await shop.Admin.Get("/api/admin/orders?limit=20")).Json!["items"]!.AsArray()
            .Where(o => (string?)o!["externalNumber"] == (string?)known["number"]).Select(o => (string)o!["status"]!).ShouldBe(["refund_completed"]));

        async Task<JsonNode> Buy(string sku)
        {
            using var wish = new StringContent($$"""{"lines":[{"sku":"{{sku}}","quantity":2}],"freight":800}""");
            var answer = await shop.Sandbox.PostAsync($"/sandbox/{channel}/orders", wish);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }
    }

    private async Task<JsonNode> JsonOf(string path) => JsonNode.Parse(await shop.Sandbox.GetStringAsync(path))!;

    private async Task<JsonNode> Place(string sku) => (await shop.Store.Post("/api/store/orders", new
    {
        lines = new[] { new { sku, quantity = 1 } },
        contact = new { name = "韩梅", phone = "13800138001", email = (string?)null },
        shippingAddress = new { country = "CN", province = "上海市", city = "上海市", district = "徐汇区", line = "漕溪路9号", postcode = "200030" },
        deliveryMethod = "sf", paymentMethod = "alipay",
    })).ShouldBe(HttpStatusCode.Created).Json!;

    // As a payer's browser does: to the cashier by the address that the shop gave, then pay there.
    private async Task PayAt(JsonNode order, string notice)
    {
        var address = (string)order["payment"]!["action"]!["url"]!;
        var cashier = await shop.Sandbox.GetAsync(address);
        cashier.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await shop.Sandbox.GetAsync(cashier.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var act = new FormUrlEncodedContent([new("act", notice == "lost" ? "pay-lost" : "pay")]);
        (await shop.Sandbox.PostAsync(cashier.Headers.Location, act)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private Task UntilPaid(JsonNode order) =>
        Eventually(async () => ((string)(await Own(order))["status"]!).ShouldBe("awaiting_shipment"));

    private async Task<JsonNode> Own(JsonNode order) =>
        (await shop.Store.Get($"/api/store/orders/{order["number"]}?token={order["token"]}")).ShouldBe(HttpStatusCode.OK).Json!;

    private static Task Eventually(Func<Task> assertion) => ShopFixture.Eventually(assertion, TimeSpan.FromSeconds(40));
}

public sealed class DemoOnSqlite(SqliteDemo shop) : DemoTests(shop), IClassFixture<SqliteDemo>;

public sealed class DemoOnPostgres(PostgresDemo shop) : DemoTests(shop), IClassFixture<PostgresDemo>;
