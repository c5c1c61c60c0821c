using System.Collections.Concurrent;
using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Who was recognized by a cookie or a token.</summary>
/// <param name="Kind">Staff or token.</param>
/// <param name="Id">Of the member or the token.</param>
public sealed record SignedIn(ActorKind Kind, Guid Id, string Name, Role Role)
{
    internal DateTimeOffset ValidUntil { get; init; }
}

/// <summary>
/// Recognizes cookies and tokens. What was found is remembered for a few seconds, so that a busy program costs no
/// reading; any change of a member, a role or a token forgets it at once, on other nodes within those seconds.
/// </summary>
public sealed class Credentials(ShopDb db, Roles roles, CredentialMemory memory, TimeProvider clock)
{
    private static readonly Statement FindSession = new(
        """
        select m.id, m.name, m.role, s.last_seen_at, s.expires_at
        from staff_session s join staff_member m on m.id = s.member where s.hash = $1 and not m.disabled
        """);
    private static readonly Statement FindToken = new(
        "select id, name, role, created_at, expires_at from staff_token where hash = $1 and not revoked");

    private sealed record Found(Guid Id, string Name, string Role, DateTimeOffset SeenAt, DateTimeOffset? ExpiresAt);

    /// <summary>The one behind a session cookie, or null when it opens nothing (any more).</summary>
    public Task<SignedIn?> OfSession(string secret) => Secrets.LooksLikeSession(secret)
        ? Of(ActorKind.Staff, Secrets.HashOf(secret), FindSession) : Task.FromResult<SignedIn?>(null);

    /// <summary>The one behind an access token, or null when it opens nothing (any more).</summary>
    public Task<SignedIn?> OfToken(string secret) => Secrets.LooksLikeToken(secret)
        ? Of(ActorKind.Token, Secrets.HashOf(secret), FindToken) : Task.FromResult<SignedIn?>(null);

    private async Task<SignedIn?> Of(ActorKind kind, string hash, Statement statement)
    {
        var now = clock.GetUtcNow();
        if (memory.Recall(kind, hash) is { } known) return known.ValidUntil > now ? known : null;
        var generation = memory.Generation;
        var found = (await db.Query(statement,
            r => new Found(r.Id(0), r.Text(1), r.Text(2), r.Time(3), r.TimeOrNull(4)), hash)).FirstOrDefault();
        if (found is null || await roles.Find(found.Role) is not { } role) return null;
        var until = found.ExpiresAt ?? DateTimeOffset.MaxValue;
        // A browser that was not used for half a day has been left; its cookie opens nothing any more.
        if (kind == ActorKind.Staff && found.SeenAt + SessionTimes.Idle < until) until = found.SeenAt + SessionTimes.Idle;
        if (until <= now) return null;
        var signedIn = new SignedIn(kind, found.Id, found.Name, role) { ValidUntil = until };
        memory.Keep(kind, hash, signedIn, generation);
        return signedIn;
    }
}

/// <summary>How long a browser stays signed in.</summary>
internal static class SessionTimes
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
}

/// <summary>What this process remembers of cookies and tokens that it recognized a moment ago, and who was seen.</summary>
public sealed class CredentialMemory(TimeProvider clock)
{
    private const int EntriesMost = 10_000;
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(3);

    private sealed record Entry(SignedIn SignedIn, long At);

    private ConcurrentDictionary<string, Entry> entries = new();
    private ConcurrentDictionary<(ActorKind Kind, string Hash), DateTimeOffset> seen = new();
    private int generation;

    internal int Generation => Volatile.Read(ref generation);

    /// <summary>Forgets everything, because rights or credentials changed.</summary>
    internal void Forget()
    {
        Interlocked.Increment(ref generation);
        entries.Clear();
    }

    internal SignedIn? Recall(ActorKind kind, string hash)
    {
        if (!entries.TryGetValue(hash, out var entry) || clock.GetElapsedTime(entry.At) > KeepFor) return null;
        if (entry.SignedIn.Kind != kind) return null;
        seen[(kind, hash)] = clock.GetUtcNow();
        return entry.SignedIn;
    }

    // What was read before a change must not be remembered after it: the generation tells.
    internal void Keep(ActorKind kind, string hash, SignedIn signedIn, int readUnder)
    {
        if (entries.Count >= EntriesMost) entries.Clear();
        seen[(kind, hash)] = clock.GetUtcNow();
        var entry = new Entry(signedIn, clock.GetTimestamp());
        if (readUnder != Generation) return;
        entries[hash] = entry;
        if (readUnder != Generation) entries.TryRemove(hash, out _);
    }

    /// <summary>Hands over who was seen since the last time.</summary>
    internal IReadOnlyDictionary<(ActorKind Kind, string Hash), DateTimeOffset> TakeSeen() =>
        Interlocked.Exchange(ref seen, new());
}
