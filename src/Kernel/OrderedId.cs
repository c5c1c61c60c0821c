using System.Buffers.Binary;

namespace Guidan.Kernel;

/// <summary>
/// Version 7 ids that ascend strictly within one process. <see cref="Guid.CreateVersion7()"/> is random within a
/// millisecond, which is too coarse for rows whose order means something: messages of one stream, lines of a history.
/// </summary>
public static class OrderedId
{
    private const int FractionBits = 12;
    private static long last;

    /// <summary>The next id; it sorts by time, and after every id that this process made before.</summary>
    public static Guid At(DateTimeOffset time)
    {
        var stamp = StampAt(time);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, stamp >> FractionBits << 16 | 0x7000 | (stamp & 0xFFF));
        // The random half begins with the two bits of the RFC's variant.
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Random.Shared.NextInt64() & 0x3FFF_FFFF_FFFF_FFFF | long.MinValue);
        return new Guid(bytes, bigEndian: true);
    }

    // Milliseconds since 1970 and twelve bits of their fraction, raised by one where that was given out already.
    private static long StampAt(DateTimeOffset time)
    {
        var (milliseconds, ticks) = Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMillisecond);
        var wanted = milliseconds << FractionBits | (ticks << FractionBits) / TimeSpan.TicksPerMillisecond;
        while (true)
        {
            var before = Volatile.Read(ref last);
            var stamp = Math.Max(wanted, before + 1);
            if (Interlocked.CompareExchange(ref last, stamp, before) == before) return stamp;
        }
    }
}
