using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Guidan.Tests.Catalog;

public abstract class CatalogRoutesTests(ShopFixture shop)
{
    [Fact]
    public async Task A_product_is_made_changed_and_listed_over_http()
    {
        var word = Goods.Word("http");
        var category = await Category(word);
        var picture = (await Upload(shop.Admin, PictureKindTests.Png(800, 600))).ShouldBe(HttpStatusCode.Created).Json!;

        var made = (await shop.Admin.Post("/api/admin/products", Body(word, category, (string)picture["url"]!))).ShouldBe(HttpStatusCode.Created).Json!;
        var id = (string)made["id"]!;
        var form = (await shop.Admin.Get($"/api/admin/products/{id}")).ShouldBe(HttpStatusCode.OK).Json!;
        var changed = await shop.Admin.Put($"/api/admin/products/{id}", Renamed(form, "新茶"));
        var listed = await shop.Admin.Post($"/api/admin/products/{id}/list");

        form.ToJsonString().ShouldBe(made.ToJsonString());
        ((int)changed.ShouldBe(HttpStatusCode.OK).Json!["version"]!).ShouldBe(2);
        ((string)listed.ShouldBe(HttpStatusCode.OK).Json!["status"]!).ShouldBe("listed");
        (await shop.Admin.Put($"/api/admin/products/{id}", Renamed(form, "旧茶"))).ShouldRefuse(HttpStatusCode.Conflict, "product.changed");
        var served = await shop.Store.Get((string)picture["url"]!);
        served.ShouldBe(HttpStatusCode.OK).Response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        served.Response.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    [Fact]
    public async Task A_repeated_request_makes_one_product()
    {
        var word = Goods.Word("http");
        var body = Body(word, await Category(word), "https://example.org/a.png");
        var key = Guid.CreateVersion7().ToString();

        var first = await shop.Admin.Post("/api/admin/products", body, key);
        var second = await shop.Admin.Post("/api/admin/products", body, key);

        second.ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        second.Response.Headers.Contains("Idempotent-Replayed").ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_key_holds_a_picture_to_its_content()
    {
        var key = Guid.CreateVersion7().ToString();
        byte[] one = PictureKindTests.Png(801, 600), other = PictureKindTests.Png(600, 801);

        var first = (await Upload(shop.Admin, one, key)).ShouldBe(HttpStatusCode.Created);
        var again = (await Upload(shop.Admin, one, key)).ShouldBe(HttpStatusCode.Created);
        (await Upload(shop.Admin, other, key)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.mismatch");

        again.Text.ShouldBe(first.Text);
        again.Response.Headers.Contains("Idempotent-Replayed").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_picture_is_not_taken()
    {
        (await Upload(shop.Admin, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Upload(shop.Admin, new byte[6 * 1024 * 1024])).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "input.too_large");
        (await shop.Admin.Post("/api/admin/products/images", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await shop.Store.Get("/pictures/..%2f..%2fguidan.db")).ShouldBe(HttpStatusCode.NotFound);
        (await shop.Store.Get("/pictures/" + new string('0', 64) + ".png")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("null", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("{\"name\":{\"zh\":\"茶\"},\"tags\":[null],\"options\":[null],\"variants\":[null],\"images\":[null]}",
        HttpStatusCode.UnprocessableEntity, "input.invalid")]
    [InlineData("{\"name\":{\"zh\":\"茶\\u0000\",\"en\":\"\"}}", HttpStatusCode.BadRequest, "input.malformed")]
    [InlineData("{\"name\":{\"zh\":\"茶\",\"en\":\"\"},\"categories\":[\"018f0000-0000-7000-8000-000000000000\"]}",
        HttpStatusCode.UnprocessableEntity, "input.invalid")]
    [InlineData("{\"name\":{\"zh\":\"茶\",\"en\":\"\"},\"surprise\":1}", HttpStatusCode.BadRequest, "input.malformed")]
    public async Task Bad_input_is_refused_with_words(string json, HttpStatusCode status, string code) =>
        (await shop.Admin.Post("/api/admin/products", json)).ShouldRefuse(status, code);

    [Fact]
    public async Task Nobody_edits_goods_without_the_right()
    {
        (await shop.Store.Post("/api/admin/products", "{}")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await shop.Admin.Get("/api/admin/products/nothing")).ShouldRefuse(HttpStatusCode.NotFound, "product.not_found");
        (await shop.Admin.Delete("/api/admin/categories/nothing")).ShouldRefuse(HttpStatusCode.NotFound, "category.not_found");
    }

    private async Task<string> Category(string word) => (string)(await shop.Admin.Post("/api/admin/categories",
        new { name = new { zh = "分类" + word, en = word } })).ShouldBe(HttpStatusCode.Created).Json!["id"]!;

    private static object Body(string word, string category, string picture) => new
    {
        name = new { zh = "茶" + word, en = word },
        description = new { zh = "<p>好茶</p>", en = "" },
        categories = new[] { category },
        variants = new[] { new { sku = word, price = new { amount = 1990, currency = "CNY" }, weightGrams = 100 } },
        images = new[] { new { url = picture } },
    };

    private static JsonNode Renamed(JsonNode form, string name)
    {
        var body = form.DeepClone();
        body["name"]!["zh"] = name;
        return body;
    }

    private static async Task<Answered> Upload(HttpClient client, byte[] bytes, string? key = null)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "picture.png");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/admin/products/images") { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var response = await client.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}

[Collection(OnSqlite.Name)]
public sealed class CatalogRoutesOnSqlite(SqliteShop shop) : CatalogRoutesTests(shop);

[Collection(OnPostgres.Name)]
public sealed class CatalogRoutesOnPostgres(PostgresShop shop) : CatalogRoutesTests(shop);
