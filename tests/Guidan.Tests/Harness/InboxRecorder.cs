using System.Collections.Concurrent;
using System.Text;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests;

/// <summary>What a test's own reader of the inbox was given.</summary>
internal sealed class InboxRecord
{
    private int running;

    /// <summary>Bodies, in the order in which their handling ended.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Messages about something of which another message was being handled.</summary>
    public ConcurrentQueue<string> Overtaken { get; } = new();

    public ConcurrentDictionary<string, byte> Streams { get; } = new();

    /// <summary>How many were handled at once at the most.</summary>
    public int Most { get; private set; }

    public static InboxRecord Of(ShopFixture shop) => shop.Services.GetRequiredService<InboxRecord>();

    public void Enter()
    {
        var now = Interlocked.Increment(ref running);
        lock (Taken) Most = Math.Max(Most, now);
    }

    public void Leave() => Interlocked.Decrement(ref running);
}

/// <summary>Reads messages of the source <c>recorder</c>, whose bodies are <c>stream:what</c>.</summary>
internal sealed class InboxRecorder(InboxRecord record, InboxReceipt receipt, ShopDb db) : IInboxHandler
{
    public string Source => "recorder";

    public string StreamOf(InboxMessage message) => Encoding.UTF8.GetString(message.Body).Split(':')[0];

    public async Task<Delivery> Handle(InboxMessage message, CancellationToken ct)
    {
        var (body, stream) = (Encoding.UTF8.GetString(message.Body), StreamOf(message));
        record.Enter();
        if (!record.Streams.TryAdd(stream, 0)) record.Overtaken.Enqueue(body);
        try
        {
            await Task.Delay(5, ct);
            if (body.EndsWith(":commits, then fails", StringComparison.Ordinal)) await Commit();
            if (body.EndsWith(":fails, then commits nothing", StringComparison.Ordinal) && message.Attempts == 1) await Undo();
            return Delivery.Done;
        }
        finally
        {
            record.Taken.Enqueue(body);
            record.Streams.TryRemove(stream, out _);
            record.Leave();
        }
    }

    private async Task Commit()
    {
        await db.Housekeep(() =>
        {
            receipt.Give("committed");
            return Task.CompletedTask;
        });
        throw new InvalidOperationException("after the commit");
    }

    private Task Undo() => db.Housekeep(() =>
    {
        receipt.Give("never");
        throw new InvalidOperationException("before the commit");
    });
}
