using System.Diagnostics.CodeAnalysis;

namespace Guidan.Kernel;

/// <summary>What must be true if the program is right. A breach is a programmer's error and crashes the operation.</summary>
public static class Invariant
{
    /// <summary>Throws <see cref="InvariantBroken"/> when the condition does not hold.</summary>
    public static void That([DoesNotReturnIf(false)] bool holds, string claim)
    {
        if (!holds) throw new InvariantBroken(claim);
    }
}

/// <summary>A claim about the program itself was false.</summary>
public sealed class InvariantBroken(string claim) : Exception(claim);
