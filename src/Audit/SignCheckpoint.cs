using System.Security.Cryptography;
using System.Text;
using Guidan.Kernel;
using Microsoft.Extensions.Logging;

namespace Guidan.Audit;

/// <summary>The end of one chain at one moment.</summary>
internal sealed record ChainHead(Guid Chain, long Seq, string Hash);

/// <summary>What a checkpoint says; its JSON is what is signed.</summary>
internal sealed record CheckpointText(long Seq, DateTimeOffset At, string Previous, string KeyId, IReadOnlyList<ChainHead> Heads);

/// <summary>The chain ends that this process has signed already: the next checkpoint names only those that grew.</summary>
internal sealed class SignedHeads
{
    public Dictionary<Guid, long> Known { get; } = [];
}

/// <summary>
/// Signs the ends of all chains that grew, every five minutes, and leaves a copy as a file. Whoever cuts rows off a
/// chain, or rewrites it whole, then contradicts a signature that he cannot make.
/// </summary>
internal sealed class SignCheckpoint(ShopDb db, AuditKey key, SignedHeads signed, TimeProvider clock, ILogger<SignCheckpoint> log) : IJob
{
    private const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    // Skips from chain to chain along the key: its cost grows with chains, not with rows.
    private static readonly Statement Ends = new(
        """
        with recursive chains(chain) as (
            select (select chain from audit_entry order by chain limit 1)
            union all
            select (select e.chain from audit_entry e where e.chain > chains.chain order by e.chain limit 1)
            from chains where chains.chain is not null)
        select e.chain, e.seq, e.hash from chains join audit_entry e on e.chain = chains.chain
        where chains.chain is not null and e.seq = (select max(l.seq) from audit_entry l where l.chain = chains.chain)
        """);
    private static readonly Statement Last = new("select seq, hash from audit_checkpoint order by seq desc limit 1");
    private static readonly Statement Insert = new(
        "insert into audit_checkpoint (seq, at, text, hash, signature, key_id, public_key) values ($1, $2, $3, $4, $5, $6, $7)");

    public string Name => "audit.sign_checkpoint";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Run(CancellationToken ct)
    {
        if (!Ed25519.IsAvailable)
        {
            log.LogError("No checkpoint was signed: OpenSSL's libcrypto is not on this machine");
            return;
        }
        await Sign();
    }

    /// <summary>Signs now; null when no chain grew since the last time.</summary>
    public async Task<AuditCheckpoint?> Sign()
    {
        var heads = (await db.Query(Ends, r => new ChainHead(r.Id(0), r.Long(1), r.Text(2))))
            .Where(h => signed.Known.GetValueOrDefault(h.Chain) < h.Seq).ToList();
        if (heads.Count == 0) return null;
        AuditCheckpoint? made = null;
        await db.Housekeep(async () =>
        {
            made = await Make(heads);
            await db.Execute(Insert, made.Seq, made.At, made.Text, made.Hash, made.Signature, made.KeyId, made.PublicKey);
        });
        foreach (var head in heads) signed.Known[head.Chain] = head.Seq;
        await LeaveCopy(made!);
        return made;
    }

    private async Task<AuditCheckpoint> Make(IReadOnlyList<ChainHead> heads)
    {
        var (seq, previous) = (await db.Query(Last, r => (r.Long(0), r.Text(1)))).FirstOrDefault((0L, NoHash));
        var (now, id) = (clock.GetUtcNow(), AuditKey.IdOf(key.PublicKey));
        var text = Json.Write(new CheckpointText(seq + 1, now, previous, id, heads));
        return new AuditCheckpoint
        {
            Seq = seq + 1, At = now, Text = text, Hash = HashOf(text), KeyId = id,
            Signature = Convert.ToBase64String(key.Sign(text)), PublicKey = Convert.ToBase64String(key.PublicKey),
        };
    }

    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task LeaveCopy(AuditCheckpoint made)
    {
        Directory.CreateDirectory(key.OutFolder);
        var file = Path.Combine(key.OutFolder, $"{made.Seq:D10}-{made.KeyId}.json");
        await File.WriteAllTextAsync(file, Json.Write(made));
    }
}
