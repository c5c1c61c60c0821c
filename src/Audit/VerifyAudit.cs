using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Audit;

/// <summary>Where a chain does not hold, and why.</summary>
/// <param name="Place"><c>chain-seq</c> of the row, or <c>checkpoint-seq</c>.</param>
public sealed record AuditBreak(string Place, string Why);

/// <summary>What verifying the audit log found.</summary>
/// <param name="FirstBroken">The first row or checkpoint that does not hold, or null.</param>
public sealed record AuditVerdict(
    bool Whole, long Entries, int Chains, long Checkpoints, string KeyId, AuditBreak? FirstBroken, DateTimeOffset CheckedAt);

/// <summary>
/// Computes every chain anew from the texts alone: positions without gaps, each hash over the one before, columns that
/// agree with the text; then every signature, and that each signed end is still there.
/// </summary>
public sealed class VerifyAudit
{
    private const int Batch = 2_000;
    private static readonly string Start = new('0', 64);
    private static readonly Statement Rows = new(
        """
        select chain, seq, at, actor, operation, target, text, previous_hash, hash from audit_entry
        where (chain, seq) > ($1, $2) order by chain, seq limit $3
        """);

    private readonly ShopDb db;
    private readonly AuditExport export;
    private readonly AuditKey key;
    private readonly Caller caller;
    private readonly TimeProvider clock;
    private readonly Dictionary<(Guid Chain, long Seq), (string Hash, long Checkpoint)> signed = [];
    private long entries;
    private long checkpoints;
    private int chains;

    internal VerifyAudit(ShopDb db, AuditExport export, AuditKey key, Caller caller, TimeProvider clock) =>
        (this.db, this.export, this.key, this.caller, this.clock) = (db, export, key, caller, clock);

    /// <summary>Verifies everything; takes about a second for each 100,000 rows.</summary>
    public async Task<AuditVerdict> Run()
    {
        var broken = await Signatures() ?? await Chains() ?? Missing();
        return new(broken is null, entries, chains, checkpoints, AuditKey.IdOf(key.PublicKey), broken, clock.GetUtcNow());
    }

    private async Task<AuditBreak?> Signatures()
    {
        var (previous, trusted) = (Start, key.PublicKey);
        for (var batch = await export.Checkpoints(0, Batch); batch.Count > 0; batch = await export.Checkpoints(batch[^1].Seq, Batch))
        {
            foreach (var line in batch)
            {
                if (WhyNot(line, previous, trusted) is { } why) return new($"checkpoint-{line.Seq}", why.In(caller.Tongue));
                foreach (var head in Json.Read<CheckpointText>(line.Text).Heads) signed[(head.Chain, head.Seq)] = (head.Hash, line.Seq);
                (previous, checkpoints) = (line.Hash, checkpoints + 1);
            }
        }
        return null;
    }

    private Text? WhyNot(CheckpointLine line, string previous, byte[] trusted)
    {
        var said = Json.Read<CheckpointText>(line.Text);
        if (line.Seq != checkpoints + 1 || said.Seq != line.Seq)
            return new("检查点的序号断了", "Checkpoint numbers have a gap");
        if (said.Previous != previous || SignCheckpoint.HashOf(line.Text) != line.Hash)
            return new("检查点的哈希对不上", "The checkpoint's hash does not fit");
        var publicKey = Convert.FromBase64String(line.PublicKey);
        if (AuditKey.IdOf(publicKey) != line.KeyId || said.KeyId != line.KeyId)
            return new("检查点的密钥编号对不上", "The checkpoint's key id does not fit");
        // Another node of the same shop signs with a key of its own; its public half is compared by whoever holds it.
        if (line.KeyId == AuditKey.IdOf(trusted)) publicKey = trusted;
        var (text, signature) = (System.Text.Encoding.UTF8.GetBytes(line.Text), Convert.FromBase64String(line.Signature));
        return Ed25519.IsSigned(publicKey, text, signature)
            ? null : new("检查点的签名不对", "The checkpoint's signature is wrong");
    }

    private sealed record Link(
        Guid Chain, long Seq, DateTimeOffset At, string Actor, string Operation, string Target, string Text, string Previous, string Hash);

    private async Task<AuditBreak?> Chains()
    {
        var (chain, seq, hash) = (Guid.Empty, 0L, Start);
        while (true)
        {
            var batch = await db.Query(Rows, r => new Link(r.Id(0), r.Long(1), r.Time(2), r.Text(3), r.Text(4), r.Text(5),
                r.Text(6), r.Text(7), r.Text(8)), chain, seq, Batch);
            if (batch.Count == 0) return null;
            foreach (var link in batch)
            {
                if (link.Chain != chain) (chain, seq, hash, chains) = (link.Chain, 0, Start, chains + 1);
                if (WhyNot(link, seq, hash) is { } why) return new($"{link.Chain:N}-{link.Seq}", why.In(caller.Tongue));
                (seq, hash, entries) = (link.Seq, link.Hash, entries + 1);
            }
        }
    }

    private Text? WhyNot(Link link, long seq, string hash)
    {
        if (link.Seq != seq + 1) return new($"缺了第{seq + 1}行", $"Row {seq + 1} is missing");
        if (link.Previous != hash) return new("前一行的哈希对不上", "The hash of the row before does not fit");
        if (AuditTrail.HashOf(link.Previous, link.Text) != link.Hash)
            return new("这一行的哈希对不上，内容被改过", "The row's hash does not fit: its text was changed");
        if (!Agrees(link)) return new("这一行的列和原文不一致", "The row's columns differ from its text");
        if (signed.Remove((link.Chain, link.Seq), out var head) && head.Hash != link.Hash)
            return new($"这一行和检查点{head.Checkpoint}签过的不一样", $"The row differs from what checkpoint {head.Checkpoint} signed");
        return null;
    }

    private static bool Agrees(Link link)
    {
        using var text = JsonDocument.Parse(link.Text);
        var said = text.RootElement;
        return said.GetProperty("chain").GetGuid() == link.Chain && said.GetProperty("seq").GetInt64() == link.Seq
            && said.GetProperty("actor").GetString() == link.Actor && said.GetProperty("action").GetString() == link.Operation
            && said.GetProperty("target").GetString() == link.Target
            && EngineValues.ToMicroseconds(said.GetProperty("at").GetDateTimeOffset()) == EngineValues.ToMicroseconds(link.At);
    }

    private AuditBreak? Missing()
    {
        if (signed.Count == 0) return null;
        var ((chain, seq), head) = signed.MinBy(s => s.Value.Checkpoint);
        var why = new Text($"检查点{head.Checkpoint}签过的这一行不见了", $"This row, signed by checkpoint {head.Checkpoint}, is gone");
        return new($"{chain:N}-{seq}", why.In(caller.Tongue));
    }
}
