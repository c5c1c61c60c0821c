namespace Guidan.Orders;

/// <summary>Numbers that other shops gave to their orders, as people write them down.</summary>
public static class ExternalNumbers
{
    /// <summary>How many orders of one number are looked at; channels may use the same ones.</summary>
    public const int Most = 20;

    private const int LengthMost = 64;

    /// <summary>The ways in which one number may be kept: with and without the sign that shops put before it.</summary>
    public static IReadOnlyList<string> Spellings(string number)
    {
        var plain = number.Trim().TrimStart('#');
        return plain.Length is 0 or > LengthMost || plain.Contains('\0', StringComparison.Ordinal) ? [] : [plain, "#" + plain];
    }
}
