using System.Runtime.InteropServices;
using System.Text;

namespace Guidan.Bench;

/// <summary>What a run found, on the screen at once and in a file at the end.</summary>
internal sealed class Report(Plan plan, string[] args)
{
    private const string Head =
        "| | per second | p50 ms | p99 ms | max ms | of the ceiling | program µs | generator µs |\n|---|---:|---:|---:|---:|---:|---:|---:|";

    private readonly StringBuilder text = new();
    private readonly DateTimeOffset started = TimeProvider.System.GetUtcNow();
    private readonly string load = Load();

    public void Say(string line)
    {
        Console.WriteLine(line);
        text.Append('\n').Append(line).Append('\n');
    }

    public void Title(string title) => Line($"\n## {title}\n\n{Head}");

    public void Row(string what, Measured m, double? ratio = null) => Line(
        $"| {what} | {m.PerSecond:N0} | {m.P50:N1} | {m.P99:N1} | {m.Max:N1} | {(ratio is { } r ? $"{r:P0}" : "")} | {Part(m.Program)} | {Part(m.Generator)} |");

    public void Beside(Measured ceiling, string title, IEnumerable<(string What, Measured Found)> rows)
    {
        Title(title);
        foreach (var (what, found) in rows) Row(what, found, found.PerSecond / ceiling.PerSecond);
    }

    /// <summary>Writes the file below <c>bench/results</c>.</summary>
    public void Save()
    {
        var folder = Path.Combine(Repository.Root, "bench", "results");
        Directory.CreateDirectory(folder);
        var name = $"{started:yyyy-MM-dd-HHmmss}-{plan.What}.md";
        File.WriteAllText(Path.Combine(folder, name), $"""
            # {plan.What}, {started:yyyy-MM-dd HH:mm} UTC

            `dotnet run -c Release --project bench/Guidan.Bench -- {string.Join(' ', args)}`

            {Machine()}; load average at the start {load}. Medians of {plan.Rounds}.
            {text}
            """.ReplaceLineEndings("\n"));
        Console.WriteLine($"bench/results/{name}");
    }

    private void Line(string line)
    {
        Console.WriteLine(line);
        text.Append(line).Append('\n');
    }

    private static string Part(double microseconds) => microseconds == 0 ? "" : $"{microseconds:N0}";

    private static string Machine()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{Environment.ProcessorCount} cores{(model is null ? "" : $" of {model}")}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
