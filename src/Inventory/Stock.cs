using Guidan.Kernel;

namespace Guidan.Inventory;

/// <summary>What there is of a SKU at one location.</summary>
public sealed record LevelView(string Sku, string Location, long OnHand, long Reserved, long Allocated)
{
    /// <summary>What may still be promised.</summary>
    public long Available => OnHand - Reserved - Allocated;
}

/// <summary>So many units of a SKU from one location.</summary>
public readonly record struct StockTake(string Sku, string Location, long Quantity);

/// <summary>Which units an order will take from where, or what is short.</summary>
public sealed record StockPlan(IReadOnlyList<StockTake> Takes, Refusal? Shortage);

/// <summary>
/// One who wants to know when more or less of a SKU can be sold; it is told inside the transaction, only writes there,
/// and reads the figure later.
/// </summary>
public interface IStockFollower
{
    /// <param name="available">By how much.</param>
    void Changed(string sku, long available);
}

/// <summary>
/// The door to stock: promises, allocations, shipments. Every method works in the caller's transaction, changes levels
/// by guarded statements in SKU order and adds a movement for each change. Doors never commit.
/// </summary>
public sealed class Stock(ShopDb db, Caller caller, IEnumerable<IStockFollower> followers, TimeProvider clock, Recent<List<LevelView>> recent)
{
    /// <summary>The location of shops that have not named any.</summary>
    public const string DefaultLocation = "MAIN";

    /// <summary>The guard of a plan did not hold any more: somebody took the units meanwhile. Plan again.</summary>
    public const string Moved = "stock.moved";

    /// <summary>Levels of a SKU, in the order in which locations serve.</summary>
    public Task<List<LevelView>> Levels(string sku) =>
        db.Query(StockSql.Levels, r => new LevelView(r.Text(0), r.Text(1), r.Long(2), r.Long(3), r.Long(4)), sku);

    /// <summary>
    /// Decides from which locations a demand can be served: the first that has all of a SKU, else several.
    /// It reads only; the guards of <see cref="Reserve"/> make it true.
    /// </summary>
    public async Task<StockPlan> Plan(IReadOnlyList<(string Sku, long Quantity)> demand)
    {
        var takes = new List<StockTake>();
        foreach (var (sku, asked) in demand)
        {
            var levels = await LevelsFor(sku, asked);
            var available = Available(levels);
            if (available < asked) return new([], Insufficient(sku, asked, available));
            if (levels.Find(l => l.Available >= asked) is { } whole)
            {
                takes.Add(new(sku, whole.Location, asked));
                continue;
            }
            var left = asked;
            foreach (var level in levels.Where(l => l.Available > 0))
            {
                var part = Math.Min(left, level.Available);
                if (part > 0) takes.Add(new(sku, level.Location, part));
                left -= part;
            }
        }
        return new(takes, null);
    }

    // A plan may be a moment old, since the guards make it true; "there is not enough" may not.
    private async Task<List<LevelView>> LevelsFor(string sku, long asked)
    {
        if (db.InsideTransaction) return await Levels(sku);
        if (recent.Find(sku) is { } known && Available(known) >= asked) return known;
        var since = recent.Changes;
        var levels = await Levels(sku);
        recent.Keep(sku, levels, since);
        return levels;
    }

    private static long Available(List<LevelView> levels) => levels.Sum(l => Math.Max(0, l.Available));

    /// <summary>Promises the planned units to an order; refused as <see cref="Moved"/> when a guard does not hold.</summary>
    public void Reserve(long orderNumber, IReadOnlyList<StockTake> takes)
    {
        var now = clock.GetUtcNow();
        foreach (var take in takes)
        {
            db.Later(StockSql.Hold, [take.Sku, orderNumber, take.Location, take.Quantity, 0L, now]);
            Note(take, StockMovementKind.Reserve, 0, take.Quantity, 0, orderNumber, "order", now);
        }
        // The hot rows come last, so that they stay locked for the shortest time; in SKU order, against deadlocks.
        foreach (var take in takes.OrderBy(t => t.Sku, StringComparer.Ordinal).ThenBy(t => t.Location, StringComparer.Ordinal))
            db.Later(StockSql.Reserve, [take.Sku, take.Location, take.Quantity], 1, () => Gone(take.Sku));
    }

    /// <summary>Makes an order's promise firm, once it is paid. Does nothing for what is firm already.</summary>
    public async Task Allocate(long orderNumber)
    {
        foreach (var held in await HeldBy(orderNumber))
        {
            if (held.Reserved == 0) continue;
            await Shift(held, StockSql.Allocate, StockMovementKind.Allocate, held.Reserved, (0, -1, 1), (-1, 1, 0), orderNumber, "paid");
        }
    }

