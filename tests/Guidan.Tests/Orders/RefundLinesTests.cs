using System.Net;
using System.Text.Json.Nodes;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;
using Guidan.Tests.Assurance;
using Guidan.Tests.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Orders;

/// <summary>Refunds by lines: amounts follow from units, goods follow the choice, and nothing goes back twice.</summary>
public abstract class RefundLinesTests(ShopFixture shop)
{
    private const long Price = 10_000;

    [Fact]
    public async Task A_shipped_unit_comes_back_into_stock_when_it_can_be_sold_again()
    {
        var (number, sku) = await Paid(3, shipped: 3);

        var kept = await Refund(number, new { lines = new[] { new { sku, quantity = 1, restock = false } }, reason = "喝了" });
        var back = await Refund(number, new { lines = new[] { new { line = "1", quantity = 1, restock = true } }, reason = "没拆" });

        ((long)kept.Json!["amount"]!["amount"]!, (long)back.Json!["amount"]!["amount"]!).ShouldBe((Price, Price));
        var order = await Order(number);
        Line(order).ShouldBe((3, 3, 2, 0, 1));
        ((long)order["money"]!["refundable"]!["amount"]!).ShouldBe(Price);
        order["refunds"]!.AsArray().Select(r => ((long)r!["lines"]![0]!["quantity"]!, (long)r["lines"]![0]!["returned"]!)).ShouldBe([(1, 0), (1, 1)]);
        (await OnHand(sku)).ShouldBe((8, 0));
        (await Broken()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 9, 1)]
    [InlineData(false, 8, 1)]
    public async Task A_unit_that_was_not_shipped_leaves_the_order_and_the_rest_is_shipped(bool restock, long onHand, long shippedLater)
    {
        var (number, sku) = await Paid(2);

        await Refund(number, new { lines = new[] { new { sku, quantity = 1, restock } } });

        var order = await Order(number);
        Line(order).ShouldBe((2, 0, 1, 1, 0));
        ((long)order["unitCount"]!).ShouldBe(1);
        (await OnHand(sku)).ShouldBe((onHand + shippedLater, 1));
        (await shop.Admin.Post($"/api/admin/orders/{number}/fulfillments", new { lines = new[] { new { sku, quantity = 2 } }, carrier = "shunfeng", trackingNumber = "SF1234567890" }))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        await Refunded(number);
        await Ship(number);
        order = await Order(number);
        ((string)order["status"]!, (long)order["lines"]![0]!["shipped"]!).ShouldBe(("shipped", 1));
        (await OnHand(sku)).ShouldBe((onHand, 0));
        (await Broken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_was_not_shipped_ends_the_order()
    {
        var (number, sku) = await Paid(2);

        await Refund(number, new { lines = new[] { new { sku, quantity = 1, restock = true } } });
        var last = await Refund(number, new { lines = new[] { new { sku, quantity = 1, restock = false } } });

        ((string)last.Json!["status"]!).ShouldBe("refunding");
        await Refunded(number);
        ((string)(await Order(number))["status"]!).ShouldBe("refund_completed");
        (await OnHand(sku)).ShouldBe((9, 0));
        (await Broken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Money_given_back_without_units_is_missing_at_the_last_one()
    {
        var (number, sku) = await Paid(2, shipped: 2);
        await Refund(number, new { amount = Money.Cny(1_500), reason = "补偿" });

        (await Refund(number, new { lines = new[] { new { sku, quantity = 1 } } })).Json!["amount"]!["amount"]!.GetValue<long>().ShouldBe(Price);
        (await Refund(number, new { lines = new[] { new { sku, quantity = 1 } } })).Json!["amount"]!["amount"]!.GetValue<long>().ShouldBe(Price - 1_500);

        ((long)(await Order(number))["money"]!["refundable"]!["amount"]!).ShouldBe(0);
        (await Broken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_was_ordered_is_refused_and_nothing_changes()
    {
        var (number, sku) = await Paid(2, shipped: 1);
        var before = await Shown(number);
        var stock = await OnHand(sku);

        (await Ask(number, new { lines = new[] { new { sku, quantity = 3, restock = true } } })).ShouldRefuse(HttpStatusCode.Conflict, "refund.too_many");
        (await Ask(number, new { lines = new[] { new { sku, quantity = 1 }, new { sku, quantity = 1 } } })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Ask(number, new { amount = Money.Cny(1), lines = new[] { new { sku, quantity = 1 } } })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Ask(number, new { lines = new[] { new { sku, quantity = 1 } }, freight = Money.Cny(1) })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Ask(number, "{\"lines\":[null]}")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");

        (await Shown(number)).ShouldBe(before);
        (await OnHand(sku)).ShouldBe(stock);
    }

    [Fact]
    public async Task A_refused_refund_frees_its_units_and_moves_no_goods_twice()
    {
        var (number, sku) = await Paid(3, shipped: 2);
        object all = new { lines = new[] { new { sku, quantity = 3, restock = true } } };
        await Refund(number, all);
        (await OnHand(sku)).ShouldBe((10, 0));

        await Settle(number, (returning, order, refund) => returning.Fail(order, refund, "closed account"));
        Line(await Order(number)).ShouldBe((3, 2, 0, 1, 2));
        await Refund(number, all);

        Line(await Order(number)).ShouldBe((3, 2, 3, 1, 2));
        (await OnHand(sku)).ShouldBe((10, 0));
        (await Ask(number, all)).ShouldRefuse(HttpStatusCode.Conflict, "refund.too_many");
        (await Broken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_preview_says_what_would_go_back_and_writes_nothing()
    {
        var (number, sku) = await Paid(2);
        var before = await Shown(number);

        var one = (await Preview(number, new { lines = new[] { new { sku, quantity = 1, restock = true } } })).ShouldBe(HttpStatusCode.OK).Json!;
        var both = (await Preview(number, new { lines = new[] { new { sku, quantity = 2, restock = true } } })).ShouldBe(HttpStatusCode.OK).Json!;
        (await Preview(number, new { lines = new[] { new { sku, quantity = 3 } } })).ShouldRefuse(HttpStatusCode.Conflict, "refund.too_many");

        ((long)one["amount"]!["amount"]!, (long)one["lines"]![0]!["dropped"]!, (bool)one["cancels"]!).ShouldBe((Price, 1, false));
        ((long)both["amount"]!["amount"]!, (bool)both["cancels"]!).ShouldBe((2 * Price, true));
        (await Shown(number)).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_request_twice_refunds_once()
    {
        var (number, sku) = await Paid(2, shipped: 2);
        var key = Guid.CreateVersion7().ToString();
        object one = new { lines = new[] { new { sku, quantity = 1, restock = true } } };

        var first = await shop.Admin.Post($"/api/admin/orders/{number}/refunds", one, key);
        var again = await shop.Admin.Post($"/api/admin/orders/{number}/refunds", one, key);

        again.ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        Line(await Order(number)).ShouldBe((2, 2, 1, 0, 1));
        (await OnHand(sku)).ShouldBe((9, 0));
    }

    [Fact]
    public async Task The_export_names_the_lines_of_a_refund()
    {
        var (number, sku) = await Paid(2, shipped: 1);
        await Refund(number, new { lines = new[] { new { sku, quantity = 2, restock = true } } });

        var text = (await shop.Admin.Get("/api/admin/export/refund-lines?limit=1000")).ShouldBe(HttpStatusCode.OK).Text;
        var row = JsonNode.Parse(text.Split('\n').Single(l => l.Contains(number, StringComparison.Ordinal)))!;

        ((long)row["line"]!, (string)row["sku"]!, (long)row["quantity"]!, (long)row["amount"]!, (long)row["dropped"]!, (long)row["returned"]!)
            .ShouldBe((1, sku, 2, 2 * Price, 1, 1));
        // Nobody answers for the provider here; whether it has left already is a matter of moments.
        ((string)row["state"]!).ShouldBeOneOf("requested", "sent");
    }

    // Ten are in stock before the order.
    private async Task<(string Number, string Sku)> Paid(int quantity, int shipped = 0)
    {
        var sku = await Sales.Stocked(shop, 10, Price);
        var order = await Sales.Placed(shop, sku, quantity);
        await Sales.Pay(shop, order);
        if (shipped > 0) await Sales.Ship(shop, order, shipped);
        return ((string)order["number"]!, sku);
    }

    private Task<Answered> Ask(string number, object body) => shop.Admin.Post($"/api/admin/orders/{number}/refunds", body);

    private Task<Answered> Preview(string number, object body) => shop.Admin.Post($"/api/admin/orders/{number}/refunds/preview", body);

    private async Task<Answered> Refund(string number, object body) => (await Ask(number, body)).ShouldBe(HttpStatusCode.Created);

    private async Task Ship(string number) => (await shop.Admin.Post($"/api/admin/orders/{number}/fulfillments",
        new { carrier = "shunfeng", trackingNumber = "SF" + Guid.CreateVersion7().ToString("N")[^12..].ToUpperInvariant() })).ShouldBe(HttpStatusCode.Created);

    private Task Refunded(string number) => Settle(number, (returning, order, refund) => returning.Succeed(order, refund));

    // What the provider said of every refund that waits.
    private async Task Settle(string number, Action<Returning, Order, Refund> say)
    {
        await using var scope = shop.Scope();
        var s = scope.ServiceProvider;
        (await s.GetRequiredService<ShopDb>().InTransaction<Done>(new TryOut(), async () =>
        {
            var order = (await s.GetRequiredService<OrderBook>().Open(long.Parse(number))).Value;
            foreach (var refund in (await s.GetRequiredService<PaymentRequests>().RefundsOf(order.Number)).Where(r => r.Step is RefundStep.Requested or RefundStep.Sent))
                say(s.GetRequiredService<Returning>(), order, refund);
            return new Done();
        })).IsOk.ShouldBeTrue();
    }

    private async Task<JsonNode> Order(string number) => (await shop.Admin.Get($"/api/admin/orders/{number}")).ShouldBe(HttpStatusCode.OK).Json!;

    // Without what goes on by itself, such as how long a parcel has been on its way.
    private async Task<string> Shown(string number)
    {
        var order = await Order(number);
        return string.Join('\n', ((string[])["status", "unitCount", "lines", "money", "refunds"]).Select(part => order[part]!.ToJsonString()));
    }

    private static (long Quantity, long Shipped, long Refunded, long Dropped, long Returned) Line(JsonNode order)
    {
        var line = order["lines"]![0]!;
        return ((long)line["quantity"]!, (long)line["shipped"]!, (long)line["refunded"]!, (long)line["dropped"]!, (long)line["returned"]!);
    }

    private async Task<(long OnHand, long Allocated)> OnHand(string sku)
    {
        var level = (await shop.With<Stock, List<LevelView>>(s => s.Levels(sku))).Single();
        return (level.OnHand, level.Allocated);
    }

    private async Task<List<string>> Broken() => (await shop.Admin.Post("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).Json!["equations"]!.AsArray()
        .Where(e => (long)e!["broken"]! > 0).Select(e => e!.ToJsonString()).ToList();
}

[Collection(OnSqlite.Name)]
public sealed class RefundLinesOnSqlite(SqliteShop shop) : RefundLinesTests(shop);

[Collection(OnPostgres.Name)]
public sealed class RefundLinesOnPostgres(PostgresShop shop) : RefundLinesTests(shop);
