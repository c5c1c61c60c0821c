using System.Net;

namespace Guidan.Tests.Operations;

/// <summary>A shop behind a proxy on this machine, with a limit small enough to reach.</summary>
public sealed class StoreRateTests : IAsyncLifetime
{
    private const int Most = 5;
    private readonly LimitedShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is_stopped()
    {
        for (var i = 0; i < Most; i++) (await Ask("203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var stopped = await Ask("203.0.113.7");

        stopped.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        stopped.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(12));
        (await stopped.Content.ReadAsStringAsync()).ShouldContain("rate.limited");
        (await Ask("203.0.113.8")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Addresses_of_one_household_count_together()
    {
        for (var i = 1; i <= Most; i++) (await Ask($"2001:db8:1:2::{i}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Ask("2001:db8:1:2::99")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Ask("2001:db8:1:3::1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Loopback_itself_is_not_counted()
    {
        for (var i = 0; i < Most * 3; i++) (await Ask(null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> Ask(string? address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/store/products");
        if (address is not null) request.Headers.Add("X-Forwarded-For", address);
        return await shop.Store.SendAsync(request);
    }

    private sealed class LimitedShop : ShopFixture
    {
        protected override Task<string[]> DatabaseWords() => Task.FromResult<string[]>([]);

        protected override IEnumerable<string> Words => ["--Shop:TrustedProxies", "127.0.0.1", "--Limits:StoreRequestsPerMinute", $"{Most}"];
    }
}
