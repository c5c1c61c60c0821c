namespace Guidan.Kernel;

/// <summary>Which moves between states are legal, as data. What is not listed is forbidden.</summary>
public sealed class Transitions<TState> where TState : struct, Enum
{
    private readonly HashSet<(TState From, TState To)> moves;

    public Transitions(params (TState From, TState To)[] moves) => this.moves = [.. moves];

    public bool Allows(TState from, TState to) => moves.Contains((from, to));

    /// <summary>Every legal move, for documents and for the check of histories.</summary>
    public IReadOnlySet<(TState From, TState To)> All => moves;

    /// <summary>True when a path of states begins at the start and takes only legal moves.</summary>
    public bool IsLegal(TState start, IEnumerable<TState> path)
    {
        var at = start;
        foreach (var next in path)
        {
            if (!Allows(at, next)) return false;
            at = next;
        }
        return true;
    }
}
