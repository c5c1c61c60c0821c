using System.Net;
using System.Text;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Assurance;

/// <summary>The sheet of a day: what the outside says came in, what is home, and every figure down to its rows.</summary>
public abstract class SheetTests(ShopFixture shop)
{
    [Fact]
    public async Task A_channels_order_counts_from_its_arrival_on_and_is_open_until_it_is_placed()
    {
        var before = await Sheet();
        var id = Guid.CreateVersion7().ToString("N")[^12..];
        await Arrive(id, 8_800);
        try
        {
            var after = await Sheet();
            var row = after.Channels.Single(c => c.Name == "shopify");
            (row.In, row.Open, row.AmountIn.Amount, row.AmountMatched.Amount).ShouldBe((1, 1, 8_800, 0));
            (after.In - before.In, after.Queue.Arrivals - before.Queue.Arrivals).ShouldBe((1, 1));
            after.Sentence.ShouldEndWith("在等您");

            var rows = await Rows("by=channel&name=shopify&state=open");
            var line = rows.Items.ShouldHaveSingleItem();
            (line.Reference, line.State, line.Order).ShouldBe(("#" + id, "open", null));
            line.Gap.ShouldNotBeNull();
            (line.Gap.CauseCode, line.Gap.Action.Link).ShouldBe(("channel.sku", "/unreturned"));
            (await Rows("by=channel&name=shopify&state=matched")).Items.ShouldBeEmpty();
        }
        finally
        {
            await Write("delete from channels_arrival where external_id = $1", id);
            await Write("delete from operations_case where subject = $1", "shopify:" + id);
        }
    }

    [Fact]
    public async Task Every_figure_is_the_sum_of_the_rows_that_it_opens_to()
    {
        var sku = await Sales.Stocked(shop, 30, 20_000);
        var paid = await Sales.Placed(shop, sku, 1);
        await Sales.Pay(shop, paid);
        await Sales.Placed(shop, sku, 1);
        await shop.With<TakePaymentFact, Result<string>>(t => t.Handle(new("alipay", "ELSEWHERE" + sku, "E" + sku, FactSource.Query, TradeState.Paid, 777, "CNY", null)));
        (await shop.Admin.Post($"/api/admin/orders/{paid["number"]}/refunds", new { amount = Money.Cny(500), reason = "少发" })).ShouldBe(HttpStatusCode.Created);

        var sheet = await Sheet();

        foreach (var (by, figures) in new[] { ("channel", sheet.Channels), ("provider", sheet.Providers) })
        {
            foreach (var figure in figures)
            {
                var rows = (await Rows($"by={by}&name={figure.Name}")).Items;
                (rows.Count, rows.Count(r => r.State == "matched"), rows.Sum(r => r.AmountIn.Amount), rows.Sum(r => r.AmountMatched.Amount))
                    .ShouldBe(((int)figure.In, (int)figure.Matched, figure.AmountIn.Amount, figure.AmountMatched.Amount));
            }
        }
        var open = (await Rows("by=provider&name=alipay&state=open")).Items;
        open.Single(r => r.Reference == "E" + sku).Gap!.CauseCode.ShouldBe("payment");
        (await Rows("by=refund")).Items.Count.ShouldBe((int)sheet.Refunds.Count);
        (await shop.Admin.Get("/api/admin/assurance/sheet/rows?by=moon")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await shop.Admin.Get("/api/admin/assurance/sheet/rows?state=lost")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task The_export_holds_every_row_and_no_formula()
    {
        await shop.With<TakePaymentFact, Result<string>>(t => t.Handle(new("alipay", "=cmd|'/c calc'!A1", "=HYPERLINK(\"x\",\"y\")", FactSource.Query, TradeState.Paid, 12_345, "CNY", null)));
        var answer = await shop.Admin.Get("/api/admin/assurance/sheet/export");

        answer.ShouldBe(HttpStatusCode.OK).Text.ShouldStartWith("类别,名称,订单号,外部编号");
        answer.Text.ShouldContain("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        answer.Text.ShouldContain(",123.45,");
        answer.Text.Split("\r\n").Where(l => l.Split(',').Any(c => c.TrimStart('"').StartsWith('='))).ShouldBeEmpty();
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("-x", "'-x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("261122527183406912", "'261122527183406912")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    public void A_cell_is_text_a_figure_or_quoted_never_a_formula(string value, string written) => CsvText.Cell(value).ShouldBe(written);

    private async Task Arrive(string id, long amount)
    {
        await Write("""
            insert into channels_arrival (channel, external_id, external_number, state, cause, inbox_id, changed_at, amount, currency, payment, is_mended,
                is_price_accepted, since, attempts, tried_at)
            values ('shopify', $1, $2, 0, 'sku', $3, $4, $5, 'CNY', 1, false, false, $4, 1, $4)
            """, id, "#" + id, Guid.CreateVersion7(), shop.Clock.GetUtcNow(), amount);
        await using var scope = shop.Scope();
        var (db, cases) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), scope.ServiceProvider.GetRequiredService<Guidan.Operations.Cases>());
        await db.Housekeep(() => cases.Open("channel.sku", "shopify:" + id, new("货号对不上", "Unknown SKU"), new("对应商品", "Match it")));
    }

    private async Task<Sheet> Sheet() => (await shop.Admin.Get("/api/admin/assurance/sheet")).ShouldBe(HttpStatusCode.OK).As<Sheet>();

    private async Task<SheetLines> Rows(string query) => (await shop.Admin.Get("/api/admin/assurance/sheet/rows?" + query)).ShouldBe(HttpStatusCode.OK).As<SheetLines>();

    private async Task Write(string sql, params object[] values)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(new Statement(sql), values));
    }
}

public sealed class SheetOnSqlite(SqliteShop shop) : SheetTests(shop), IClassFixture<SqliteShop>;

public sealed class SheetOnPostgres(PostgresShop shop) : SheetTests(shop), IClassFixture<PostgresShop>;
