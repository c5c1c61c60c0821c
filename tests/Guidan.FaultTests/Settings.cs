using System.Globalization;

namespace Guidan.FaultTests;

/// <summary>How large a run is: small in the usual gate, as large as the promise when the whole fault layer is asked for.</summary>
internal static class Settings
{
    private static readonly bool Whole = Environment.GetEnvironmentVariable("GUIDAN_FAULTS") == "1";

    /// <summary>The seed of this run; GUIDAN_SEED repeats an earlier one.</summary>
    public static int Seed { get; } = Number("GUIDAN_SEED", Random.Shared.Next(1, 1_000_000));

    /// <summary>A number from the environment, or the one of a small or a whole run.</summary>
    public static int Number(string name, int small, int? whole = null) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : Whole ? whole ?? small : small;
}
