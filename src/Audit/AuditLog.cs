using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Audit;

/// <summary>One thing that somebody did, as people read it.</summary>
/// <param name="Id">Chain and position: <c>0199…-17</c>.</param>
/// <param name="Actor">Stable: <c>staff:…</c>, <c>token:…</c>, <c>customer:…</c>, <c>system</c>.</param>
/// <param name="ActorName">What people call the actor.</param>
public sealed record AuditRow(string Id, DateTimeOffset At, string Actor, string ActorName, string? Ip, string Operation,
    string OperationName, string Target, string? Before, string? After, string? Reason);

/// <summary>Which rows are wanted; what is null does not matter.</summary>
/// <param name="Query">Part of a target or of an operation's name, or an order number.</param>
public sealed record AuditFilter(
    string? Query = null, string? Actor = null, string? Target = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>Reads the audit log, the newest row first.</summary>
public sealed class AuditLog(ShopDb db, ActorTitles actors, OperationNames operations, Caller caller, TimeProvider clock)
{
    // A search through all years would read every row: without a date it looks at the last quarter.
    private static readonly TimeSpan SearchBack = TimeSpan.FromDays(90);

    /// <summary>Rows that fit, the newest first.</summary>
    public Page<AuditRow> List(AuditFilter filter, PageAsk ask)
    {
        var found = After(Matching(filter), ask.After)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Chain).ThenByDescending(e => e.Seq).Take(ask.Limit + 1).ToList();
        var titles = actors.Of(found.Select(e => e.Actor));
        return Page<AuditEntry>.From(found, ask.Limit, e => $"{EngineValues.ToMicroseconds(e.At)} {e.Chain:N} {e.Seq}")
            .Select(e => Row(e, titles[e.Actor]));
    }

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var rows = db.Read<AuditEntry>();
        if (filter.Actor is { } actor) rows = rows.Where(e => e.Actor == actor);
        if (filter.Target is { } target) rows = rows.Where(e => e.Target == target);
        var searches = !string.IsNullOrWhiteSpace(filter.Query) && filter.Target is null;
        var from = filter.From ?? (searches ? clock.GetUtcNow() - SearchBack : null);
        if (from is { } start) rows = rows.Where(e => e.At >= start);
        if (filter.Until is { } end) rows = rows.Where(e => e.At < end);
        if (string.IsNullOrWhiteSpace(filter.Query)) return rows;
        var query = filter.Query.Trim();
        var digits = query.Replace(" ", "", StringComparison.Ordinal);
        var order = digits.Length == 18 && digits.All(char.IsAsciiDigit) ? "order:" + digits : null;
        if (order is not null) return rows.Where(e => e.Target == order);
        var named = operations.Matching(query);
        return rows.Where(e => e.Target.Contains(query) || e.Operation.Contains(query) || named.Contains(e.Operation));
    }

    private static IQueryable<AuditEntry> After(IQueryable<AuditEntry> rows, string? after)
    {
        var parts = (after ?? "").Split(' ');
        if (parts.Length != 3 || !long.TryParse(parts[0], out var micro) || !Guid.TryParse(parts[1], out var chain)
            || !long.TryParse(parts[2], out var seq)) return rows;
        var at = EngineValues.FromMicroseconds(micro);
        return rows.Where(e => e.At <= at && (e.At < at || e.Chain < chain || e.Chain == chain && e.Seq < seq));
    }

    private AuditRow Row(AuditEntry entry, string actorTitle)
    {
        using var text = JsonDocument.Parse(entry.Text);
        string? Said(string name) => text.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new($"{entry.Chain:N}-{entry.Seq}", entry.At, entry.Actor,
            actorTitle, Said("ip"), entry.Operation,
            operations.TitleOf(entry.Operation).In(caller.Tongue), entry.Target, Said("before"), Said("after"), Said("reason"));
    }
}

/// <summary>What operations are called, from the declarations of all modules.</summary>
public sealed class OperationNames
{
    private readonly Dictionary<string, Text> titles;

    public OperationNames(IEnumerable<Module> modules) => titles = modules.Select(m => m.GetType().Assembly).Distinct()
        .SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetCustomAttributes(typeof(OperationAttribute), inherit: false).Cast<OperationAttribute>())
        .DistinctBy(o => o.Name).ToDictionary(o => o.Name, o => o.Title);

    public Text TitleOf(string operation) => titles.TryGetValue(operation, out var title) ? title : Text.Same(operation);

    internal List<string> Matching(string words) => titles
        .Where(t => t.Value.Zh.Contains(words, StringComparison.OrdinalIgnoreCase)
            || t.Value.En.Contains(words, StringComparison.OrdinalIgnoreCase))
        .Select(t => t.Key).ToList();
}
