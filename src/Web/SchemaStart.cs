using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Web;

/// <summary>Opens the database and brings its tables to this version before anything else runs.</summary>
internal sealed class SchemaStart(Kernel.Database database, ShopSettings settings) : IHostedService
{
    private string File => FileOf(settings);

    private static string FileOf(ShopSettings settings) => Path.Combine(settings.DataFolder, "guidan.db");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.Open();
        await using var context = Context(settings);
        await Migrate(context, cancellationToken);
    }

    /// <summary>Works the model out on another core while the rest of the program is put together; it is kept for all contexts.</summary>
    internal static void Prepare(ShopSettings settings) => Task.Run(() =>
    {
        using var context = Context(settings);
        return context.Model;
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static ShopContext Context(ShopSettings settings) => settings.Postgres is { } connection
        ? new PostgresShopContext(new DbContextOptionsBuilder<PostgresShopContext>()
            .UseNpgsql(connection, ShopContext.Postgres).Options)
        : new SqliteShopContext(new DbContextOptionsBuilder<SqliteShopContext>()
            .UseSqlite($"Data Source={FileOf(settings)};Pooling=False", ShopContext.Sqlite).Options);

    // Asked first, because comparing the whole model costs more than the rest of a start together.
    private async Task Migrate(ShopContext context, CancellationToken ct)
    {
        if (!(await context.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        if (settings.Postgres is not null)
        {
            await context.Database.MigrateAsync(ct);
            return;
        }
        // Two processes on one folder migrate one after the other. Whoever holds this file may clear away what a
        // process that was killed in the middle left locked: SQLite itself has undone the rest.
        await using var only = await Alone(ct);
        await context.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", ct);
        await context.Database.MigrateAsync(ct);
    }

    private async Task<FileStream> Alone(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(File + "-migrating", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }
}
