using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>Whether somebody must act, or the program goes on by itself.</summary>
public sealed record RepairView(Repair State);

/// <summary>Something that has not come home: why, how old, how much, and what mends it.</summary>
/// <param name="Kind">Stable, such as <c>stuck.paid</c> or <c>payment</c>.</param>
public sealed record Gap(Guid Id, string Kind, string Subject, string Cause, string? Order, Money? Amount, DateTimeOffset Since,
    string Remedy, RepairView Repair)
{
    /// <summary>Open gaps, the oldest first.</summary>
    internal static Result<Page<Gap>> Page(Result<PageAsk> ask, Cases cases, Tongue tongue) =>
        ask.Refusal is { } refusal ? refusal : cases.List(CaseState.Open, ask.Value).Select(c => Of(c, tongue));

    private static Gap Of(Case c, Tongue tongue) => new(c.Id, c.Kind, c.Subject, c.Cause.In(tongue),
        c.Order is { } number ? OrderNumbers.Plain(number) : null, c.Amount, c.Since, c.Remedy.In(tongue),
        new(StuckRows.Rules.FirstOrDefault(r => r.Kind == c.Kind)?.Repair ?? Assurance.Repair.Manual));
}
