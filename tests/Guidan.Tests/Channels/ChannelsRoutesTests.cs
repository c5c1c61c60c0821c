using System.Net;
using System.Text.Json.Nodes;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Tests.Channels;

public abstract class ChannelsRoutesTests(ShopFixture shop)
{
    [Fact]
    public async Task An_uploaded_file_is_worked_through_outside_the_request()
    {
        var answer = await Upload(shop.Admin, "shopify-faults.csv", ("format", "shopify-csv"), ("dryRun", "true"));

        answer.ShouldBe(HttpStatusCode.Accepted);
        ((string?)answer.Json!["state"]).ShouldBe("queued");
        var id = (string)answer.Json!["id"]!;
        JsonNode import = null!;
        await ShopFixture.Eventually(async () =>
        {
            import = (await shop.Admin.Get($"/api/admin/imports/{id}")).ShouldBe(HttpStatusCode.OK).Json!;
            ((string?)import["state"]).ShouldBe("done");
        });
        ((string?)import["file"], (bool)import["dryRun"]!, (int)import["rows"]!, (int)import["done"]!).ShouldBe(("shopify-faults.csv", true, 10, 10));
        ((int)import["created"]!, (int)import["failed"]!).ShouldBe((2, 7));
        var first = import["errors"]![0]!;
        ((int)first["line"]!, (string?)first["column"], (string?)first["code"], (string?)first["text"], (string?)first["value"])
            .ShouldBe((4, "Variant Price", "price.unreadable", "价格读不懂，或比CNY的最小单位还细", "ten"));
        var list = (await shop.Admin.Get("/api/admin/imports?limit=50")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
        list.Select(i => (string?)i!["id"]).ShouldContain(id);
        File.Exists(Path.Combine(shop.Folder, "imports", Guid.Parse(id).ToString("N"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_request_is_refused_and_leaves_no_file()
    {
        (await Upload(shop.Admin, "shopify.csv", ("format", "excel"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Upload(shop.Admin, "shopify.csv", ("format", "shopify-csv"), ("dryRun", "perhaps"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await shop.Admin.Post("/api/admin/imports/products", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await shop.Admin.Get("/api/admin/imports/nothing")).ShouldRefuse(HttpStatusCode.NotFound, "import.not_found");
        (await shop.Admin.Get("/api/admin/imports?limit=0")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await Upload(shop.Store, "shopify.csv", ("format", "shopify-csv"))).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");

        var folder = Path.Combine(shop.Folder, "imports");
        if (Directory.Exists(folder)) Directory.GetFiles(folder, "arriving-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_import_gets_the_same_answer_however_its_form_is_cut()
    {
        var key = Guid.CreateVersion7().ToString();
        var before = await Imports();

        var first = await Upload(shop.Admin, "一,二\n1,2\n"u8.ToArray(), key, ("format", "shopify-csv"), ("dryRun", "true"));
        var again = await Upload(shop.Admin, "一,二\n1,2\n"u8.ToArray(), key, ("dryRun", "true"), ("format", "shopify-csv"));

        again.ShouldBe(HttpStatusCode.Accepted).Text.ShouldBe(first.ShouldBe(HttpStatusCode.Accepted).Text);
        (first.Response.Headers.Contains("Idempotent-Replayed"), again.Response.Headers.Contains("Idempotent-Replayed")).ShouldBe((false, true));
        (await Imports()).ShouldBe(before + 1);
        Directory.GetFiles(Path.Combine(shop.Folder, "imports"), "arriving-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_of_equal_length_under_the_same_key_is_another_request()
    {
        var key = Guid.CreateVersion7().ToString();
        (await Upload(shop.Admin, "a,b\n1,2\n"u8.ToArray(), key, ("format", "shopify-csv"), ("dryRun", "true"))).ShouldBe(HttpStatusCode.Accepted);
        var before = await Imports();

        (await Upload(shop.Admin, "a,b\n1,3\n"u8.ToArray(), key, ("format", "shopify-csv"), ("dryRun", "true")))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.mismatch");
        (await Upload(shop.Admin, "a,b\n1,2\n"u8.ToArray(), key, ("format", "shopify-csv"), ("dryRun", "false")))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.mismatch");
        (await Upload(shop.Admin, "a,b\n1,2\n"u8.ToArray(), key, ("format", "guidan-csv"), ("dryRun", "true")))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.mismatch");

        (await Imports()).ShouldBe(before);
        Directory.GetFiles(Path.Combine(shop.Folder, "imports"), "arriving-*").ShouldBeEmpty();
    }

    private async Task<long> Imports() => await shop.With<ShopDb, long>(async db => (await db.Query(Count, r => r.Long(0)))[0]);

    private static readonly Statement Count = new("select count(*) from channels_import");

    private static async Task<Answered> Upload(HttpClient client, string fixture, params (string Name, string Value)[] fields) =>
        await Upload(client, await File.ReadAllBytesAsync(ProductFileTests.Fixture(fixture)), null, fixture, fields);

    private static Task<Answered> Upload(HttpClient client, byte[] file, string key, params (string Name, string Value)[] fields) =>
        Upload(client, file, key, "goods.csv", fields);

    private static async Task<Answered> Upload(HttpClient client, byte[] file, string? key, string name, (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(file), "file", name);
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/admin/imports/products") { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var response = await client.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}

[Collection(OnSqlite.Name)]
public sealed class ChannelsRoutesOnSqlite(SqliteShop shop) : ChannelsRoutesTests(shop);

[Collection(OnPostgres.Name)]
public sealed class ChannelsRoutesOnPostgres(PostgresShop shop) : ChannelsRoutesTests(shop);
