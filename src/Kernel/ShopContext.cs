using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Guidan.Kernel;

/// <summary>
/// All tables of all modules as one EF Core model. It never opens, begins or commits anything: lanes and readers do.
/// One subclass per engine, because each has a migration set of its own.
/// </summary>
public abstract class ShopContext : DbContext
{
    private const string MigrationsAssembly = "Guidan.Web";

    protected ShopContext(DbContextOptions options) : base(options)
    {
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>What each module maps; filled by the composition before the first context is made.</summary>
    public static IReadOnlyList<Action<ModelBuilder>> Parts { get; set; } = [];

    public static void Sqlite(SqliteDbContextOptionsBuilder options) => options.MigrationsAssembly(MigrationsAssembly);

    public static void Postgres(NpgsqlDbContextOptionsBuilder options) => options.MigrationsAssembly(MigrationsAssembly);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        KernelTables.Map(modelBuilder);
        foreach (var part in Parts) part(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}

/// <summary>The model on SQLite: ids as 16 bytes, times as microseconds.</summary>
public sealed class SqliteShopContext(DbContextOptions<SqliteShopContext> options) : ShopContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<IdAsBytes>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TimeAsMicroseconds>();
    }

    private sealed class IdAsBytes() : ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class TimeAsMicroseconds() : ValueConverter<DateTimeOffset, long>(
        time => EngineValues.ToMicroseconds(time), number => EngineValues.FromMicroseconds(number));
}

/// <summary>The model on PostgreSQL: uuid and timestamptz as they are.</summary>
public sealed class PostgresShopContext(DbContextOptions<PostgresShopContext> options) : ShopContext(options);
