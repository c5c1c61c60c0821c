using System.Net;
using System.Text.Json.Nodes;
using Guidan.Kernel;
using Guidan.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Staff;

/// <summary>Who may do what, and that a change of it holds at once.</summary>
public abstract class RightsTests(ShopFixture shop)
{
    private const string Password = "a long enough sentence";

    [Fact]
    public async Task A_refusal_names_the_missing_permission()
    {
        using var warehouse = await shop.AdminClient("warehouse");
        var refused = (await warehouse.Get("/api/admin/staff")).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
        ((string?)refused.Json!["permission"]).ShouldBe("staff.read");
    }

    [Fact]
    public async Task The_auditor_reads_everything_and_writes_nothing()
    {
        var matrix = (await shop.Admin.Get("/api/admin/permissions/matrix")).ShouldBe(HttpStatusCode.OK).Json!;
        foreach (var row in matrix["operations"]!.AsArray().Where(r => r!["permission"] is not null))
        {
            var allowed = row!["roles"]!.AsArray().Any(r => (string)r! == "auditor");
            allowed.ShouldBe(((string)row["permission"]!).EndsWith(".read", StringComparison.Ordinal), row.ToJsonString());
        }
        using var auditor = await shop.AdminClient("auditor");
        (await auditor.Get("/api/admin/audit")).ShouldBe(HttpStatusCode.OK);
        (await auditor.Post("/api/admin/staff", NewMember("service"))).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
    }

