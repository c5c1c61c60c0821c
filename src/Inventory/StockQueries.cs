using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Inventory;

/// <summary>What there is of one SKU over all locations.</summary>
public sealed record StockTotal(string Sku, long OnHand, long Reserved, long Allocated, long? WarnAt)
{
    public long Available => OnHand - Reserved - Allocated;
}

/// <summary>One change of stock as shown to staff.</summary>
/// <param name="Actor">Stable: <c>staff:…</c>, <c>customer:…</c>, <c>system</c>.</param>
/// <param name="ActorName">What people call the actor.</param>
public sealed record MovementView(Guid Id, DateTimeOffset At, string Location, StockMovementKind Kind,
    long OnHand, long Reserved, long Allocated, string? Order, string Reason, string Actor, string ActorName);

/// <summary>A place that holds goods.</summary>
public sealed record LocationView(string Code, Text Name);

/// <summary>Reads stock; decides nothing.</summary>
public sealed class StockQueries(ShopDb db, ActorTitles actors)
{
    /// <summary>What may still be promised of each SKU; SKUs without a level are absent.</summary>
    public async Task<IReadOnlyDictionary<string, StockTotal>> Totals(IReadOnlyCollection<string> skus) => (await TotalsOf.Query(db,
        r => new StockTotal(r.Text(0), r.Long(1), r.Long(2), r.Long(3), r.LongOrNull(4)), skus)).ToDictionary(t => t.Sku);

    private static readonly ManyKeys<string> TotalsOf = new(
        """
        select l.sku, cast(sum(l.on_hand) as bigint), cast(sum(l.reserved) as bigint), cast(sum(l.allocated) as bigint), max(w.warn_at)
        from inventory_level l left join inventory_warning w on w.sku = l.sku where l.sku {keys} group by l.sku
        """);

    /// <summary>SKUs in order, one page; low ones only when asked.</summary>
    /// <param name="skus">Only these; null for all.</param>
    public async Task<Page<StockTotal>> List(IReadOnlyCollection<string>? skus, bool lowOnly, PageAsk ask)
    {
        var levels = db.Read<StockLevel>();
        if (skus is not null) levels = levels.Where(l => skus.Contains(l.Sku));
        if (ask.After is { } after) levels = levels.Where(l => string.Compare(l.Sku, after) > 0);
        var totals = levels.GroupBy(l => l.Sku).Select(g => new
        {
            Sku = g.Key,
            OnHand = g.Sum(l => l.OnHand), Reserved = g.Sum(l => l.Reserved), Allocated = g.Sum(l => l.Allocated),
        });
        var joined = from t in totals
                     join w in db.Read<StockWarning>() on t.Sku equals w.Sku into ws
                     from w in ws.DefaultIfEmpty()
                     select new { t.Sku, t.OnHand, t.Reserved, t.Allocated, WarnAt = (long?)w.WarnAt };
        if (lowOnly) joined = joined.Where(t => t.WarnAt != null && t.OnHand - t.Reserved - t.Allocated <= t.WarnAt);
        var rows = await joined.OrderBy(t => t.Sku).Take(ask.Limit + 1).ToListAsync();
        return Page<StockTotal>.From(
            rows.Select(t => new StockTotal(t.Sku, t.OnHand, t.Reserved, t.Allocated, t.WarnAt)).ToList(), ask.Limit, t => t.Sku);
    }

    /// <summary>How many SKUs stand at or below their warning line.</summary>
    public async Task<int> LowCount() =>
        (await db.Query(LowSkus, r => r.Int(0)))[0];

    private static readonly Statement LowSkus = new(
        """
        select count(*) from (select w.sku from inventory_warning w join inventory_level l on l.sku = w.sku
        group by w.sku, w.warn_at having sum(l.on_hand - l.reserved - l.allocated) <= w.warn_at) low
        """);

    /// <summary>The lowest SKUs against their warning line.</summary>
    public async Task<List<StockTotal>> SellingOut(int most) => await db.Query(Lowest,
        r => new StockTotal(r.Text(0), r.Long(1), r.Long(2), r.Long(3), r.Long(4)), most);

    private static readonly Statement Lowest = new(
        """
        select w.sku, cast(sum(l.on_hand) as bigint), cast(sum(l.reserved) as bigint), cast(sum(l.allocated) as bigint), w.warn_at
        from inventory_warning w join inventory_level l on l.sku = w.sku
        group by w.sku, w.warn_at having sum(l.on_hand - l.reserved - l.allocated) <= w.warn_at
        order by sum(l.on_hand - l.reserved - l.allocated), w.sku limit $1
        """);

    /// <summary>Movements of a SKU, newest first.</summary>
    public async Task<Page<MovementView>> Movements(string sku, PageAsk ask)
    {
        var rows = db.Read<StockMovement>().Where(m => m.Sku == sku);
        if (ask.After is { } after && Guid.TryParse(after, out var id)) rows = rows.Where(m => m.Id.CompareTo(id) < 0);
        var page = await rows.OrderByDescending(m => m.Id).Take(ask.Limit + 1).ToListAsync();
        var titles = actors.Of(page.Select(m => m.Actor));
        return Page<MovementView>.From(page.Select(m => new MovementView(m.Id, m.At, m.Location, m.Kind, m.OnHand, m.Reserved,
            m.Allocated, m.OrderNumber is { } n ? OrderNumbers.Plain(n) : null, m.Reason, m.Actor, titles[m.Actor])).ToList(), ask.Limit, m => m.Id.ToString());
    }

    public async Task<List<LocationView>> Locations() => await db.Read<Location>().OrderBy(l => l.Position).ThenBy(l => l.Code)
        .Select(l => new LocationView(l.Code, new Text(l.NameZh, l.NameEn))).ToListAsync();
}
