using System.Net;
using System.Text.Json.Nodes;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;
using Guidan.Tests.Assurance;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Orders;

/// <summary>Money always has a rightful place: each way in which it can arrive wrong, to its end.</summary>
public abstract class MoneyPlaceTests(AlipayShopFixture shop)
{
    [Theory]
    [InlineData("exact", 0, "awaiting_shipment", "")]
    [InlineData("duplicate", 0, "awaiting_shipment", "")]
    [InlineData("excess", 500, "awaiting_shipment", "500")]
    [InlineData("partial", -500, "awaiting_payment", "9500")]
    [InlineData("again", 0, "awaiting_shipment", "10000")]
    [InlineData("two methods", 0, "awaiting_shipment", "10000")]
    [InlineData("after cancel", 0, "canceled", "10000")]
    public async Task What_arrives_ends_in_the_order_or_on_its_way_back(string how, long more, string status, string back)
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10, 10_000), 1);
        var number = (string)order["number"]!;
        if (how == "after cancel") (await shop.Admin.Post($"/api/admin/orders/{number}/cancel", new { })).ShouldBe(HttpStatusCode.OK);
        await Take(number, "01", "alipay", "A" + number, 10_000 + more);
        if (how == "duplicate") await Take(number, "01", "alipay", "A" + number, 10_000);
        if (how == "again") await Take(number, "01", "alipay", "B" + number, 10_000);
        if (how == "two methods")
        {
            await Write(p => p.Request(long.Parse(number), 2, "wechatpay", Money.Cny(10_000), shop.Clock.GetUtcNow().AddHours(1)));
            await Take(number, "02", "wechatpay", "W" + number, 10_000);
        }

        (await Status(number)).ShouldBe(status);
        (await Refunds(number)).ShouldBe(back.Length == 0 ? [] : [long.Parse(back)]);
        (await Equations()).Where(e => e.Broken > 0).Select(e => e.Name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("USD", 10_000L)]
    [InlineData("CNY", null)]
    public async Task Another_currency_or_no_amount_waits_before_a_person_and_the_order_stays_as_it_is(string currency, long? amount)
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10, 10_000), 1);
        var number = (string)order["number"]!;
        var taken = await shop.With<TakePaymentFact, Result<string>>(t => t.Handle(new("alipay", number + "01", "C" + number, FactSource.Notice,
            TradeState.Paid, amount, currency, shop.Clock.GetUtcNow())));

        taken.Value.ShouldBe("Hold");
        (await Status(number)).ShouldBe("awaiting_payment");
        var gap = (await Gaps(number)).ShouldHaveSingleItem();
        (gap.Kind, gap.Amount).ShouldBe(("payment", amount is { } known ? new Money(known, currency) : null));
        var attach = await shop.Admin.Post($"/api/admin/assurance/orphans/{gap.Id}/attach", new { order = number });
        attach.ShouldRefuse(HttpStatusCode.Conflict, amount is null ? "money.not_ours" : "money.too_little");
        (await Gaps(number)).Count.ShouldBe(1);
        (await Equations()).Where(e => e.Broken > 0).Select(e => e.Name).ShouldBeEmpty();
        var page = await shop.Store.Get($"/o/{number}?token={order["token"]}");
        page.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("您付的款我们收到了");
    }

    [Fact]
    public async Task An_order_that_is_paid_while_it_is_closed_lives()
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10, 10_000), 1);
        var number = (string)order["number"]!;
        await shop.Alipay.Paid(number + "01", 10_000, shop.Clock.GetUtcNow());

        (await shop.With<CloseUnpaid, bool>(close => close.Handle(long.Parse(number), "payment time over", CancellationToken.None))).ShouldBeFalse();

        (await Status(number)).ShouldBe("awaiting_shipment");
        (await Refunds(number)).ShouldBeEmpty();
    }

    private async Task Take(string number, string attempt, string provider, string transaction, long amount) =>
        (await shop.With<TakePaymentFact, Result<string>>(t => t.Handle(new(provider, number + attempt, transaction, FactSource.Notice,
            TradeState.Paid, amount, "CNY", shop.Clock.GetUtcNow())))).IsOk.ShouldBeTrue();

    private async Task Write(Action<PaymentRequests> work)
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Housekeep(() =>
        {
            work(scope.ServiceProvider.GetRequiredService<PaymentRequests>());
            return Task.CompletedTask;
        });
    }

    private async Task<string> Status(string number) =>
        (string)(await shop.Store.Get($"/api/store/orders/{number}?phone=13800138000")).ShouldBe(HttpStatusCode.OK).Json!["status"]!;

    private async Task<List<long>> Refunds(string number)
    {
        await using var scope = shop.Scope();
        return await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(new Statement("select amount from payments_refund where order_number = $1"),
            r => r.Long(0), long.Parse(number));
    }

    private async Task<List<Gap>> Gaps(string number) => (await shop.Admin.Get("/api/admin/assurance/gaps?limit=200"))
        .ShouldBe(HttpStatusCode.OK).As<Page<Gap>>().Items.Where(g => g.Order == number).ToList();

    private async Task<IReadOnlyList<EquationView>> Equations() =>
        (await shop.Admin.Post("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).As<CheckView>().Equations;
}

public sealed class MoneyPlaceOnSqlite(SqliteAlipayShop shop) : MoneyPlaceTests(shop), IClassFixture<SqliteAlipayShop>;

public sealed class MoneyPlaceOnPostgres(PostgresAlipayShop shop) : MoneyPlaceTests(shop), IClassFixture<PostgresAlipayShop>;
