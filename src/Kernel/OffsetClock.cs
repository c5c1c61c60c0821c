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
    private readonly Lock reading = new();
    private long readAt = Environment.TickCount64 - ReadEveryMilliseconds;
    private long offsetTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        // One reads, the others go on with what was last read: two at once could end with the older of two offsets.
        if (Environment.TickCount64 - Volatile.Read(ref readAt) >= ReadEveryMilliseconds && reading.TryEnter())
        {
            try
            {
                Volatile.Write(ref offsetTicks, Read().Ticks);
                Volatile.Write(ref readAt, Environment.TickCount64);
            }
            finally
            {
                reading.Exit();
            }
        }
        return Whole(base.GetUtcNow() + Offset);
    }

    private TimeSpan Offset => TimeSpan.FromTicks(Volatile.Read(ref offsetTicks));

    // A missing or half-written file keeps the last offset: a jump back would be a second fault in one test.
    private TimeSpan Read()
    {
        try
        {
            var text = File.ReadAllText(file).Trim();
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds) : Offset;
        }
        catch (IOException)
        {
            return Offset;
        }
    }
}
