using System.Collections.Concurrent;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests;

/// <summary>A receiver of outbox messages called <c>test</c>: it notes what it is given, in the order in which it comes.</summary>
internal sealed class Recorder : IReceiver
{
    private readonly ConcurrentDictionary<string, byte> retry = new();

    public string Name => "test";

    /// <summary>Payloads, which tests send as plain text.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public static Recorder Of(ShopFixture shop) => shop.Services.GetRequiredService<Recorder>();

    /// <summary>Answers "not yet, in half a minute" the first time that this payload comes.</summary>
    public void RetryOnce(string payload) => retry[payload] = 0;

    public Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        var text = Json.Read<string>(payload);
        if (retry.TryRemove(text, out _)) return Task.FromResult(Delivery.Retry("not yet", TimeSpan.FromSeconds(30)));
        Taken.Enqueue(text);
        return Task.FromResult(Delivery.Done);
    }
}

/// <summary>A receiver called <c>hanging</c>, which takes a message and does not answer until it is let go.</summary>
internal sealed class Hanging : IReceiver
{
    private readonly SemaphoreSlim freed = new(0);

    public string Name => "hanging";

    /// <summary>Payloads in the order in which they came.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public static Hanging Of(ShopFixture shop) => shop.Services.GetServices<IReceiver>().OfType<Hanging>().Single();

    /// <summary>Lets so many messages go.</summary>
    public void Free(int messages) => freed.Release(messages);

    public async Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        Taken.Enqueue(Json.Read<string>(payload));
        await freed.WaitAsync(ct);
        return Delivery.Done;
    }
}
