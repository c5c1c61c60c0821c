using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>A cause with what it means for merchant and customer, and how often it was met.</summary>
/// <param name="Found">How it is detected.</param>
/// <param name="Customer">What the customer reads on the page of the order; null when it does not concern one.</param>
/// <param name="Repair">What the program does by itself; null when a person decides.</param>
/// <param name="Open">Cases that are open now.</param>
/// <param name="Solved">Cases of the last days that are closed.</param>
public sealed record CauseView(string Code, CauseGroup Group, string GroupName, string Title, string Found, string Remedy, string? Customer,
    ActionView Action, AutoRepair Auto, string? Repair, int DeadlineMinutes, int EscalateMinutes, int Open, int Solved);

/// <summary>Cases that began on a day of the shop.</summary>
/// <param name="Unknown">Those whose cause is in no line of the catalogue.</param>
/// <param name="UnknownShare">Their share; null on a day without cases.</param>
public sealed record CauseDay(DateOnly Date, int Cases, int Open, int Solved, int Unknown, double? UnknownShare);

/// <summary>The catalogue with its counts.</summary>
public sealed record CausesView(IReadOnlyList<CauseView> Causes, IReadOnlyList<CauseDay> Days);

/// <summary>Counts the cases of the last two weeks by cause and by day.</summary>
internal sealed class CauseCounts(ShopDb db, ShopCalendar calendar, Caller caller, TimeProvider clock)
{
    private const int DaysShown = 14;
    private const int Most = 20_000;

    private static readonly Dictionary<CauseGroup, Text> Groups = new()
    {
        [CauseGroup.System] = new("系统故障", "System"), [CauseGroup.Transmission] = new("数据传输", "Transmission"),
        [CauseGroup.Settings] = new("系统配置", "Settings"), [CauseGroup.Operation] = new("操作失误", "Operation"),
        [CauseGroup.Permission] = new("用户权限", "Permission"), [CauseGroup.Records] = new("操作记录", "Records"),
        [CauseGroup.Communication] = new("沟通反馈", "Communication"), [CauseGroup.Network] = new("网络", "Network"),
        [CauseGroup.ThirdParty] = new("第三方服务", "Third party"), [CauseGroup.Integration] = new("系统集成", "Integration"),
    };

    private static readonly Statement Lately = new(
        "select kind, subject, state, since from operations_case where state = 0 or since >= $1 order by since desc limit $2");

    public async Task<CausesView> Read()
    {
        var today = calendar.DateOf(clock.GetUtcNow());
        var rows = await db.Query(Lately, r => (Cause: Causes.Of(r.Text(0), r.Text(1)), Open: (CaseState)r.Int(2) == CaseState.Open,
            Day: calendar.DateOf(r.Time(3))), calendar.StartOf(today.AddDays(1 - DaysShown)), Most);
        var counts = rows.ToLookup(r => r.Cause.Code);
        return new([.. Causes.All.Append(Causes.Unknown).Select(c => View(c, counts[c.Code].Count(r => r.Open), counts[c.Code].Count(r => !r.Open)))],
            [.. Enumerable.Range(0, DaysShown).Select(i => today.AddDays(-i)).Select(day => Day(day, rows.Where(r => r.Day == day).ToList()))]);

        static CauseDay Day(DateOnly day, List<(Cause Cause, bool Open, DateOnly Day)> met)
        {
            var unknown = met.Count(r => r.Cause == Causes.Unknown);
            return new(day, met.Count, met.Count(r => r.Open), met.Count(r => !r.Open), unknown, met.Count == 0 ? null : Math.Round((double)unknown / met.Count, 4));
        }
    }

    private CauseView View(Cause c, int open, int solved) => new(c.Code, c.Group, NameOf(c.Group).In(caller.Tongue), c.Title.In(caller.Tongue),
        c.Found.In(caller.Tongue), c.Remedy.In(caller.Tongue), c.Customer?.In(caller.Tongue),
        new(c.Action.Name, c.Action.Title.In(caller.Tongue), c.Action.Link), c.Auto, c.Repair?.In(caller.Tongue), (int)c.Deadline.TotalMinutes,
        (int)c.Escalate.TotalMinutes, open, solved);

    internal static Text NameOf(CauseGroup group) => Groups[group];
}
