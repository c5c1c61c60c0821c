using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>
/// Compares both sides of every equation, by reading only and in short steps, so that it may run while the shop sells;
/// and keeps what it found. What is broken becomes a case until it holds again.
/// </summary>
internal sealed class CheckBooks(ShopDb db, Cases cases, Caller caller, ShopCalendar calendar, WatchBeat beat, TimeProvider clock)
{
    private const string CaseKind = "equation";
    private const int KeepDays = 90;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);
    private static readonly Statement Last = new("select found from assurance_check order by at desc limit 1");
    private static readonly Statement LastFull = new("select at from assurance_check where is_full order by at desc limit 1");
    private static readonly Statement Insert = new(
        "insert into assurance_check (id, at, is_full, actor, milliseconds, broken, found) values ($1, $2, $3, $4, $5, $6, $7)");
    private static readonly Statement Forget = new("delete from assurance_check where at < $1");

    /// <summary>The last check, or null when none was ever made.</summary>
    public async Task<BooksFound?> LastFound() => (await db.Query(Last, r => Json.Read<BooksFound>(r.Text(0)))).FirstOrDefault();

    /// <summary>When everything was looked at for the last time.</summary>
    public async Task<DateTimeOffset?> LastFullAt() => (await db.Query(LastFull, r => (DateTimeOffset?)r.Time(0))).FirstOrDefault();

    /// <summary>
    /// Checks now. When only recent rows are looked at, an equation that was broken is looked at whole all the same, and
    /// one that has no recent part keeps what the last check gave: nothing turns good without having been looked at.
    /// </summary>
    public async Task<BooksFound> Run(bool full)
    {
        var started = TimeProvider.System.GetTimestamp();
        var now = clock.GetUtcNow();
        var before = full ? null : await LastFound();
        var found = new List<EquationFound>();
        foreach (var equation in Equations.All)
        {
            var known = before?.Equations.FirstOrDefault(e => e.Name == equation.Name);
            var whole = full || known is null or { Broken: > 0 };
            found.Add(!whole && equation.Steps.All(s => s.FullOnly) ? known! : await Check(equation, ScopeAt(now, whole)));
            // Each equation takes a connection anew: a reader kept for minutes would be missing elsewhere.
            await db.Rest();
        }
        return new(now, full, (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, found);
    }

    /// <summary>Writes down what was found, in the running transaction, and opens or closes the cases of equations.</summary>
    public async Task Keep(BooksFound found)
    {
        await db.Execute(Insert, Guid.CreateVersion7(found.At), found.At, found.IsFull, caller.Actor, found.Milliseconds, found.Broken, Json.Write(found));
        await db.Execute(Forget, found.At.AddDays(-KeepDays));
        foreach (var one in found.Equations)
        {
            if (one.Broken == 0) await cases.Close(CaseKind, one.Name, "holds again");
            else await Open(one);
        }
    }

    private async Task Open(EquationFound one)
    {
        var equation = Equations.Find(one.Name)!;
        await cases.Open(CaseKind, one.Name, new($"“{equation.Title.Zh}”有{one.Broken}处不成立，第一处是 {one.First!.Key}",
            $"“{equation.Title.En}” does not hold in {one.Broken} places, first at {one.First.Key}"), equation.Remedy, reopen: true);
    }

    private async Task<EquationFound> Check(Equation equation, Scope scope)
    {
        var tally = new Tally();
        foreach (var step in equation.Steps) await step.Run(db, scope, tally);
        return new(equation.Name, tally.Checked, tally.Broken, tally.First);
    }

    private Scope ScopeAt(DateTimeOffset now, bool full)
    {
        if (full) return new(true, 0, Guid.Empty, now, beat.At);
        var id = Guid.CreateVersion7(now - Recent).ToByteArray(bigEndian: true);
        // The random half is cleared, so that no row of that millisecond is left out.
        id.AsSpan(6).Clear();
        return new(false, ShopDays.FirstOf(calendar.DateOf(now - Recent)), new Guid(id, bigEndian: true), now, beat.At);
    }
}
