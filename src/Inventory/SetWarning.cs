using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Inventory;

/// <summary>Sets the line below which the merchant is warned about a SKU.</summary>
[Operation("stock.warn", "设置警戒线", "Set a warning line", Permission = "stock.adjust")]
public sealed class SetWarning(ShopDb db, SellableVariants variants)
{
    private static readonly Statement Upsert = new(
        """
        insert into inventory_warning (sku, warn_at) values ($1, $2)
        on conflict (sku) do update set warn_at = excluded.warn_at
        """);

    /// <param name="WarnAt">Units; the warning comes when available falls to it or below.</param>
    public sealed record Command(long WarnAt);

    public async Task<Result<Command>> Handle(string sku, Command command)
    {
        if (command.WarnAt is < 0 or > 10_000_000)
            return Refusal.Invalid("warnAt", new("警戒线应在0到一千万之间", "The line lies between 0 and ten million"));
        if (!(await variants.Find([sku])).ContainsKey(sku)) return Refusal.NotFound("stock.unknown_sku", new($"货号 {sku}", $"SKU {sku}"));
        return await db.InTransaction<Command>(this, async () =>
        {
            await db.Execute(Upsert, sku, command.WarnAt);
            db.Record($"sku:{sku}", null, $"warn at {command.WarnAt}");
            return command;
        });
    }
}
