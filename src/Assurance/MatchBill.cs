using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Operations;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>What a match found.</summary>
/// <param name="Waiting">Lines on which the provider has not answered yet; they are looked at again.</param>
public sealed record BillMatch(string Provider, DateOnly Date, int Lines, int Matched, int Waiting, int Differences, Money Payments, Money Refunds, Money Fees);

/// <summary>
/// Holds a bill against the books in both directions, and asks the provider where they differ: our payments and refunds,
/// its answer, its bill. Money that only the bill knows gets its rightful place by the money table; what stays different
/// is a case until it agrees.
/// </summary>
[Operation("assurance.match_bill", "核对支付方账单", "Match a provider's bill", Permission = AssuranceModule.RunRight)]
internal sealed class MatchBill(ShopDb db, Bills bills, Providers providers, IEnumerable<IBillSource> sources, MoneyDesk desk, Cases cases,
    Journal journal, TimeProvider clock)
{
    private const int Batch = 500;

    // No provider takes money for longer than this after an order was placed; it keeps the look-up to a range of keys.
    public const int PayableDays = 20;

    // A payment seconds before midnight may stand in the next day's bill: each day is looked at half an hour late.
    private static readonly TimeSpan Edge = TimeSpan.FromMinutes(30);

    private static readonly Statement Lines = new(
        """
        select l.line, l.kind, l.transaction_id, l.out_trade_no, l.refund_no, l.amount, l.fee, l.currency, l.at, l.state, l.order_number, c.became,
            (select max(f.amount) from payments_fact f where f.order_number in (l.order_number, 0) and f.provider = l.provider
                and coalesce(f.transaction_id, f.out_trade_no) = l.transaction_id and f.state in (3, 5) and f.verdict <> 'Repeat')
        from assurance_bill_line l
        left join kernel_claim c on c.kind = 'payment:' || l.provider and c.key = l.transaction_id
        where l.provider = $1 and l.day = $2 and l.line > $3 order by l.line limit $4
        """);
    private static readonly Statement RefundById = new("select amount, step from payments_refund where order_number = $1 and id = $2");
    private static readonly Statement RefundMade = new(
        "select amount, step from payments_refund where order_number = $1 and provider = $2 and made_under = $3");
    private static readonly Statement PaymentsNotInBill = new(
        """
        select q.transaction_id, q.order_number, q.paid_amount, q.currency, q.paid_at from payments_request q
        where q.order_number >= $4 and q.provider = $1 and q.state = 1 and q.paid_at >= $2 and q.paid_at < $3 and q.transaction_id is not null and not exists (
            select 1 from assurance_bill_line l where l.provider = q.provider and l.transaction_id = q.transaction_id and l.kind = 0)
        """);
    private static readonly Statement RefundsNotInBill = new(
        """
        select r.id, r.order_number, r.amount, r.currency, r.confirmed_at, r.made_under from payments_refund r
        where r.provider = $1 and r.step = 2 and r.confirmed_at >= $2 and r.confirmed_at < $3
        """);
    private static readonly Statement RefundInBill = new("select 1 from assurance_bill_line where provider = $1 and refund_no = $2 and kind = 1 limit 1");
    private static readonly Statement Judge = new(
        "update assurance_bill_line set state = $4 where provider = $1 and day = $2 and line = $3 and state <> $4");
    private static readonly Statement Finish = new(
        """
        update assurance_bill set matched_at = $3, differences = $4, fees_booked = fees_booked + $5, next_try_at = $6
        where provider = $1 and day = $2
        """);
    private static readonly Statement Sums = new(
        """
        select cast(coalesce(sum(case when kind = 0 then amount else 0 end), 0) as bigint),
            cast(coalesce(sum(case when kind = 1 then amount else 0 end), 0) as bigint), cast(coalesce(sum(fee), 0) as bigint)
        from assurance_bill_line where provider = $1 and day = $2
        """);

    public async Task<Result<BillMatch>> Run(string provider, int day, CancellationToken ct)
    {
        var (matched, waiting, found) = (0, 0, new List<Difference>());
        var verdicts = new List<(int Line, BillLineState State)>();
        for (var after = 0; ;)
        {
            var rows = await Read(provider, day, after);
            foreach (var row in rows)
            {
                var (state, difference) = await Place(provider, row, ct);
                verdicts.Add((row.Line.Line, state));
                if (state == BillLineState.Matched) matched++;
                else if (state == BillLineState.Open) waiting++;
                if (difference is not null) found.Add(difference);
            }
            if (rows.Count < Batch) break;
            after = rows[^1].Line.Line;
        }
        var lines = verdicts.Count;
        found.AddRange((await NotThere(provider, day)).Select(BillCompare.Missing));
        var (payments, refunds, fees) = (await db.Query(Sums, r => (r.Long(0), r.Long(1), r.Long(2)), provider, day))[0];
        var bill = bills.Find(provider, day)!;
        return await db.InTransaction<BillMatch>(this, async () =>
        {
            foreach (var (line, state) in verdicts) db.Later(Judge, [provider, day, line, (int)state], rows: null);
            BookFees(bill, fees);
            await Keep(bill, found);
            // What waits for the provider's answer is looked at again soon; the rest once more, when the next bill is here.
            var again = waiting > 0 ? clock.GetUtcNow() + TimeSpan.FromMinutes(10) : (DateTimeOffset?)null;
            await db.Execute(Finish, provider, day, clock.GetUtcNow(), found.Count, fees - bill.FeesBooked, again);
            db.Record($"bill:{provider}:{day}", null, $"{matched} of {lines} lines match, {found.Count} differences");
            return new BillMatch(provider, BillDay.Read(day), lines, matched, waiting, found.Count, new(payments, bill.Currency),
                new(refunds, bill.Currency), new(fees, bill.Currency));
        });
    }

    private async Task<(BillLineState, Difference?)> Place(string provider, LineInBooks row, CancellationToken ct)
    {
        var (verdict, difference) = BillCompare.Judge(row);
        if (verdict != LineVerdict.AskProvider)
            return (verdict switch { LineVerdict.Matched => BillLineState.Matched, LineVerdict.Wait => BillLineState.Open, _ => BillLineState.Differs }, difference);
        var answer = providers.Find(provider) is { IsConfigured: true } asked ? await asked.Query(row.Line.OutTradeNo, ct) : new(TradeState.Unknown, "");
        if (BillCompare.Confirms(row.Line, answer) is not { } confirmed) return (BillLineState.Open, null);
        if (!confirmed) return (BillLineState.Differs, BillCompare.NotConfirmed(row.Line, answer));
        var taken = await desk.TakeFromBill(provider, new(row.Line.Line, BillLineKind.Payment, row.Line.TransactionId, row.Line.OutTradeNo, null,
            row.Line.Amount, row.Line.Fee, row.Line.Currency, row.Line.At));
        return (taken.IsOk ? BillLineState.Matched : BillLineState.Open, null);
    }

    private async Task<List<LineInBooks>> Read(string provider, int day, int after)
    {
        var rows = await db.Query(Lines, r => new LineInBooks(new BillRow
        {
            Provider = provider, Day = day, Line = r.Int(0), Kind = (BillLineKind)r.Int(1), TransactionId = r.Text(2), OutTradeNo = r.Text(3),
            RefundNo = r.TextOrNull(4), Amount = r.Long(5), Fee = r.Long(6), Currency = r.Text(7), At = r.Time(8),
            State = (BillLineState)r.Int(9), OrderNumber = r.Long(10),
        }, r.TextOrNull(11), r.LongOrNull(12), null), provider, day, after, Batch);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Line.Kind == BillLineKind.Refund) rows[i] = rows[i] with { Refund = await RefundOf(rows[i].Line) };
        }
        return rows;
    }

    private async Task<(long Amount, RefundStep Step)?> RefundOf(BillRow line)
    {
        var found = Refund.IdOf(line.RefundNo) is { } id ? await db.Query(RefundById, Read, line.OrderNumber, id)
            : await db.Query(RefundMade, Read, line.OrderNumber, line.Provider, line.RefundNo);
        return found.Count == 0 ? null : found[0];

        static (long, RefundStep) Read(Row r) => (r.Long(0), (RefundStep)r.Int(1));
    }

    private async Task<List<NotInBill>> NotThere(string provider, int day)
    {
        if (sources.FirstOrDefault(s => s.Code == provider) is not { } source) return [];
        var date = BillDay.Read(day);
        // Minutes before midnight are looked at with the next day, when both bills are here.
        var both = bills.Find(provider, BillDay.Number(date.AddDays(-1))) is { State: BillState.Matched };
        var (from, to) = (source.StartOf(date) - (both ? Edge : TimeSpan.Zero), source.StartOf(date.AddDays(1)) - Edge);
        var payments = await db.Query(PaymentsNotInBill, r => new NotInBill(false, r.Text(0), "", r.Long(1), new(r.Long(2), r.Text(3)), r.Time(4)),
            provider, from, to, ShopDays.FirstOf(date.AddDays(-PayableDays)));
        var refunds = await db.Query(RefundsNotInBill, r => new NotInBill(true, r.TextOrNull(5) ?? "R" + r.Id(0).ToString("N"), "", r.Long(1),
            new(r.Long(2), r.Text(3)), r.Time(4)), provider, from, to);
        foreach (var refund in refunds)
        {
            if ((await db.Query(RefundInBill, r => r.Int(0), provider, refund.Number)).Count == 0) payments.Add(refund);
        }
        return payments;
    }

    // Booked once per day and provider; a corrected bill books the difference.
    private void BookFees(BillDay bill, long fees)
    {
        var more = fees - bill.FeesBooked;
        var (cost, held) = (Accounts.ChannelFees, Accounts.Clearing(bill.Provider));
        if (more != 0)
            journal.Post(0, "fee", $"{bill.Provider} {bill.Day}", bill.Currency, more > 0
                ? [Journal.Debit(cost, more), Journal.Credit(held, more)] : [Journal.Debit(held, -more), Journal.Credit(cost, -more)]);
    }

    private async Task Keep(BillDay bill, List<Difference> found)
    {
        var begins = $"{bill.Provider}:{bill.Day}:";
        foreach (var one in found)
            await cases.Open(one.Kind, begins + one.Subject, one.Cause, Causes.Of(one.Kind).Remedy, one.Order, one.Amount, one.Since, reopen: true);
        foreach (var kind in Difference.Kinds)
        {
            foreach (var open in cases.OpenOf(kind, begins).Where(c => !found.Exists(f => f.Kind == kind && begins + f.Subject == c.Subject)))
                await cases.Close(kind, open.Subject, "agrees now");
        }
    }
}
