using System.Data.Common;
using Npgsql;

namespace Guidan.Kernel;

/// <summary>A step that changed another number of rows than it should; how many, where that is known.</summary>
internal readonly record struct Failed(Step Step, int? Changed);

/// <summary>One open connection with its prepared commands. Used by one piece of work at a time.</summary>
internal sealed class Session(DbConnection connection, bool sqlite) : IAsyncDisposable
{
    private const int BatchesMost = 100;
    private const int BatchKeptMost = 500;
    private readonly Dictionary<Statement, DbCommand> prepared = [];
    private readonly Dictionary<string, NpgsqlBatch> batches = [];

    public DbConnection Connection { get; } = connection;

    public bool IsSqlite { get; } = sqlite;

    /// <summary>EF's view of this connection, once somebody has needed it. Whoever used it leaves nothing tracked.</summary>
    public ShopContext? Context { get; set; }

    /// <summary>Runs a statement and answers the number of rows that it changed.</summary>
    public ValueTask<int> Execute(Statement statement, object?[] values)
    {
        var command = Bind(statement, values);
        // Synchronous on purpose: SQLite has no other way, and its "async" methods only add allocations.
        return IsSqlite ? new(command.ExecuteNonQuery()) : new(command.ExecuteNonQueryAsync(CancellationToken.None));
    }

    public async ValueTask<List<T>> Query<T>(Statement statement, Func<Row, T> map, object?[] values)
    {
        var command = Bind(statement, values);
        var rows = new List<T>();
        await using var reader = IsSqlite ? command.ExecuteReader() : await command.ExecuteReaderAsync();
        var row = new Row(reader, IsSqlite);
        while (IsSqlite ? reader.Read() : await reader.ReadAsync()) rows.Add(map(row));
        return rows;
    }

    /// <summary>Runs many statements, on PostgreSQL in one round trip.</summary>
    /// <returns>The first that changed another number of rows than it should.</returns>
    public async ValueTask<Failed?> Execute(IReadOnlyList<Step> steps)
    {
        if (IsSqlite) return FirstFailed(steps, i => Bind(steps[i].Statement, steps[i].Values).ExecuteNonQuery());
        await using var sent = Filled(steps, last: false);
        await sent.Batch.ExecuteNonQueryAsync(CancellationToken.None);
        return FirstFailed(steps, i => (int)sent.Batch.BatchCommands[i].RecordsAffected);
    }

    /// <summary>
    /// Runs the last statements of a transaction and its commit in one round trip; PostgreSQL only. A statement that
    /// changes another number of rows than it should fails, and what stands behind it, the commit too, is skipped.
    /// </summary>
    /// <returns>Null when committed; else what failed, and then all is undone.</returns>
    public async ValueTask<Failed?> Finish(IReadOnlyList<Step> steps)
    {
        await using var sent = Filled(steps, last: true);
        try
        {
            await sent.Batch.ExecuteNonQueryAsync(CancellationToken.None);
            return null;
        }
        catch (PostgresException cause) when (cause.SqlState == Statement.OtherRows && cause.BatchCommand is { } failed)
        {
            await using var undo = new NpgsqlCommand("rollback", (NpgsqlConnection)Connection) { CommandTimeout = 0 };
            await undo.ExecuteNonQueryAsync(CancellationToken.None);
            return new(steps[sent.Batch.BatchCommands.IndexOf(failed)], null);
        }
    }

    private static Failed? FirstFailed(IReadOnlyList<Step> steps, Func<int, int> changed)
    {
        Failed? first = null;
        for (var i = 0; i < steps.Count; i++)
        {
            var rows = changed(i);
            if (first is null && steps[i].Rows is { } wanted && wanted != rows) first = new(steps[i], rows);
        }
        return first;
    }

    private Sent Filled(IReadOnlyList<Step> steps, bool last)
    {
        // What an import sends is never sent again, and thousands of commands are too much to keep.
        var kept = steps.Count <= BatchKeptMost;
        var batch = kept ? BatchFor(steps, last) : NewBatch(steps, last);
        for (var i = 0; i < steps.Count; i++)
        {
            var parameters = batch.BatchCommands[i].Parameters;
            for (var j = 0; j < parameters.Count; j++) parameters[j].Value = EngineValues.ForPostgres(steps[i].Values[j]);
        }
        return new(batch, kept);
    }

    // Use cases send the same few sequences again and again: a batch is made once for each and filled anew.
    private NpgsqlBatch BatchFor(IReadOnlyList<Step> steps, bool last)
    {
        var sequence = string.Join(' ', steps.Select(s => last && s.Rows is { } rows ? $"{s.Statement.Id}={rows}" : $"{s.Statement.Id}")) + (last ? "." : "");
        if (batches.TryGetValue(sequence, out var known)) return known;
        if (batches.Count >= BatchesMost) ForgetBatches();
        return batches[sequence] = NewBatch(steps, last);
    }

    private NpgsqlBatch NewBatch(IReadOnlyList<Step> steps, bool last)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)Connection) { Timeout = 0 };
        foreach (var step in steps)
        {
            var command = new NpgsqlBatchCommand(last ? step.Statement.PostgresChanging(step.Rows) : step.Statement.Postgres);
            foreach (var _ in step.Values) command.Parameters.Add(new NpgsqlParameter());
            batch.BatchCommands.Add(command);
        }
        if (last) batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        return batch;
    }

    private readonly record struct Sent(NpgsqlBatch Batch, bool Kept) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Kept ? default : Batch.DisposeAsync();
    }

    private void ForgetBatches()
    {
        foreach (var batch in batches.Values) batch.Dispose();
        batches.Clear();
    }

    private DbCommand Bind(Statement statement, object?[] values)
    {
        if (!prepared.TryGetValue(statement, out var command)) prepared[statement] = command = Prepare(statement, values.Length);
        Invariant.That(command.Parameters.Count == values.Length, $"{values.Length} values for: {statement.Sql}");
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = IsSqlite ? EngineValues.ForSqlite(values[i]) : EngineValues.ForPostgres(values[i]);
        return command;
    }

    private DbCommand Prepare(Statement statement, int parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = IsSqlite ? statement.Sql : statement.Postgres;
        // A timeout that strikes while a commit waits would be reported as success; see docs/decisions.
        command.CommandTimeout = 0;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            if (IsSqlite) parameter.ParameterName = $"${i + 1}";
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values) await command.DisposeAsync();
        ForgetBatches();
        if (Context is not null) await Context.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
