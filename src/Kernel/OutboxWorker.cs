using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>
/// Delivers the outbox. Each receiver has a run of its own, so that one who hangs delays nobody else; a run takes what is
/// due under a lease, at most one message per stream, and notes the answers. A message that failed holds its stream back
/// and is tried again; one that can never be delivered is dead and visible.
/// </summary>
public sealed class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int BatchMost = 50;
    private const int AttemptsMost = 14;
    private static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(60);
    // What is not begun by then, or when the program stops, is given back: no lease may run out behind a slow receiver.
    private static readonly TimeSpan BeginWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(500);

    // From name to name by the index, however much waits for each.
    private static readonly Statement Due = new(
        """
        with recursive names (name) as (
            select min(receiver) from kernel_outbox where state = 0
            union all
            select (select min(m.receiver) from kernel_outbox m where m.state = 0 and m.receiver > n.name)
            from names n where n.name is not null)
        select n.name from names n where n.name is not null and exists (
            select 1 from kernel_outbox m where m.state = 0 and m.receiver = n.name and m.due_at <= $1)
        """);
    // Only the oldest waiting message of a stream may go: a later one would overtake it.
    private const string Head =
        """
        update kernel_outbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_outbox m where state = 0 and receiver = $3 and due_at <= $1 and not exists (
                select 1 from kernel_outbox e
                where e.receiver = m.receiver and e.stream = m.stream and e.state = 0 and e.id < m.id)
            order by due_at limit $4
        """;
    private const string Tail = ") returning id, kind, payload, attempts";
    private static readonly Statement Take = new(Head + Tail, Head + " for update skip locked" + Tail);
    // Only under its own lease: one that ran out behind a slow receiver may be in another node's hands.
    private static readonly Statement GiveBack = new(
        "update kernel_outbox set due_at = $2, attempts = attempts - 1 where id = $1 and state = 0 and due_at = $3");
    // Only while it waits: an answer that comes after the lease ran out must not wake what another node has finished.
    private static readonly Statement Note = new(
        "update kernel_outbox set state = $2, due_at = $3, error = $4, done_at = $5 where id = $1 and state = 0");

    private readonly ConcurrentDictionary<string, Task> running = new();

    private sealed record Taken(Guid Id, string Receiver, string Kind, string Payload, int Attempts, DateTimeOffset LeasedUntil);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await StartDue(stoppingToken);
                await signal.Wait(IdleWait, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running.Values);
        }
    }

    private async Task StartDue(CancellationToken ct)
    {
        try
        {
            foreach (var receiver in await DueReceivers())
            {
                if (running.TryGetValue(receiver, out var run) && !run.IsCompleted) continue;
                running[receiver] = Task.Run(() => Serve(receiver, ct), CancellationToken.None);
            }
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            log.LogError(cause, "Looking into the outbox failed; trying again");
        }
    }

    private async Task Serve(string receiver, CancellationToken ct)
    {
        try
        {
            if (await Deliver(receiver, ct) == 0) return;
            while (await Deliver(receiver, ct) > 0) { }
            // What came between the last look and now is not left to the next beat.
            running.TryRemove(receiver, out _);
            signal.Wake();
        }
        catch (Exception cause)
        {
            if (!ct.IsCancellationRequested) log.LogError(cause, "Delivering to {Receiver} failed; trying again", receiver);
        }
    }

    /// <summary>Delivers what is due once; answers how many messages were given to their receivers.</summary>
    public async Task<int> DeliverDue(CancellationToken ct) =>
        (await Task.WhenAll((await DueReceivers()).Select(receiver => Deliver(receiver, ct)))).Sum();

    private async Task<List<string>> DueReceivers()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(Due, r => r.Text(0), clock.GetUtcNow());
    }

    private async Task<int> Deliver(string receiver, CancellationToken ct)
    {
        var (began, given) = (clock.GetTimestamp(), 0);
        var taken = await TakeDue(receiver);
        try
        {
            while (given < taken.Count && !ct.IsCancellationRequested && clock.GetElapsedTime(began) < BeginWithin)
                await Deliver(taken[given++], ct);
        }
        finally
        {
            if (given < taken.Count) await Return(taken[given..]);
        }
        return given;
    }

    private async Task<List<Taken>> TakeDue(string receiver)
    {
        List<Taken> taken = [];
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), clock.GetUtcNow());
        await db.Housekeep(async () => taken = await db.Query(Take,
            r => new Taken(r.Id(0), receiver, r.Text(1), r.Text(2), r.Int(3), now + LeaseFor), now, now + LeaseFor, receiver, BatchMost));
        // An update answers in no order; the oldest goes first.
        taken.Sort((a, b) => a.Id.CompareTo(b.Id));
        return taken;
    }

    private async Task Return(IReadOnlyList<Taken> unsent)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), clock.GetUtcNow());
        await db.Housekeep(() =>
        {
            foreach (var message in unsent) db.Later(GiveBack, [message.Id, now, message.LeasedUntil], rows: null);
            return Task.CompletedTask;
        });
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
