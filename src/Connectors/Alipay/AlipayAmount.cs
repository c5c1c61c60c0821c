using System.Globalization;

namespace Guidan.Connectors;

/// <summary>Alipay writes yuan as text with two decimals; we keep fen. The way there and back is exact.</summary>
internal static class AlipayAmount
{
    /// <summary>The largest amount that Alipay takes: 100,000,000.00 yuan.</summary>
    public const long MaxMinor = 10_000_000_000;

    public static string ToYuan(long minor) => minor is < 0 or > MaxMinor
        ? throw new ArgumentOutOfRangeException(nameof(minor), minor, "Not an amount that Alipay can carry.")
        : string.Create(CultureInfo.InvariantCulture, $"{minor / 100}.{minor % 100:00}");

    /// <summary>Null for anything that is not digits with at most two decimals; it never rounds.</summary>
    public static long? ToMinor(string? yuan)
    {
        if (string.IsNullOrEmpty(yuan) || yuan.Length > 14) return null;
        var point = yuan.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? yuan : yuan[..point];
        var part = point < 0 ? "" : yuan[(point + 1)..];
        if (whole.Length == 0 || part.Length > 2 || (point >= 0 && part.Length == 0)) return null;
        if (!whole.All(char.IsAsciiDigit) || !part.All(char.IsAsciiDigit)) return null;
        var minor = long.Parse(whole + part.PadRight(2, '0'), CultureInfo.InvariantCulture);
        return minor > MaxMinor ? null : minor;
    }
}
