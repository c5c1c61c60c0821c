using Guidan.Kernel;
using Guidan.Ledger;

namespace Guidan.Assurance;

/// <summary>What must be equal about money. Amounts in minor units.</summary>
internal static class MoneyEquations
{
    /// <summary>Verdicts after which a provider's fact is money in the books.</summary>
    internal const string Booked = "('Accept', 'AcceptAndReturnExcess', 'ReturnAll')";

    // Money that a person attached to an order came in without one: it belongs to the order, its arrival does not.
    internal const string OfOrders = "('Accept', 'AcceptAndReturnExcess', 'ReturnAll', 'Attach')";

    private static readonly Text FollowOrder = new(
        "打开这个订单，用支付方后台核对收款和退款：多收的退款，漏记的在消息里重新处理那条通知",
        "Open the order and compare with the provider's own records: refund what is too much, replay the notice that was missed");

    private static readonly Text FollowLedger = new(
        "按凭证号找到这笔分录，补记一笔更正分录；原分录不改",
        "Find the entry by its document and post a correcting entry; the entry itself is never changed");

    public static readonly Equation Entries = new("ledger.entries",
        new("每笔分录借贷相等，金额大于零", "Every entry has equal debits and credits, above zero"), FollowLedger,
        new Step(new(
            """
            select e.id, cast(coalesce(sum(p.debit), 0) as bigint), cast(coalesce(sum(p.credit), 0) as bigint), min(e.memo)
            from (select id, order_number, memo from ledger_entry where id > $1 order by id limit $2) e
            left join ledger_posting p on p.order_number = e.order_number and p.entry_id = e.id
            group by e.id order by e.id
            """), s => s.Ids(), (r, _) => r.Long(1) == r.Long(2) && r.Long(1) > 0 ? Compared.Equal(r.Id(0))
                : new([r.Id(0)], r.Text(3), $"debit {r.Long(2)}", $"debit {r.Long(1)}",
                    Lines(Accounts.Unassigned, Accounts.Receivable, r.Long(2) - r.Long(1)))),
        new Step(new(
            """
            select p.account from ledger_posting p where not exists (
                select 1 from ledger_entry e where e.order_number = p.order_number and e.id = p.entry_id) limit 1
            """), null, (r, _) => new([], r.Text(0), "an entry", "a posting without one"))
        { FullOnly = true });

    public static readonly Equation Total = new("ledger.total",
        new("全部分录的借方合计等于贷方合计", "All debits together equal all credits"), FollowLedger,
        new Step(new(
            """
            select e.currency, cast(sum(p.debit) as bigint), cast(sum(p.credit) as bigint) from ledger_entry e
            join ledger_posting p on p.order_number = e.order_number and p.entry_id = e.id where e.id > $1 group by e.currency
            """), null, (r, _) => r.Long(1) == r.Long(2) ? Compared.Equal()
                : new([], r.Text(0), $"debit {r.Long(2)}", $"debit {r.Long(1)}"))
        { More = s => s.Ids() });

    public static readonly Equation Orders = new("payments.orders",
        new("订单的已付、已退、在退，等于支付方说收到的和退掉的，退款不超过已付",
            "Paid, refunded and refunding of an order are what the provider took and gave back; no more goes back than came"),
        FollowOrder,
        new Step(new(
            $"""
            select o.number, o.paid, o.refunded, o.refunding,
                (select cast(coalesce(sum(f.amount), 0) as bigint) from payments_fact f where f.order_number = o.number and f.verdict in {OfOrders}),
                (select cast(coalesce(sum(q.paid_amount), 0) as bigint) from payments_request q where q.order_number = o.number),
                (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r where r.order_number = o.number and not r.of_sale),
                (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r where r.order_number = o.number and r.of_sale and r.step = 2),
                (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r where r.order_number = o.number and r.of_sale and r.step < 2)
            from orders_order o where o.number > $1 order by o.number limit $2
            """), s => s.Orders(), (r, _) => OfOrder(r)));

    public static readonly Equation Ledger = new("payments.ledger",
        new("账上每个订单从支付方收到和退出的钱，等于支付方的事实和确认了的退款",
            "What the ledger shows as received from and returned through a provider, order by order, is what the provider said"),
        FollowOrder,
        new Step(new(
            $"""
            select o.number,
                (select cast(coalesce(sum(f.amount), 0) as bigint) from payments_fact f where f.order_number = o.number and f.verdict in {Booked}),
                (select cast(coalesce(sum(p.debit), 0) as bigint) from ledger_posting p where p.order_number = o.number and p.account like '1012.%'),
                (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r where r.order_number = o.number and r.step = 2),
                (select cast(coalesce(sum(p.credit), 0) as bigint) from ledger_posting p where p.order_number = o.number and p.account like '1012.%')
            from orders_order o where o.number > $1 order by o.number limit $2
            """), s => s.Orders(), (r, _) => InOut([r.Long(0)], OrderNumbers.Plain(r.Long(0)), r.Long(1), r.Long(3), r.Long(2), r.Long(4))));

