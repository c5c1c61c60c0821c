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

/// <summary>The ends of the chains at one moment, signed: what was cut off behind it can be seen from outside.</summary>
internal sealed class AuditCheckpoint
{
    /// <summary>Gap-free from 1.</summary>
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The exact text that was signed: number, time, hash of the checkpoint before, ends of the chains.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text, lower-case hex; the next checkpoint holds it.</summary>
    public required string Hash { get; init; }

    /// <summary>Ed25519 over the text, base64.</summary>
    public required string Signature { get; init; }

    public required string KeyId { get; init; }

    /// <summary>Base64. It proves nothing by itself: compare it with the one in the keys folder.</summary>
    public required string PublicKey { get; init; }
}
