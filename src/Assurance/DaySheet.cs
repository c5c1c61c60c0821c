using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>What came in on a day and what of it is accounted for, by channel or by provider.</summary>
/// <param name="Name">The channel's or the provider's code.</param>
/// <param name="In">Orders, or payments, as the outside counts them.</param>
/// <param name="Matched">Those whose books agree with what the outside said and that wait for nobody.</param>
/// <param name="AmountIn">What the outside says was taken for them.</param>
/// <param name="AmountMatched">What of it belongs to an order, or has been given back.</param>
public sealed record SheetRow(string Name, long In, long Matched, long Open, Money AmountIn, Money AmountMatched);

/// <summary>Refunds that were asked for on the day, and those of them that the provider has confirmed.</summary>
public sealed record SheetRefunds(long Count, long Confirmed, Money Amount, Money AmountConfirmed);

/// <summary>What waits now: orders of channels, messages in, messages out, cases.</summary>
public sealed record SheetQueue(long Arrivals, long Inbox, long Outbox, long Cases);

/// <summary>The bill of a provider for this day.</summary>
/// <param name="State">matched or awaited.</param>
public sealed record SheetBill(string Provider, BillState State, int Lines, int Differences, DateTimeOffset? At, string? Error, DateTimeOffset? NextTryAt);

/// <summary>The sheet of one day of the shop.</summary>
/// <param name="Sentence">The day in one sentence, in the reader's language.</param>
/// <param name="Waiting">Orders, and money without one, that wait for somebody.</param>
public sealed record Sheet(DateOnly Date, string Sentence, long Waiting, long In, long Matched, long Open, Money AmountIn, Money AmountMatched,
    IReadOnlyList<SheetRow> Channels, IReadOnlyList<SheetRow> Providers, SheetRefunds Refunds, Money Fees, SheetQueue Queue, IReadOnlyList<SheetBill> Bills);

/// <summary>Holds the orders of a day against what channels and payment providers said about them.</summary>
internal sealed class DaySheet(ShopDb db, ShopCalendar calendar, ShopCurrency currency, Caller caller, TimeProvider clock)
{
    public DateOnly Today => calendar.DateOf(clock.GetUtcNow());

    /// <summary>Reads the sheet of a date as people write it; today when it is left out.</summary>
    public async Task<Result<Sheet>> Read(string? date)
    {
        var day = ShopDays.Read(date, Today);
        return day.IsOk ? await Of(day.Value) : day.Refusal!;
    }

    /// <summary>The sheet of a day of the shop.</summary>
    public async Task<Sheet> Of(DateOnly day)
    {
        var channels = await db.Query(SheetSql.ByChannel, RowOf, Range(day));
        var providers = await db.Query(SheetSql.ByProvider, RowOf, Range(day));
        var (from, to) = (calendar.StartOf(day), calendar.StartOf(day.AddDays(1)));
        long In(Func<SheetRow, long> figure) => channels.Sum(figure);
        Money Sum(Func<SheetRow, Money> amount) =>
            new(channels.Select(amount).Where(m => m.Currency == currency.Code).Sum(m => m.Amount), currency.Code);
        var refunds = (await db.Query(SheetSql.Refunds, r => new SheetRefunds(r.Long(0), r.Long(2), new(r.Long(1), currency.Code),
            new(r.Long(3), currency.Code)), from, to))[0];
        var fees = (await db.Query(SheetSql.Fees, r => new Money(r.Long(1), r.Text(0)), from, to)).FirstOrDefault(m => m.Currency == currency.Code);
        var queue = (await db.Query(SheetSql.Queue, r => new SheetQueue(r.Long(0), r.Long(1), r.Long(2), r.Long(3))))[0];
        var bills = await db.Query(SheetSql.Bills, r => new SheetBill(r.Text(0), (BillState)r.Int(1), r.Int(2), r.Int(3), r.TimeOrNull(4),
            r.TextOrNull(5), r.TimeOrNull(6)), BillDay.Number(day));
        var waiting = In(c => c.Open) + (await db.Query(SheetSql.Loose, r => r.Long(0), Range(day)))[0];
        return new(day, Sentence(day, In(c => c.In), In(c => c.Matched), waiting).In(caller.Tongue), waiting, In(c => c.In), In(c => c.Matched), In(c => c.Open),
            Sum(c => c.AmountIn), Sum(c => c.AmountMatched), channels, providers, refunds, fees.Currency is null ? Money.Zero(currency.Code) : fees, queue, bills);
    }

    /// <summary>The values that the statements of a day take.</summary>
    public object[] Range(DateOnly day) => [ShopDays.FirstOf(day), ShopDays.FirstOf(day) + ShopDays.NumbersPerDay,
        calendar.StartOf(day), calendar.StartOf(day.AddDays(1))];

    private Text Sentence(DateOnly day, long orders, long home, long open)
    {
        var when = day == Today ? new Text("今天", "Today") : new Text($"{day.Month}月{day.Day}日", $"On {day:yyyy-MM-dd}");
        if (orders == 0 && open == 0) return new($"{when.Zh}还没有订单", $"{when.En} there are no orders");
        var so = new Text($"{when.Zh}{orders}单，{home}单归好", $"{when.En} {orders} orders, {home} home");
        return open == 0 ? new($"{so.Zh}，没有要您处理的", $"{so.En}, none waiting for you")
            : new($"{so.Zh}，{open}笔在等您", $"{so.En}, {open} waiting for you");
    }

    private static SheetRow RowOf(Row r) =>
        new(r.Text(0), r.Long(2), r.Long(3), r.Long(2) - r.Long(3), new(r.Long(4), r.Text(1)), new(r.Long(5), r.Text(1)));
}
