using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>Work that recurs. It must do no harm when it runs twice.</summary>
public interface IJob
{
    string Name { get; }

    /// <summary>How often it looks; real time, even when a test moves the clock.</summary>
    TimeSpan Every { get; }

    Task Run(CancellationToken ct);
}

/// <summary>Runs every job on its beat, on one node at a time.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);
    private static readonly Statement TakeLease = new(
        """
        insert into kernel_lease (name, holder, until) values ($1, $2, $3)
        on conflict (name) do update set holder = excluded.holder, until = excluded.until
        where kernel_lease.holder = excluded.holder or kernel_lease.until < $4 or kernel_lease.until > $5
        """);
    private readonly string holder = Guid.CreateVersion7().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Jobs tell outside parties where this shop is reached, which on a free port is known once it listens.
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opening = life.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);
        List<Type> types;
        await using (var scope = scopes.CreateAsyncScope())
            types = scope.ServiceProvider.GetServices<IJob>().Select(j => j.GetType()).ToList();
        await Task.WhenAll(types.Select(type => Beat(type, stoppingToken)));
    }

    private async Task Beat(Type type, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var every = TimeSpan.FromSeconds(1);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var job = scope.ServiceProvider.GetServices<IJob>().First(j => j.GetType() == type);
                every = job.Every;
                if (await Mine(scope.ServiceProvider, job)) await job.Run(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                log.LogError(cause, "Job {Job} failed; it runs again on its next beat", type.Name);
            }
            try
            {
                await Task.Delay(every, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // One SQLite file has one process: no lease is needed, and none is written each second.
    private async Task<bool> Mine(IServiceProvider services, IJob job)
    {
        var db = services.GetRequiredService<ShopDb>();
        if (db.IsSqlite) return true;
        var now = clock.GetUtcNow();
        var until = now + job.Every + LeaseMargin;
        var taken = 0;
        // A lease that reaches much further than one given now comes from a clock that was ahead: nobody waits that long.
        await db.Housekeep(async () => taken = await db.Execute(TakeLease, job.Name, holder, until, now, until + LeaseMargin));
        return taken == 1;
    }
}
