using System.Security.Cryptography;

namespace Guidan.Kernel;

/// <summary>One who makes sense of what arrived. Called again until it answers something else than retry.</summary>
public interface IInboxHandler
{
    /// <summary>The source whose messages it takes: <c>payments:alipay</c>.</summary>
    string Source { get; }

    /// <summary>
    /// What a message is about: an order, a parcel. Messages about one thing are handled one after another in the order
    /// in which they came, those about several at once.
    /// </summary>
    string StreamOf(InboxMessage message);

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
        var (lines, hash) = (Json.Write(headers), Convert.ToHexStringLower(SHA256.HashData(body)));
        using (signal.Storing())
            await db.Housekeep(async () => stored = await db.Execute(Insert, OrderedId.At(now), source, eventKey, body, lines, hash, now));
        if (stored == 1) signal.Wake();
        return stored == 1;
    }

    /// <summary>Stores one of several messages in the transaction of whoever brings them. False when it was here before.</summary>
    public async Task<bool> Add(string source, string eventKey, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        var now = clock.GetUtcNow();
        db.AfterCommit(signal.Wake);
        return await db.Execute(Insert, OrderedId.At(now), source, eventKey, body, Json.Write(headers), Convert.ToHexStringLower(SHA256.HashData(body)), now) == 1;
    }
}

/// <summary>Wakes the inbox worker of this process, and tells it how many messages stand at the door.</summary>
public sealed class InboxSignal
{
    private const int CrowdLeast = 8;
    private readonly OutboxSignal signal = new();
    private int storing;

    /// <summary>Many wait to be stored and answered: they come first.</summary>
    public bool IsCrowded => Volatile.Read(ref storing) >= CrowdLeast;

    internal Visit Storing()
    {
        Interlocked.Increment(ref storing);
        return new(this);
    }

    internal readonly struct Visit(InboxSignal signal) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref signal.storing);
    }

    public void Wake() => signal.Wake();

    public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => signal.Wait(atMost, ct);
}

/// <summary>
/// Says in the transaction of a message's effect that the message is done, so that both are one commit. Given outside of
/// handling one, it says nothing.
/// </summary>
public sealed class InboxReceipt(ShopDb db, TimeProvider clock)
{
    private static readonly Statement Done = new(
        "update kernel_inbox set state = 1, due_at = $2, outcome = $3, processed_at = $2 where id = $1 and state = 0");
    private Guid? message;

    /// <summary>Whether a commit holds it.</summary>
    internal bool IsGiven { get; private set; }

    internal void For(Guid id) => message = id;

    /// <param name="outcome">What the shop made of the message.</param>
    public void Give(string? outcome)
    {
        if (message is not { } id) return;
        // No row where another node has finished it meanwhile: the effect is the same then, and so is the answer.
        db.Later(Done, [id, clock.GetUtcNow(), outcome], rows: null);
        db.AfterCommit(() => IsGiven = true);
    }
}
