namespace Guidan.Kernel;

/// <summary>The shop's own day. "Today" means this everywhere: in lists, numbers, reports and deadlines.</summary>
public sealed class ShopCalendar(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The same moment on the shop's wall clock.</summary>
    public DateTimeOffset Local(DateTimeOffset utc) => TimeZoneInfo.ConvertTime(utc, Zone);

    /// <summary>The shop's date at a moment.</summary>
    public DateOnly DateOf(DateTimeOffset utc) => DateOnly.FromDateTime(Local(utc).DateTime);

    /// <summary>The moment, in UTC, of a time on the shop's wall clock; one that the clock jumps over is the next that exists.</summary>
    public DateTimeOffset Moment(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The moment, in UTC, at which a date begins in the shop.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        // Where the clock jumps over midnight the day starts at the first moment that exists.
        while (Zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        // Where midnight comes twice, the day starts with the first.
        var offset = Zone.IsAmbiguousTime(midnight) ? Zone.GetAmbiguousTimeOffsets(midnight).Max() : Zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>Reads a zone by IANA name; throws <see cref="TimeZoneNotFoundException"/> for an unknown one.</summary>
    public static ShopCalendar For(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));
}