    public static readonly Equation Transactions = new("payments.transactions",
        new("支付方的每笔交易只入账一次", "Every transaction of a provider is booked once"), FollowOrder,
        new Step(new(
            $"""
            select f.provider, f.transaction_id, count(*) from payments_fact f
            where f.verdict in {Booked} and f.transaction_id is not null and (f.order_number = 0 or f.order_number > $1)
            group by f.provider, f.transaction_id having count(*) > 1 limit 100
            """), null, (r, _) => new([], $"{r.Text(0)} {r.Text(1)}", "booked once", $"booked {r.Long(2)} times"))
        { More = s => s.Orders() });

    public static readonly Equation Bills = new("bills.explained",
        new("账单的每一行都对上了账，对不上的都有待处理事项", "Every line of a bill agrees with the books, or a case is open about it"),
        new("重新核对这天的账单；事项会写明原因和办法", "Match that day's bill again; its case says why and what to do"),
        new Step(new(
            """
            select l.provider, l.day, l.transaction_id, l.refund_no from assurance_bill_line l where l.state = 2 and l.at < $1 and not exists (
                select 1 from operations_case c where c.state = 0 and c.kind like 'bill.%'
                and c.subject in (l.provider || ':' || l.day || ':' || l.transaction_id, l.provider || ':' || l.day || ':' || coalesce(l.refund_no, '')))
            order by l.provider, l.day, l.line limit 100
            """), null, (r, _) => new([], $"{r.Text(0)} {r.Long(1)} {r.TextOrNull(3) ?? r.Text(2)}", "an open case", "none"))
        { More = s => [s.Now] });

    public static readonly Equation Providers = new("payments.providers",
        new("每个支付方的待结算账，收进等于它说收到的，付出等于它确认的退款",
            "Each provider's clearing account took in what the provider received and paid out what it confirmed as refunded"),
        FollowOrder,
        new Step(new(
            $"""
            select provider, currency, cast(sum(came) as bigint), cast(sum(debit) as bigint), cast(sum(went) as bigint), cast(sum(credit) as bigint)
            from (
                select f.provider as provider, coalesce(f.currency, 'CNY') as currency, f.amount as came, 0 as debit, 0 as went, 0 as credit
                from payments_fact f where f.verdict in {Booked} and (f.order_number = 0 or f.order_number > $1)
                union all
                select h.provider, h.currency, h.amount, 0, 0, 0 from (
                    select f.provider as provider, coalesce(f.currency, 'CNY') as currency, max(f.amount) as amount
                    from payments_fact f join kernel_claim c on c.kind = 'payment:' || f.provider
                        and c.key = coalesce(f.transaction_id, f.out_trade_no) and c.became = 'orphan'
                    where f.verdict = 'Hold' and f.amount > 0 and f.state in (3, 5)
                    group by f.provider, coalesce(f.currency, 'CNY'), c.key) h
                union all
                select substr(p.account, 6), e.currency, 0, p.debit, 0, p.credit from ledger_posting p
                join ledger_entry e on e.order_number = p.order_number and e.id = p.entry_id
                where p.account like '1012.%' and (p.order_number = 0 or p.order_number > $1)
                union all
                select r.provider, r.currency, 0, 0, r.amount, 0 from payments_refund r where r.step = 2 and (r.order_number = 0 or r.order_number > $1)
                union all
                select b.provider, b.currency, 0, 0, b.fees_booked, 0 from assurance_bill b) t
            group by provider, currency
            """), null, (r, _) => InOut([], $"{r.Text(0)} {r.Text(1)}", r.Long(2), r.Long(4), r.Long(3), r.Long(5)))
        { More = s => s.Orders() });

    private static Compared OfOrder(Row r)
    {
        var (paid, refunded, refunding) = (r.Long(1), r.Long(2), r.Long(3));
        var (came, requests, nobodys) = (r.Long(4), r.Long(5), r.Long(6));
        var (done, under) = (r.Long(7), r.Long(8));
        if (paid == came - nobodys && requests == came && refunded == done && refunding == under && refunded + refunding <= paid)
            return Compared.Equal(r.Long(0));
        return new([r.Long(0)], OrderNumbers.Plain(r.Long(0)), $"paid {came - nobodys}, refunded {done}, refunding {under}",
            $"paid {paid}, refunded {refunded}, refunding {refunding}, attempts {requests}");
    }

    private static Compared InOut(object[] place, string key, long came, long went, long debit, long credit) =>
        came == debit && went == credit ? Compared.Equal(place)
            : new(place, key, $"in {came}, out {went}", $"in {debit}, out {credit}", Entry(came - debit, went - credit));

    // Money that came in and is not booked waits without an order; money that went and is not booked was owed.
    private static string Entry(long missingIn, long missingOut)
    {
        var lines = new List<string>();
        if (missingIn != 0) lines.Add(Lines(Held, Accounts.Unassigned, missingIn));
        if (missingOut != 0) lines.Add(Lines(Accounts.RefundsPayable, Held, missingOut));
        return string.Join("; ", lines);
    }

    private const string Held = "1012.*";

    private static string Lines(string debit, string credit, long amount) =>
        amount > 0 ? $"Dr {debit} {amount}, Cr {credit} {amount}" : $"Dr {credit} {-amount}, Cr {debit} {-amount}";
}
