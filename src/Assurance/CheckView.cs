using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>The first row that does not hold, with what to do about it.</summary>
/// <param name="Correction">The correcting entry in minor units; null where no entry can set it right.</param>
public sealed record BrokenView(string Key, string Expected, string Actual, string Remedy, string? Correction);

/// <summary>One equation after a check.</summary>
/// <param name="Title">What must be equal.</param>
/// <param name="Checked">Rows compared.</param>
/// <param name="Broken">Rows that differ.</param>
public sealed record EquationView(string Name, string Title, long Checked, long Broken, BrokenView? FirstBroken);

/// <summary>A check of all equations.</summary>
/// <param name="CheckedAt">Null when none was ever made.</param>
/// <param name="Full">Everything was looked at; otherwise what is about two days old or younger.</param>
public sealed record CheckView(DateTimeOffset? CheckedAt, bool Full, long Milliseconds, IReadOnlyList<EquationView> Equations)
{
    internal static CheckView Of(BooksFound? found, Tongue tongue) => found is null ? new(null, false, 0, [])
        : new(found.At, found.IsFull, found.Milliseconds, found.Equations
            .Where(e => Assurance.Equations.Find(e.Name) is not null).Select(e => Of(e, tongue)).ToList());

    private static EquationView Of(EquationFound found, Tongue tongue)
    {
        var equation = Assurance.Equations.Find(found.Name)!;
        return new(found.Name, equation.Title.In(tongue), found.Checked, found.Broken,
            found.First is { } first ? new(first.Key, first.Expected, first.Actual, equation.Remedy.In(tongue), EntryOf(first.Correction, tongue)) : null);
    }

    private static string? EntryOf(string? entry, Tongue tongue) => tongue == Tongue.En ? entry
        : entry?.Replace("Dr ", "借 ", StringComparison.Ordinal).Replace("Cr ", "贷 ", StringComparison.Ordinal).Replace(", ", "，", StringComparison.Ordinal)
            .Replace("; ", "；", StringComparison.Ordinal);
}