    /// <summary>
    /// Takes stock anew for an order whose promise had expired when the money came. Null is success; a refusal means that
    /// there is not enough, or (<see cref="Moved"/>) that the caller should try the whole transaction again.
    /// </summary>
    public async Task<Refusal?> AllocateAgain(long orderNumber, IReadOnlyList<(string Sku, long Quantity)> demand)
    {
        var plan = await Plan(demand);
        if (plan.Shortage is not null) return plan.Shortage;
        var now = clock.GetUtcNow();
        foreach (var take in plan.Takes.OrderBy(t => t.Sku, StringComparer.Ordinal))
        {
            if (await db.Execute(StockSql.AllocateFree, take.Sku, take.Location, take.Quantity) != 1) return StockMoved;
            db.Later(StockSql.Hold, [take.Sku, orderNumber, take.Location, 0L, take.Quantity, now]);
            Note(take, StockMovementKind.Allocate, 0, 0, take.Quantity, orderNumber, "paid late", now);
        }
        return null;
    }

    /// <summary>Gives back whatever an order still holds, promised or firm; what was shipped stays shipped.</summary>
    public async Task Release(long orderNumber, string reason)
    {
        foreach (var held in await HeldBy(orderNumber))
        {
            if (held.Reserved > 0)
                await Shift(held, StockSql.Release, StockMovementKind.Release, held.Reserved, (0, -1, 0), (-1, 0, 0), orderNumber, reason);
            if (held.Allocated > 0)
                await Shift(held, StockSql.Deallocate, StockMovementKind.Deallocate, held.Allocated, (0, 0, -1), (0, -1, 0), orderNumber, reason);
        }
    }

    /// <summary>Takes shipped units out of the places that hold them for the order; false when it holds fewer.</summary>
    public async Task<bool> Ship(long orderNumber, string sku, long quantity)
    {
        var left = quantity;
        foreach (var held in (await HeldBy(orderNumber)).Where(h => h.Sku == sku && h.Allocated > 0))
        {
            var part = Math.Min(left, held.Allocated);
            if (part == 0) break;
            await Shift(held, StockSql.Ship, StockMovementKind.Ship, part, (-1, 0, -1), (0, -1, 1), orderNumber, "shipped");
            left -= part;
        }
        return left == 0;
    }

    /// <summary>Frees units that an order will not ship after all.</summary>
    /// <param name="keep">False: they are lost, and leave the place as well.</param>
    public async Task Drop(long orderNumber, string sku, long quantity, bool keep, string reason)
    {
        var left = quantity;
        foreach (var held in (await HeldBy(orderNumber)).Where(h => h.Sku == sku && h.Allocated > 0))
        {
            var part = Math.Min(left, held.Allocated);
            if (part == 0) break;
            await Shift(held, StockSql.Deallocate, StockMovementKind.Deallocate, part, (0, 0, -1), (0, -1, 0), orderNumber, reason);
            if (!keep) await Put(new(sku, held.Location, -part), StockMovementKind.Adjust, orderNumber, reason);
            left -= part;
        }
    }

    /// <summary>Takes shipped units of an order back into the places that they left.</summary>
    public async Task TakeBack(long orderNumber, string sku, long quantity, string reason)
    {
        var left = quantity;
        foreach (var held in (await HeldBy(orderNumber)).Where(h => h.Sku == sku && h.Shipped > 0))
        {
            var part = Math.Min(left, held.Shipped);
            if (part > 0) await Put(new(sku, held.Location, part), StockMovementKind.Return, orderNumber, reason);
            left -= part;
        }
        Invariant.That(left == 0, "what comes back was shipped");
    }

    private async Task Put(StockTake change, StockMovementKind kind, long orderNumber, string reason)
    {
        var changed = await db.Execute(StockSql.Change, change.Sku, change.Location, change.Quantity);
        Invariant.That(changed == 1, $"{change.Sku} at {change.Location} has what was just freed");
        Note(change, kind, change.Quantity, 0, 0, orderNumber, reason, clock.GetUtcNow());
    }

    /// <summary>Adds received units to a place, opening its level where it is new.</summary>
    /// <param name="location">Null for the place that serves first.</param>
    public async Task Receive(string sku, string? location, long quantity, string reason)
    {
        var place = location ?? await FirstLocation();
        await db.Execute(StockSql.Open, sku, place);
        if (quantity == 0) return;
        await ChangeBy(sku, place, quantity, StockMovementKind.Receive, reason);
    }

