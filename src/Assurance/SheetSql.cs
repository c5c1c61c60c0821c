using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>
/// What came in on a day, from outside wherever there is an outside: orders as channels told of them, money as providers
/// and their bills state it. Sums and drill-down read the same rows, so a figure is always the sum of what it opens to.
/// </summary>
internal static class SheetSql
{
    // $1, $2: order numbers of the day; $3, $4: its moments.
    private const string Orders =
        $"""
        select o.channel as name, o.number as number, o.external_number as external, o.currency as currency, o.placed_at as at,
            (select cast(coalesce(sum(f.amount), 0) as bigint) from payments_fact f where f.order_number = o.number and f.verdict in {MoneyEquations.OfOrders}) as came,
            o.paid + (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r where r.order_number = o.number and not r.of_sale) as kept,
            case when o.number in (select c.order_number from operations_case c where c.state = 0 and c.order_number is not null) then 1 else 0 end as waits,
            cast(null as varchar(200)) as subject
        from orders_order o where o.number >= $1 and o.number < $2
            and not exists (select 1 from channels_arrival a where a.order_number = o.number)
        union all
        select a.channel, a.order_number, a.external_number, coalesce(a.currency, 'CNY'), a.since,
            case when a.payment in (1, 3, 4) then a.amount else coalesce(o.paid, 0) end,
            case when a.state = 2 and a.payment in (1, 3, 4) then a.amount
                else coalesce(o.paid, 0) + (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r where r.order_number = o.number and not r.of_sale) end,
            case when a.state = 0 or o.number in (select c.order_number from operations_case c where c.state = 0 and c.order_number is not null) then 1 else 0 end,
            a.channel || ':' || a.external_id
        from channels_arrival a left join orders_order o on o.number = a.order_number
        where a.state in (0, 1, 2) and a.since >= $3 and a.since < $4
        """;

    private const string Money =
        $"""
        select f.provider as name, max(case when f.order_number = 0 then null else f.order_number end) as number, f.paid_under as external,
            f.paid_in as currency, min(f.at) as at, max(f.amount) as came,
            case when (max(case when f.verdict in {MoneyEquations.OfOrders} then 1 else 0 end) = 1
                    or exists (select 1 from kernel_claim k where k.kind = 'loose_money' and k.key = f.provider || ':' || f.paid_under))
                and not exists (select 1 from assurance_bill_line b where b.provider = f.provider and b.transaction_id = f.paid_under and b.kind = 0 and b.state = 2)
                then max(f.amount) else 0 end as kept,
            0 as waits, f.provider || ':' || f.paid_under as subject
        from (select p.provider, p.order_number, p.at, p.amount, p.verdict, coalesce(p.transaction_id, p.out_trade_no) as paid_under,
                coalesce(p.currency, 'CNY') as paid_in from payments_fact p
            where (p.order_number >= $1 and p.order_number < $2 or p.order_number = 0 and p.at >= $3 and p.at < $4)
                and p.state in (3, 5) and p.amount is not null) f
        group by f.provider, f.paid_in, f.paid_under
        union all
        select l.provider, case when l.order_number = 0 then null else l.order_number end, l.transaction_id, l.currency, l.at, l.amount, 0, 1,
            l.provider || ':' || l.day || ':' || l.transaction_id
        from assurance_bill_line l where l.kind = 0 and l.at >= $3 and l.at < $4 and l.state <> 1
            and not exists (select 1 from payments_fact f where f.order_number in (l.order_number, 0) and f.provider = l.provider and f.transaction_id = l.transaction_id)
        """;

    public static readonly Statement ByChannel = Sum(Orders);
    public static readonly Statement ByProvider = Sum(Money);

    /// <summary>Money that waits and belongs to no order: what belongs to one waits with it.</summary>
    public static readonly Statement Loose = new($"select count(*) from ({Money}) day where number is null and not (came = kept and waits = 0)");

    public static readonly Statement OfChannel = Rows(Orders);
    public static readonly Statement OfProvider = Rows(Money);

    public static readonly Statement Refunds = new(
        """
        select count(*), cast(coalesce(sum(amount), 0) as bigint), cast(coalesce(sum(case when step = 2 then 1 else 0 end), 0) as bigint),
            cast(coalesce(sum(case when step = 2 then amount else 0 end), 0) as bigint)
        from payments_refund where requested_at >= $1 and requested_at < $2
        """);

    public static readonly Statement RefundRows = new(
        """
        select r.provider, case when r.order_number = 0 then null else r.order_number end, r.id, r.made_under, r.currency, r.requested_at, r.amount, r.step
        from payments_refund r where r.requested_at >= $1 and r.requested_at < $2 order by r.requested_at, r.id limit $3
        """);

    public static readonly Statement Fees = new(
        "select currency, cast(sum(fee) as bigint) from assurance_bill_line where at >= $1 and at < $2 group by currency");

    public static readonly Statement FeeRows = new(
        """
        select provider, case when order_number = 0 then null else order_number end, transaction_id, currency, at, fee from assurance_bill_line
        where at >= $1 and at < $2 and fee <> 0 order by at, line limit $3
        """);

    public static readonly Statement Queue = new(
        """
        select (select count(*) from channels_arrival where state = 0), (select count(*) from kernel_inbox where state in (0, 2)),
            (select count(*) from kernel_outbox where state in (0, 2) and attempts > 0), (select count(*) from operations_case where state = 0)
        """);

    public static readonly Statement Bills = new(
        "select provider, state, lines, differences, stored_at, error, next_try_at from assurance_bill where day = $1 order by provider");

    private static Statement Sum(string rows) => new(
        $"""
        select name, currency, count(*), cast(sum(case when came = kept and waits = 0 then 1 else 0 end) as bigint),
            cast(sum(came) as bigint), cast(sum(case when came < kept then came else kept end) as bigint)
        from ({rows}) day group by name, currency order by name, currency
        """);

    // $5: one name, or empty for all; $6: 0 matched, 1 open, 2 both; $7: how many.
    private static Statement Rows(string rows) => new(
        $"""
        select name, number, external, currency, at, came, kept, waits, subject from ({rows}) day
        where ($5 = '' or name = $5) and ($6 = 2 or $6 = case when came = kept and waits = 0 then 0 else 1 end)
        order by at, external limit $7
        """, $"""
        select name, number, external, currency, at, came, kept, waits, subject from ({rows}) day
        where ($5::text = '' or name = $5::text) and ($6 = 2 or $6 = case when came = kept and waits = 0 then 0 else 1 end)
        order by at, external limit $7
        """);
}
