using Guidan.Audit;
using Guidan.Kernel;
using Guidan.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Audit;

/// <summary>What somebody who owns the database file can do to the log, and that it shows. Each has a shop of its own.</summary>
public sealed class TamperTests : IAsyncLifetime
{
    private readonly SqliteShop shop = new();
    // Usually the first; the shop signs by itself too, and may have done so meanwhile.
    private long checkpoint;

    public async ValueTask InitializeAsync()
    {
        await shop.InitializeAsync();
        for (var i = 0; i < 6; i++) await Act(i);
        checkpoint = (await shop.With<SignCheckpoint, AuditCheckpoint?>(s => s.Sign())).ShouldNotBeNull().Seq;
        foreach (var trigger in (string[])["audit_entry_no_update", "audit_entry_no_delete"]) await Raw($"drop trigger {trigger}");
        (await Verify()).FirstBroken.ShouldBeNull();
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task A_changed_text_shows() => await Break("update audit_entry set text = replace(text, 'settings:shop', 'settings:Shop') where seq = 3",
        place: 3, why: "这一行的哈希对不上，内容被改过");

    [Fact]
    public async Task A_changed_column_shows() => await Break("update audit_entry set actor = 'staff:somebody' where seq = 4",
        place: 4, why: "这一行的列和原文不一致");

    [Fact]
    public async Task A_row_taken_from_the_middle_shows() => await Break("delete from audit_entry where seq = 2", place: 3, why: "缺了第2行");

    [Fact]
    public async Task Rows_cut_from_the_end_show_by_the_checkpoint() =>
        await Break("delete from audit_entry where seq >= 6", place: 6, why: $"检查点{checkpoint}签过的这一行不见了");

    [Fact]
    public async Task Two_rows_exchanged_show() => await Break(
        "update audit_entry set seq = 100 where seq = 2; update audit_entry set seq = 2 where seq = 3; update audit_entry set seq = 3 where seq = 100",
        place: 2, why: "前一行的哈希对不上");

    [Fact]
    public async Task A_checkpoint_rewritten_without_the_key_shows()
    {
        await Raw("update audit_checkpoint set text = replace(text, '\"seq\":6', '\"seq\":5')");
        var verdict = await Verify();
        verdict.FirstBroken!.Place.ShouldBe($"checkpoint-{checkpoint}");
        verdict.FirstBroken.Why.ShouldBe("检查点的哈希对不上");
    }

    private async Task Break(string sql, long place, string why)
    {
        foreach (var statement in sql.Split(';')) await Raw(statement);
        var verdict = await Verify();
        verdict.Whole.ShouldBeFalse();
        verdict.FirstBroken.ShouldNotBeNull();
        verdict.FirstBroken.Place.ShouldEndWith($"-{place}");
        verdict.FirstBroken.Why.ShouldBe(why);
    }

    private Task<AuditVerdict> Verify() => shop.With<VerifyAudit, AuditVerdict>(v => v.Run());

    private async Task Act(int version) => (await shop.With<SaveShopProfile, Result<ShopProfile>>(save =>
        save.Run(ShopProfile.Default with { Version = version }))).IsOk.ShouldBeTrue();

    private async Task Raw(string sql)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(new Statement(sql)));
    }
}
