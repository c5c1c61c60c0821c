using System.Globalization;

namespace Guidan.Kernel;

/// <summary>
/// The system's clock in whole microseconds, which is what both databases keep: a time read back equals the one written.
/// </summary>
public class MicrosecondClock : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Whole(base.GetUtcNow());

    protected static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>A clock that a test can move: real time plus an offset in seconds read from a file, re-read each 200 ms.</summary>
public sealed class OffsetClock(string file) : MicrosecondClock
{
    private const long ReadEveryMilliseconds = 200;
    private long readAt = Environment.TickCount64 - ReadEveryMilliseconds;
    private TimeSpan offset;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = Environment.TickCount64;
        if (now - Volatile.Read(ref readAt) >= ReadEveryMilliseconds)
        {
            Volatile.Write(ref readAt, now);
            offset = Read();
        }
        return Whole(base.GetUtcNow() + offset);
    }

    // A missing or half-written file keeps the last offset: a jump back would be a second fault in one test.
    private TimeSpan Read()
    {
        try
        {
            var text = File.ReadAllText(file).Trim();
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds) : offset;
        }
        catch (IOException)
        {
            return offset;
        }
    }
}
