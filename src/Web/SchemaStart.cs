using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Guidan.Web;

/// <summary>Opens the database and brings its tables to this version before anything else runs.</summary>
internal sealed class SchemaStart(Kernel.Database database, ShopSettings settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.Open();
        await using ShopContext context = settings.Postgres is { } connection
            ? new PostgresShopContext(new DbContextOptionsBuilder<PostgresShopContext>()
                .UseNpgsql(connection, ShopContext.Postgres).Options)
            : new SqliteShopContext(new DbContextOptionsBuilder<SqliteShopContext>()
                .UseSqlite($"Data Source={Path.Combine(settings.DataFolder, "guidan.db")};Pooling=False", ShopContext.Sqlite).Options);
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.HasTablesAsync(cancellationToken)) await creator.CreateTablesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
