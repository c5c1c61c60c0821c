using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Staff;

/// <summary>
/// Notes now and then when each session and token was last used. Done beside the requests: a list that is read ten
/// thousand times writes one row.
/// </summary>
internal sealed class LastSeen(IServiceScopeFactory scopes, CredentialMemory memory, ILogger<LastSeen> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly Statement Session = new(
        "update staff_session set last_seen_at = $2 where hash = $1 and last_seen_at < $2");
    private static readonly Statement Token = new(
        "update staff_token set last_used_at = $2 where hash = $1 and (last_used_at is null or last_used_at < $2)");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, stoppingToken);
                await Note();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                log.LogWarning(cause, "Noting who was seen failed; it is noted next time");
            }
        }
    }

    private async Task Note()
    {
        var seen = memory.TakeSeen();
        if (seen.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() =>
        {
            foreach (var ((kind, hash), at) in seen)
                db.Later(kind == ActorKind.Token ? Token : Session, [hash, at], rows: null);
            return Task.CompletedTask;
        });
    }
}
