using Guidan.Kernel;
using Guidan.Operations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guidan.Assurance;

/// <summary>
/// Tries once what may safely be tried about a gap. The try is claimed before it is made: after a crash in the middle it
/// is shown as failed and left to a person, never made a second time.
/// </summary>
internal sealed class RepairGaps(ShopDb db, Cases cases, Claims claims, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RepairGaps> log) : IJob
{
    private static readonly Statement Begin = new(
        """
        insert into assurance_repair (kind, subject, since, state, at, outcome) values ($1, $2, $3, 2, $4, null)
        on conflict (kind, subject) do update set since = excluded.since, state = 2, at = excluded.at, outcome = null
        """);
    private static readonly Statement End = new("update assurance_repair set state = $3, at = $4, outcome = $5 where kind = $1 and subject = $2");
    private static readonly Statement Cut = new(
        "update assurance_repair set state = 4, outcome = 'the program stopped in the middle of it' where state = 2 and at < $1");
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    public string Name => "assurance.repair";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task Run(CancellationToken ct)
    {
        await db.Housekeep(() => db.Execute(Cut, clock.GetUtcNow() - LongEnough));
        foreach (var kind in Causes.All.Where(c => c.Auto == AutoRepair.Once).Select(c => c.Code))
        {
            foreach (var one in cases.OpenOf(kind))
            {
                ct.ThrowIfCancellationRequested();
                if (!IsTried(one) && await Take(one)) await Try(one, ct);
            }
        }
    }

    private bool IsTried(Case one) =>
        db.Read<RepairRow>().FirstOrDefault(r => r.Kind == one.Kind && r.Subject == one.Subject) is { } row && row.Since == one.Since;

    private async Task<bool> Take(Case one)
    {
        var taken = false;
        await db.Housekeep(async () =>
        {
            taken = await claims.TryTake("repair:" + one.Kind, $"{one.Subject} {EngineValues.ToMicroseconds(one.Since)}", "tried");
            if (taken) await db.Execute(Begin, one.Kind, one.Subject, one.Since, clock.GetUtcNow());
        });
        return taken;
    }

    private async Task Try(Case one, CancellationToken ct)
    {
        var (state, outcome) = (RepairState.Done, "");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<Repairs>().Do(one, ct);
            (state, outcome) = result.IsOk ? (RepairState.Done, result.Value) : (RepairState.Failed, result.Refusal!.Detail.Zh);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(cause, "Repairing {Kind} {Subject} failed", one.Kind, one.Subject);
            (state, outcome) = (RepairState.Failed, cause.Message);
        }
        await db.Housekeep(() => db.Execute(End, one.Kind, one.Subject, (int)state, clock.GetUtcNow(), outcome));
    }
}
