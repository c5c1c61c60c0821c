using Guidan.Assurance;
using Guidan.Catalog;
using Guidan.Channels;
using Guidan.Fulfillment;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Web.Api;

/// <summary>What needs somebody now, and how today goes against the same weekday a week ago.</summary>
internal static class AdminHome
{
    private const int SellingOutMost = 5;

    public static void MapAdminHome(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/home", Home).Reads("orders.read", "home.read", "看今天", "See today").Produces<HomeView>();

    private static async Task<IResult> Home(HomeReader home) => Routes.Ok(await home.Read(SellingOutMost));
}

/// <summary>Reads the page of today.</summary>
internal sealed class HomeReader(OrderQueries orders, StockQueries stock, SellableVariants variants, ShipmentQueries parcels, Cases cases, ArrivalQueries arrivals, Proof proof,
    ShopDb db, ShopCalendar calendar, ShopCurrency currency, Caller caller, TimeProvider clock)
{
    private static readonly Statement Dead = new(
        "select (select count(*) from kernel_outbox where state = 2) + (select count(*) from kernel_inbox where state = 2)");
    private static readonly Statement Refunds = new(
        "select count(*), cast(coalesce(sum(amount), 0) as bigint), min(requested_at) from payments_refund where step < 2");

    public async Task<HomeView> Read(int sellingOutMost)
    {
        var now = clock.GetUtcNow();
        var today = calendar.StartOf(calendar.DateOf(now));
        var lastWeek = calendar.StartOf(calendar.DateOf(now).AddDays(-7));
        var (paidToday, paidThen) = (await orders.PaidBetween(today, now), await orders.PaidBetween(lastWeek, lastWeek.AddDays(1)));
        var soFar = paidThen.Where(p => p.At < now.AddDays(-7)).ToList();
        var (placed, placedThen) = (await orders.PlacedBetween(today, now), await orders.PlacedBetween(lastWeek, now.AddDays(-7)));
        return new(now, await Work(), new Figures(
                new(Sum(paidToday), Sum(soFar)), new(paidToday.Count, soFar.Count), new(Average(paidToday), Average(soFar)),
                new(Share(paidToday.Count, placed), Share(soFar.Count, placedThen))),
            new Hours(ByHour(paidToday, calendar.Local(now).Hour), ByHour(paidThen, 23)), await proof.Summary(), await SellingOut(sellingOutMost));
    }

    private async Task<IReadOnlyList<WorkItem>> Work()
    {
        var counts = await orders.Counts();
        var refunds = (await db.Query(Refunds, r => (Count: r.Int(0), Amount: r.Long(1), Oldest: r.TimeOrNull(2))))[0];
        var attention = await orders.AttentionCount();
        return
        [
            Standing("unmatched_money", cases.Standing()),
            Standing("unreturned", await arrivals.Standing()),
            new("awaiting_shipment", counts["awaiting_shipment"] + counts["partly_shipped"], await orders.OldestIn(DisplayState.AwaitingShipment), Overdue: Math.Max(0, attention - counts["paid"])),
            new("awaiting_confirmation", counts["paid"], await orders.OldestIn(DisplayState.Paid)),
            new("refunds_open", refunds.Count, refunds.Oldest, Amount: new Money(refunds.Amount, currency.Code)),
            new("awaiting_payment", counts["awaiting_payment"], await orders.OldestIn(DisplayState.AwaitingPayment)),
            new("low_stock", await stock.LowCount(), null),
            new("delivery_stalled", await parcels.Stalled(), null),
            new("dead_letters", (await db.Query(Dead, r => r.Int(0)))[0], null),
        ];
    }

    // Each cause says how long it may stand.
    private WorkItem Standing(string kind, IReadOnlyList<(string Kind, DateTimeOffset Since)> open)
    {
        var now = clock.GetUtcNow();
        return new(kind, open.Count, open.Count == 0 ? null : open[0].Since, Overdue: open.Count(o => o.Since + Causes.Of(o.Kind).Deadline < now));
    }

    private async Task<IReadOnlyList<SellingOutView>> SellingOut(int most)
    {
        var low = await stock.SellingOut(most);
        var goods = await variants.Find(low.Select(l => l.Sku).ToList());
        return low.Select(l => new SellingOutView(l.Sku, goods.GetValueOrDefault(l.Sku)?.Name.In(caller.Tongue) ?? l.Sku,
            goods.GetValueOrDefault(l.Sku)?.Image, l.Available, null)).ToList();
    }

    private Money Sum(IReadOnlyList<DaySum> sums) => new(sums.Sum(s => s.Amount), currency.Code);

    // No orders is no average, not an average of zero.
    private Money? Average(IReadOnlyList<DaySum> sums) => sums.Count == 0 ? null : new Money(sums.Sum(s => s.Amount) / sums.Count, currency.Code);

    private static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);

    private int?[] ByHour(IReadOnlyList<DaySum> sums, int until)
    {
        var hours = new int?[24];
        for (var hour = 0; hour <= until; hour++) hours[hour] = 0;
        foreach (var sum in sums) hours[calendar.Local(sum.At).Hour]++;
        return hours;
    }
}

internal sealed record WorkItem(string Kind, int Count, DateTimeOffset? OldestAt, DateTimeOffset? DueAt = null, int Overdue = 0, Money? Amount = null);

internal sealed record Pair<T>(T Today, T LastWeek);

internal sealed record Figures(Pair<Money> Sales, Pair<int> Orders, Pair<Money?> Average, Pair<double?> PaidShare);

internal sealed record Hours(int?[] Today, int?[] LastWeek);

internal sealed record SellingOutView(string Sku, string Name, string? Image, long Available, double? DaysLeft);

internal sealed record HomeView(DateTimeOffset AsOf, IReadOnlyList<WorkItem> Work, Figures Figures, Hours Hours, ProofSummary Proof,
    IReadOnlyList<SellingOutView> SellingOut);
