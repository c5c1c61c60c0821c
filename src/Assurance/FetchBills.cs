using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>Keeps a bill that was fetched or brought by hand, and matches it at once.</summary>
[Operation("assurance.take_bill", "登记支付方账单", "Take in a provider's bill")]
internal sealed class TakeBill(ShopDb db, Bills bills, MatchBill match, IEnumerable<IBillSource> sources, Cases cases)
{
    /// <param name="file">Null when the provider says that nothing happened that day.</param>
    public async Task<Result<BillMatch>> Handle(string? provider, DateOnly date, byte[]? file, CancellationToken ct)
    {
        if (sources.FirstOrDefault(s => s.Code == provider) is not { } source) return UnknownProvider(sources);
        var reading = file is null ? new BillReading([]) : source.Read(file);
        if (reading.Fault is { } fault) return Unreadable(fault);
        var day = BillDay.Number(date);
        if (reading.Lines.Count > 0 && !reading.Lines.Any(l => IsOf(source, l, date))) return OtherDay(date);
        var kept = await db.InTransaction<Done>(this, async () =>
        {
            var same = bills.Find(source.Code, day)?.FileHash;
            await bills.Keep(source.Code, day, file, reading.Lines, "CNY");
            await cases.Close(Difference.NoBill, $"{source.Code}:{day}", "here now");
            await cases.Close(Difference.Unreadable, $"{source.Code}:{day}", "a whole bill is here");
            db.Record($"bill:{source.Code}:{day}", same, bills.Find(source.Code, day)?.FileHash ?? "empty");
            return new Done();
        });
        return kept.IsOk ? await match.Run(source.Code, day, ct) : kept.Refusal!;
    }

    private static bool IsOf(IBillSource source, BillLine line, DateOnly date) =>
        line.At >= source.StartOf(date) && line.At < source.StartOf(date.AddDays(1));

    private static Refusal UnknownProvider(IEnumerable<IBillSource> sources) => Refusal.Invalid("provider", new(
        $"能核对账单的支付方：{string.Join("、", sources.Select(s => s.Code))}", $"Bills are matched for: {string.Join(", ", sources.Select(s => s.Code))}"));

    private static Refusal Unreadable(Text fault) => new(RefusalKind.Invalid, "bill.unreadable",
        new("账单读不了", "The bill cannot be read"), fault,
        new("到支付方后台重新下载业务明细账单，原样上传", "Download the detail bill again at the provider and upload it as it is"));

    private static Refusal OtherDay(DateOnly date) => new(RefusalKind.Invalid, "bill.other_day",
        new("账单不是这一天的", "The bill is of another day"),
        new($"里面没有{date:yyyy-MM-dd}的记录", $"It has no line of {date:yyyy-MM-dd}"),
        new("换成这一天的账单，或改日期", "Choose that day's bill, or another date"));
}

/// <summary>
/// Asks each provider for the bill of the day before, from eleven in the shop's morning, and for those of the last week
/// that are still missing. What cannot be had is a case until it is here.
/// </summary>
internal sealed class FetchBills(ShopDb db, Bills bills, TakeBill take, MatchBill match, IEnumerable<IBillSource> sources, Cases cases,
    ShopCalendar calendar, TimeProvider clock) : IJob
{
    private const int DaysBack = 7;
    private static readonly TimeOnly From = new(11, 0);
    private static readonly Statement FirstOrder = new("select number from orders_order order by number limit 1");
    private static readonly Statement Moved = new(
        "select 1 from payments_request where order_number >= $4 and provider = $1 and paid_at >= $2 and paid_at < $3 limit 1");

    public string Name => "assurance.bills";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task Run(CancellationToken ct)
    {
        var local = calendar.Local(clock.GetUtcNow());
        var newest = DateOnly.FromDateTime(local.DateTime).AddDays(TimeOnly.FromDateTime(local.DateTime) >= From ? -1 : -2);
        if (await FirstDay() is not { } first) return;
        foreach (var source in sources.Where(s => s.IsConfigured))
        {
            for (var day = newest.AddDays(1 - DaysBack); day <= newest; day = day.AddDays(1))
            {
                if (day >= first && IsDue(source.Code, day)) await Fetch(source, day, ct);
            }
        }
    }

    // Before the shop's first order there is nothing to match.
    private async Task<DateOnly?> FirstDay() => (await db.Query(FirstOrder, r => (DateOnly?)BillDay.Read((int)(20_000_000 + r.Long(0) / 1_000_000_000_000))))
        .FirstOrDefault();

    private bool IsDue(string provider, DateOnly day) => bills.Find(provider, BillDay.Number(day)) is not { } known
        || known.State == BillState.Awaited && known.NextTryAt <= clock.GetUtcNow()
        || known.State == BillState.Matched && (known.MatchedAt is null || known.NextTryAt <= clock.GetUtcNow());

    private async Task Fetch(IBillSource source, DateOnly date, CancellationToken ct)
    {
        var day = BillDay.Number(date);
        if (bills.Find(source.Code, day) is { State: BillState.Matched })
        {
            await match.Run(source.Code, day, ct);
            return;
        }
        // The next try stands before the call: a crash in it must not ask for ever without pause.
        await db.Housekeep(() => bills.Miss(source.Code, day, "asked", "CNY"));
        var fetched = await source.Fetch(date, ct);
        var nothing = fetched.State == BillFetchState.NotThere && !await HasMoved(source, date);
        var taken = fetched.State == BillFetchState.Fetched || nothing
            ? await take.Handle(source.Code, date, nothing ? null : fetched.File, ct)
            : Refusal.Conflict(fetched.Reason ?? "unknown", default, default, default);
        if (!taken.IsOk) await Tell(source.Code, date, fetched, taken.Refusal!);
    }

    // A provider says "no such bill" of a day on which nothing moved, too.
    private async Task<bool> HasMoved(IBillSource source, DateOnly date) =>
        (await db.Query(Moved, r => r.Int(0), source.Code, source.StartOf(date), source.StartOf(date.AddDays(1)),
            ShopDays.FirstOf(date.AddDays(-MatchBill.PayableDays)))).Count > 0;

    private Task Tell(string provider, DateOnly date, BillFetch fetched, Refusal refusal) => db.Housekeep(async () =>
    {
        var (kind, why) = fetched.State == BillFetchState.Fetched ? (Difference.Unreadable, refusal.Detail) : (Difference.NoBill, fetched.State == BillFetchState.NotThere
            ? new("支付方还没有出这天的账单", "The provider has not made the bill of that day yet")
            : new Text($"没取到账单（{fetched.Reason}）", $"The bill could not be fetched ({fetched.Reason})"));
        await cases.Open(kind, $"{provider}:{BillDay.Number(date)}", new($"{provider} {date:yyyy-MM-dd}：{why.Zh}", $"{provider} {date:yyyy-MM-dd}: {why.En}"),
            Causes.Of(kind).Remedy, reopen: true);
    });
}

/// <summary>The door of the command line to a bill in a file.</summary>
public sealed class BillCommand
{
    private readonly TakeBill take;

    internal BillCommand(TakeBill take) => this.take = take;

    /// <summary>Takes the bill in and matches it.</summary>
    public Task<Result<BillMatch>> Run(string provider, DateOnly date, byte[] file, CancellationToken ct) => take.Handle(provider, date, file, ct);
}
