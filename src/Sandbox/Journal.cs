using System.Buffers;
using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>
/// The append-only file of everything that happened. A fact is on disk before anyone hears of it. Decisions are made
/// and written while holding <see cref="Gate"/>, so that the order of the file is the order of the world.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream file;
    private readonly List<long> starts = [];
    private readonly SandboxClock clock;
    private long end;

    public Journal(SandboxSettings settings, SandboxClock clock)
    {
        this.clock = clock;
        Directory.CreateDirectory(settings.DataFolder);
        file = new(
            Path.Combine(settings.DataFolder, "journal.ndjson"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.Read);
    }

    public Lock Gate { get; } = new();

    /// <summary>Called under the gate for every fact, old ones first.</summary>
    public event Action<Fact>? Applied;

    /// <summary>
    /// Reads what an earlier run left. A last line that a crash cut short was never told to anyone.
    /// </summary>
    public void Replay()
    {
        lock (Gate)
        {
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            while (end < bytes.Length)
            {
                var length = bytes.AsSpan((int)end).IndexOf((byte)'\n');
                if (length < 0) break;
                Take(JsonSerializer.Deserialize<Fact>(bytes.AsSpan((int)end, length), Fact.Json)!, length + 1);
            }

            file.SetLength(end);
            file.Position = end;
        }
    }

    /// <summary>
    /// Writes facts together and applies them; what names no time of its own happened now. Call it under the gate.
    /// </summary>
    public void Append(params ReadOnlySpan<Fact> facts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var written = new List<(Fact Fact, int Length)>();
        foreach (var fact in facts)
        {
            var from = buffer.WrittenCount;
            var numbered = fact with { Seq = starts.Count + written.Count + 1, At = fact.At == default ? clock.GetUtcNow() : fact.At };
            buffer.Write(JsonSerializer.SerializeToUtf8Bytes(numbered, Fact.Json));
            buffer.Write("\n"u8);
            written.Add((numbered, buffer.WrittenCount - from));
        }

        Write(buffer.WrittenSpan);
        foreach (var (fact, length) in written) Take(fact, length);
    }

    /// <summary>The lines after a sequence number, at most so many, and the number of the last one.</summary>
    public (byte[] Lines, long Last) Read(long after, int limit)
    {
        lock (Gate)
        {
            var first = Math.Clamp(after, 0, starts.Count);
            var last = Math.Min(first + limit, starts.Count);
            var from = first < starts.Count ? starts[(int)first] : end;
            var to = last < starts.Count ? starts[(int)last] : end;
            var lines = new byte[to - from];
            var here = file.Position;
            file.Position = from;
            file.ReadExactly(lines);
            file.Position = here;
            return (lines, last);
        }
    }

    public void Dispose() => file.Dispose();

    private void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            file.Write(lines);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half a line on a full disk must not become the beginning of the next one.
            file.SetLength(end);
            file.Position = end;
            throw;
        }
    }

    private void Take(Fact fact, int length)
    {
        starts.Add(end);
        end += length;
        Applied?.Invoke(fact);
    }
}
