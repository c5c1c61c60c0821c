using System.Net;
using System.Text.Json.Nodes;

namespace Guidan.Tests.Operations;

/// <summary>What watchers and generated clients read: health, figures, contracts.</summary>
public abstract class WatchTests(ShopFixture shop)
{
    [Fact]
    public async Task A_sound_shop_is_alive_and_ready()
    {
        (await shop.Store.Get("/health/live")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe("ok");
        var ready = (await shop.Store.Get("/health/ready")).ShouldBe(HttpStatusCode.OK).Json!;
        ((bool?)ready["ready"]).ShouldBe(true);
        foreach (var part in (string[])["database", "lane", "disk"]) ((bool?)ready[part]!["ok"]).ShouldBe(true, part);
        ((int?)ready["outbox"]!["oldestSeconds"]).ShouldNotBeNull();
    }

    [Fact]
    public async Task Requests_are_counted_by_route_and_never_by_what_was_asked_for()
    {
        var secret = Guid.CreateVersion7().ToString("N");
        await shop.Store.Get($"/api/store/products/{secret}");
        await shop.Store.Get($"/nothing/here/{secret}");
        (await shop.Admin.Get("/api/admin/session")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(async () =>
        {
            var text = (await shop.Store.Get("/metrics")).ShouldBe(HttpStatusCode.OK).Text;
            text.ShouldContain("http_server_request_duration_seconds_count{method=\"GET\",route=\"/api/admin/session\",status=\"200\"}");
            text.ShouldContain("guidan_lane_waiting 0");
            text.ShouldContain("process_resident_memory_bytes ");
            text.ShouldNotContain(secret);
        });
    }

    [Theory]
    [InlineData("store")]
    [InlineData("admin")]
    public async Task The_published_contract_describes_every_call(string name)
    {
        var document = (await shop.Store.Get($"/openapi/{name}.json")).ShouldBe(HttpStatusCode.OK).Json!;
        var ids = new List<string>();
        foreach (var (path, calls) in document["paths"]!.AsObject())
        {
            path.StartsWith("/api/admin/", StringComparison.Ordinal).ShouldBe(name == "admin", path);
            foreach (var (method, call) in calls!.AsObject())
            {
                ids.Add((string)call!["operationId"]!);
                call["responses"]!["default"]!["content"]!["application/problem+json"].ShouldNotBeNull(path);
                foreach (var parameter in call["parameters"]?.AsArray() ?? []) parameter!["schema"]!["type"].ShouldNotBeNull($"{method} {path} {parameter["name"]}");
                if (name == "admin") ((string?)call["summary"]).ShouldNotBeNull($"{method} {path}").ShouldContain(" / ");
            }
        }
        ids.Count.ShouldBeGreaterThan(5);
        ids.Distinct().Count().ShouldBe(ids.Count);
        var schemas = document["components"]!["schemas"]!.AsObject();
        ((string?)schemas["Money"]!["properties"]!["amount"]!["type"]).ShouldBe("integer");
        ((string?)schemas["Money"]!["properties"]!["currency"]!["type"]).ShouldBe("string");
        schemas["Problem"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_admin_contract_asks_for_sign_in_and_takes_request_keys()
    {
        var document = (await shop.Store.Get("/openapi/admin.json")).Json!;
        document["components"]!["securitySchemes"]!.AsObject().Select(s => s.Key).ShouldBe(["bearer", "session"]);
        var add = document["paths"]!["/api/admin/staff"]!["post"]!;
        ((string?)add["x-permission"]).ShouldBe("staff.write");
        add["responses"]!.AsObject().ContainsKey("201").ShouldBeTrue();
        add["parameters"]!.AsArray().Any(p => (string?)p!["name"] == "Idempotency-Key").ShouldBeTrue();
        document["paths"]!["/api/admin/session"]!["post"]!.AsObject().ContainsKey("security").ShouldBeFalse();
        (await shop.Store.Get("/openapi/other.json")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_operation_of_both_contracts_stands_in_the_matrix()
    {
        var rows = (await shop.Admin.Get("/api/admin/permissions/matrix")).Json!["operations"]!.AsArray()
            .Select(r => $"{(string)r!["method"]!} {Plain((string)r["path"]!)}").ToHashSet();
        foreach (var name in (string[])["store", "admin"])
        {
            var document = (await shop.Store.Get($"/openapi/{name}.json")).Json!;
            foreach (var (path, calls) in document["paths"]!.AsObject())
                foreach (var (method, _) in calls!.AsObject()) rows.ShouldContain($"{method.ToUpperInvariant()} {Plain(path)}");
        }
    }

    // A route may say {id:guid} where the contract says {id}.
    private static string Plain(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{(\w+)[^}]*\}", "{$1}");
}

[Collection(OnSqlite.Name)]
public sealed class WatchOnSqlite(SqliteShop shop) : WatchTests(shop);

[Collection(OnPostgres.Name)]
public sealed class WatchOnPostgres(PostgresShop shop) : WatchTests(shop);
