using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Kernel;

/// <summary>What is written once stays as it was written.</summary>
public abstract class AppendOnlyTests(ShopFixture shop)
{
    [Theory]
    [InlineData("update audit_entry set actor = 'nobody' where target = $1")]
    [InlineData("delete from audit_entry where target = $1")]
    public async Task An_audit_row_is_neither_changed_nor_removed(string sql)
    {
        var target = $"test:{Guid.CreateVersion7():N}";
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.InTransaction(new TryOut(), () =>
        {
            db.Record(target, null, "1");
            return Task.FromResult<Result<Done>>(new Done());
        });

        var refused = await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            db.Housekeep(() => db.Execute(new Statement(sql), target)));

        refused.Message.ShouldContain("audit rows are only added");
        (await db.Query(new Statement("select actor from audit_entry where target = $1"), r => r.Text(0), target)).ShouldBe(["system"]);
    }
}

[Collection(OnSqlite.Name)]
public sealed class AppendOnlyOnSqlite(SqliteShop shop) : AppendOnlyTests(shop);

[Collection(OnPostgres.Name)]
public sealed class AppendOnlyOnPostgres(PostgresShop shop) : AppendOnlyTests(shop);
