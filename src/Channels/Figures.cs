using System.Globalization;
using System.Text;
using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Reads numbers as people and programs write them, exactly or not at all.</summary>
internal static class Figures
{
    /// <summary>
    /// An amount in minor units: 19.9, ¥1,299.00, １９９, 19,90. Null when it is no amount, or finer than the currency.
    /// </summary>
    public static long? Price(string text, string currency)
    {
        var digits = Money.Decimals(currency);
        if (Plain(text) is not { } plain
            || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
        var scale = 1m;
        for (var i = 0; i < digits; i++) scale *= 10;
        if (amount > ProductLimits.PriceMost / scale) return null;
        var minor = amount * scale;
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    /// <summary>A number of units; what is no whole number is none.</summary>
    public static long? Units(string text)
    {
        if (!decimal.TryParse(string.Concat(PlainLetters.Fold(text)),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units)) return null;
        return units == decimal.Truncate(units) && Math.Abs(units) < 1_000_000_000 ? (long)units : null;
    }

    /// <summary>A weight in grams, rounded to the gram.</summary>
    /// <param name="unit">g, kg, lb, oz.</param>
    public static int? Grams(string text, string unit)
    {
        if (Plain(text) is not { } plain
            || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)) return null;
        var factor = unit switch { "kg" => 1_000m, "lb" or "lbs" => 453.59237m, "oz" => 28.349523125m, _ => 1m };
        return weight <= ProductLimits.WeightMost / factor ? (int)Math.Round(weight * factor, MidpointRounding.AwayFromZero) : null;
    }

    // Symbols and blanks go; of two separators the last is the decimal one, and so is a comma before one or two digits.
    private static string? Plain(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in PlainLetters.Fold(text))
        {
            if (char.IsAsciiDigit(c) || c is '.' or ',') kept.Append(c);
            else if (c is not ('¥' or '￥' or '$' or '€' or '£' or '元' or ' ')) return null;
        }
        var plain = kept.ToString();
        var (point, comma) = (plain.LastIndexOf('.'), plain.LastIndexOf(','));
        if (plain.Length is 0 or > 24) return null;
        if (comma < 0) return plain.Count(c => c == '.') <= 1 ? plain : null;
        if (point > comma) return Grouped(plain[..point], ',') is { } left ? left + plain[point..] : null;
        if (point >= 0) return Grouped(plain[..comma], '.') is { } whole ? whole + "." + plain[(comma + 1)..] : null;
        var after = plain.Length - comma - 1;
        return after is 1 or 2 && plain.IndexOf(',', StringComparison.Ordinal) == comma ? plain.Replace(',', '.') : Grouped(plain, ',');
    }

    // 1,234,567 and nothing else: a separator anywhere but before three digits is no separator.
    private static string? Grouped(string text, char separator)
    {
        var groups = text.Split(separator);
        var holds = groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3) || groups.Length == 1;
        return holds && groups.All(g => g.All(char.IsAsciiDigit)) ? string.Concat(groups) : null;
    }
}
