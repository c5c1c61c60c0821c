using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>
/// Slows down whoever guesses passwords: after ten failures within a quarter of an hour, of one account or from one
/// address, each further one doubles the wait, up to a quarter of an hour. Nobody is locked out for good.
/// </summary>
[Operation("session.note_failed", "记录登录失败", "Note a failed sign-in")]
public sealed class SignInThrottle(ShopDb db, Sealer sealer, TimeProvider clock, ILogger<SignInThrottle> log)
{
    private const int FreeTries = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromHours(2);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    private static readonly Statement Find = new(
        "select failures, last_at, free_at from kernel_sign_in_count where key = $1",
        "select failures, last_at, free_at from kernel_sign_in_count where key = $1 for update");
    private static readonly Statement Look = new("select free_at from kernel_sign_in_count where key = $1");
    private static readonly Statement Put = new(
        """
        insert into kernel_sign_in_count (key, failures, last_at, free_at) values ($1, $2, $3, $4)
        on conflict (key) do update set failures = excluded.failures, last_at = excluded.last_at, free_at = excluded.free_at
        """);
    private static readonly Statement Old = new("delete from kernel_sign_in_count where last_at < $1");
    private static readonly Statement Clear = new("delete from kernel_sign_in_count where key = $1");

    /// <summary>The refusal while an account or an address must wait, or null.</summary>
    /// <param name="account">As it is typed in one form: a normalized e-mail address or phone number.</param>
    public async Task<Refusal?> Blocked(SignInDoor door, string account, string? ip)
    {
        var now = clock.GetUtcNow();
        var longest = TimeSpan.Zero;
        foreach (var key in Keys(door, account, ip))
        {
            var free = (await db.Query(Look, r => r.Time(0), key)).FirstOrDefault();
            if (free - now > longest) longest = free - now;
        }
        return longest > TimeSpan.Zero ? door.TooMany((int)Math.Ceiling(longest.TotalSeconds)) : null;
    }

    /// <summary>Counts a failure against the account and the address, and leaves a record of it.</summary>
    /// <param name="owner">Whose account was tried, when it exists.</param>
    public async Task Failed(SignInDoor door, string account, string? ip, Guid? owner)
    {
        log.LogWarning("A sign-in as {Account} ({Door}) from {Ip} failed", Masked(account), door.Name, ip);
        await db.InTransaction<Done>(this, async () =>
        {
            foreach (var key in Keys(door, account, ip)) await Count(key);
            db.Record(owner is { } id ? $"{door.Name}:{id:N}" : $"{door.Name}:unknown", null, null);
            return new Done();
        });
    }

    private static string Masked(string account) => account.Contains('@', StringComparison.Ordinal) ? Masks.Email(account) : Masks.Phone(account);

    private async Task Count(byte[] key)
    {
        var now = clock.GetUtcNow();
        var (failures, last, free) = (await db.Query(Find, r => (r.Int(0), r.Time(1), r.Time(2)), key)).FirstOrDefault();
        // The quarter of an hour begins anew when the last wait is over, or a patient guesser would never wait longer.
        if (failures == 0 || now - (free > last ? free : last) > Window) failures = 0;
        failures++;
        await db.Execute(Put, key, failures, now, now + WaitAfter(failures));
    }

    /// <summary>How long the next try must wait after so many failures in a row.</summary>
    internal static TimeSpan WaitAfter(int failures) => failures < FreeTries ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(
            FirstWait.TotalSeconds * Math.Pow(2, Math.Min(failures - FreeTries, 10)), Window.TotalSeconds));

    /// <summary>A good sign-in clears its account, in its own transaction. The address keeps its count: it may guess others.</summary>
    public void Succeeded(SignInDoor door, string account) => db.Later(Clear, [AccountKey(door, account)], rows: null);

    /// <summary>Sweeps what no longer counts; called by a job.</summary>
    public async Task ForgetOld() => await db.Execute(Old, clock.GetUtcNow() - ForgetAfter);

    private IEnumerable<byte[]> Keys(SignInDoor door, string account, string? ip)
    {
        yield return AccountKey(door, account);
        if (ip is not null && !IsLoopback(ip)) yield return sealer.Index($"{door.Name} sign-in address", PrefixOf(ip));
    }

    // Loopback is a proxy on this machine, and behind it is everybody: counting it would lock out the whole shop.
    private static bool IsLoopback(string ip) =>
        System.Net.IPAddress.TryParse(ip, out var address) && System.Net.IPAddress.IsLoopback(address);

    private byte[] AccountKey(SignInDoor door, string account) => sealer.Index($"{door.Name} sign-in account", account);

    /// <summary>What is counted for an address: one household or office holds a whole /64, whose single addresses would count nothing.</summary>
    public static string PrefixOf(string ip) => System.Net.IPAddress.TryParse(ip, out var address)
        && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
        ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : ip;
}

/// <summary>Failed sign-ins of late, of one account or one address.</summary>
internal sealed class SignInCount
{
    /// <summary>Blind index of the account or the address.</summary>
    public required byte[] Key { get; init; }

    public int Failures { get; set; }
    public DateTimeOffset LastAt { get; set; }

    /// <summary>No try is looked at before.</summary>
    public DateTimeOffset FreeAt { get; set; }
}
