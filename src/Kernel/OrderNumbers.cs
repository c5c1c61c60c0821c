using System.Globalization;

namespace Guidan.Kernel;

/// <summary>
/// Makes order numbers: 18 digits, yyMMdd of the shop's day, microsecond of that day, check digit. Time-ordered, made
/// without asking another node, reveals no volume, never passes for the number of a payment card. A number taken by
/// another node shows as a key conflict and is made anew.
/// </summary>
public sealed class OrderNumbers(TimeProvider clock, ShopCalendar calendar)
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private long last;

    /// <summary>The next number; strictly greater than any that this process made before.</summary>
    public long Next()
    {
        while (true)
        {
            var before = Volatile.Read(ref last);
            var body = Math.Max(BodyAt(calendar.Local(clock.GetUtcNow())), before + 1);
            while (LooksLikeCard(body * 10 + CheckDigit(body))) body++;
            if (Interlocked.CompareExchange(ref last, body, before) == before) return body * 10 + CheckDigit(body);
        }
    }

    /// <summary>Makes sure that numbers go on after one that the database already holds, even if the clock went back.</summary>
    public void StartAfter(long number)
    {
        if (number / 10 > last) last = number / 10;
    }

    /// <summary>True for 18 digits whose check digit is right: most slips of the keyboard are caught before a search.</summary>
    public static bool TryParse(string? text, out long number)
    {
        number = 0;
        if (text is null) return false;
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 18 && digits.All(char.IsAsciiDigit)
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && CheckDigit(number / 10) == number % 10;
    }

    /// <summary>As programs see it: 18 digits.</summary>
    public static string Plain(long number) => number.ToString("D18", CultureInfo.InvariantCulture);

    /// <summary>As people read it: 261122 5271 8340 6912.</summary>
    public static string Grouped(long number)
    {
        var n = Plain(number);
        return $"{n[..6]} {n[6..10]} {n[10..14]} {n[14..]}";
    }

    private static long BodyAt(DateTimeOffset local)
    {
        var day = (local.Year % 100) * 10_000L + local.Month * 100 + local.Day;
        return day * 100_000_000_000L + Math.Min(local.TimeOfDay.Ticks / 10, MicrosecondsPerDay - 1);
    }

    // Damm's digit: it catches every single wrong digit and every swap of two neighbors. Each row of the table is the
    // state after a digit; the state after the last one is the check digit.
    private static long CheckDigit(long body)
    {
        var state = 0;
        foreach (var digit in Plain(body)[1..]) state = Damm[state][digit - '0'] - '0';
        return state;
    }

    private static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    // Luhn's rule, by which programs everywhere recognize the numbers of payment cards.
    private static bool LooksLikeCard(long number)
    {
        long sum = 0;
        for (var twice = false; number > 0; number /= 10, twice = !twice)
        {
            var digit = number % 10 * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
