using System.Data.Common;

namespace Guidan.Bench;

/// <summary>Every row of every table at one moment, by primary key. For shops with few rows.</summary>
internal sealed class Snapshot
{
    private readonly List<Table> tables = [];

    private sealed record Table(string Name, string[] Columns, string[] Key, Dictionary<string, object[]> Rows);

    public static async Task<Snapshot> Take(Engine engine)
    {
        await using var connection = await engine.Look();
        var snapshot = new Snapshot();
        foreach (var name in await Texts(connection, engine.TablesSql))
        {
            var key = await Texts(connection, engine.KeySql(name));
            if (key.Length > 0) snapshot.tables.Add(await Read(connection, name, key));
        }
        return snapshot;
    }

    /// <summary>Rows that appeared or changed since an earlier snapshot.</summary>
    public IEnumerable<RowTrace> Since(Snapshot earlier)
    {
        foreach (var table in tables)
        {
            var before = earlier.tables.Find(t => t.Name == table.Name)!.Rows;
            foreach (var (key, row) in table.Rows)
            {
                if (!before.TryGetValue(key, out var old)) yield return new(table.Name, table.Columns, table.Key, null, row);
                else if (TextOf(old) != TextOf(row)) yield return new(table.Name, table.Columns, table.Key, old, row);
            }
        }
    }

    private static async Task<Table> Read(DbConnection connection, string name, string[] key)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from \"{name}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var at = key.Select(k => Array.IndexOf(columns, k)).ToArray();
        var rows = new Dictionary<string, object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            rows[TextOf(at.Select(i => row[i]))] = row;
        }
        return new(name, columns, key, rows);
    }

    private static string TextOf(IEnumerable<object> values) =>
        string.Join('\u001f', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : $"{v}"));

    private static async Task<string[]> Texts(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return [.. texts];
    }
}
