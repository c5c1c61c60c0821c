using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Guidan.Tests.Assurance;

public abstract class ExportTests(ShopFixture shop)
{
    [Theory]
    [InlineData("orders")]
    [InlineData("payments")]
    [InlineData("payment-facts")]
    [InlineData("ledger")]
    [InlineData("stock-movements")]
    [InlineData("reservations")]
    [InlineData("audit")]
    public async Task Small_pages_together_are_the_whole(string what)
    {
        await Sell();

        var whole = await Rows(what, 1000);
        var pages = await Rows(what, 2);

        whole.Count.ShouldBeGreaterThan(2);
        // What happens meanwhile is not ours to stop; what was there first is there in both.
        pages.Take(whole.Count).ShouldBe(whole);
    }

    [Fact]
    public async Task An_order_is_exported_with_lines_units_and_history()
    {
        var sku = await Sales.Stocked(shop, 20, 3333);
        var placed = await Sales.Placed(shop, sku, 3);
        await Sales.Pay(shop, placed);

        var order = (await Rows("orders", 1000)).Select(r => JsonNode.Parse(r)!).Single(o => (string)o["number"]! == (string)placed["number"]!);

        var line = order["lines"]![0]!;
        ((string)line["sku"]!, (long)line["quantity"]!, (long)line["unitPrice"]!, (long)line["total"]!).ShouldBe((sku, 3, 3333, 9999));
        line["units"]!.AsArray().Sum(u => (long)u!["count"]!).ShouldBe(3);
        line["units"]!.AsArray().Sum(u => (long)u!["count"]! * (long)u["freight"]!).ShouldBe((long)order["freight"]!);
        line["units"]!.AsArray().Sum(u => (long)u!["count"]! * (long)u["total"]!).ShouldBe(9999);
        order["history"]!.AsArray().Select(e => (string)e!["kind"]!).Order().ShouldBe(["confirmed", "paid", "placed"]);
        ((string)order["status"]!, (string)order["customer"]!["name"]!).ShouldBe(("awaiting_shipment", "李雷"));
    }

    [Fact]
    public async Task Whoever_may_not_see_people_gets_them_masked()
    {
        var placed = await Sales.Placed(shop, await Sales.Stocked(shop, 20));
        using var auditor = await shop.AdminClient("auditor");

        var text = (await auditor.Get("/api/admin/export/orders")).ShouldBe(HttpStatusCode.OK).Text;

        var order = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).Single(o => (string)o["number"]! == (string)placed["number"]!);
        ((string)order["customer"]!["name"]!, (string)order["customer"]!["phone"]!).ShouldBe(("李*", "138****8000"));
        text.ShouldNotContain("13800138000");
    }

    [Fact]
    public async Task All_exports_of_one_snapshot_describe_one_moment()
    {
        var sku = await Sales.Stocked(shop, 20);
        await Sales.Placed(shop, sku, 2);
        var first = (await shop.Admin.Get("/api/admin/export/orders?snapshot=new")).ShouldBe(HttpStatusCode.OK);
        var snapshot = first.Response.Headers.GetValues("X-Snapshot").Single();
        await Sales.Placed(shop, sku, 5);

        var levels = await shop.Admin.Get($"/api/admin/export/stock-levels?snapshot={snapshot}");

        var level = levels.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).Single(l => (string)l["sku"]! == sku);
        ((long)level["onHand"]!, (long)level["reserved"]!, (long)level["available"]!).ShouldBe((20, 2, 18));
    }

    [Fact]
    public async Task An_ended_snapshot_is_refused_and_a_cursor_of_one_goes_on()
    {
        await Sell();
        (await shop.Admin.Get("/api/admin/export/orders?snapshot=0123")).ShouldRefuse(HttpStatusCode.Conflict, "export.snapshot_over");
        var page = await shop.Admin.Get("/api/admin/export/stock-movements?limit=1");
        var next = page.Response.Headers.GetValues("X-Next").Single();
        // Four others push it out.
        for (var i = 0; i < 5; i++) await shop.Admin.Get("/api/admin/export/orders?snapshot=new");

        var second = (await shop.Admin.Get($"/api/admin/export/stock-movements?limit=1&after={next}")).ShouldBe(HttpStatusCode.OK);

        second.Response.Headers.GetValues("X-Snapshot-Lost").Single().ShouldBe("true");
        second.Text.ShouldNotBe(page.Text);
    }

    [Fact]
    public async Task The_audit_chains_can_be_verified_from_the_export_alone()
    {
        await Sell();

        var rows = (await Rows("audit", 500)).Select(r => JsonNode.Parse(r)!).Where(r => (string)r["type"]! == "entry").ToList();

        foreach (var chain in rows.GroupBy(r => (string)r["chain"]!))
        {
            var (seq, hash) = (0L, new string('0', 64));
            foreach (var row in chain)
            {
                ((long)row["seq"]!, (string)row["previousHash"]!).ShouldBe((++seq, hash));
                hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash + (string)row["text"]!)));
                ((string)row["hash"]!).ShouldBe(hash);
            }
        }
    }

    [Theory]
    [InlineData("nothing", HttpStatusCode.NotFound, "export.unknown")]
    [InlineData("orders?limit=0", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("orders?limit=1001", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("orders?after=%FF%FF", HttpStatusCode.BadRequest, "input.malformed")]
    public async Task What_cannot_be_exported_is_refused(string what, HttpStatusCode status, string code) =>
        (await shop.Admin.Get($"/api/admin/export/{what}")).ShouldRefuse(status, code);

    [Theory]
    [InlineData("points")]
    [InlineData("coupon-uses")]
    [InlineData("refunds")]
    [InlineData("inbox")]
    [InlineData("outbox")]
    [InlineData("cases")]
    public async Task Every_export_answers(string what) =>
        (await shop.Admin.Get($"/api/admin/export/{what}")).ShouldBe(HttpStatusCode.OK).Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");

    private async Task Sell()
    {
        var sku = await Sales.Stocked(shop, 50);
        for (var i = 0; i < 3; i++) await Sales.Pay(shop, await Sales.Placed(shop, sku, 1));
    }

    private async Task<List<string>> Rows(string what, int limit)
    {
        var rows = new List<string>();
        for (var after = ""; ;)
        {
            var page = (await shop.Admin.Get($"/api/admin/export/{what}?limit={limit}&after={after}")).ShouldBe(HttpStatusCode.OK);
            var lines = page.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBeLessThanOrEqualTo(what == "audit" ? limit * 2 : limit);
            rows.AddRange(lines);
            if (!page.Response.Headers.TryGetValues("X-Next", out var next)) return rows;
            after = next.Single();
        }
    }
}

public sealed class ExportOnSqlite(SqliteShop shop) : ExportTests(shop), IClassFixture<SqliteShop>;

public sealed class ExportOnPostgres(PostgresShop shop) : ExportTests(shop), IClassFixture<PostgresShop>;
