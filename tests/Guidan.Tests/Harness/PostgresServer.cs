using System.Diagnostics;
using Npgsql;

namespace Guidan.Tests;

/// <summary>
/// The PostgreSQL server of this run: the one that GUIDAN_TEST_POSTGRES names, or one of our own that stops when this
/// process does, however it ends.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<string> Address = new(Find);
    private static Process? own;

    /// <summary>Makes an empty database and answers its connection string.</summary>
    public static async Task<string> NewDatabase(string prefix = "shop")
    {
        var name = $"{prefix}_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(Address.Value + ";Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"create database {name}";
        await create.ExecuteNonQueryAsync();
        return $"{Address.Value};Database={name}";
    }

    /// <summary>Removes a database with everything in it, even while somebody is still connected.</summary>
    public static async Task Drop(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using var connection = new NpgsqlConnection(Address.Value + ";Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"drop database if exists {name} with (force)";
        await drop.ExecuteNonQueryAsync();
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("GUIDAN_TEST_POSTGRES") is { Length: > 0 } named) return named;
        own = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "postgres"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (own.StandardOutput.ReadLine() is not { } address)
            throw new InvalidOperationException("No PostgreSQL for the tests: " + own.StandardError.ReadToEnd());
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            // The script on the other end stops the server when this closes.
            own.StandardInput.Close();
            own.WaitForExit(TimeSpan.FromSeconds(10));
        };
        return address;
    }
}
