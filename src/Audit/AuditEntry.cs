namespace Guidan.Audit;

/// <summary>One link of an audit chain. Rows are only ever added.</summary>
internal sealed class AuditEntry
{
    public Guid Chain { get; init; }

    /// <summary>Position in its chain; gap-free from 1.</summary>
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Operation { get; init; }
    public required string Target { get; init; }

    /// <summary>The exact text that was hashed.</summary>
    public required string Text { get; init; }

    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}
