using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>
/// Gives stored messages to their handlers, again until they are done or dead: what is about one thing one after another
/// in the order in which it came, and several things at once.
/// </summary>
public sealed class InboxWorker(
    IServiceScopeFactory scopes, InboxSignal signal, Limits limits, TimeProvider clock, ILogger<InboxWorker> log) : BackgroundService
{
    private const int BatchMost = 100;
    private const int AttemptsMost = 20;
    private const int InCrowdMost = 1;
    private static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan IdleWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryMost = TimeSpan.FromMinutes(30);

    private static readonly Statement Take = new(
        """
        update kernel_inbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_inbox where state = 0 and due_at <= $1 order by due_at, id limit $3)
        returning id, source, event_key, body, headers, body_hash, received_at, due_at, attempts
        """,
        """
        update kernel_inbox set due_at = $2, attempts = attempts + 1 where id in (
            select id from kernel_inbox where state = 0 and due_at <= $1 order by due_at, id limit $3 for update skip locked)
        returning id, source, event_key, body, headers, body_hash, received_at, due_at, attempts
        """);
    private static readonly Statement AnyDue = new("select 1 from kernel_inbox where state = 0 and due_at <= $1 limit 1");
    private static readonly Statement Note = new(
        "update kernel_inbox set state = $2, due_at = $3, outcome = $4, processed_at = $5 where id = $1 and state = 0");

    private readonly SemaphoreSlim inCrowd = new(InCrowdMost);

    public override void Dispose()
    {
        inCrowd.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (limits.InboxHandlers == 0) return;
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
        var taken = await TakeDue();
        // All of them are finished before more are taken: a later message about the same thing never overtakes.
        await Parallel.ForEachAsync(await Streams(taken), new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, limits.InboxHandlers) },
            async (stream, _) =>
            {
                foreach (var message in stream) await Behind(() => Handle(message, ct));
            });
        return taken.Count;
    }

    // Senders wait for an answer and the stored do not: in a crowd one is handled at a time, but never none.
    private async Task Behind(Func<Task> handle)
    {
        var crowded = signal.IsCrowded;
        if (crowded) await inCrowd.WaitAsync();
        try
        {
            await handle();
        }
        finally
        {
            if (crowded) inCrowd.Release();
        }
    }

    private async Task<List<InboxMessage>> TakeDue()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var now = clock.GetUtcNow();
        List<InboxMessage> taken = [];
        if ((await db.Query(AnyDue, r => r.Int(0), now)).Count == 0) return taken;
        await db.Housekeep(async () => taken = await db.Query(Take, Read, now, now + LeaseFor, BatchMost));
        return taken;
    }

    private static InboxMessage Read(Row r) => new()
    {
        Id = r.Id(0), Source = r.Text(1), EventKey = r.Text(2), Body = r.Bytes(3), Headers = r.Text(4), BodyHash = r.Text(5),
        ReceivedAt = r.Time(6), DueAt = r.Time(7), Attempts = r.Int(8),
    };

    private async Task<List<List<InboxMessage>>> Streams(List<InboxMessage> taken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetServices<IInboxHandler>().ToDictionary(h => h.Source);
        // Ids are in the order of arrival.
        return taken.OrderBy(m => m.Id).GroupBy(m => (m.Source, StreamOf(handlers.GetValueOrDefault(m.Source), m)))
            .Select(g => g.ToList()).ToList();
    }

    private string StreamOf(IInboxHandler? handler, InboxMessage message)
    {
        try
        {
            return handler?.StreamOf(message) ?? message.EventKey;
        }
        catch (Exception cause)
        {
            log.LogWarning(cause, "What {Source} {EventKey} is about cannot be read", message.Source, message.EventKey);
            return message.EventKey;
        }
    }

    private async Task Handle(InboxMessage message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var receipt = scope.ServiceProvider.GetRequiredService<InboxReceipt>();
        receipt.For(message.Id);
        var delivery = await Ask(scope.ServiceProvider, message, ct);
        if (delivery.State == MessageState.Done && receipt.IsGiven) return;
        if (delivery.State == MessageState.Waiting && message.Attempts >= AttemptsMost)
            delivery = Delivery.Dead($"Given up after {message.Attempts} tries: {delivery.Reason}");
        var now = clock.GetUtcNow();
        var wait = delivery.RetryIn ?? OutboxWorker.Backoff(message.Attempts);
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(Note, message.Id, (int)delivery.State,
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
