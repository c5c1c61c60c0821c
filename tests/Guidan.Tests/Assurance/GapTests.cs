using System.Net;
using Guidan.Assurance;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Assurance;

public abstract class GapTests(ShopFixture shop)
{
    [Fact]
    public async Task The_sheet_holds_orders_against_what_providers_said()
    {
        var before = await Sheet();
        var sku = await Sales.Stocked(shop, 20, 20_000);
        await Sales.Placed(shop, sku, 1);
        var paid = await Sales.Placed(shop, sku, 1);
        await Sales.Pay(shop, paid);

        var after = await Sheet();

        (after.In - before.In, after.Matched - before.Matched, after.Open - before.Open).ShouldBe((2, 2, 0));
        (after.AmountIn.Amount - before.AmountIn.Amount, after.AmountMatched.Amount - before.AmountMatched.Amount).ShouldBe((20_000, 20_000));
        after.Providers.Single().Name.ShouldBe("alipay");
        (await shop.Admin.Get("/api/admin/proof")).ShouldBe(HttpStatusCode.OK).As<ProofLight>().Orders.ShouldBe(after.In);
        (await shop.Admin.Get("/api/admin/assurance/sheet?date=22.11.2026")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task An_order_that_stands_still_is_told_once_and_the_case_closes_when_it_moves()
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 20));
        await Sales.Pay(shop, order);
        await shop.MoveClock(TimeSpan.FromHours(49));
        await Watch();
        await Watch();

        var gap = (await Gaps()).Single(g => g.Order == (string)order["number"]!);
        await Sales.Ship(shop, order);
        await Watch();

        (gap.Kind, gap.Repair.State, gap.Cause).ShouldBe(("stuck.awaiting_shipment", RepairState.None, "确认满48小时还没发货"));
        gap.Remedy.ShouldNotBeNullOrEmpty();
        (await Gaps()).ShouldNotContain(g => g.Order == (string)order["number"]!);
    }

    private async Task Watch()
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<WatchStuck>().Single().Run(CancellationToken.None);
    }

    private async Task<Sheet> Sheet() => (await shop.Admin.Get("/api/admin/assurance/sheet")).ShouldBe(HttpStatusCode.OK).As<Sheet>();

    private async Task<IReadOnlyList<Gap>> Gaps() =>
        (await shop.Admin.Get("/api/admin/assurance/gaps?limit=200")).ShouldBe(HttpStatusCode.OK).As<Page<Gap>>().Items;
}

public sealed class GapOnSqlite(SqliteShop shop) : GapTests(shop), IClassFixture<SqliteShop>;

public sealed class GapOnPostgres(PostgresShop shop) : GapTests(shop), IClassFixture<PostgresShop>;
