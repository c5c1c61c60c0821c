using Guidan.Kernel;

namespace Guidan.Tests.Kernel;

public sealed class ShopCalendarTests
{
    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute = 0, int second = 0) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);

    [Fact]
    public void The_day_changes_at_midnight_of_the_shop()
    {
        var calendar = ShopCalendar.For("Asia/Shanghai");

        calendar.DateOf(Utc(2026, 11, 22, 15, 59, 59)).ShouldBe(new DateOnly(2026, 11, 22));
        calendar.DateOf(Utc(2026, 11, 22, 16)).ShouldBe(new DateOnly(2026, 11, 23));
        calendar.StartOf(new DateOnly(2026, 11, 23)).ShouldBe(Utc(2026, 11, 22, 16));
    }

    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 29, 23)]
    [InlineData("Europe/Berlin", 2026, 10, 25, 25)]
    [InlineData("America/New_York", 2026, 3, 8, 23)]
    [InlineData("Asia/Shanghai", 2026, 3, 29, 24)]
    public void Days_are_as_long_as_the_clocks_make_them(string zone, int year, int month, int day, int hours)
    {
        var (calendar, date) = (ShopCalendar.For(zone), new DateOnly(year, month, day));

        (calendar.StartOf(date.AddDays(1)) - calendar.StartOf(date)).TotalHours.ShouldBe(hours);
    }

    [Theory]
    [InlineData("Asia/Beirut", 2026, 3, 29)]
    [InlineData("America/Santiago", 2026, 9, 6)]
    public void Where_midnight_does_not_exist_the_day_starts_with_its_first_moment(string zone, int year, int month, int day)
    {
        var (calendar, date) = (ShopCalendar.For(zone), new DateOnly(year, month, day));
        var start = calendar.StartOf(date);

        calendar.Local(start).TimeOfDay.ShouldBe(TimeSpan.FromHours(1));
        calendar.DateOf(start).ShouldBe(date);
        calendar.DateOf(start.AddTicks(-1)).ShouldBe(date.AddDays(-1));
    }

    [Fact]
    public void Where_midnight_comes_twice_the_day_starts_with_the_first()
    {
        // In Havana the clock goes from 01:00 back to 00:00.
        var (calendar, date) = (ShopCalendar.For("America/Havana"), new DateOnly(2026, 11, 1));
        var start = calendar.StartOf(date);

        start.ShouldBe(Utc(2026, 11, 1, 4));
        calendar.DateOf(start.AddTicks(-1)).ShouldBe(new DateOnly(2026, 10, 31));
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Havana")]
    [InlineData("America/Santiago")]
    [InlineData("Asia/Beirut")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    public void Every_day_starts_in_itself_and_right_after_the_day_before(string zone)
    {
        var calendar = ShopCalendar.For(zone);
        for (var date = new DateOnly(2024, 1, 1); date.Year < 2027; date = date.AddDays(1))
        {
            calendar.DateOf(calendar.StartOf(date)).ShouldBe(date);
            calendar.DateOf(calendar.StartOf(date).AddTicks(-1)).ShouldBe(date.AddDays(-1));
        }
    }

    [Fact]
    public void An_unknown_zone_is_refused() => Should.Throw<TimeZoneNotFoundException>(() => ShopCalendar.For("Asia/Nowhere"));
}