    /// <summary>Adds received units of many SKUs to the place that serves first, all in one batch.</summary>
    public async Task Receive(IReadOnlyList<(string Sku, long Quantity)> goods, string reason)
    {
        if (goods.Count == 0) return;
        var (place, now) = (await FirstLocation(), clock.GetUtcNow());
        foreach (var (sku, quantity) in goods)
        {
            db.Later(StockSql.Open, [sku, place], rows: null);
            if (quantity == 0) continue;
            db.Later(StockSql.Change, [sku, place, quantity]);
            Note(new(sku, place, quantity), StockMovementKind.Receive, quantity, 0, 0, null, reason, now);
        }
    }

    /// <summary>Changes what is in a place by a delta; false when that would leave promised units uncovered.</summary>
    internal async Task<bool> ChangeBy(string sku, string location, long delta, StockMovementKind kind, string reason)
    {
        if (await db.Execute(StockSql.Change, sku, location, delta) != 1) return false;
        Note(new(sku, location, delta), kind, delta, 0, 0, null, reason, clock.GetUtcNow());
        return true;
    }

    internal async Task<string> FirstLocation() =>
        (await db.Query(FirstPlace, r => r.Text(0))).FirstOrDefault() ?? DefaultLocation;

    internal async Task<bool> LocationExists(string code) =>
        code == await FirstLocation() || (await db.Query(FindPlace, r => r.Int(0), code)).Count > 0;

    private static readonly Statement FindPlace = new("select 1 from inventory_location where code = $1");

    private static readonly Statement FirstPlace = new("select code from inventory_location order by position, code limit 1");

    // The next plan looks at what is there now.
    private Refusal Gone(string sku)
    {
        recent.Forget(sku);
        return StockMoved;
    }

    private static readonly Refusal StockMoved = Refusal.Conflict(Moved,
        new("库存刚被别人买走", "The stock was just taken"),
        new("看的时候还有，下单时没有了", "It was there when looked at and gone when ordered"),
        new("再试一次", "Try again"));

    private static Refusal Insufficient(string sku, long asked, long available) => Refusal.Conflict("stock.insufficient",
        new("库存不够", "Not enough in stock"),
        new($"{sku} 只剩{available}件，要了{asked}件", $"{asked} of {sku} ordered, {available} left"),
        available > 0
            ? new($"把数量改到{available}件以内，或换一种", $"Order {available} or fewer, or choose another")
            : new("换一种，或等补货", "Choose another, or wait until it is back"))
        with
    { Facts = new Dictionary<string, object?> { ["sku"] = sku, ["asked"] = asked, ["available"] = available } };

    private sealed record HeldRow(string Sku, string Location, long Reserved, long Allocated, long Shipped);

    private Task<List<HeldRow>> HeldBy(long orderNumber) => db.Query(StockSql.Held,
        r => new HeldRow(r.Text(0), r.Text(1), r.Long(2), r.Long(3), r.Long(4)), orderNumber);

    private async Task Shift(HeldRow held, Statement level, StockMovementKind kind, long quantity,
        (int OnHand, int Reserved, int Allocated) levelSigns, (int Reserved, int Allocated, int Shipped) heldSigns,
        long orderNumber, string reason)
    {
        var changed = await db.Execute(level, held.Sku, held.Location, quantity);
        Invariant.That(changed == 1, $"{held.Sku} at {held.Location} holds what order {orderNumber} was promised");
        db.Later(StockSql.Rehold, [held.Sku, orderNumber, held.Location,
            heldSigns.Reserved * quantity, heldSigns.Allocated * quantity, heldSigns.Shipped * quantity]);
        Note(new(held.Sku, held.Location, quantity), kind, levelSigns.OnHand * quantity, levelSigns.Reserved * quantity,
            levelSigns.Allocated * quantity, orderNumber, reason, clock.GetUtcNow());
    }

    private void Note(StockTake take, StockMovementKind kind, long onHand, long reserved, long allocated,
        long? orderNumber, string reason, DateTimeOffset now)
    {
        db.Later(StockSql.Move, [take.Sku, Guid.CreateVersion7(now), take.Location, (int)kind, onHand, reserved, allocated, orderNumber, reason, caller.Actor, now]);
        Tell(take.Sku, onHand - reserved - allocated);
    }

    private void Tell(string sku, long available)
    {
        if (available == 0) return;
        foreach (var follower in followers) follower.Changed(sku, available);
    }
}
