using System.Diagnostics;

namespace Guidan.Bench;

/// <summary>What a measurement found.</summary>
/// <param name="PerSecond">Answered requests, or orders written, per second.</param>
/// <param name="Program">Processor time of the program per request, in microseconds; zero where there is no program.</param>
/// <param name="Generator">Processor time of this process per request, in microseconds.</param>
internal sealed record Measured(double PerSecond, double P50, double P99, double Max, long Count, double Program = 0, double Generator = 0)
{
    /// <summary>The one in the middle by speed.</summary>
    public static Measured Median(IEnumerable<Measured> all)
    {
        var sorted = all.OrderBy(m => m.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }

    /// <param name="ticks">Latencies in stopwatch ticks; sorted here.</param>
    public static Measured Of(List<long> ticks, double seconds, double program = 0, double generator = 0)
    {
        ticks.Sort();
        double At(double share) => ticks.Count == 0 ? 0 : ticks[(int)Math.Min(ticks.Count - 1, share * ticks.Count)] * 1e3 / Stopwatch.Frequency;
        var each = 1e6 / Math.Max(1, ticks.Count);
        return new(ticks.Count / seconds, At(0.5), At(0.99), At(1), ticks.Count, program * each, generator * each);
    }
}

/// <summary>Asks over a fixed number of connections, each sending its next request when it has the answer to the last.</summary>
internal static class Load
{
    public static async Task<Measured> Run(RunningShop shop, int connections, TimeSpan length, Func<byte[]> next, int expected,
        long most = long.MaxValue)
    {
        var wires = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Wire.Open(shop.Port)));
        try
        {
            var (program, generator) = (shop.Processor, Environment.CpuUsage.TotalTime);
            var start = Stopwatch.GetTimestamp();
            var until = start + (long)(length.TotalSeconds * Stopwatch.Frequency);
            var left = new StrongBox(most);
            var ticks = await Task.WhenAll(wires.Select(w => Task.Run(() => Ask(w, until, left, next, expected))));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return Measured.Of(ticks.SelectMany(t => t).ToList(), seconds, (shop.Processor - program).TotalSeconds,
                (Environment.CpuUsage.TotalTime - generator).TotalSeconds);
        }
        finally
        {
            foreach (var wire in wires) wire.Dispose();
        }
    }

    private sealed class StrongBox(long value)
    {
        private long value = value;

        public bool Take() => Interlocked.Decrement(ref value) >= 0;
    }

    private static async Task<List<long>> Ask(Wire wire, long until, StrongBox left, Func<byte[]> next, int expected)
    {
        var ticks = new List<long>(4096);
        while (Stopwatch.GetTimestamp() is var sent && sent < until && left.Take())
        {
            var status = await wire.Ask(next());
            if (status != expected) throw new InvalidOperationException($"{status} instead of {expected}: {wire.Text}");
            ticks.Add(Stopwatch.GetTimestamp() - sent);
        }
        return ticks;
    }
}
