using Guidan.Kernel;
using Microsoft.Extensions.Logging;

namespace Guidan.Staff;

/// <summary>
/// Slows down whoever guesses passwords: after ten failures within a quarter of an hour, of one account or from one
/// address, each further one doubles the wait, up to a quarter of an hour. Nobody is locked out for good.
/// </summary>
[Operation("staff.note_failed_sign_in", "记录登录失败", "Note a failed sign-in")]
public sealed class SignInThrottle(ShopDb db, Sealer sealer, TimeProvider clock, ILogger<SignInThrottle> log)
{
    private const int FreeTries = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    private static readonly Statement Find = new(
        "select failures, last_at, free_at from staff_sign_in_count where key = $1",
        "select failures, last_at, free_at from staff_sign_in_count where key = $1 for update");
    private static readonly Statement Look = new("select free_at from staff_sign_in_count where key = $1");
    private static readonly Statement Put = new(
        """
        insert into staff_sign_in_count (key, failures, last_at, free_at) values ($1, $2, $3, $4)
        on conflict (key) do update set failures = excluded.failures, last_at = excluded.last_at, free_at = excluded.free_at
        """);
    private static readonly Statement Clear = new("delete from staff_sign_in_count where key = $1");

    /// <summary>The refusal while an account or an address must wait, or null.</summary>
    internal async Task<Refusal?> Blocked(string email, string? ip)
    {
        var now = clock.GetUtcNow();
        var longest = TimeSpan.Zero;
        foreach (var key in Keys(email, ip))
        {
            var free = (await db.Query(Look, r => r.Time(0), key)).FirstOrDefault();
            if (free - now > longest) longest = free - now;
        }
        return longest > TimeSpan.Zero ? TooMany((int)Math.Ceiling(longest.TotalSeconds)) : null;
    }

    /// <summary>Counts a failure against the account and the address, and leaves a record of it.</summary>
    /// <param name="member">Whose account was tried, when it exists.</param>
    internal async Task Failed(string email, string? ip, Guid? member)
    {
        log.LogWarning("A sign-in as {Email} from {Ip} failed", Masks.Email(email), ip);
        await db.InTransaction<Done>(this, async () =>
        {
            foreach (var key in Keys(email, ip)) await Count(key);
            db.Record(member is { } id ? $"staff:{id:N}" : "staff:unknown", null, null);
            return new Done();
        });
    }

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
    internal void Succeeded(string email) => db.Later(Clear, [AccountKey(email)], rows: null);

    private IEnumerable<byte[]> Keys(string email, string? ip)
    {
        yield return AccountKey(email);
        if (ip is not null && !IsLoopback(ip)) yield return sealer.Index("sign-in address", Prefix(ip));
    }

    // Loopback is a proxy on this machine, and behind it is everybody: counting it would lock out the whole shop.
    private static bool IsLoopback(string ip) =>
        System.Net.IPAddress.TryParse(ip, out var address) && System.Net.IPAddress.IsLoopback(address);

    private byte[] AccountKey(string email) => sealer.Index("sign-in account", email);

    // One household or office holds a whole /64: counting its single addresses would count nothing.
    private static string Prefix(string ip) => System.Net.IPAddress.TryParse(ip, out var address)
        && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
        ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : ip;

    internal static Refusal TooMany(int seconds) => new(RefusalKind.Limited, "session.too_many_tries",
        new("试得太多了", "Too many tries"),
        new($"登录失败次数太多，{seconds}秒后才能再试", $"Signing in failed too often; the next try is possible in {seconds} s"),
        new("等一会儿再试，或请管理员重设密码", "Wait, or ask an administrator to set a new password"))
    { RetryAfterSeconds = seconds };
}
