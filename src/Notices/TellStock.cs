using Guidan.Inventory;
using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>
/// Makes one event of the changes of a SKU that lie close together. The figures are read when they are told, after the
/// changes are taken away: a change that commits later has a row of its own and is told on the next beat.
/// </summary>
internal sealed class TellStock(ShopDb db, Stock stock, WebhookFanOut fanOut, TimeProvider clock) : IJob
{
    private static readonly Statement Due = new("select distinct sku from notices_stock where due_at <= $1 limit 200");
    private static readonly Statement Take = new("delete from notices_stock where sku = $1");

    public string Name => "notices.stock";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken ct)
    {
        var due = await db.Query(Due, r => r.Text(0), clock.GetUtcNow());
        foreach (var sku in due) await db.Housekeep(() => Tell(sku));
    }

    private async Task Tell(string sku)
    {
        if (await db.Execute(Take, sku) == 0) return;
        var levels = await stock.Levels(sku);
        fanOut.Told(new(sku, levels.Sum(l => l.Available), levels.Sum(l => l.OnHand), levels.Sum(l => l.Reserved), levels.Sum(l => l.Allocated)),
            clock.GetUtcNow());
    }
}
