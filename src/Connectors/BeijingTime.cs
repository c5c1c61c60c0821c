using System.Globalization;

namespace Guidan.Connectors;

/// <summary>Chinese parties write Beijing time without a zone. China has had one zone and no summer time since 1992.</summary>
internal static class BeijingTime
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";
    private static readonly string[] Forms = [Form, "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static string Write(DateTimeOffset at) => at.ToOffset(Offset).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>UTC, or null for text that is no time.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) &&
        local.Ticks >= Offset.Ticks
            ? new DateTimeOffset(local, Offset).ToUniversalTime()
            : null;
}
