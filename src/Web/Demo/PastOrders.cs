using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Web.Demo;

/// <summary>What became of an order of the demo's past.</summary>
internal enum Fate
{
    /// <summary>Paid, shipped, delivered and completed as far as the time since then allows.</summary>
    Usual,
    TimedOut, CanceledPaid, ReturnedAll, ReturnedPart,
    AwaitingPayment, HeldUnconfirmed, Unconfirmed, OnHold, Late, PartlyShipped, Stalled, RefundUnderWay, Arriving, ReadyForPickup,
}

/// <summary>One order of the past, and when the things that became of it happened.</summary>
/// <param name="ReceiptAt">The customer confirmed receipt; null when it completed by itself.</param>
internal sealed record PastOrder(int Index, Fate Fate, DateTimeOffset PlacedAt, DemoPerson Person, DeliveryMethod Delivery,
    IReadOnlyList<LineAsked> Lines, DateTimeOffset PaidAt, DateTimeOffset ShippedAt, DateTimeOffset DeliveredAt, DateTimeOffset? ReceiptAt)
{
    public string Key => $"order-{Index}";

    /// <summary>When it completes: the customer confirms receipt, or the agreed days after delivery have passed.</summary>
    public DateTimeOffset CompletedAt => ReceiptAt ?? DeliveredAt + TimeSpan.FromDays(ShopProfile.Default.AutoCompleteDays);

    public bool IsPaid => Fate is not (Fate.TimedOut or Fate.AwaitingPayment);
}

/// <summary>
/// Makes up the orders of about sixty days, the same for the same present: more of them lately, by day and hour as shops
/// know it, and some for each state and each trouble that a merchant meets.
/// </summary>
internal sealed class PastOrders
{
    private const int Seed = 20261122;
    private const int Days = 60;
    private static readonly TimeSpan Newest = TimeSpan.FromMinutes(40);

    // Orders by hour of the day: quiet nights, a hill at noon, a higher one in the evening.
    private static readonly int[] Hours = [2, 1, 1, 0, 0, 1, 2, 4, 6, 9, 11, 11, 12, 10, 9, 9, 9, 8, 8, 10, 13, 14, 11, 6];

    private static readonly (Fate Fate, double HoursAgo)[] Special =
    [
        (Fate.AwaitingPayment, 0.05), (Fate.AwaitingPayment, 0.12), (Fate.AwaitingPayment, 0.2), (Fate.AwaitingPayment, 0.28),
        (Fate.HeldUnconfirmed, 1.5), (Fate.HeldUnconfirmed, 5.2), (Fate.Unconfirmed, 2.7), (Fate.OnHold, 19), (Fate.Late, 74),
        (Fate.Late, 91), (Fate.PartlyShipped, 27), (Fate.PartlyShipped, 44), (Fate.PartlyShipped, 33), (Fate.Stalled, 150),
        (Fate.Stalled, 128), (Fate.RefundUnderWay, 9), (Fate.RefundUnderWay, 12), (Fate.Arriving, 30), (Fate.Arriving, 36),
        (Fate.Arriving, 41), (Fate.ReadyForPickup, 7),
    ];

    private readonly Random random = new(Seed);
    private readonly DemoFiles files;
    private readonly DateTimeOffset now;
    private readonly IReadOnlyList<DeliveryMethod> methods;
    private readonly IReadOnlyList<DemoPerson> people;
    private readonly IReadOnlyList<DemoVariant> variants;
    private readonly List<PastOrder> orders = [];

    private PastOrders(DemoFiles files, DateTimeOffset now)
    {
        (this.files, this.now) = (files, now);
        methods = files.Shop.DeliveryMethods.Select(m => m.In(files.Shop.Currency)).ToList();
        people = files.People.Where(p => MethodsFor(p).Count > 0).ToList();
        variants = files.Catalog.Products.SelectMany(p => p.Variants).ToList();
    }

    public static IReadOnlyList<PastOrder> Of(DemoFiles files, DateTimeOffset now, ShopCalendar calendar)
    {
        var past = new PastOrders(files, now);
        foreach (var (fate, hoursAgo) in Special) past.Add(fate, now - TimeSpan.FromHours(hoursAgo));
        var today = calendar.DateOf(now);
        for (var back = Days; back >= 0; back--) past.Day(today.AddDays(-back), calendar, back);
        return past.orders;
    }

