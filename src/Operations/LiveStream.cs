using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Guidan.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Guidan.Operations;

/// <summary>The live feed as server-sent events: a hello, what was missed, then each change, and a beat while it is quiet.</summary>
internal static class LiveStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(1);

    /// <summary>The first words: where the stream stands, and whether the listener must read everything anew.</summary>
    private sealed record Hello(DateTimeOffset At, bool Reload);

    private sealed record Pulse(DateTimeOffset At);

    public static IResult Open(HttpContext http, LiveFeed feed, TimeProvider clock, IHostApplicationLifetime life)
    {
        var since = http.Request.Headers["Last-Event-ID"].ToString();
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        return TypedResults.ServerSentEvents(Events(feed, since.Length == 0 ? null : since, clock, ends.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        LiveFeed feed, string? since, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        using var listener = feed.Listen(since);
        yield return new SseItem<string>(Json.Write(new Hello(clock.GetUtcNow(), !listener.Whole)), "hello")
        {
            EventId = feed.IdOf(listener.Missed.Count > 0 ? listener.Missed[0].Seq - 1 : listener.Start),
            ReconnectionInterval = ComeBackAfter,
        };
        foreach (var (seq, change) in listener.Missed) yield return Item(feed, seq, change);
        while (true)
        {
            var more = await Wait(listener.Channel.Reader, ct);
            if (more == false) yield break;
            if (more is null) yield return new SseItem<string>(Json.Write(new Pulse(clock.GetUtcNow())), "beat");
            while (listener.Channel.Reader.TryRead(out var entry)) yield return Item(feed, entry.Seq, entry.Change);
        }
    }

    private static SseItem<string> Item(LiveFeed feed, long seq, LiveChange change) =>
        new(Json.Write(change), "change") { EventId = feed.IdOf(seq) };

    // True: there is news. False: the stream is over. Null: it has been quiet for one beat.
    private static async Task<bool?> Wait(ChannelReader<(long, LiveChange)> reader, CancellationToken ct)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        quiet.CancelAfter(Beat);
        try
        {
            return await reader.WaitToReadAsync(quiet.Token);
        }
        catch (OperationCanceledException)
        {
            return ct.IsCancellationRequested ? false : null;
        }
    }
}
