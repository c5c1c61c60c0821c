using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Guidan.Audit;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Audit;

/// <summary>Reading and verifying the log of a shop that stands.</summary>
public abstract class AuditTests(ShopFixture shop)
{
    [Fact]
    public async Task What_was_done_can_be_read_with_who_did_it()
    {
        var email = $"m{Guid.CreateVersion7():N}@guidan.example";
        var id = (string)(await shop.Admin.Post("/api/admin/staff",
            new { name = "林晓", email, role = "service", password = "a long enough sentence" })).ShouldBe(HttpStatusCode.Created).Json!["id"]!;
        var target = $"staff:{Guid.Parse(id):N}";
        var rows = (await shop.Admin.Get($"/api/admin/audit?target={target}")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
        var row = rows.ShouldHaveSingleItem()!;
        ((string?)row["operation"]).ShouldBe("staff.add");
        ((string?)row["operationName"]).ShouldBe("添加员工");
        ((string?)row["actorName"]).ShouldBe("test owner");
        ((string?)row["after"]).ShouldBe("""{"role":"service"}""");
        row.ToJsonString().ShouldNotContain(email);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        for (var i = 0; i < 5; i++) await Act($"page-{i}");
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = (await shop.Admin.Get($"/api/admin/audit?limit=3{(next is null ? "" : "&after=" + next)}")).ShouldBe(HttpStatusCode.OK).Json!;
            seen.AddRange(page["items"]!.AsArray().Select(r => (string)r!["id"]!));
            next = (string?)page["next"];
        }
        while (next is not null && seen.Count < 60);
        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Own_records_are_open_to_everybody_and_hold_only_ones_own()
    {
        using var goods = await shop.AdminClient("goods");
        (await goods.Get("/api/admin/audit")).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
        (await goods.Get("/api/admin/audit/mine")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?from=yesterday")]
    [InlineData("?after=%F0%9F")]
    public async Task A_bad_question_is_refused(string query) =>
        (await shop.Admin.Get("/api/admin/audit" + query)).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");

    [Fact]
    public async Task The_whole_log_verifies_and_a_checkpoint_is_signed_and_left_as_a_file()
    {
        await Act("before a checkpoint");
        var made = await shop.With<SignCheckpoint, AuditCheckpoint?>(s => s.Sign());
        made.ShouldNotBeNull();
        Ed25519.IsSigned(Convert.FromBase64String(made.PublicKey), Encoding.UTF8.GetBytes(made.Text), Convert.FromBase64String(made.Signature)).ShouldBeTrue();
        Ed25519.IsSigned(Convert.FromBase64String(made.PublicKey), Encoding.UTF8.GetBytes(made.Text + " "), Convert.FromBase64String(made.Signature)).ShouldBeFalse();
        var file = Path.Combine(shop.Folder, "audit-checkpoints", $"{made.Seq:D10}-{made.KeyId}.json");
        ((string?)JsonNode.Parse(await File.ReadAllTextAsync(file))!["signature"]).ShouldBe(made.Signature);
        var verdict = (await shop.Admin.Get("/api/admin/audit/verify")).ShouldBe(HttpStatusCode.OK).As<AuditVerdict>();
        verdict.FirstBroken.ShouldBeNull();
        verdict.Whole.ShouldBeTrue();
        verdict.Checkpoints.ShouldBeGreaterThanOrEqualTo(made.Seq);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_rewrite_the_log()
    {
        await Act("to be kept");
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Raw("update audit_entry set actor = 'somebody else'"));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Raw("delete from audit_entry"));
    }

    private async Task Act(string subject)
    {
        var saved = await shop.With<SaveShopProfile, Result<ShopProfile>>(async save =>
        {
            var now = await shop.With<Settings, (ShopProfile Value, long Version)>(s => s.Get("shop", ShopProfile.Default));
            return await save.Run(now.Value with { Version = now.Version, Phone = subject.Length > 20 ? subject[..20] : subject });
        });
        saved.IsOk.ShouldBeTrue(saved.Refusal?.Code);
    }

    private async Task Raw(string sql)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(new Statement(sql)));
    }
}

[Collection(OnSqlite.Name)]
public sealed class AuditOnSqlite(SqliteShop shop) : AuditTests(shop);

[Collection(OnPostgres.Name)]
public sealed class AuditOnPostgres(PostgresShop shop) : AuditTests(shop);
