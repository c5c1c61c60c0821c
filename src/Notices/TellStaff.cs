using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Notices;

/// <summary>
/// Tells the staff of alerts whose step is due, and of orders: one letter per way and beat, however much has happened.
/// The letter and the step are one commit, so that neither is ever without the other.
/// </summary>
internal sealed class TellStaff(ShopDb db, Outbox outbox, StaffWays ways, IAlertPatience patience, StaffLetters letters, TimeProvider clock) : IJob
{
    private const int AlertsMost = 200;
    private const int NewsMost = 500;

    public string Name => "notices.staff";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task Run(CancellationToken ct)
    {
        if (!ways.Any) return;
        var now = clock.GetUtcNow();
        if (await Due(now).AnyAsync(ct)) await db.Housekeep(() => Alerts(now));
        if ((await db.Query(AlertSql.AnyNews, r => r.Int(0))).Count > 0) await db.Housekeep(() => News(now));
    }

    private IQueryable<Alert> Due(DateTimeOffset now) => db.Read<Alert>().Where(a => a.State < AlertState.Closed && a.DueAt <= now);

    private async Task Alerts(DateTimeOffset now)
    {
        var steps = new List<(Alert Alert, AlertStep Step)>();
        foreach (var alert in await Due(now).OrderBy(a => a.OpenedAt).Take(AlertsMost).ToListAsync())
        {
            var step = AlertStep.Of(alert, patience.Of(alert.Kind, alert.Subject));
            var told = step.To == AlertState.Told ? now : alert.ToldAt;
            var escalated = step.To == AlertState.Escalated ? now : alert.EscalatedAt;
            if (await db.Execute(AlertSql.Step, alert.Id, (int)alert.State, (int)step.To, now + step.Next, told, escalated) == 1) steps.Add((alert, step));
        }
        await Tell(steps.Where(s => s.Step is { To: AlertState.Told, TellFirst: true }), ways.First, letters.Opened, now);
        await Tell(steps.Where(s => s.Step is { To: AlertState.Escalated, TellNext: true }), ways.Next, letters.Escalated, now);
        await Tell(steps.Where(s => s.Step is { To: AlertState.Closed, TellFirst: true }), ways.First, letters.Closed, now);
        await Tell(steps.Where(s => s.Step is { To: AlertState.Closed, TellNext: true }), ways.Next, letters.Closed, now);
    }

    private async Task Tell(IEnumerable<(Alert Alert, AlertStep Step)> steps, IReadOnlyList<(string Way, string? To)> to,
        Func<IReadOnlyList<Alert>, Task<(string Subject, string Body)>> letter, DateTimeOffset now)
    {
        var alerts = steps.Select(s => s.Alert).ToList();
        if (alerts.Count > 0) Send(to, await letter(alerts), now);
    }

    private async Task News(DateTimeOffset now)
    {
        var news = await db.Query(AlertSql.TakeNews, r => (Number: r.Long(0), Kind: r.Text(1), Id: r.Id(2)), NewsMost);
        if (news.Count > 0) Send(ways.First, await letters.Orders(news.OrderBy(n => n.Id).Select(n => (n.Number, n.Kind)).ToList()), now);
    }

    private void Send(IReadOnlyList<(string Way, string? To)> to, (string Subject, string Body) letter, DateTimeOffset now)
    {
        foreach (var (way, address) in to)
            outbox.Send(NoticeDesk.ReceiverName, $"{way}:{address}", NoticeDesk.StaffKind,
                new StaffLetterAsked(way, new(address, letter.Subject, letter.Body, OrderedId.At(now).ToString("N"))));
    }
}
