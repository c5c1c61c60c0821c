using System.Data.Common;
using Npgsql;

namespace Guidan.Kernel;

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

    /// <summary>Runs many statements, on PostgreSQL in one round trip; answers the rows changed by each.</summary>
    public async ValueTask<int[]> Execute(IReadOnlyList<(Statement Statement, object?[] Values)> steps)
    {
        var changed = new int[steps.Count];
        if (IsSqlite)
        {
            for (var i = 0; i < changed.Length; i++) changed[i] = Bind(steps[i].Statement, steps[i].Values).ExecuteNonQuery();
            return changed;
        }
        var batch = BatchFor(steps);
        for (var i = 0; i < changed.Length; i++)
        {
            var parameters = batch.BatchCommands[i].Parameters;
            for (var j = 0; j < parameters.Count; j++) parameters[j].Value = EngineValues.ForPostgres(steps[i].Values[j]);
        }
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        for (var i = 0; i < changed.Length; i++) changed[i] = (int)batch.BatchCommands[i].RecordsAffected;
        if (steps.Count > BatchKeptMost) await batch.DisposeAsync();
        return changed;
    }

    // Use cases send the same few sequences again and again: a batch is made once for each and filled anew.
    private NpgsqlBatch BatchFor(IReadOnlyList<(Statement Statement, object?[] Values)> steps)
    {
        // What an import sends is never sent again, and thousands of commands are too much to keep.
        if (steps.Count > BatchKeptMost) return Batch(steps);
        var sequence = string.Join(' ', steps.Select(s => s.Statement.Id));
        if (batches.TryGetValue(sequence, out var known)) return known;
        if (batches.Count >= BatchesMost) ForgetBatches();
        return batches[sequence] = Batch(steps);
    }

    private NpgsqlBatch Batch(IReadOnlyList<(Statement Statement, object?[] Values)> steps)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)Connection) { Timeout = 0 };
        foreach (var (statement, values) in steps)
        {
            var command = new NpgsqlBatchCommand(statement.Postgres);
            foreach (var _ in values) command.Parameters.Add(new NpgsqlParameter());
            batch.BatchCommands.Add(command);
        }
        return batch;
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
