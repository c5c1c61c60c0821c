using System.Net;
using System.Text.Json.Nodes;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Tests.Assurance;

/// <summary>Orders that stand still, and money that does not move: each cause provoked, told, and gone by its remedy.</summary>
public abstract class CausesOfOrdersTests(AlipayShopFixture shop)
{
    private readonly GapWatch gaps = new(shop);

    [Theory, Cause]
    [InlineData("stuck.paid", 25)]
    [InlineData("stuck.awaiting_shipment", 49)]
    [InlineData("stuck.partly_shipped", 73)]
    [InlineData("stuck.shipped", 15 * 24 + 1)]
    [InlineData("stuck.delivered", 8 * 24 + 1)]
    public async Task An_order_that_stands_still_is_named_and_goes_on_by_its_remedy(string code, int hours)
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 2);
        var number = (string)order["number"]!;
        // What would complete an order by itself stands still too.
        await using var jobs = await gaps.Still<JobRunner>();
        var remedy = await Stand(code, order);
        await Forward(TimeSpan.FromHours(hours));

        var gap = await gaps.Named(code, g => g.Order == number && g.Kind.StartsWith("stuck.", StringComparison.Ordinal), gaps.Look);
        if (code != "stuck.delivered") await gaps.Told(code, number, GapWatch.Proof(order));
        (gap.Subject, gap.Action.Link).ShouldBe((number, $"/orders/{number}"));
        await remedy();

        await gaps.Gone(gap, gaps.Look);
    }

    [Fact, Cause("stuck.awaiting_payment")]
    public async Task A_provider_that_does_not_say_whether_it_was_paid_is_named_and_the_order_is_closed_once_it_answers()
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 1);
        var number = (string)order["number"]!;
        await shop.Alipay.Faults(new { down = true });
        await Forward(TimeSpan.FromMinutes(45));

        var gap = await gaps.Named("stuck.awaiting_payment", g => g.Order == number, gaps.Look);
        await gaps.Told("stuck.awaiting_payment", number, GapWatch.Proof(order));
        await shop.Alipay.Faults();

        // A question that was on its way when Alipay came back puts the next one off by a minute.
        await gaps.Gone(gap, async () =>
        {
            await Forward(TimeSpan.FromMinutes(1));
            await gaps.Look();
        });
        ((string)(await Order(number))["status"]!).ShouldBe("canceled");
    }

    [Fact, Cause("stuck.channel_payment")]
    public async Task An_unpaid_order_of_a_channel_is_named_and_canceling_it_there_ends_it()
    {
        var channel = new Channels.Channel(shop);
        var order = channel.Order(await Sales.Stocked(shop, 10));
        await channel.Send(order);
        var number = (string)(await channel.Here(order, "awaiting_payment"))["number"]!;
        await Forward(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));

        var gap = await gaps.Named("stuck.channel_payment", g => g.Order == number, gaps.Look);
        await channel.Send(Channels.Channel.Later(order) with { Canceled = true });
        await channel.Here(order, "canceled");

        await gaps.Gone(gap, gaps.Look);
    }

    [Fact, Cause("stuck.refunding")]
    public async Task A_refund_without_an_answer_is_named_and_asked_about_again_by_itself()
    {
        var order = await PaidThere();
        var number = (string)order["number"]!;
        await shop.Alipay.Faults(new { answer = "unavailable", answerMethod = "alipay.trade.refund" });
        (await shop.Admin.Post($"/api/admin/orders/{number}/refunds", new { amount = Money.Cny(100), reason = "磕碰" })).ShouldBe(HttpStatusCode.Created);
        await Forward(TimeSpan.FromHours(25));

        var gap = await gaps.Named("stuck.refunding", g => g.Order == number && g.Kind == "stuck.refunding", gaps.Look);
        await gaps.Told("stuck.refunding", number, GapWatch.Proof(order));
        await shop.Alipay.Faults();
        await gaps.Run<RepairGaps>();
        // The shop beside the test repairs too and may have spent the one try while Alipay was away: then its worker's turn comes.
        await Forward(TimeSpan.FromHours(7));

        await gaps.Gone(gap, gaps.Look);
        (await Refunds(number)).ShouldBe([("succeeded", 100)]);
    }

    [Fact, Cause("refund")]
    public async Task A_refused_refund_is_named_and_succeeds_when_it_is_filed_anew()
    {
        // The shop believes in this payment; Alipay has not heard of it yet and refuses its refund.
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 1);
        var number = (string)order["number"]!;
        await Sales.Pay(shop, order);
        await using var jobs = await gaps.Still<JobRunner>();
        (await shop.Admin.Post($"/api/admin/orders/{number}/refunds", new { amount = Money.Cny(100), reason = "磕碰" })).ShouldBe(HttpStatusCode.Created);

        var gap = await gaps.Named("refund", g => g.Order == number);
        await gaps.Told("refund", number, GapWatch.Proof(order));
        (await Page(order)).ShouldContain("还没有成功");
        await PayThere(order);
        await gaps.Run<RepairGaps>();

        await ShopFixture.Eventually(async () => (await Refunds(number)).ShouldBe([("failed", 100), ("succeeded", 100)], ignoreOrder: true));
        await gaps.Gone(gap);
        (await Page(order)).ShouldNotContain("还没有成功");
    }

    [Fact, Cause("payment")]
    public async Task Money_under_a_number_that_was_never_asked_for_is_named_and_attached_to_its_order()
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 1);
        var number = (string)order["number"]!;
        var paid = await shop.With<TakePaymentFact, Result<string>>(t => t.Handle(new("alipay", number + "09", "T" + number, FactSource.Query,
            TradeState.Paid, (long)order["total"]!["amount"]!, "CNY", shop.Clock.GetUtcNow())));
        paid.IsOk.ShouldBeTrue();

        var gap = await gaps.Named("payment", g => g.Order == number);
        await gaps.Told("payment", number, GapWatch.Proof(order));
        gap.Action.Link.ShouldBe($"/sheet?open={gap.Id}");
        (await shop.Admin.Post($"/api/admin/assurance/orphans/{gap.Id}/attach", new { order = number })).ShouldBe(HttpStatusCode.OK);

        await gaps.Gone(gap);
        ((string)(await Order(number))["status"]!).ShouldBe("awaiting_shipment");
    }

    // Brings an order to where it will stand, and answers what a person does about that.
    private async Task<Func<Task>> Stand(string code, JsonNode order)
    {
        var number = (string)order["number"]!;
        if (code == "stuck.paid") await Post(number, "hold", new { reason = "查地址" });
        await Sales.Pay(shop, order);
        switch (code)
        {
            case "stuck.paid":
                return async () =>
                {
                    await Post(number, "release");
                    await Post(number, "confirm");
                };
            case "stuck.awaiting_shipment":
                return () => Sales.Ship(shop, order);
            case "stuck.partly_shipped":
                await Sales.Ship(shop, order, 1);
                return () => Sales.Ship(shop, order);
            case "stuck.shipped":
                await Sales.Ship(shop, order);
                return () => Deliver(number);
            default:
                await Sales.Ship(shop, order);
                await Deliver(number);
                return () => Post(number, "complete");
        }
    }

    private async Task Deliver(string number) => await Post(number, $"deliveries/{(await Order(number))["shipments"]![0]!["id"]}");

    private async Task Post(string number, string verb, object? body = null) =>
        (await shop.Admin.Post($"/api/admin/orders/{number}/{verb}", body)).ShouldBe(HttpStatusCode.OK);

    private async Task<JsonNode> Order(string number) => (await shop.Admin.Get($"/api/admin/orders/{number}")).ShouldBe(HttpStatusCode.OK).Json!;

    private async Task<List<(string State, long Amount)>> Refunds(string number) =>
        (await Order(number))["refunds"]!.AsArray().Select(r => ((string)r!["state"]!, (long)r["amount"]!["amount"]!)).ToList();

    private async Task<string> Page(JsonNode order) =>
        WebUtility.HtmlDecode((await shop.Store.Get($"/o/{order["number"]}?{GapWatch.Proof(order)}")).ShouldBe(HttpStatusCode.OK).Text);

    private async Task<JsonNode> PaidThere()
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 1);
        await PayThere(order);
        await Sales.Pay(shop, order);
        return order;
    }

    private Task PayThere(JsonNode order) => shop.Alipay.Paid((string)order["number"]! + "01", (long)order["total"]!["amount"]!, shop.Clock.GetUtcNow());

    // Both clocks go together: the provider's and the shop's.
    private async Task Forward(TimeSpan by)
    {
        await shop.MoveClock(by);
        await shop.Alipay.Clock(shop.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow());
    }
}

public sealed class CausesOfOrdersOnSqlite(SqliteAlipayShop shop) : CausesOfOrdersTests(shop), IClassFixture<SqliteAlipayShop>;

public sealed class CausesOfOrdersOnPostgres(PostgresAlipayShop shop) : CausesOfOrdersTests(shop), IClassFixture<PostgresAlipayShop>;
