using System.Globalization;
using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>How far the program is with mending a gap by itself.</summary>
public enum RepairState { None, Planned, Running, Done, Failed }

/// <summary>What the program does about a gap by itself.</summary>
/// <param name="State">none: a person is needed.</param>
/// <param name="At">When it was done, or will be tried.</param>
public sealed record RepairView(RepairState State, string? What, DateTimeOffset? At, string? Outcome);

/// <summary>What a person can click.</summary>
/// <param name="Name">Stable, such as <c>place_money</c>.</param>
/// <param name="Link">A page of the back office.</param>
public sealed record ActionView(string Name, string Title, string Link);

/// <summary>Something that has not come home: why, how old, how much, and what mends it.</summary>
/// <param name="Kind">Stable, such as <c>stuck.paid</c> or <c>payment</c>.</param>
/// <param name="CauseCode">The line of the catalogue; <c>unknown</c> when none fits.</param>
/// <param name="Deadline">Until when it must be dealt with.</param>
public sealed record Gap(Guid Id, string Kind, string Subject, string CauseCode, string CauseTitle, string Cause, string? Order, Money? Amount,
    DateTimeOffset Since, DateTimeOffset Deadline, string Remedy, ActionView Action, RepairView Repair);

/// <summary>Reads open cases as gaps: with their cause, their way out and what the program does about them.</summary>
internal sealed class Gaps(ShopDb db, Cases cases, Caller caller)
{
    /// <summary>Open gaps, the oldest first.</summary>
    public Result<Page<Gap>> Page(Result<PageAsk> ask) =>
        ask.Refusal is { } refusal ? refusal : cases.List(CaseState.Open, ask.Value).Select(Of);

    public Gap Of(Case c)
    {
        var cause = Causes.Of(c.Kind, c.Subject);
        var order = c.Order is { } number ? OrderNumbers.Plain(number) : null;
        return new(c.Id, c.Kind, c.Subject, cause.Code, cause.Title.In(caller.Tongue), c.Cause.In(caller.Tongue), order, c.Amount, c.Since,
            c.Since + cause.Deadline, c.Remedy.In(caller.Tongue), ActionOf(cause.Action, order, c), RepairOf(cause, c));
    }

    private ActionView ActionOf(RemedyAction action, string? order, Case c)
    {
        // Without an order there is no page of it: the list of cases is the way.
        var link = order is null && action.Link.Contains("{order}", StringComparison.Ordinal) ? "/proof"
            : action.Link.Replace("{order}", order, StringComparison.Ordinal).Replace("{subject}", c.Id.ToString(), StringComparison.Ordinal)
                .Replace("{date}", BillDay.OfSubject(c.Subject)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new(action.Name, action.Title.In(caller.Tongue), link);
    }

    private RepairView RepairOf(Cause cause, Case c)
    {
        var what = cause.Repair?.In(caller.Tongue);
        if (cause.Auto == AutoRepair.None) return new(RepairState.None, null, null, null);
        if (cause.Auto == AutoRepair.Continuous) return new(RepairState.Running, what, null, null);
        var row = db.Read<RepairRow>().FirstOrDefault(r => r.Kind == c.Kind && r.Subject == c.Subject);
        // A repair of an earlier time does not count for a case that opened anew.
        return row is null || row.Since != c.Since ? new(RepairState.Planned, what, null, null) : new(row.State, what, row.At, row.Outcome);
    }
}
