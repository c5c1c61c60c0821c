using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>The light in the top bar.</summary>
/// <param name="Orders">Orders of today.</param>
/// <param name="Open">Gaps that are open, of whatever day.</param>
/// <param name="CheckedAt">When the equations were checked last, or null.</param>
public sealed record ProofLight(long Orders, int Open, DateTimeOffset? CheckedAt);

/// <summary>The proof as the home page shows it.</summary>
public sealed record ProofSummary(DateTimeOffset? CheckedAt, long OrdersIn, long OrdersMatched, long Open, Money AmountIn,
    Money AmountMatched, int EquationsBroken);

/// <summary>The door to the proof: today's orders, what is open, and whether the equations hold.</summary>
public sealed class Proof
{
    private readonly CheckBooks books;
    private readonly DaySheet sheet;
    private readonly Cases cases;
    private readonly ShopCalendar calendar;
    private readonly TimeProvider clock;

    internal Proof(CheckBooks books, DaySheet sheet, Cases cases, ShopCalendar calendar, TimeProvider clock) =>
        (this.books, this.sheet, this.cases, this.calendar, this.clock) = (books, sheet, cases, calendar, clock);

    public async Task<ProofLight> Light() =>
        new((await Today()).In, cases.Standing().Count, (await books.LastFound())?.At);

    public async Task<ProofSummary> Summary()
    {
        var (today, last) = (await Today(), await books.LastFound());
        return new(last?.At, today.In, today.Matched, today.Open, today.AmountIn, today.AmountMatched, last?.Broken ?? 0);
    }

    private Task<Sheet> Today() => sheet.Of(calendar.DateOf(clock.GetUtcNow()));
}
