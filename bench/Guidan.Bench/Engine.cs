using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Guidan.Bench;

/// <summary>A database of this run: the one of the program, and a copy of it for the rows written without HTTP.</summary>
internal abstract class Engine : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>The program's connection string; null where its folder is enough.</summary>
    public virtual string? Postgres => null;

    /// <summary>Opens the program's database from outside, to look what an order leaves.</summary>
    public abstract Task<DbConnection> Look(bool writes = false);

    public abstract string TablesSql { get; }

    /// <summary>Columns of a table's primary key.</summary>
    public abstract string KeySql(string table);

    /// <summary>Adds webhooks that were done with long ago to the program's database: copies of those that are there.</summary>
    public async Task Fill(int webhooks)
    {
        const int piece = 50_000;
        await using var connection = await Look(writes: true);
        for (var from = 0; from < webhooks; from += piece)
        {
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = FillSql(from, Math.Min(from + piece, webhooks));
            await command.ExecuteNonQueryAsync();
        }
    }

    protected abstract string FillSql(int from, int before);

    /// <summary>Copies the database of the program, which is not running.</summary>
    public abstract Task Copy();

    /// <summary>Writes what an order leaves, without HTTP, for a while, into the copy.</summary>
    /// <param name="group">Orders that share one commit.</param>
    public abstract Task<Measured> Write(OrderRows rows, TimeSpan length, int group, int skus);

    /// <summary>Orders that share one commit in the ceiling which the program is held against.</summary>
    public abstract int Group { get; }

    public abstract ValueTask DisposeAsync();

    public static async Task<Engine> Open(string name, string folder) =>
        name == "sqlite" ? new SqliteEngine(folder) : await PostgresEngine.Open();
}

internal sealed class SqliteEngine(string folder) : Engine
{
    private string File => Path.Combine(folder, "data", "guidan.db");
    private readonly SqliteCeiling ceiling = new(Path.Combine(folder, "ceiling.db"));

    public override string Name => "SQLite";

    public override int Group => 100;

    public override string TablesSql => "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' order by name";

    public override string KeySql(string table) => $"select name from pragma_table_info('{table}') where pk > 0 order by pk";

    protected override string FillSql(int from, int before) =>
        $"""
        with recursive n(n) as (select {from} union all select n + 1 from n where n < {before - 1})
        insert into kernel_inbox (id, source, event_key, body, headers, body_hash, received_at, state, due_at, attempts, outcome, processed_at)
        select unhex(printf('%012x7', o.received_at / 1000 - 1000000 + n.n / 1000) || substr(hex(randomblob(10)), 1, 19)), o.source,
            lower(hex(randomblob(18))), o.body, o.headers, lower(hex(randomblob(32))), o.received_at, 1, o.received_at, 1, 'placed', o.received_at
        from n, (select * from kernel_inbox order by id limit 1) o
        """;

    public override async Task<DbConnection> Look(bool writes = false)
    {
        var connection = new SqliteConnection($"Data Source={File};Mode={(writes ? "ReadWrite" : "ReadOnly")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public override async Task Copy()
    {
        await using var connection = await Look();
        await using var command = connection.CreateCommand();
        command.CommandText = $"vacuum into '{Path.Combine(folder, "ceiling.db")}'";
        await command.ExecuteNonQueryAsync();
    }

    public override Task<Measured> Write(OrderRows rows, TimeSpan length, int group, int skus) =>
        Task.Run(() => ceiling.Write(rows, length, group, skus));

    public override ValueTask DisposeAsync()
    {
        ceiling.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed class PostgresEngine : Engine
{
    private readonly PostgresServer server;
    private readonly string shop;
    private PostgresCeiling? ceiling;

    private PostgresEngine(PostgresServer server) => (this.server, shop) = (server, server.Database("shop"));

    public override string Name => "PostgreSQL";

    public override string Postgres => shop;

    public override int Group => 1;

    public override string TablesSql =>
        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1";

    public override string KeySql(string table) =>
        $"""
        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = '"{table}"'::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)
        """;

    public static async Task<PostgresEngine> Open()
    {
        var engine = new PostgresEngine(PostgresServer.Start());
        await engine.server.Execute("create database shop");
        return engine;
    }

    protected override string FillSql(int from, int before) =>
        $"""
        insert into kernel_inbox (id, source, event_key, body, headers, body_hash, received_at, state, due_at, attempts, outcome, processed_at)
        select (lpad(to_hex((extract(epoch from o.received_at) * 1000)::bigint - 1000000 + n / 1000), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid, o.source, gen_random_uuid()::text, o.body, o.headers,
            md5(n::text) || md5((-n)::text), o.received_at, 1, o.received_at, 1, 'placed', o.received_at
        from generate_series({from}, {before - 1}) n, (select * from kernel_inbox order by id limit 1) o
        """;

    public override async Task<DbConnection> Look(bool writes = false)
    {
        var connection = new NpgsqlConnection(shop + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public override async Task Copy()
    {
        await server.Execute("create database ceiling template shop");
        ceiling = new PostgresCeiling(server.Database("ceiling"));
    }

    public override Task<Measured> Write(OrderRows rows, TimeSpan length, int group, int skus) =>
        ceiling!.Write(rows, length, group, skus);

    public override async ValueTask DisposeAsync()
    {
        if (ceiling is not null) await ceiling.DisposeAsync();
        await server.DisposeAsync();
    }
}
