using System.Globalization;
using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Order numbers begin with the shop's date, so a day of orders is a range of keys.</summary>
internal static class ShopDays
{
    public const long NumbersPerDay = 1_000_000_000_000;

    public static long FirstOf(DateOnly day) => (day.Year % 100 * 10_000L + day.Month * 100 + day.Day) * NumbersPerDay;

    /// <summary>A date as people write it; today when it is left out.</summary>
    public static Result<DateOnly> Read(string? date, DateOnly today)
    {
        if (string.IsNullOrEmpty(date)) return today;
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 2000 ? day
            : Refusal.Malformed("date", new("date 应为日期，如 2026-11-22", "date is a date such as 2026-11-22"));
    }
}
