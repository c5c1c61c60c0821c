using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>
/// Something that must be equal: two independent ways to the same figure. It holds after every commit, so whenever it
/// does not, something wrote past the ledgers.
/// </summary>
/// <param name="Name">Stable, such as <c>stock.movements</c>.</param>
/// <param name="Title">What must be equal, as a sentence.</param>
/// <param name="Remedy">The correcting step.</param>
internal sealed record Equation(string Name, Text Title, Text Remedy, params Step[] Steps);

/// <summary>
/// One statement that reads both sides. Each run of it is one snapshot of the database, so nothing that is written
/// meanwhile can make it seem broken; walking by key keeps each run short.
/// </summary>
/// <param name="Sql">Takes the place to go on from, then <see cref="More"/>, then how many keys to read.</param>
/// <param name="Start">Where a walk begins; null for a statement that runs once and takes only <see cref="More"/>.</param>
/// <param name="Read">Compares the two sides of one row.</param>
internal sealed record Step(Statement Sql, Func<Scope, object[]>? Start, Func<Row, Scope, Compared> Read)
{
    private const int Batch = 500;

    public Func<Scope, object[]> More { get; init; } = _ => [];

    /// <summary>Left out when only recent rows are looked at: its cost grows with everything there ever was.</summary>
    public bool FullOnly { get; init; }

    public async Task Run(ShopDb db, Scope scope, Tally tally)
    {
        if (FullOnly && !scope.Full) return;
        for (var place = Start?.Invoke(scope); ;)
        {
            object[] values = place is null ? More(scope) : [.. place, .. More(scope), Batch];
            var rows = await db.Query(Sql, r => Read(r, scope), values);
            foreach (var row in rows) tally.Add(row);
            if (place is null || rows.Count == 0) return;
            place = rows[^1].Place;
        }
    }
}

/// <summary>How far back a check looks, and when it is made.</summary>
/// <param name="Full">Everything; otherwise what is about two days old or younger.</param>
/// <param name="AfterNumber">Orders above this number.</param>
/// <param name="AfterId">Rows with time-ordered ids above this one.</param>
/// <param name="WatchedAt">When the watch over what stands still has last looked; long ago while it has not looked yet.</param>
internal sealed record Scope(bool Full, long AfterNumber, Guid AfterId, DateTimeOffset Now, DateTimeOffset WatchedAt)
{
    public object[] Orders() => [AfterNumber];

    public object[] Ids() => [AfterId];
}

/// <summary>Both sides of one row; they are told only where they differ.</summary>
/// <param name="Place">Where the walk goes on after this row.</param>
/// <param name="Correction">The entry that would set it right, for whoever keeps the books; null where no entry can.</param>
internal readonly record struct Compared(object[] Place, string? Key, string? Expected, string? Actual, string? Correction = null)
{
    public static Compared Equal(params object[] place) => new(place, null, null, null);
}

/// <summary>The first row of an equation that does not hold.</summary>
/// <param name="Correction">The entry that would set it right, as <c>Dr account amount, Cr account amount</c>; null where no entry can.</param>
public sealed record FirstBroken(string Key, string Expected, string Actual, string? Correction = null);

/// <summary>Counts what was compared.</summary>
internal sealed class Tally
{
    public long Checked { get; private set; }
    public long Broken { get; private set; }
    public FirstBroken? First { get; private set; }

    public void Add(Compared row)
    {
        Checked++;
        if (row.Key is null) return;
        Broken++;
        First ??= new(row.Key, row.Expected ?? "", row.Actual ?? "", row.Correction);
    }
}
