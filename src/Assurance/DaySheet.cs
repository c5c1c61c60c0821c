using System.Globalization;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>What came in on a day and what of it is accounted for, by channel or by provider.</summary>
/// <param name="Name">The channel's or the provider's code.</param>
/// <param name="In">Orders, or payments.</param>
/// <param name="Matched">Those whose books agree with what the providers said and that wait for nobody.</param>
/// <param name="AmountIn">What providers say they took for them.</param>
/// <param name="AmountMatched">What of it belongs to an order, or has been given back.</param>
public sealed record SheetRow(string Name, long In, long Matched, long Open, Money AmountIn, Money AmountMatched);

/// <summary>The sheet of one day of the shop.</summary>
public sealed record Sheet(DateOnly Date, long In, long Matched, long Open, Money AmountIn, Money AmountMatched,
    IReadOnlyList<SheetRow> Channels, IReadOnlyList<SheetRow> Providers);

/// <summary>Holds the orders of a day against what the payment providers said about them.</summary>
internal sealed class DaySheet(ShopDb db, ShopCalendar calendar, ShopCurrency currency, TimeProvider clock)
{
    private const long NumbersPerDay = 1_000_000_000_000;

    private static readonly Statement ByChannel = new(
        $"""
        select channel, currency, count(*), cast(sum(case when came = kept and waits = 0 then 1 else 0 end) as bigint),
            cast(sum(came) as bigint), cast(sum(case when came < kept then came else kept end) as bigint)
        from (
            select o.channel as channel, o.currency as currency,
                (select coalesce(sum(f.amount), 0) from payments_fact f where f.order_number = o.number and f.verdict in {MoneyEquations.Booked}) as came,
                o.paid + (select coalesce(sum(r.amount), 0) from payments_refund r where r.order_number = o.number and not r.of_sale) as kept,
                case when o.number in (select c.order_number from operations_case c where c.state = 0 and c.order_number is not null)
                    then 1 else 0 end as waits
            from orders_order o where o.number >= $1 and o.number < $2) day
        group by channel, currency order by channel, currency
        """);

    private static readonly Statement ByProvider = new(
        $"""
        select provider, currency, count(*), cast(sum(booked) as bigint), cast(sum(amount) as bigint),
            cast(sum(case when booked = 1 then amount else 0 end) as bigint)
        from (
            select f.provider as provider, coalesce(f.currency, 'CNY') as currency, max(f.amount) as amount,
                max(case when f.verdict in {MoneyEquations.Booked} then 1 else 0 end) as booked
            from payments_fact f
            where (f.order_number >= $1 and f.order_number < $2 or f.order_number = 0 and f.at >= $3 and f.at < $4)
                and f.state in (3, 5) and f.amount is not null
            group by f.provider, coalesce(f.currency, 'CNY'), coalesce(f.transaction_id, f.out_trade_no)) day
        group by provider, currency order by provider, currency
        """);

    /// <summary>Reads the sheet of a date as people write it; today when it is left out.</summary>
    public async Task<Result<Sheet>> Read(string? date)
    {
        var day = calendar.DateOf(clock.GetUtcNow());
        if (!string.IsNullOrEmpty(date) && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return Refusal.Malformed("date", new("date 应为日期，如 2026-11-22", "date is a date such as 2026-11-22"));
        return await Of(day);
    }

    /// <summary>The sheet of a day of the shop.</summary>
    public async Task<Sheet> Of(DateOnly day)
    {
        // Order numbers begin with the shop's date, so a day is a range of keys.
        var (first, end) = (FirstOf(day), FirstOf(day) + NumbersPerDay);
        var channels = await db.Query(ByChannel, RowOf, first, end);
        var providers = await db.Query(ByProvider, RowOf, first, end, calendar.StartOf(day), calendar.StartOf(day.AddDays(1)));
        long In(Func<SheetRow, long> figure) => channels.Sum(figure);
        Money Sum(Func<SheetRow, Money> amount) =>
            new(channels.Select(amount).Where(m => m.Currency == currency.Code).Sum(m => m.Amount), currency.Code);
        return new(day, In(c => c.In), In(c => c.Matched), In(c => c.Open), Sum(c => c.AmountIn), Sum(c => c.AmountMatched), channels, providers);
    }

    private static long FirstOf(DateOnly day) => (day.Year % 100 * 10_000L + day.Month * 100 + day.Day) * NumbersPerDay;

    private static SheetRow RowOf(Row r) =>
        new(r.Text(0), r.Long(2), r.Long(3), r.Long(2) - r.Long(3), new(r.Long(4), r.Text(1)), new(r.Long(5), r.Text(1)));
}
