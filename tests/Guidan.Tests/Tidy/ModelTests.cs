using Guidan.Kernel;
using Guidan.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Guidan.Tests.Tidy;

/// <summary>
/// The tables as one schema: ready to be spread over several machines, and alike on both engines. Everything of an
/// order lies with its number, everything of a stock level with its SKU.
/// </summary>
public sealed class ModelTests
{
    private static readonly string[] OrderColumns = ["order_number", "number"];
    private static readonly string[] OrderTables = ["orders_", "payments_", "fulfillment_", "returns_"];

    // Tables that hold an order number without belonging to one order's family, each with its reason.
    private static readonly Dictionary<string, string> NotOfOneOrder = new()
    {
        ["orders_cart"] = "a cart comes before its order and has a key of its own",
        ["orders_cart_line"] = "begins with its cart",
    };

    // Unique indexes without the sharding column, each with its reason.
    private static readonly Dictionary<string, string> UniqueAnyway = [];

    private static readonly IModel Model = Context().Model;

    private static SqliteShopContext Context()
    {
        ShopContext.Parts = Shop.Modules.Select(m => (Action<ModelBuilder>)m.Tables).ToList();
        return new(new DbContextOptionsBuilder<SqliteShopContext>().UseSqlite("Data Source=:memory:", ShopContext.Sqlite).Options);
    }

    private static PostgresShopContext PostgresContext()
    {
        ShopContext.Parts = Shop.Modules.Select(m => (Action<ModelBuilder>)m.Tables).ToList();
        return new(new DbContextOptionsBuilder<PostgresShopContext>().UseNpgsql("Host=127.0.0.1", ShopContext.Postgres).Options);
    }

    [Fact]
    public void Tables_of_an_order_begin_their_key_with_its_number()
    {
        var found = Tables().Where(t => OrderTables.Any(p => t.Name.StartsWith(p, StringComparison.Ordinal)))
            .Where(t => !NotOfOneOrder.ContainsKey(t.Name))
            .SelectMany(t => Breaches(t.Entity, OrderColumns));

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Tables_of_stock_begin_their_key_with_the_sku()
    {
        var found = Tables().Where(t => t.Name.StartsWith("inventory_", StringComparison.Ordinal))
            .Where(t => Columns(t.Entity).Contains("sku") && !NotOfOneOrder.ContainsKey(t.Name))
            .SelectMany(t => Breaches(t.Entity, ["sku"]));

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Claims_begin_their_key_with_kind_and_key() =>
        Key(Tables().Single(t => t.Name == "kernel_claim").Entity).ShouldBe(["kind", "key"]);

    [Fact]
    public void Tables_carry_the_prefix_of_their_module()
    {
        foreach (var (name, entity) in Tables())
        {
            var module = entity.ClrType.Namespace!.Split('.').Last().ToLowerInvariant();
            name.ShouldStartWith(module + "_", customMessage: entity.ClrType.Name);
        }
    }

    [Fact]
    public void No_foreign_key_and_no_navigation_leaves_its_module()
    {
        var found = Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())
            .Where(f => f.PrincipalEntityType.ClrType.Assembly != f.DeclaringEntityType.ClrType.Assembly)
            .Select(f => $"{f.DeclaringEntityType.ClrType.Name} → {f.PrincipalEntityType.ClrType.Name}");

        found.ShouldBeEmpty();
    }

    [Fact]
    public void No_column_holds_a_floating_point_or_decimal_number()
    {
        var found = Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is var type
                && (type == typeof(decimal) || type == typeof(double) || type == typeof(float)))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");

        found.ShouldBeEmpty();
    }

    [Fact]
    public void No_key_comes_from_a_sequence_of_the_database()
    {
        var found = Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.IsPrimaryKey() && p.ValueGenerated != ValueGenerated.Never)
            .Where(p => p.ClrType == typeof(long) || p.ClrType == typeof(int))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}: ValueGeneratedNever is missing");

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Both_engines_have_the_same_tables_and_columns()
    {
        using var postgres = PostgresContext();

        Describe(postgres.Model).ShouldBe(Describe(Model));
    }

    [Fact]
    public void Migrations_hold_the_whole_model()
    {
        using var sqlite = Context();
        using var postgres = PostgresContext();
        foreach (var context in (ShopContext[])[sqlite, postgres])
        {
            if (!context.Database.GetMigrations().Any()) continue;
            context.Database.HasPendingModelChanges().ShouldBeFalse("tools/migrations add NAME");
        }
    }

    private static IEnumerable<(string Name, IEntityType Entity)> Tables() =>
        Model.GetEntityTypes().Select(e => (Name: e.GetTableName()!, e)).Where(t => t.Name is not null);

    private static IEnumerable<string> Breaches(IEntityType entity, string[] columns)
    {
        var table = entity.GetTableName()!;
        if (!Columns(entity).Intersect(columns).Any()) yield return $"{table}: no {string.Join(" or ", columns)}";
        else if (!columns.Contains(Key(entity)[0])) yield return $"{table}: its key begins with {Key(entity)[0]}";
        foreach (var index in entity.GetIndexes().Where(i => i.IsUnique))
        {
            var name = $"{table}({string.Join(", ", index.Properties.Select(p => p.GetColumnName()))})";
            if (!index.Properties.Any(p => columns.Contains(p.GetColumnName())) && !UniqueAnyway.ContainsKey(name))
                yield return $"{name}: unique without {string.Join(" or ", columns)}";
        }
    }

    private static string[] Key(IEntityType entity) => entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).ToArray();

    private static IEnumerable<string> Columns(IEntityType entity) => entity.GetProperties().Select(p => p.GetColumnName());

    private static List<string> Describe(IModel model) => model.GetEntityTypes().SelectMany(e => e.GetProperties()
        .Select(p => $"{e.GetTableName()}.{p.GetColumnName()}{(p.IsNullable ? "?" : "")}")).Order().ToList();
}
