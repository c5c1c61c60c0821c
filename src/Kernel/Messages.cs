namespace Guidan.Kernel;

/// <summary>Where a message on its way in or out stands.</summary>
public enum MessageState { Waiting, Done, Dead }

/// <summary>
/// What arrived from outside, byte for byte, stored before it is judged and before it is acknowledged. One row per
/// source and event key, so what comes twice is here once.
/// </summary>
public sealed class InboxMessage
{
    public Guid Id { get; init; }

    /// <summary>Who sent it: <c>payments:alipay</c>, <c>shipping:kuaidi100</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What tells one event from another at that source.</summary>
    public required string EventKey { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Header lines that belong to the proof, as JSON.</summary>
    public required string Headers { get; init; }

    /// <summary>SHA-256 of the body, lower-case hex.</summary>
    public required string BodyHash { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
    public MessageState State { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>What the shop made of it, or why it could not.</summary>
    public string? Outcome { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }
}

/// <summary>What must leave, at least once, in order per receiver and stream.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; }

    /// <summary>Who takes it: the name of an <see cref="IReceiver"/>.</summary>
    public required string Receiver { get; init; }

    /// <summary>Within one stream (an order number, a SKU) messages keep their order; a failing one holds its stream.</summary>
    public required string Stream { get; init; }

    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public MessageState State { get; set; }
    public int Attempts { get; set; }
    public string? Error { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Who of several nodes does a job now, and until when.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Holder { get; set; }
    public DateTimeOffset Until { get; set; }
}

/// <summary>One group of settings as JSON, with a version that two editors compare.</summary>
public sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
    public long Version { get; set; }
}
