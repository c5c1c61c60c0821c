using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Inventory;

/// <summary>Adds or takes away units of a SKU by hand, with a reason. Promised units cannot be taken away.</summary>
[Operation("stock.adjust", "调整库存", "Adjust stock", Permission = "stock.adjust")]
internal sealed class AdjustStock(ShopDb db, Stock stock, SellableVariants variants)
{
    private const long QuantityMost = 10_000_000;
    private const int ReasonMost = 200;

    /// <param name="Quantity">A delta; negative takes away.</param>
    internal sealed record Command(long Quantity, string Reason, string? Location = null);

    internal sealed record Adjusted(string Sku, string Location, long OnHand, long Reserved, long Allocated, long Available);

    public async Task<Result<Adjusted>> Handle(string sku, Command command)
    {
        var errors = new Dictionary<string, Text>();
        if (command.Quantity is 0 or > QuantityMost or < -QuantityMost)
            errors["quantity"] = new("数量不能是0，也不能超过一千万", "The quantity is not 0 and at most ten million");
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > ReasonMost)
            errors["reason"] = new("写明原因，200字以内", "Give a reason of at most 200 characters");
        if (Fields.Remark("reason", command.Reason) is { } unseen) return unseen;
        if (errors.Count > 0) return Refusal.Invalid(errors);
        if (!(await variants.Find([sku])).ContainsKey(sku)) return Refusal.NotFound("stock.unknown_sku", new($"货号 {sku}", $"SKU {sku}"));
        var location = command.Location ?? await stock.FirstLocation();
        if (!await stock.LocationExists(location))
            return Refusal.Invalid("location", new($"没有仓库 {location}", $"There is no location {location}"));
        return await db.InTransaction<Adjusted>(this, () => Adjust(sku, location, command));
    }

    private async Task<Result<Adjusted>> Adjust(string sku, string location, Command command)
    {
        await stock.Receive(sku, location, 0, command.Reason);
        var before = (await stock.Levels(sku)).First(l => l.Location == location);
        var kind = command.Quantity > 0 ? StockMovementKind.Receive : StockMovementKind.Adjust;
        if (!await stock.ChangeBy(sku, location, command.Quantity, kind, command.Reason))
            return Refusal.Conflict("stock.promised",
                new("减得太多", "That takes away too much"),
                new($"{sku} 在 {location} 可动的只有{before.Available}件", $"Only {before.Available} of {sku} at {location} are free"),
                new("减少数量，或先取消占用它的订单", "Take away fewer, or cancel orders that hold them first"));
        var after = (await stock.Levels(sku)).First(l => l.Location == location);
        db.Record($"sku:{sku}", $"{location} {before.OnHand}", $"{location} {after.OnHand}", command.Reason);
        return new Adjusted(sku, location, after.OnHand, after.Reserved, after.Allocated, after.Available);
    }
}
