using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Sweeps sessions that are over and failed sign-ins that no longer count.</summary>
internal sealed class EndOldSessions(ShopDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan ForgetFailuresAfter = TimeSpan.FromHours(2);
    private static readonly Statement OldCounts = new("delete from staff_sign_in_count where last_at < $1");

    public string Name => "staff.end_old_sessions";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task Run(CancellationToken ct) => db.Housekeep(async () =>
    {
        var now = clock.GetUtcNow();
        await db.Execute(Sessions.EndExpired, now, now - SessionTimes.Idle);
        await db.Execute(OldCounts, now - ForgetFailuresAfter);
    });
}
