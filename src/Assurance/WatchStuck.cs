using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>
/// Makes a case of everything that stands still past its limit, and closes the case when it moves again, so that nothing
/// is stuck without somebody being told.
/// </summary>
internal sealed class WatchStuck(ShopDb db, StuckRows rows, Cases cases, WatchBeat beat, TimeProvider clock) : IJob
{
    private const int Most = 1_000;
    private static readonly Statement Open = new(
        "select subject from operations_case where state = 0 and kind = $1 order by since limit $2");

    public string Name => "assurance.watch";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task Run(CancellationToken ct)
    {
        var began = clock.GetUtcNow();
        foreach (var rule in StuckRows.Rules)
        {
            ct.ThrowIfCancellationRequested();
            var stuck = await rows.By(rule);
            var known = (await db.Query(Open, r => r.Text(0), rule.Kind, Most)).ToHashSet();
            var fresh = stuck.Where(s => !known.Contains(s.Subject)).ToList();
            var over = known.Except(stuck.Select(s => s.Subject)).ToList();
            if (fresh.Count == 0 && over.Count == 0) continue;
            await db.Housekeep(async () =>
            {
                foreach (var one in fresh)
                    await cases.Open(rule.Kind, one.Subject, rule.Cause, rule.Remedy, one.Order, one.Amount, one.Since, reopen: true);
                foreach (var subject in over) await cases.Close(rule.Kind, subject, "moved on");
            });
        }
        beat.At = began;
    }
}

/// <summary>When the watch of this process has last looked at everything.</summary>
internal sealed class WatchBeat
{
    private long microseconds;

    public DateTimeOffset At
    {
        get => EngineValues.FromMicroseconds(Interlocked.Read(ref microseconds));
        set => Interlocked.Exchange(ref microseconds, EngineValues.ToMicroseconds(value));
    }
}
