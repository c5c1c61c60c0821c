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
        await db.Housekeep(async () => stored = await db.Execute(Insert, OrderedId.At(now), source, eventKey, body,
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
