using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Guidan.Channels;
using Guidan.Kernel;
using Guidan.Tests.Assurance;
using Xml = DocumentFormat.OpenXml.Spreadsheet;

namespace Guidan.Tests.Channels;

/// <summary>Orders that a person brings in a file come in by the same door as those of webhooks.</summary>
public abstract class OrderFileTests(ShopFixture shop)
{
    private static int made;
    private readonly string mark = $"F{Environment.ProcessId}{Interlocked.Increment(ref made):D4}";

    private string Number(int n) => $"{mark}-{n}";

    [Fact]
    public async Task A_table_of_a_Chinese_shop_is_understood_tried_first_and_then_taken_once()
    {
        var (sku, other) = (await Sales.Stocked(shop, 10), await Sales.Stocked(shop, 10));
        var file = Gb($"""
            订单编号,商家编码,商品名称,规格,数量,单价,优惠金额,运费,订单状态,下单时间,收货人,手机号,省份,城市,区县,详细地址
            {Number(1)},{sku},龙井,50克,2,100.00,5.00,8.00,待发货,2026-11-24 09:30:00,韩梅梅,13900001111,浙江省,杭州市,西湖区,文三路2号
            {Number(1)},{other},毛峰,,1,¥50,,,,,,,,,,
            {Number(2)},NOBODY-KNOWS,谁也不知道,,1,30.00,,,已付款,2026-11-24 10:00,李雷,13900002222,浙江省,杭州市,西湖区,文三路3号
            {Number(3)},{sku},龙井,50克,两个,100.00,,,待付款,,王芳,13900003333,浙江省,杭州市,西湖区,文三路4号
            """);

        var tried = await Send(file, ("dryRun", "true"));
        (tried.DryRun, tried.Rows, tried.Orders, tried.Taken, tried.Repeated, tried.Failed).ShouldBe((true, 4, 3, 2, 0, 1));
        (tried.Mapping["number"], tried.Mapping["recipient"], tried.Headings.Count).ShouldBe(("订单编号", "收货人", 16));
        var fault = tried.Errors.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code, fault.Value).ShouldBe((5, "数量", "quantity.invalid", "两个"));
        (await Stored()).ShouldBe(0);

        var taken = await Send(file);
        (taken.Taken, taken.Repeated, taken.Failed).ShouldBe((2, 0, 1));
        var here = await Here(Number(1));
        ((string?)here["channel"], (string?)here["status"], (long)here["total"]!["amount"]!, (long)here["paid"]!["amount"]!)
            .ShouldBe(("file", "awaiting_shipment", 25_300, 25_300));
        ((long)here["money"]!["goods"]!["amount"]!, (long)here["money"]!["discount"]!["amount"]!, (long)here["money"]!["freight"]!["amount"]!).ShouldBe((25_000, 500, 800));
        await ShopFixture.Eventually(async () => (await Waiting(Number(2))).ShouldBe(("sku", ArrivalState.Waiting)));

        var again = await Send(file);
        (again.Taken, again.Repeated).ShouldBe((0, 2));
        (await Stored()).ShouldBe(2);
        await new Channel(shop).BooksHold();
    }

    [Fact]
    public async Task Headings_of_ones_own_are_mapped_and_a_workbook_says_whether_its_orders_are_paid()
    {
        var sku = await Sales.Stocked(shop, 10);
        var file = Book([["Ref", "Code", "Pieces", "Each", "Who", "Call", "Prov", "Town", "Where"], [Number(1), sku, "3", "12.80", "Han Meimei", "13900001111", "浙江省", "杭州市", "文三路2号"]]);

        var unknown = await Send(file, ("dryRun", "true"));
        (unknown.Taken, unknown.Failed, unknown.Errors.Single().Code).ShouldBe((0, 1, "column.missing"));
        var mapping = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["number"] = "Ref", ["sku"] = "Code", ["quantity"] = "Pieces", ["unitPrice"] = "Each", ["recipient"] = "Who", ["phone"] = "Call",
            ["province"] = "Prov", ["city"] = "Town", ["address"] = "Where",
        });
        (await Send(file, ("mapping", mapping), ("paid", "false"))).Taken.ShouldBe(1);

        var here = await Here(Number(1));
        ((string?)here["status"], (long)here["total"]!["amount"]!, (long)here["paid"]!["amount"]!).ShouldBe(("awaiting_payment", 3_840, 0));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_field_and_nothing_is_stored()
    {
        var file = Encoding.UTF8.GetBytes("order number,sku,quantity,price\n" + Number(1) + ",X,1,5\n");
        (await Upload(file, ("mapping", "[1]"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Upload(file, ("mapping", """{"colour": "x"}"""))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Upload(file, ("paid", "perhaps"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        using (var auditor = await shop.AdminClient("auditor")) (await Upload(file, auditor)).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
        var broken = await Send("PK\x03\x04 not a workbook"u8.ToArray(), ("dryRun", "true"));
        broken.Errors.ShouldHaveSingleItem().Code.ShouldBe("file.broken");
        (await Stored()).ShouldBe(0);
        Directory.GetFiles(Path.Combine(shop.Folder, "imports"), "arriving-*").ShouldBeEmpty();
    }

    private static byte[] Gb(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    private static byte[] Book(string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new Xml.Workbook();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Xml.Worksheet(new Xml.SheetData(rows.Select(r => new Xml.Row(r.Select(Cell)))));
            workbook.Workbook.AppendChild(new Xml.Sheets(new Xml.Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "orders" }));
        }
        return stream.ToArray();

        static Xml.Cell Cell(string text) => new() { DataType = Xml.CellValues.InlineString, InlineString = new Xml.InlineString(new Xml.Text(text)) };
    }

    private async Task<OrderFileReport> Send(byte[] file, params (string Name, string Value)[] fields) =>
        (await Upload(file, fields)).ShouldBe(HttpStatusCode.OK).As<OrderFileReport>();

    private Task<Answered> Upload(byte[] file, params (string Name, string Value)[] fields) => Upload(file, shop.Admin, fields);

    private Task<Answered> Upload(byte[] file, HttpClient by) => Upload(file, by, []);

    private static async Task<Answered> Upload(byte[] file, HttpClient client, (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(file), "file", "orders.csv");
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/admin/imports/orders") { Content = form };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var response = await client.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Here(string number)
    {
        System.Text.Json.Nodes.JsonNode found = null!;
        await ShopFixture.Eventually(async () =>
        {
            var list = (await shop.Admin.Get($"/api/admin/orders?query={number}")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
            list.Count.ShouldBe(1);
            found = (await shop.Admin.Get($"/api/admin/orders/{list[0]!["number"]}")).ShouldBe(HttpStatusCode.OK).Json!;
        });
        return found;
    }

    private async Task<(string?, ArrivalState)> Waiting(string number)
    {
        var row = (await shop.Admin.Get($"/api/admin/channels/arrivals/file/{number}")).ShouldBe(HttpStatusCode.OK).As<ArrivalDetail>().Row;
        return (row.Cause, row.State);
    }

    private async Task<int> Stored() => (await shop.With<ShopDb, List<int>>(db => db.Query(
        new Statement("select count(*) from kernel_inbox where source = 'channel:file' and event_key like $1"), r => r.Int(0), $"file:{mark}%")))[0];
}

[Collection(OnSqlite.Name)]
public sealed class OrderFileOnSqlite(SqliteShop shop) : OrderFileTests(shop);

[Collection(OnPostgres.Name)]
public sealed class OrderFileOnPostgres(PostgresShop shop) : OrderFileTests(shop);
