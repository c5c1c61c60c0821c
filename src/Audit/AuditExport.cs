using Guidan.Kernel;

namespace Guidan.Audit;

/// <summary>One link of a chain as it is exported: the exact text that was hashed, its hash and the one before.</summary>
public sealed record AuditLine(Guid Chain, long Seq, DateTimeOffset At, string Text, string PreviousHash, string Hash);

/// <summary>One signed checkpoint as it is exported.</summary>
/// <param name="Signature">Ed25519 over the UTF-8 of the text, base64.</param>
public sealed record CheckpointLine(
    long Seq, DateTimeOffset At, string Text, string Hash, string Signature, string KeyId, string PublicKey);

/// <summary>Hands out the log itself, for exports and for verifying it elsewhere. Lines come by chain and position.</summary>
public sealed class AuditExport(ShopDb db)
{
    private static readonly Statement Next = new(
        """
        select chain, seq, at, text, previous_hash, hash from audit_entry
        where (chain, seq) > ($1, $2) order by chain, seq limit $3
        """);
    private static readonly Statement NextCheckpoints = new(
        "select seq, at, text, hash, signature, key_id, public_key from audit_checkpoint where seq > $1 order by seq limit $2");

    /// <summary>Lines behind a position; from the beginning behind an empty chain and 0.</summary>
    public Task<List<AuditLine>> Lines(Guid chain, long seq, int most) => db.Query(Next,
        r => new AuditLine(r.Id(0), r.Long(1), r.Time(2), r.Text(3), r.Text(4), r.Text(5)), chain, seq, most);

    /// <summary>Checkpoints behind a number; from the beginning behind 0.</summary>
    public Task<List<CheckpointLine>> Checkpoints(long seq, int most) => db.Query(NextCheckpoints,
        r => new CheckpointLine(r.Long(0), r.Time(1), r.Text(2), r.Text(3), r.Text(4), r.Text(5), r.Text(6)), seq, most);
}
