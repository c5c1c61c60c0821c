namespace Guidan.Assurance;

/// <summary>One check of the equations, as it is kept.</summary>
internal sealed class CheckRecord
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Everything was looked at, not only what is recent.</summary>
    public bool IsFull { get; init; }

    public required string Actor { get; init; }
    public long Milliseconds { get; init; }

    /// <summary>Equations that did not hold.</summary>
    public int Broken { get; init; }

    /// <summary>What each equation gave, as JSON.</summary>
    public required string Found { get; init; }
}

/// <summary>What one equation gave.</summary>
internal sealed record EquationFound(string Name, long Checked, long Broken, FirstBroken? First);

/// <summary>What a check gave.</summary>
internal sealed record BooksFound(DateTimeOffset At, bool IsFull, long Milliseconds, IReadOnlyList<EquationFound> Equations)
{
    public int Broken => Equations.Count(e => e.Broken > 0);
}
