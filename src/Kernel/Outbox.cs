namespace Guidan.Kernel;

/// <summary>How a receiver answered one message.</summary>
public readonly record struct Delivery(MessageState State, string? Reason, TimeSpan? RetryIn)
{
    public static readonly Delivery Done = new(MessageState.Done, null, null);

    /// <summary>Not now; tried again by the schedule, or after a time that the receiver asks for.</summary>
    public static Delivery Retry(string reason, TimeSpan? after = null) => new(MessageState.Waiting, reason, after);

    /// <summary>Never: a person must look.</summary>
    public static Delivery Dead(string reason) => new(MessageState.Dead, reason, null);
}

/// <summary>One who takes outbox messages. It may be given one message twice and must then do nothing the second time.</summary>
public interface IReceiver
{
    string Name { get; }

    Task<Delivery> Deliver(string kind, string payload, CancellationToken ct);
}

/// <summary>Writes what must leave, in the transaction that decides it.</summary>
public sealed class Outbox(ShopDb db, TimeProvider clock, OutboxSignal signal)
{
    private static readonly Statement Insert = new(
        """
        insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
        values ($1, $2, $3, $4, $5, $6, $7, 0, 0)
        """);

    /// <param name="stream">What keeps its order: an order number, a SKU.</param>
    /// <param name="delay">Not before this much time has passed.</param>
    public void Send(string receiver, string stream, string kind, object payload, TimeSpan delay = default)
    {
        var now = clock.GetUtcNow();
        db.Later(Insert, [OrderedId.At(now), receiver, stream, kind, Json.Write(payload), now, now + delay]);
        db.AfterCommit(signal.Wake);
    }
}

/// <summary>Wakes the workers of this process when something was written for them.</summary>
public sealed class OutboxSignal
{
    private readonly SemaphoreSlim waiting = new(0, 1);

    public void Wake()
    {
        // Two wakes at once are one: the semaphore holds a single permit.
        if (waiting.CurrentCount == 0)
        {
            try
            {
                waiting.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another wake came first.
            }
        }
    }

    public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => waiting.WaitAsync(atMost, ct);
}