    /// <summary>How many units of each SKU these orders take off the shelf; when all of them are placed, and in the end.</summary>
    public static Dictionary<string, long> Demand(IEnumerable<PastOrder> orders) => orders.SelectMany(o => o.Lines)
        .GroupBy(l => l.Sku).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity));

    private void Day(DateOnly date, ShopCalendar calendar, int back)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
        var count = 1 + (Days - back) / 20 + weekend + random.Next(0, 3);
        for (var i = 0; i < count; i++)
        {
            var at = calendar.StartOf(date) + TimeSpan.FromHours(Hour()) + TimeSpan.FromSeconds(random.Next(0, 3600));
            var fate = FateAfter(now - at);
            if (at < now - Newest) Add(fate, at);
        }
    }

    private Fate FateAfter(TimeSpan age)
    {
        var roll = random.NextDouble();
        if (roll < 0.05 && age > TimeSpan.FromHours(2)) return Fate.TimedOut;
        if (roll is >= 0.05 and < 0.08 && age > TimeSpan.FromHours(14)) return Fate.CanceledPaid;
        if (age < TimeSpan.FromDays(18)) return Fate.Usual;
        return roll switch { >= 0.08 and < 0.105 => Fate.ReturnedAll, >= 0.105 and < 0.135 => Fate.ReturnedPart, _ => Fate.Usual };
    }

    private void Add(Fate fate, DateTimeOffset at)
    {
        var person = fate == Fate.ReadyForPickup ? people.First(p => p.Address.City == "杭州市") : Pick(people);
        var method = MethodOf(person, fate);
        var paidAt = at + TimeSpan.FromSeconds(random.Next(25, 420));
        var shippedAt = paidAt + TimeSpan.FromHours(2 + 22 * random.NextDouble());
        if (fate == Fate.PartlyShipped) shippedAt = now - TimeSpan.FromHours(3 + 10 * random.NextDouble());
        // Handed over just now: a message about it that were older than minutes would count as stuck.
        if (fate == Fate.Arriving) shippedAt = now - TimeSpan.FromSeconds(30 + 90 * random.NextDouble());
        var hoursUnderWay = method.Kind switch { "pickup" => 0, "sf" => 22, "post" => 100, _ => 44 } * (1 + 0.5 * random.NextDouble());
        var deliveredAt = shippedAt + TimeSpan.FromHours(hoursUnderWay);
        DateTimeOffset? receiptAt = random.NextDouble() < 0.6 ? deliveredAt + TimeSpan.FromHours(1 + 60 * random.NextDouble()) : null;
        orders.Add(new(orders.Count + 1, fate, at, person, method, Basket(fate), paidAt, shippedAt, deliveredAt, receiptAt));
    }

    private DeliveryMethod MethodOf(DemoPerson person, Fate fate)
    {
        var offered = MethodsFor(person);
        if (fate == Fate.ReadyForPickup) return offered.First(m => m.IsPickup);
        var roll = random.NextDouble();
        var kind = roll < 0.68 ? "courier" : roll < 0.86 ? "sf" : roll < 0.96 ? "post" : "pickup";
        if (fate != Fate.Usual && kind == "pickup") kind = "courier";
        return offered.FirstOrDefault(m => m.Kind == kind && (!m.IsPickup || person.Address.City == "杭州市"))
            ?? offered.First(m => !m.IsPickup);
    }

    // Goods that come back must not fill a shelf that is meant to be empty: those orders buy what there is plenty of.
    private List<LineAsked> Basket(Fate fate)
    {
        var plenty = fate is Fate.TimedOut or Fate.CanceledPaid or Fate.RefundUnderWay;
        var from = variants.Where(v => !plenty || v.Stock.Values.Sum() >= 20).ToList();
        var kinds = fate == Fate.PartlyShipped ? 2 : random.NextDouble() switch { < 0.62 => 1, < 0.9 => 2, _ => 3 };
        var lines = new Dictionary<string, long>();
        while (lines.Count < kinds)
        {
            var variant = Pick(from);
            // Dear things are bought more seldom, and one at a time.
            if (variant.Price > 30_000 && random.NextDouble() < 0.6) continue;
            lines[variant.Sku] = variant.Price < 10_000 ? random.Next(1, 4) : random.NextDouble() < 0.15 ? 2 : 1;
        }
        return lines.Select(l => new LineAsked(l.Key, l.Value)).ToList();
    }

    private List<DeliveryMethod> MethodsFor(DemoPerson person) =>
        methods.Where(m => m.Enabled && m.Reach.Covers(person.Address.Province)).ToList();

    private int Hour()
    {
        var roll = random.Next(Hours.Sum());
        var hour = 0;
        while (roll >= Hours[hour]) roll -= Hours[hour++];
        return hour;
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
