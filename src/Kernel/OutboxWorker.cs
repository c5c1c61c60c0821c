using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>
/// Delivers the outbox: takes due messages under a lease, at most one per stream, gives each to its receiver, and notes
/// the answer. A message that failed holds its stream back and is tried again; one that can never be delivered is dead
/// and visible.
/// </summary>
public sealed class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int BatchMost = 50;
    private const int AttemptsMost = 14;
    private static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(500);

    // Only the oldest waiting message of a stream may go: a later one would overtake it.
    private static readonly Statement Take = new(
        """
        update kernel_outbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_outbox m where state = 0 and due_at <= $1 and not exists (
                select 1 from kernel_outbox e
                where e.receiver = m.receiver and e.stream = m.stream and e.state = 0 and e.id < m.id)
            order by due_at limit $3)
        returning id, receiver, kind, payload, attempts
        """,
        """
        update kernel_outbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_outbox m where state = 0 and due_at <= $1 and not exists (
                select 1 from kernel_outbox e
                where e.receiver = m.receiver and e.stream = m.stream and e.state = 0 and e.id < m.id)
            order by due_at limit $3 for update skip locked)
        returning id, receiver, kind, payload, attempts
        """);
    private static readonly Statement AnyDue = new("select 1 from kernel_outbox where state = 0 and due_at <= $1 limit 1");
    // Only while it waits: an answer that comes after the lease ran out must not wake what another node has finished.
    private static readonly Statement Note = new(
        "update kernel_outbox set state = $2, due_at = $3, error = $4, done_at = $5 where id = $1 and state = 0");

    private sealed record Taken(Guid Id, string Receiver, string Kind, string Payload, int Attempts);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DeliverDue(stoppingToken) == 0) await signal.Wait(IdleWait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                log.LogError(cause, "Delivering the outbox failed; trying again");
                await Task.Delay(IdleWait, CancellationToken.None);
            }
        }
    }

    /// <summary>Delivers what is due once; answers how many messages were taken.</summary>
    public async Task<int> DeliverDue(CancellationToken ct)
    {
        List<Taken> taken = [];
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
            var now = clock.GetUtcNow();
            if ((await db.Query(AnyDue, r => r.Int(0), now)).Count == 0) return 0;
            await db.Housekeep(async () => taken = await db.Query(Take,
                r => new Taken(r.Id(0), r.Text(1), r.Text(2), r.Text(3), r.Int(4)), now, now + LeaseFor, BatchMost));
        }
        // Receivers wait for nobody but themselves: a mail server that hangs must not hold up a refund.
        await Task.WhenAll(taken.GroupBy(m => m.Receiver).Select(async own =>
        {
            foreach (var message in own) await Deliver(message, ct);
        }));
        return taken.Count;
    }

    private async Task Deliver(Taken message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var delivery = await Ask(scope.ServiceProvider, message, ct);
        if (delivery.State == MessageState.Waiting && message.Attempts >= AttemptsMost)
            delivery = Delivery.Dead($"Given up after {message.Attempts} tries: {delivery.Reason}");
        var now = clock.GetUtcNow();
        var due = delivery.State == MessageState.Waiting ? now + (delivery.RetryIn ?? Backoff(message.Attempts)) : now;
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(Note, message.Id, (int)delivery.State, due, delivery.Reason,
            delivery.State == MessageState.Done ? now : null));
        if (delivery.State == MessageState.Dead) log.LogError("Outbox message {Id} for {Receiver} is dead: {Reason}",
            message.Id, message.Receiver, delivery.Reason);
    }

    private async Task<Delivery> Ask(IServiceProvider services, Taken message, CancellationToken ct)
    {
        var receiver = services.GetServices<IReceiver>().FirstOrDefault(r => r.Name == message.Receiver);
        if (receiver is null) return Delivery.Dead($"Nobody is called {message.Receiver}");
        try
        {
            return await receiver.Deliver(message.Kind, message.Payload, ct);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(cause, "{Receiver} failed on {Kind}", message.Receiver, message.Kind);
            return Delivery.Retry(cause.Message);
        }
    }

    /// <summary>2 s, 4 s, … up to 6 h, with a fifth of jitter so that receivers are not hit in step.</summary>
    public static TimeSpan Backoff(int attempts)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Min(attempts, 16)), 21_600);
        return TimeSpan.FromSeconds(seconds * (0.8 + Random.Shared.NextDouble() * 0.4));
    }
}
