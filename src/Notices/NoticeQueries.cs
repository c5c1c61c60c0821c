using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Notices;

/// <summary>A way to reach people as the back office shows it.</summary>
/// <param name="Trouble">What is wrong with its settings, or null.</param>
internal sealed record NoticeWayRow(string Code, string Name, bool On, bool Ready, string? Trouble, IReadOnlyList<string> To);

/// <summary>The ways, and whom they reach.</summary>
internal sealed record NoticeWays(IReadOnlyList<NoticeWayRow> Ways, IReadOnlyList<string> EscalateTo, IReadOnlyList<string> Orders, bool MailsCustomers);

/// <summary>An alert as the back office shows it.</summary>
internal sealed record AlertRow(Guid Id, string Kind, string Subject, string Cause, string Remedy, string? Order, AlertState State, DateTimeOffset OpenedAt,
    DateTimeOffset? ToldAt, DateTimeOffset? EscalatedAt, DateTimeOffset? SeenAt, string? SeenBy, DateTimeOffset? ClosedAt);

/// <summary>Reads whom the shop tells, and of what it told.</summary>
internal sealed class NoticeQueries(ShopDb db, IEnumerable<INoticeWay> ways, StaffWays staff, NoticeSettings settings, Caller caller)
{
    public async Task<NoticeWays> Ways(CancellationToken ct)
    {
        var rows = new List<NoticeWayRow>();
        foreach (var way in ways)
            rows.Add(new(way.Code, way.Name.In(caller.Tongue), way.IsOn, way.IsReady, (await way.Trouble(ct))?.In(caller.Tongue),
                staff.By(way.Code).Select(f => f.To).OfType<string>().ToList()));
        return new(rows, staff.Next.Select(n => n.To!).ToList(), settings.Orders.Order(StringComparer.Ordinal).ToList(), staff.MailsCustomers);
    }

    /// <summary>Newest first; those that were never told because they were cured at once are left out.</summary>
    public async Task<Result<Page<AlertRow>>> Alerts(string? limit, string? after)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return ask.Refusal!;
        var rows = db.Read<Alert>().Where(a => a.State != AlertState.Closed || a.ToldAt != null);
        if (Guid.TryParse(ask.Value.After, out var last)) rows = rows.Where(a => a.Id.CompareTo(last) < 0);
        var found = await rows.OrderByDescending(a => a.Id).Take(ask.Value.Limit + 1).ToListAsync();
        return Page<Alert>.From(found, ask.Value.Limit, a => a.Id.ToString("N")).Select(a => new AlertRow(a.Id, a.Kind, a.Subject, a.Cause.In(caller.Tongue),
            a.Remedy.In(caller.Tongue), a.OrderNumber is { } n ? OrderNumbers.Plain(n) : null, a.State, a.OpenedAt, a.ToldAt, a.EscalatedAt, a.SeenAt, a.SeenBy, a.ClosedAt));
    }
}