    [Fact]
    public async Task Every_call_for_staff_names_its_operation_and_the_owner_may_call_it()
    {
        var matrix = (await shop.Admin.Get("/api/admin/permissions/matrix")).Json!;
        var rows = matrix["operations"]!.AsArray().Where(r => ((string)r!["path"]!).StartsWith("/api/admin/", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBeGreaterThan(30);
        foreach (var row in rows)
        {
            row!["operation"].ShouldNotBeNull(row.ToJsonString());
            row["roles"]!.AsArray().Any(r => (string)r! == "owner").ShouldBeTrue(row.ToJsonString());
        }
        matrix["roles"]!.AsArray().Take(8).Select(r => (string)r!["code"]!)
            .ShouldBe(["owner", "admin", "service", "finance", "warehouse", "goods", "marketing", "auditor"]);
    }

    [Fact]
    public async Task A_token_opens_until_it_is_revoked()
    {
        var made = (await shop.Admin.Post("/api/admin/tokens", new { name = "till", role = "warehouse" })).ShouldBe(HttpStatusCode.Created).Json!;
        var token = (string)made["token"]!;
        token.ShouldStartWith("gd_");
        token.Length.ShouldBe(46);
        using var client = shop.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        (await client.Get("/api/admin/session")).ShouldBe(HttpStatusCode.OK);
        (await shop.Admin.Delete($"/api/admin/tokens/{made["id"]}")).ShouldBe(HttpStatusCode.OK);
        (await client.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
    }

    [Fact]
    public async Task A_repeated_request_for_a_token_makes_one_and_shows_it_once()
    {
        var key = Guid.CreateVersion7().ToString();
        var body = new { name = "twice", role = "goods" };
        var first = (await shop.Admin.Post("/api/admin/tokens", body, key)).ShouldBe(HttpStatusCode.Created).Json!;
        var again = (await shop.Admin.Post("/api/admin/tokens", body, key)).ShouldBe(HttpStatusCode.Created).Json!;
        ((string?)again["id"]).ShouldBe((string?)first["id"]);
        again["token"].ShouldBeNull();
    }

    [Fact]
    public async Task A_token_past_its_day_opens_nothing()
    {
        var token = (string)(await shop.Admin.Post("/api/admin/tokens", new { name = "short", role = "goods", days = 1 })).Json!["token"]!;
        using var client = shop.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        (await client.Get("/api/admin/session")).ShouldBe(HttpStatusCode.OK);
        await shop.MoveClock(TimeSpan.FromDays(1.01));
        (await client.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
    }

    [Theory]
    [InlineData("gd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gd_short")]
    [InlineData("' or 1=1 --")]
    public async Task A_made_up_token_opens_nothing(string token)
    {
        using var client = shop.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + token);
        (await client.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
    }

    [Fact]
    public async Task A_right_taken_from_a_role_is_gone_at_once()
    {
        var code = "r" + Guid.CreateVersion7().ToString("N")[..20];
        var name = new { zh = "夜班", en = "Night shift" };
        (await shop.Admin.Post("/api/admin/roles", new { code, name, permissions = (string[])["staff.read", "audit.read"] })).ShouldBe(HttpStatusCode.Created);
        using var client = await shop.AdminClient(code);
        (await client.Get("/api/admin/staff")).ShouldBe(HttpStatusCode.OK);
        (await shop.Admin.Put($"/api/admin/roles/{code}", new { code, name, permissions = (string[])["audit.read"] })).ShouldBe(HttpStatusCode.OK);
        (await client.Get("/api/admin/staff")).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
        (await client.Get("/api/admin/audit")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_grants_what_he_does_not_hold()
    {
        using var admin = await shop.AdminClient("admin");
        var member = NewMember("owner");
        (await admin.Post("/api/admin/staff", member)).ShouldRefuse(HttpStatusCode.Forbidden, "staff.grants_more");
        (await admin.Post("/api/admin/tokens", new { name = "up", role = "owner" })).ShouldRefuse(HttpStatusCode.Forbidden, "staff.grants_more");
        (await shop.Admin.Get("/api/admin/staff?limit=200")).Text.ShouldNotContain((string)member["email"]!);
    }

    [Fact]
    public async Task A_built_in_role_cannot_be_changed_and_unknown_rights_are_refused()
    {
        var name = new { zh = "客服", en = "Service" };
        (await shop.Admin.Put("/api/admin/roles/service", new { code = "service", name, permissions = (string[])[] }))
            .ShouldRefuse(HttpStatusCode.Conflict, "role.built_in");
        (await shop.Admin.Post("/api/admin/roles", new { code = "fresh", name, permissions = (string[])["moon.walk"] }))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
    }

    [Fact]
    public async Task The_same_address_is_taken_once_whatever_its_letters()
    {
        var member = NewMember("service");
        (await shop.Admin.Post("/api/admin/staff", member)).ShouldBe(HttpStatusCode.Created);
        member["email"] = ((string)member["email"]!).ToUpperInvariant();
        (await shop.Admin.Post("/api/admin/staff", member)).ShouldRefuse(HttpStatusCode.Conflict, "staff.email_taken");
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("password123")]
    [InlineData("aaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused_and_nobody_is_added(string password)
    {
        var member = NewMember("service");
        member["password"] = password;
        var refused = (await shop.Admin.Post("/api/admin/staff", member)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        refused.Json!["errors"]!["password"].ShouldNotBeNull();
        (await shop.Admin.Get("/api/admin/staff?limit=200")).Text.ShouldNotContain((string)member["email"]!);
    }

    [Fact]
    public async Task Neither_addresses_nor_passwords_nor_tokens_lie_open_in_the_database()
    {
        var member = NewMember("service");
        (await shop.Admin.Post("/api/admin/staff", member)).ShouldBe(HttpStatusCode.Created);
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var kept = await db.Query(new Statement("select name, password_hash from staff_member"), r => r.Text(0) + r.Text(1));
        kept.ShouldAllBe(row => !row.Contains((string)member["email"]!) && !row.Contains(Password));
        var answers = await db.Query(new Statement("select answer from kernel_claim where answer is not null"), r => r.Text(0));
        answers.ShouldAllBe(a => !a.Contains("gd_"));
    }

    private static JsonObject NewMember(string role) => new()
    {
        ["name"] = "Somebody", ["email"] = $"m{Guid.CreateVersion7():N}@guidan.example", ["role"] = role, ["password"] = Password,
    };
}

[Collection(OnSqlite.Name)]
public sealed class RightsOnSqlite(SqliteShop shop) : RightsTests(shop);

[Collection(OnPostgres.Name)]
public sealed class RightsOnPostgres(PostgresShop shop) : RightsTests(shop);
