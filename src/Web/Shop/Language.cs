using System.Globalization;
using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>The reader's language on one page: picks words, and writes dates and times as that language does.</summary>
public sealed class Language(ShopCalendar calendar, TimeProvider clock)
{
    private static readonly string[] Counts = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    private static readonly string[] Weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    public Tongue Tongue { get; set; } = Tongue.Zh;

    public bool English => Tongue == Tongue.En;

    /// <summary>As the <c>lang</c> attribute says it.</summary>
    public string Code => English ? "en" : "zh-CN";

    public string this[string zh, string en] => English ? en : zh;

    public string this[Text text] => text.In(Tongue);

    public string this[Text? text] => text?.In(Tongue) ?? "";

    /// <summary>The shop's date now.</summary>
    public DateOnly Today => calendar.DateOf(clock.GetUtcNow());

    /// <summary>11月24日, or 24 November; with the year when it is not this one.</summary>
    public string Date(DateOnly date)
    {
        var year = date.Year != Today.Year;
        return English
            ? date.ToString(year ? "d MMMM yyyy" : "d MMMM", CultureInfo.InvariantCulture)
            : (year ? $"{date.Year}年" : "") + $"{date.Month}月{date.Day}日";
    }

    /// <summary>11月24日星期二, or Tuesday 24 November.</summary>
    public string DateAndWeekday(DateOnly date) => English
        ? $"{date.ToString("dddd", CultureInfo.InvariantCulture)} {Date(date)}"
        : Date(date) + Weekdays[(int)date.DayOfWeek];

    /// <summary>From one day to another, saying one day once.</summary>
    public string Days(DateOnly first, DateOnly last)
    {
        if (first == last) return Date(first);
        if (first.Month != last.Month) return this[$"{Date(first)}到{Date(last)}", $"{Date(first)} to {Date(last)}"];
        return this[$"{Date(first)}到{last.Day}日", $"{first.Day}–{Date(last)}"];
    }

    /// <summary>今天14:38, 昨天20:12, 11月20日09:05.</summary>
    public string When(DateTimeOffset moment)
    {
        var local = calendar.Local(moment);
        var date = DateOnly.FromDateTime(local.DateTime);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = Today.DayNumber - date.DayNumber;
        return day switch
        {
            0 => this[$"今天{time}", $"today {time}"],
            1 => this[$"昨天{time}", $"yesterday {time}"],
            -1 => this[$"明天{time}", $"tomorrow {time}"],
            _ => this[Date(date) + time, $"{Date(date)}, {time}"],
        };
    }

    /// <summary>The moment to the second on the shop's clock, for the pointer that rests on it.</summary>
    public string Exact(DateTimeOffset moment) =>
        calendar.Local(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>一件, 两件, 12件; one item, 2 items.</summary>
    public string Items(int count) => English
        ? count == 1 ? "one item" : $"{count} items"
        : (count <= 10 ? Counts[count] : count.ToString(CultureInfo.InvariantCulture)) + "件";

    /// <summary>An order number in groups, as it is read aloud: 261122 5271 8340 6912.</summary>
    public static string Grouped(string number) => number.Length == 18
        ? $"{number[..6]} {number[6..10]} {number[10..14]} {number[14..]}"
        : number;
}
