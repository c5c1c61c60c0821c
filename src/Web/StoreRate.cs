using System.Net;
using System.Threading.RateLimiting;
using Guidan.Kernel;

namespace Guidan.Web;

/// <summary>
/// How often one address may call what is open to everybody: a bucket for each, filled once a second. Loopback is not
/// counted, because behind it stands a proxy and behind the proxy everybody; a proxy in front has to count for itself.
/// </summary>
internal sealed class StoreRate : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter;

    public StoreRate(Limits limits)
    {
        var most = Math.Max(1, limits.StoreRequestsPerMinute);
        var each = Math.Max(1, most / 60);
        limiter = PartitionedRateLimiter.Create<IPAddress, string>(address => IPAddress.IsLoopback(address)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(SignInThrottle.PrefixOf(address.ToString()), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = most, TokensPerPeriod = each, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / most * each,
                AutoReplenishment = true, QueueLimit = 0,
            }));
    }

    public bool MayPass(IPAddress? address) => limiter.AttemptAcquire(address ?? IPAddress.None).IsAcquired;

    public ValueTask DisposeAsync() => limiter.DisposeAsync();
}

/// <summary>Stops whoever calls the public interface more often than the limit allows.</summary>
internal sealed class StoreRateGate(RequestDelegate next, StoreRate rate, Limits limits)
{
    public async Task Invoke(HttpContext http, Caller caller)
    {
        if (!http.Request.Path.StartsWithSegments("/api/store") || rate.MayPass(http.Connection.RemoteIpAddress)) await next(http);
        else await Problems.Write(http, TooOften(limits.StoreRequestsPerMinute), caller.Tongue);
    }

    private static Refusal TooOften(int most) => new(RefusalKind.Limited, "rate.limited",
        new("请求太频繁了", "Too many requests"),
        new($"一个地址每分钟最多{most}次", $"One address may ask {most} times a minute"),
        new("过几秒再试；程序请按 Retry-After 等待", "Try again in a few seconds; programs wait as Retry-After says"))
    { RetryAfterSeconds = Math.Max(1, (int)Math.Ceiling(60.0 / most)) };
}
