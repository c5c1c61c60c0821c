namespace Guidan.Kernel;

/// <summary>
/// Whatever may happen only once is a row here: kind + key → what it became, inserted in the transaction that does it.
/// The one last line of defence against duplicates.
/// </summary>
public sealed class Claim
{
    /// <summary>What may happen once: <c>request:…</c>, <c>payment</c>, <c>refund</c>.</summary>
    public required string Kind { get; init; }

    public required string Key { get; init; }

    /// <summary>What it became: an order number, an id.</summary>
    public string? Became { get; set; }

    /// <summary>SHA-256 of the request's body, for request keys.</summary>
    public byte[]? Fingerprint { get; init; }

    /// <summary>The stored answer as JSON, for request keys.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Reads and takes claims.</summary>
public sealed class Claims(ShopDb db, TimeProvider clock)
{
    internal static readonly Statement Take = new(
        "insert into kernel_claim (kind, key, became, fingerprint, answer, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing");
    internal static readonly Statement Fill = new("update kernel_claim set answer = $3 where kind = $1 and key = $2");
    internal static readonly Statement Find = new("select became, fingerprint, answer from kernel_claim where kind = $1 and key = $2");

    /// <summary>Takes a claim in the running transaction; false when it was taken before.</summary>
    public async Task<bool> TryTake(string kind, string key, string became) =>
        await db.Execute(Take, kind, key, became, null, null, clock.GetUtcNow()) == 1;

    /// <summary>What a claim became, or null when nobody took it.</summary>
    public async Task<string?> BecameOf(string kind, string key) =>
        (await db.Query(Find, r => r.TextOrNull(0) ?? "", kind, key)).FirstOrDefault();

    /// <summary>What a request key became, or null when it never was accepted.</summary>
    public async Task<StoredAnswer?> StoredOf(string scope, string key) => (await db.Query(Find,
        r => new StoredAnswer(r.BytesOrNull(1) ?? [], r.TextOrNull(2) ?? "{}"), "request:" + scope, key)).FirstOrDefault();
}

/// <summary>An answer kept under a request key, with the fingerprint of the request that earned it.</summary>
public sealed record StoredAnswer(byte[] Fingerprint, string Answer);
