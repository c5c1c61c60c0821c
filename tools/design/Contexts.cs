using Guidan.Kernel;
using Guidan.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Guidan.Design;

/// <summary>The model on SQLite, as the tool that writes migrations needs it: no database is opened.</summary>
internal sealed class SqliteContexts : IDesignTimeDbContextFactory<SqliteShopContext>
{
    public SqliteShopContext CreateDbContext(string[] args)
    {
        Parts.Set();
        return new(new DbContextOptionsBuilder<SqliteShopContext>().UseSqlite("Data Source=design.db", ShopContext.Sqlite).Options);
    }
}

/// <summary>The model on PostgreSQL, likewise.</summary>
internal sealed class PostgresContexts : IDesignTimeDbContextFactory<PostgresShopContext>
{
    public PostgresShopContext CreateDbContext(string[] args)
    {
        Parts.Set();
        return new(new DbContextOptionsBuilder<PostgresShopContext>().UseNpgsql("Host=127.0.0.1", ShopContext.Postgres).Options);
    }
}

internal static class Parts
{
    public static void Set() =>
        ShopContext.Parts = Shop.Modules.Select(module => (Action<ModelBuilder>)module.Tables).ToList();
}
