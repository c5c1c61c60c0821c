using System.Globalization;

namespace Guidan.Connectors;

/// <summary>Amounts as shops write them, in minor units: exactly or not at all.</summary>
internal static class ExactAmount
{
    /// <summary>Far more than anybody sells, and small enough that sums of thousands of them stay exact.</summary>
    public const long Most = 100_000_000_000_000;

    private const int TextMost = 32;

    /// <summary>Null for anything but digits with a point and a sign, for what is finer than the currency, or too large.</summary>
    /// <param name="digits">How many digits the currency has behind the point.</param>
    public static long? Read(string text, int digits)
    {
        if (text.Length is 0 or > TextMost) return null;
        var negative = text[0] == '-';
        var parts = (negative ? text[1..] : text).Split('.');
        if (parts.Length > 2 || parts[0].Length == 0 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit))) return null;
        var fraction = parts.Length == 2 ? parts[1].TrimEnd('0') : "";
        if (fraction.Length > digits) return null;
        if (!long.TryParse(parts[0] + fraction.PadRight(digits, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            || minor > Most) return null;
        return negative ? -minor : minor;
    }
}
