using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>One who makes sense of what arrived. Called again until it answers something else than retry.</summary>
public interface IInboxHandler
{
    /// <summary>The source whose messages it takes: <c>payments:alipay</c>.</summary>
    string Source { get; }

    Task<Delivery> Handle(InboxMessage message, CancellationToken ct);
}

/// <summary>Stores what arrives, once, before anybody judges or acknowledges it.</summary>
public sealed class Inbox(ShopDb db, TimeProvider clock, InboxSignal signal)
{
    private static readonly Statement Insert = new(
        """
        insert into kernel_inbox (id, source, event_key, body, headers, body_hash, received_at, state, due_at, attempts)
        values ($1, $2, $3, $4, $5, $6, $7, 0, $7, 0) on conflict do nothing
        """);

    /// <summary>
    /// Stores a message durably; returns only after the commit. False when the same event was here before.
    /// </summary>
    /// <param name="headers">The header lines that belong to the proof.</param>
    public async Task<bool> Store(string source, string eventKey, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        var now = clock.GetUtcNow();
        var stored = 0;
        await db.Housekeep(async () => stored = await db.Execute(Insert, Guid.CreateVersion7(now), source, eventKey, body,
            Json.Write(headers), Convert.ToHexStringLower(SHA256.HashData(body)), now));
        if (stored == 1) signal.Wake();
        return stored == 1;
    }
}

/// <summary>Wakes the inbox worker of this process.</summary>
public sealed class InboxSignal
{
    private readonly OutboxSignal signal = new();

    public void Wake() => signal.Wake();

    public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => signal.Wait(atMost, ct);
}

/// <summary>Gives stored messages to their handlers, again until they are done or dead.</summary>
public sealed class InboxWorker(
    IServiceScopeFactory scopes, InboxSignal signal, TimeProvider clock, ILogger<InboxWorker> log) : BackgroundService
{
    private const int BatchMost = 50;
    private const int AttemptsMost = 20;
    private static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryMost = TimeSpan.FromMinutes(30);

    private static readonly Statement Take = new(
        """
        update kernel_inbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_inbox where state = 0 and due_at <= $1 order by due_at limit $3)
        returning id
        """,
        """
        update kernel_inbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_inbox where state = 0 and due_at <= $1 order by due_at limit $3 for update skip locked)
        returning id
        """);
    private static readonly Statement AnyDue = new("select 1 from kernel_inbox where state = 0 and due_at <= $1 limit 1");
    private static readonly Statement Note = new(
        "update kernel_inbox set state = $2, due_at = $3, outcome = $4, processed_at = $5 where id = $1 and state = 0");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await HandleDue(stoppingToken) == 0) await signal.Wait(IdleWait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                log.LogError(cause, "Reading the inbox failed; trying again");
                await Task.Delay(IdleWait, CancellationToken.None);
            }
        }
    }

    /// <summary>Handles what is due once; answers how many messages were taken.</summary>
    public async Task<int> HandleDue(CancellationToken ct)
    {
        List<Guid> taken = [];
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
            var now = clock.GetUtcNow();
            if ((await db.Query(AnyDue, r => r.Int(0), now)).Count == 0) return 0;
            await db.Housekeep(async () => taken = await db.Query(Take, r => r.Id(0), now, now + LeaseFor, BatchMost));
        }
        foreach (var id in taken) await Handle(id, ct);
        return taken.Count;
    }

    private async Task Handle(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var message = db.Read<InboxMessage>().First(m => m.Id == id);
        var delivery = await Ask(scope.ServiceProvider, message, ct);
        if (delivery.State == MessageState.Waiting && message.Attempts >= AttemptsMost)
            delivery = Delivery.Dead($"Given up after {message.Attempts} tries: {delivery.Reason}");
        var now = clock.GetUtcNow();
        var wait = delivery.RetryIn ?? OutboxWorker.Backoff(message.Attempts);
        await db.Housekeep(() => db.Execute(Note, id, (int)delivery.State,
            delivery.State == MessageState.Waiting ? now + (wait < RetryMost ? wait : RetryMost) : now,
            delivery.Reason, delivery.State == MessageState.Waiting ? null : now));
    }

    private async Task<Delivery> Ask(IServiceProvider services, InboxMessage message, CancellationToken ct)
    {
        var handler = services.GetServices<IInboxHandler>().FirstOrDefault(h => h.Source == message.Source);
        if (handler is null) return Delivery.Dead($"Nobody reads {message.Source}");
        try
        {
            return await handler.Handle(message, ct);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(cause, "Handling {Source} {EventKey} failed", message.Source, message.EventKey);
            return Delivery.Retry(cause.Message);
        }
    }
}
