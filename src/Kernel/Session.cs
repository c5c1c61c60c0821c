using System.Data.Common;
using Npgsql;

namespace Guidan.Kernel;

/// <summary>One open connection with its prepared commands. Used by one piece of work at a time.</summary>
internal sealed class Session(DbConnection connection, bool sqlite) : IAsyncDisposable
{
    private readonly Dictionary<Statement, DbCommand> prepared = [];

    public DbConnection Connection { get; } = connection;

    public bool IsSqlite { get; } = sqlite;

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
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection) { Timeout = 0 };
        foreach (var (statement, values) in steps)
        {
            var command = new NpgsqlBatchCommand(statement.Postgres);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = EngineValues.ForPostgres(value) });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        for (var i = 0; i < changed.Length; i++) changed[i] = (int)batch.BatchCommands[i].RecordsAffected;
        return changed;
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
        await Connection.DisposeAsync();
    }
}
