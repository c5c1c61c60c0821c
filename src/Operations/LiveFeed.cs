using System.Threading.Channels;
using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>Something changed: what kind of thing, and which one. It carries no content: who may see it asks for it.</summary>
/// <param name="Kind"><c>order</c>, <c>product</c>, <c>stock</c>, <c>import</c>, <c>case</c>.</param>
/// <param name="Key">Its order number, SKU or id.</param>
public sealed record LiveChange(string Kind, string Key, DateTimeOffset At);

/// <summary>
/// Tells every open back office what just changed. Call it after the commit:
/// <c>db.AfterCommit(() => live.Publish("order", number))</c>. It never waits, never throws and never holds anything up.
/// </summary>
public sealed class LiveFeed(TimeProvider clock)
{
    private const int RememberMost = 4_096;
    private const int BehindMost = 1_024;

    private readonly Lock door = new();
    private readonly (long Seq, LiveChange Change)[] ring = new (long, LiveChange)[RememberMost];
    private readonly HashSet<Channel<(long Seq, LiveChange Change)>> listeners = [];
    private readonly Channel<LiveChange> toOtherNodes = Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(RememberMost) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private long last;

    /// <summary>Names this start of this process: ids of another one mean nothing here.</summary>
    public string Origin { get; } = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[..16];

    /// <summary>How many listen on this node.</summary>
    public int Listeners
    {
        get
        {
            lock (door) return listeners.Count;
        }
    }

    /// <summary>Tells all listeners, on this node at once, on the others through the database.</summary>
    public void Publish(string kind, string key)
    {
        var change = new LiveChange(kind, key, clock.GetUtcNow());
        Tell(change);
        toOtherNodes.Writer.TryWrite(change);
    }

    /// <summary>Tells the listeners of this node alone: what other nodes said arrives here.</summary>
    internal void Tell(LiveChange change)
    {
        lock (door)
        {
            var entry = (++last, change);
            ring[last % RememberMost] = entry;
            // Who cannot keep up is cut off; he comes back with the id of what he saw last and catches up.
            foreach (var behind in listeners.Where(l => !l.Writer.TryWrite(entry)).ToList())
            {
                behind.Writer.TryComplete();
                listeners.Remove(behind);
            }
        }
    }

    internal ChannelReader<LiveChange> ForOtherNodes => toOtherNodes.Reader;

    /// <summary>Begins to listen. What was missed since an id comes first, if it is still remembered.</summary>
    /// <param name="lastEventId">What the listener saw last, or null.</param>
    internal LiveListener Listen(string? lastEventId)
    {
        var channel = Channel.CreateBounded<(long, LiveChange)>(new BoundedChannelOptions(BehindMost) { SingleReader = true });
        lock (door)
        {
            var from = SeqOf(lastEventId);
            var resumed = from is { } seen && seen <= last && last - seen < RememberMost;
            var missed = resumed
                ? Enumerable.Range(1, (int)(last - from!.Value)).Select(i => ring[(from.Value + i) % RememberMost]).ToList()
                : [];
            listeners.Add(channel);
            return new LiveListener(this, channel, last, resumed || lastEventId is null, missed);
        }
    }

    internal void Leave(Channel<(long, LiveChange)> channel)
    {
        lock (door) listeners.Remove(channel);
        channel.Writer.TryComplete();
    }

    internal string IdOf(long seq) => $"{Origin}-{seq}";

    private long? SeqOf(string? id)
    {
        if (id is null || !id.StartsWith(Origin + "-", StringComparison.Ordinal)) return null;
        return long.TryParse(id.AsSpan(Origin.Length + 1), out var seq) && seq >= 0 ? seq : null;
    }
}

/// <summary>One open back office.</summary>
/// <param name="Start">The last change before it began to listen.</param>
/// <param name="Whole">False when changes were missed that nobody remembers: it must read everything anew.</param>
internal sealed record LiveListener(
    LiveFeed Feed, Channel<(long Seq, LiveChange Change)> Channel, long Start, bool Whole,
    IReadOnlyList<(long Seq, LiveChange Change)> Missed) : IDisposable
{
    public void Dispose() => Feed.Leave(Channel);
}
