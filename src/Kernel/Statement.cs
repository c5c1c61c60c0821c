using System.Data.Common;
using System.Text.RegularExpressions;

namespace Guidan.Kernel;

/// <summary>
/// One SQL text with parameters $1, $2, …, prepared once per connection and run on both engines.
/// Declare it <c>static readonly</c> beside the table that it serves: identity is the key of the prepared command.
/// </summary>
/// <param name="sql">The text for both engines.</param>
/// <param name="postgres">The text for PostgreSQL where it must differ.</param>
public sealed partial class Statement(string sql, string? postgres = null)
{
    private static int count;

    /// <summary>Tells statements of one process apart.</summary>
    internal int Id { get; } = Interlocked.Increment(ref count);

    public string Sql { get; } = sql;
    public string Postgres { get; } = postgres ?? sql;

    /// <summary>
    /// The same on PostgreSQL, failing with <see cref="OtherRows"/> when it changes another number of rows; for what
    /// travels with its commit, when it is too late to look.
    /// </summary>
    internal string PostgresChanging(int? rows) => rows is null || rows == 1 && Insertion().IsMatch(Postgres) ? Postgres
        : $"with changed as ({Postgres} returning 1) select 1 / (count(*) = {rows})::int from changed";

    /// <summary>A division by zero.</summary>
    internal const string OtherRows = "22012";

    // What inserts just the values that it is given changes one row or fails.
    [GeneratedRegex(@"^\s*insert (?!.*\b(select|where|nothing)\b)", RegexOptions.Singleline)]
    private static partial Regex Insertion();
}

/// <summary>A statement that waits to be sent with others.</summary>
/// <param name="Rows">How many rows it must change; null when that does not matter.</param>
/// <param name="Otherwise">The refusal when it changes another number.</param>
internal readonly record struct Step(Statement Statement, object?[] Values, int? Rows, Func<Refusal>? Otherwise);

/// <summary>One row under the reader, read alike on both engines.</summary>
public readonly struct Row(DbDataReader reader, bool sqlite)
{
    public bool IsNull(int column) => reader.IsDBNull(column);
    public long Long(int column) => reader.GetInt64(column);
    public int Int(int column) => reader.GetInt32(column);
    public bool Flag(int column) => sqlite ? reader.GetInt64(column) != 0 : reader.GetBoolean(column);
    public string Text(int column) => reader.GetString(column);
    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : Bytes(column);
    public Guid Id(int column) => sqlite ? new Guid(Bytes(column), bigEndian: true) : reader.GetGuid(column);
    public Guid? IdOrNull(int column) => reader.IsDBNull(column) ? null : Id(column);
    public DateTimeOffset Time(int column) => sqlite
        ? EngineValues.FromMicroseconds(reader.GetInt64(column))
        : new DateTimeOffset(reader.GetDateTime(column), TimeSpan.Zero);
    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);
}

/// <summary>How values travel where an engine has no type of its own for them.</summary>
public static class EngineValues
{
    /// <summary>SQLite keeps a time as microseconds since 1970: it sorts, compares and fits a long.</summary>
    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * 10, TimeSpan.Zero);

    internal static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => ToMicroseconds(time),
        Guid id => id.ToByteArray(bigEndian: true),
        bool flag => flag ? 1L : 0L,
        _ => value,
    };

    internal static object ForPostgres(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        _ => value,
    };
}
