using System.Diagnostics;
using Npgsql;

namespace Guidan.Bench;

/// <summary>A PostgreSQL server of this run, with fsync on, that ends with this process however it ends.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly Process script;
    private readonly string address;

    private PostgresServer(Process script, string address) => (this.script, this.address) = (script, address);

    public static PostgresServer Start()
    {
        var script = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "postgres"))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        return script.StandardOutput.ReadLine() is { } address ? new(script, address)
            : throw new InvalidOperationException("No PostgreSQL: " + script.StandardError.ReadToEnd());
    }

    public string Database(string name) => $"{address};Database={name}";

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Database("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // The script stops the server when this closes.
        script.StandardInput.Close();
        await script.WaitForExitAsync();
        script.Dispose();
    }
}
