using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Guidan.Kernel;

namespace Guidan.Tests.Assurance;

public abstract class EquationsTests(ShopFixture shop)
{
    [Fact]
    public async Task Every_equation_holds_after_a_day_of_selling()
    {
        var sku = await Sales.Stocked(shop, 100);
        await Day(sku);

        var check = await Check();

        check.ShouldAllBe(e => e.Broken == 0);
        check.Single(e => e.Name == "orders.sums").Checked.ShouldBeGreaterThanOrEqualTo(5);
        check.Select(e => e.Name).ShouldBe(
        [
            "orders.numbers", "requests.keys", "orders.sums", "orders.refunds", "orders.display", "orders.history", "orders.watched", "payments.orders",
            "payments.ledger", "payments.providers", "payments.transactions", "bills.explained", "ledger.entries", "ledger.total", "stock.movements", "stock.reservations", "stock.orders",
            "audit.changes", "inbox.waiting", "outbox.waiting",
        ]);
    }

    [Theory]
    [InlineData("orders.numbers", "update orders_order set number = case number % 10 when 9 then number - 1 else number + 1 end where number = {0}", "update orders_order set number = {0} where number in ({0} - 1, {0} + 1)")]
    [InlineData("orders.sums", "update orders_order set goods = goods + 1 where number = {0}", "update orders_order set goods = goods - 1 where number = {0}")]
    [InlineData("orders.refunds", "update orders_line set returned = 3 where order_number = {0}", "update orders_line set returned = 0 where order_number = {0}")]
    [InlineData("orders.display", "update orders_order set display = 5 where number = {0}", "update orders_order set display = 2 where number = {0}")]
    [InlineData("orders.history", "update orders_event set \"to\" = 2 where order_number = {0} and \"to\" = 1", "update orders_event set \"to\" = 1 where order_number = {0} and \"to\" = 2")]
    [InlineData("payments.orders", "update orders_order set paid = paid - 1 where number = {0}", "update orders_order set paid = paid + 1 where number = {0}")]
    [InlineData("payments.ledger", "update payments_fact set amount = amount + 1 where order_number = {0}", "update payments_fact set amount = amount - 1 where order_number = {0}")]
    [InlineData("payments.providers", "update ledger_posting set debit = debit + 1 where order_number = {0} and account = '1012.alipay'", "update ledger_posting set debit = debit - 1 where order_number = {0} and account = '1012.alipay'")]
    [InlineData("ledger.entries", "update ledger_posting set credit = credit + 1 where order_number = {0} and account = '6001'", "update ledger_posting set credit = credit - 1 where order_number = {0} and account = '6001'")]
    [InlineData("ledger.total", "update ledger_posting set credit = credit + 1 where order_number = {0} and account = '6001'", "update ledger_posting set credit = credit - 1 where order_number = {0} and account = '6001'")]
    [InlineData("stock.movements", "update inventory_movement set allocated = allocated + 1 where order_number = {0} and allocated > 0", "update inventory_movement set allocated = allocated - 1 where order_number = {0} and allocated > 0")]
    [InlineData("stock.reservations", "update inventory_reservation set allocated = allocated + 1 where order_number = {0}", "update inventory_reservation set allocated = allocated - 1 where order_number = {0}")]
    [InlineData("stock.orders", "update inventory_reservation set allocated = allocated - 1 where order_number = {0}", "update inventory_reservation set allocated = allocated + 1 where order_number = {0}")]
    [InlineData("audit.changes", "update inventory_movement set actor = 'nobody', order_number = null where order_number = {0}", "update inventory_movement set actor = 'system', order_number = {0} where actor = 'nobody'")]
    public async Task What_is_changed_behind_the_program_is_named(string equation, string damage, string mend)
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10));
        await Sales.Pay(shop, order);
        var number = (string)order["number"]!;
        await Write(damage, number);
        try
        {
            var found = (await Check()).Single(e => e.Name == equation);

            found.Broken.ShouldBeGreaterThan(0);
            found.FirstBroken.ShouldNotBeNull();
            found.FirstBroken.Remedy.ShouldNotBeNullOrEmpty();
            found.FirstBroken.Expected.ShouldNotBe(found.FirstBroken.Actual);
        }
        finally
        {
            await Write(mend, number);
        }
        (await Check()).Single(e => e.Name == equation).Broken.ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_order_is_named_by_the_request_that_it_answered()
    {
        var key = Guid.CreateVersion7().ToString();
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), key: key);
        var number = (string)order["number"]!;
        await Write("update orders_order set number = number + 10 where number = {0}", number);
        try
        {
            var found = (await Check()).Single(e => e.Name == "requests.keys");

            (found.Broken, found.FirstBroken!.Key).ShouldBe((1, number));
        }
        finally
        {
            await Write("update orders_order set number = number - 10 where number = {0} + 10", number);
        }
    }

    [Fact]
    public async Task A_message_that_stands_behind_another_of_its_stream_is_not_late()
    {
        var (stream, now) = (Guid.CreateVersion7().ToString("N"), shop.Clock.GetUtcNow());
        var (first, behind) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now.AddSeconds(1)));
        await Put(first, dueAt: now.AddHours(6));
        await Put(behind, dueAt: now.AddHours(-1));
        try
        {
            (await Check()).Single(e => e.Name == "outbox.waiting").Broken.ShouldBe(0);
        }
        finally
        {
            await shop.With<ShopDb, int>(async db =>
            {
                var gone = 0;
                await db.Housekeep(async () => gone = await db.Execute(new Statement("delete from kernel_outbox where stream = $1"), stream));
                return gone;
            });
        }

        Task<int> Put(Guid id, DateTimeOffset dueAt) => shop.With<ShopDb, int>(async db =>
        {
            var put = 0;
            await db.Housekeep(async () => put = await db.Execute(new Statement(
                "insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts) values ($1, 'test', $2, 'word', '\"late\"', $3, $4, 0, 1)"),
                id, stream, now, dueAt));
            return put;
        });
    }

    [Fact]
    public async Task The_last_check_is_kept_and_reads_in_both_languages()
    {
        await Check();

        var zh = (await shop.Admin.Get("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).Json!;
        using var english = await shop.AdminClient(language: "en");
        var en = (await english.Get("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).Json!;

        ((string)zh["equations"]![13]!["title"]!).ShouldBe("全部分录的借方合计等于贷方合计");
        ((string)en["equations"]![13]!["title"]!).ShouldBe("All debits together equal all credits");
        ((string)zh["checkedAt"]!).ShouldBe((string)en["checkedAt"]!);
    }

    [Fact]
    public async Task An_auditor_may_read_the_check_and_not_run_it()
    {
        using var auditor = await shop.AdminClient("auditor");

        (await auditor.Get("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK);
        (await auditor.Post("/api/admin/assurance/check")).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
    }

    // Each of the ways that an order can go, so that no equation holds only for want of rows.
    private async Task Day(string sku)
    {
        await Sales.Placed(shop, sku);
        var paid = await Sales.Placed(shop, sku);
        await Sales.Pay(shop, paid);
        var partly = await Sales.Placed(shop, sku, 3);
        await Sales.Pay(shop, partly, (long)partly["total"]!["amount"]! + 500);
        await Sales.Ship(shop, partly, 1);
        var refunded = await Sales.Placed(shop, sku);
        await Sales.Pay(shop, refunded);
        await Sales.Ship(shop, refunded);
        (await shop.Admin.Post($"/api/admin/orders/{refunded["number"]}/refunds", new { amount = Money.Cny(100), reason = "broken" })).ShouldBe(HttpStatusCode.Created);
        var canceled = await Sales.Placed(shop, sku);
        await Sales.Pay(shop, canceled, (long)canceled["total"]!["amount"]! - 1);
        (await shop.Admin.Post($"/api/admin/orders/{canceled["number"]}/cancel", new { reason = "changed mind" })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<Guidan.Assurance.EquationView>> Check() =>
        (await shop.Admin.Post("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).As<Guidan.Assurance.CheckView>().Equations;

    private async Task Write(string sql, string number)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(async () => (await db.Execute(new Statement(string.Format(sql, number.TrimStart('0'))))).ShouldBeGreaterThan(0));
    }
}

public sealed class EquationsOnSqlite(SqliteShop shop) : EquationsTests(shop), IClassFixture<SqliteShop>;

public sealed class EquationsOnPostgres(PostgresShop shop) : EquationsTests(shop), IClassFixture<PostgresShop>;
