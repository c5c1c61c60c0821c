using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Guidan.Audit;

/// <summary>Has the database itself refuse to change or remove audit rows, so that no slip of the program can.</summary>
internal sealed class AuditGuard(IServiceScopeFactory scopes) : IHostedService
{
    private static readonly Statement[] Sqlite =
    [
        new("""
            create trigger if not exists audit_entry_no_update before update on audit_entry
            begin select raise(abort, 'audit rows are only added'); end
            """),
        new("""
            create trigger if not exists audit_entry_no_delete before delete on audit_entry
            begin select raise(abort, 'audit rows are only added'); end
            """),
    ];
    private static readonly Statement IsThere = new("", "select 1 from pg_trigger where tgname = 'audit_entry_only_added'");
    private static readonly Statement[] Postgres =
    [
        new("", """
            create or replace function audit_only_added() returns trigger language plpgsql
            as 'begin raise exception ''audit rows are only added''; end'
            """),
        new("", """
            create or replace trigger audit_entry_only_added before update or delete or truncate on audit_entry
            for each statement execute function audit_only_added()
            """),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        if (!db.IsSqlite && (await db.Query(IsThere, r => r.Int(0))).Count > 0) return;
        await db.Housekeep(async () =>
        {
            foreach (var statement in db.IsSqlite ? Sqlite : Postgres) await db.Execute(statement);
        });
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
