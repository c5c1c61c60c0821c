using System.Globalization;

namespace Guidan.Sandbox;

/// <summary>Beijing time as the simulated parties write it.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public static string Text(DateTimeOffset at) =>
        at.ToOffset(Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Zone).DateTime);

    public static DateTimeOffset? Read(string? text) =>
        DateTime.TryParseExact(
            text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Zone).ToUniversalTime()
            : null;
}
