using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Web;

/// <summary>Counts and times every request by its route, from what ASP.NET measures anyway.</summary>
internal sealed class RequestMeter : IDisposable
{
    /// <summary>Upper bounds in seconds; the last bucket holds the rest.</summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private const int SeriesMost = 2_000;

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Method, string Route, int Status), Series> all = new();

    public RequestMeter(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            // Several shops in one process (tests) each hear only their own meter.
            if (instrument.Name == "http.server.request.duration" && ReferenceEquals(instrument.Meter.Scope, meters))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Take(seconds, tags));
        listener.Start();
    }

    internal sealed class Series
    {
        public readonly long[] Buckets = new long[Bounds.Length + 1];
        private long microseconds;

        public double Seconds => Interlocked.Read(ref microseconds) / 1e6;

        public void Add(double seconds)
        {
            var bucket = 0;
            while (bucket < Bounds.Length && seconds > Bounds[bucket]) bucket++;
            Interlocked.Increment(ref Buckets[bucket]);
            Interlocked.Add(ref microseconds, (long)(seconds * 1e6));
        }
    }

    public IEnumerable<KeyValuePair<(string Method, string Route, int Status), Series>> All =>
        all.OrderBy(s => s.Key.Route, StringComparer.Ordinal).ThenBy(s => s.Key.Method, StringComparer.Ordinal).ThenBy(s => s.Key.Status);

    private void Take(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (method, route, status) = ("", "other", 0);
        foreach (var (name, value) in tags)
        {
            if (name == "http.request.method") method = value as string ?? "";
            else if (name == "http.route") route = value as string ?? "other";
            else if (name == "http.response.status_code") status = value as int? ?? 0;
        }
        var key = (method, route, status);
        if (!all.TryGetValue(key, out var series))
        {
            if (all.Count >= SeriesMost) return;
            series = all.GetOrAdd(key, _ => new Series());
        }
        series.Add(seconds);
    }

    public void Dispose() => listener.Dispose();
}

/// <summary>The figures of this process as Prometheus reads them.</summary>
internal static class Metrics
{
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        // Asked for at the start: what is measured before the first scrape counts too.
        routes.ServiceProvider.GetRequiredService<RequestMeter>();
        routes.MapGet("/metrics", async (HttpContext http, RequestMeter meter, Database database, LiveFeed live, ShopSettings settings) =>
        {
            var health = await Health.Look(http.RequestServices, settings, database);
            http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            await http.Response.WriteAsync(Write(meter, health, live));
        });
    }

    private static string Write(RequestMeter meter, Health.Readiness health, LiveFeed live)
    {
        var text = new StringBuilder(8_192);
        Requests(text, meter);
        Gauge(text, "guidan_ready", "1 when the shop can work", health.Ready ? 1 : 0);
        Gauge(text, "guidan_lane_waiting", "Writes that wait for the database", health.Lane.Waiting);
        Backlog(text, "outbox", health.Outbox);
        Backlog(text, "inbox", health.Inbox);
        Gauge(text, "guidan_live_listeners", "Open back offices on this node", live.Listeners);
        Gauge(text, "guidan_disk_free_bytes", "Free space where the shop keeps its data", health.Disk.FreeBytes);
        using var process = Process.GetCurrentProcess();
        Gauge(text, "process_resident_memory_bytes", "Resident memory", process.WorkingSet64);
        Gauge(text, "process_start_time_seconds", "Start of the process, Unix time",
            new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds());
        Counter(text, "process_cpu_seconds_total", "Processor time", process.TotalProcessorTime.TotalSeconds);
        Gauge(text, "dotnet_gc_heap_bytes", "Managed heap", GC.GetTotalMemory(false));
        Counter(text, "dotnet_gc_collections_total", "Full collections", GC.CollectionCount(2));
        Gauge(text, "dotnet_threadpool_queue", "Work items that wait for a thread", ThreadPool.PendingWorkItemCount);
        text.Append($"# TYPE guidan_build_info gauge\nguidan_build_info{{version=\"{Health.Version}\"}} 1\n");
        return text.ToString();
    }

    private static void Requests(StringBuilder text, RequestMeter meter)
    {
        const string name = "http_server_request_duration_seconds";
        text.Append($"# HELP {name} Requests by route and status\n# TYPE {name} histogram\n");
        foreach (var ((method, route, status), series) in meter.All)
        {
            var labels = $"method=\"{Escape(method)}\",route=\"{Escape(route)}\",status=\"{status}\"";
            var count = 0L;
            for (var i = 0; i < series.Buckets.Length; i++)
            {
                count += Interlocked.Read(ref series.Buckets[i]);
                var bound = i < RequestMeter.Bounds.Length ? Number(RequestMeter.Bounds[i]) : "+Inf";
                text.Append($"{name}_bucket{{{labels},le=\"{bound}\"}} {count}\n");
            }
            text.Append($"{name}_sum{{{labels}}} {Number(series.Seconds)}\n{name}_count{{{labels}}} {count}\n");
        }
    }

    private static void Backlog(StringBuilder text, string box, Health.MessageBacklog backlog)
    {
        Gauge(text, $"guidan_{box}_waiting", $"Due messages in the {box}, counted up to 1000", backlog.Waiting);
        Gauge(text, $"guidan_{box}_dead", $"Messages that were given up in the {box}, counted up to 1000", backlog.Dead);
        Gauge(text, $"guidan_{box}_oldest_seconds", $"Age of the oldest due message in the {box}", backlog.OldestSeconds);
    }

    private static void Gauge(StringBuilder text, string name, string help, double? value) => One(text, name, help, "gauge", value);

    private static void Counter(StringBuilder text, string name, string help, double value) => One(text, name, help, "counter", value);

    private static void One(StringBuilder text, string name, string help, string kind, double? value)
    {
        if (value is { } known) text.Append($"# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {Number(known)}\n");
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string label) => label
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
