using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>One thing that can be exported, written a page at a time in the order of its key.</summary>
internal abstract class ExportKind(string name)
{
    /// <summary>As it stands in the address.</summary>
    public string Name { get; } = name;

    /// <summary>Writes a page and answers the key of its last row, or null when nothing follows.</summary>
    /// <param name="until">Rows that came into being later are left out.</param>
    /// <param name="after">The key of the last row of the page before; null for the first page.</param>
    public abstract Task<string?> Write(ExportReading reading, ExportLines lines, DateTimeOffset until, string? after, int limit);
}

/// <summary>Where an export reads, and what the reader may see.</summary>
internal sealed record ExportReading(ShopDb Db, Sealer Sealer, bool Personal);

/// <summary>Lines of JSON, one object a line, gathered for one page.</summary>
internal sealed class ExportLines
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private readonly Utf8JsonWriter writer;

    public ExportLines() => writer = new Utf8JsonWriter(buffer, Plain);

    public ReadOnlyMemory<byte> Bytes => buffer.WrittenMemory;

    public void Add(Action<Utf8JsonWriter> fields)
    {
        writer.Reset();
        writer.WriteStartObject();
        fields(writer);
        writer.WriteEndObject();
        writer.Flush();
        buffer.Write("\n"u8);
    }
}

/// <summary>Short forms for writing rows.</summary>
internal static class ExportFields
{
    public static void Put(this Utf8JsonWriter to, string name, DateTimeOffset? at)
    {
        if (at is { } time) to.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        else to.WriteNull(name);
    }

    public static void Put(this Utf8JsonWriter to, string name, long? number)
    {
        if (number is { } value) to.WriteNumber(name, value);
        else to.WriteNull(name);
    }

    /// <summary>An order number as 18 digits; null for none.</summary>
    public static void PutOrder(this Utf8JsonWriter to, string name, long? number) =>
        to.WriteString(name, number is { } value and not 0 ? OrderNumbers.Plain(value) : null);

    /// <summary>A state by its stable code, such as <c>partly_shipped</c>.</summary>
    public static void PutCode<T>(this Utf8JsonWriter to, string name, int? state) where T : struct, Enum =>
        to.WriteString(name, state is { } value ? JsonNamingPolicy.SnakeCaseLower.ConvertName(Enum.GetName((T)Enum.ToObject(typeof(T), value))!) : null);
}

/// <summary>An export of one statement: its rows in the order of their key.</summary>
/// <param name="sql">Takes the key to go on after, the moment up to which rows count, and how many.</param>
/// <param name="start">The key before all keys.</param>
/// <param name="keyOf">The key of a row as text, its parts separated by blanks.</param>
internal sealed class TableExport(
    string name, Statement sql, object[] start, Func<Row, object[]> keyOf, Action<Row, Utf8JsonWriter> write) : ExportKind(name)
{
    public override async Task<string?> Write(ExportReading reading, ExportLines lines, DateTimeOffset until, string? after, int limit)
    {
        var key = after is null ? start : ExportKey.Read(after, start);
        var keys = await reading.Db.Query(sql, r =>
        {
            lines.Add(to => write(r, to));
            return keyOf(r);
        }, [.. key, until, limit]);
        return keys.Count < limit ? null : ExportKey.Write(keys[^1]);
    }
}

/// <summary>Keys of rows as they travel in a cursor.</summary>
internal static class ExportKey
{
    public static string Write(object[] key) => Json.Write(key.Select(k => k is Guid id ? id.ToString("N") : k.ToString()!).ToList());

    /// <summary>Reads a key back in the shape of the one before all keys; that one itself when it cannot be read.</summary>
    public static object[] Read(string text, object[] shape)
    {
        try
        {
            var parts = Json.Read<List<string>>(text);
            return parts.Count != shape.Length ? shape : shape.Select((k, i) => k switch
            {
                long => long.Parse(parts[i], CultureInfo.InvariantCulture),
                Guid => Guid.Parse(parts[i]),
                _ => (object)parts[i],
            }).ToArray();
        }
        catch (Exception cause) when (cause is JsonException or FormatException or OverflowException)
        {
            return shape;
        }
    }
}
