using System.Diagnostics;
using SQLitePCL;

namespace Guidan.Bench;

/// <summary>Writes orders' rows into a copy of the shop's file with bare prepared statements, as durable as the shop does.</summary>
internal sealed class SqliteCeiling(string file) : IDisposable
{
    private readonly Dictionary<RowWrite, sqlite3_stmt> prepared = [];
    private sqlite3? open;

    public Measured Write(OrderRows rows, TimeSpan length, int group, int skus)
    {
        Open();
        var ticks = new List<long>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            var begun = Stopwatch.GetTimestamp();
            Execute("begin immediate");
            for (var i = 0; i < group; i++) Write(rows, rows.Next(skus));
            Execute("commit");
            var took = Stopwatch.GetTimestamp() - begun;
            for (var i = 0; i < group; i++) ticks.Add(took);
        }
        return Measured.Of(ticks, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private void Open()
    {
        if (open is not null) return;
        Batteries_V2.Init();
        Check(raw.sqlite3_open(file, out open));
        // The settings of the shop's own writer.
        foreach (var pragma in (string[])["journal_mode=wal", "synchronous=full", "foreign_keys=on", "cache_size=-65536",
            "temp_store=memory", "wal_autocheckpoint=4000", "journal_size_limit=67108864"]) Execute("pragma " + pragma);
    }

    private void Write(OrderRows rows, OrderMade order)
    {
        foreach (var write in rows.Writes)
        {
            if (!prepared.TryGetValue(write, out var statement))
            {
                Check(raw.sqlite3_prepare_v2(open, write.Sql, out statement));
                prepared[write] = statement;
            }
            for (var i = 0; i < write.Cells.Count; i++) Bind(statement, i + 1, write.Cells[i](order));
            Check(raw.sqlite3_step(statement));
            if (raw.sqlite3_changes(open) != 1) throw new InvalidOperationException("Not one row: " + write.Sql);
            Check(raw.sqlite3_reset(statement));
        }
    }

    private static void Bind(sqlite3_stmt statement, int at, object? value)
    {
        switch (value)
        {
            case null: raw.sqlite3_bind_null(statement, at); break;
            case long number: raw.sqlite3_bind_int64(statement, at, number); break;
            case string text: raw.sqlite3_bind_text(statement, at, text); break;
            case byte[] bytes: raw.sqlite3_bind_blob(statement, at, bytes); break;
            default: throw new InvalidOperationException($"SQLite holds no {value.GetType().Name}");
        }
    }

    private void Execute(string sql) => Check(raw.sqlite3_exec(open, sql));

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
            throw new InvalidOperationException(raw.sqlite3_errmsg(open).utf8_to_string());
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values) statement.Dispose();
        open?.Dispose();
    }
}
