using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Sweeps sessions that are over and failed sign-ins that no longer count.</summary>
internal sealed class EndOldSessions(ShopDb db, SignInThrottle throttle, TimeProvider clock) : IJob
{
    public string Name => "staff.end_old_sessions";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task Run(CancellationToken ct) => db.Housekeep(async () =>
    {
        var now = clock.GetUtcNow();
        await db.Execute(Sessions.EndExpired, now, now - SessionTimes.Idle);
        await throttle.ForgetOld();
    });
}
