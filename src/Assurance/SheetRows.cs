using System.Globalization;
using System.Text;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>One order, payment, refund or fee behind a figure of the sheet.</summary>
/// <param name="Reference">Its number outside: the channel's order, the provider's transaction, the refund's number.</param>
/// <param name="State">matched or open.</param>
/// <param name="Gap">What is in the way and the way out; null when nothing is.</param>
public sealed record SheetLine(string Name, string? Order, string Reference, DateTimeOffset At, string State, Money AmountIn, Money AmountMatched, Gap? Gap);

/// <summary>The rows behind a figure.</summary>
/// <param name="More">There are further rows; the export holds all of them.</param>
public sealed record SheetLines(DateOnly Date, string By, string Name, IReadOnlyList<SheetLine> Items, bool More);

/// <summary>Opens the figures of a sheet to their rows, on the screen or as a table for a spreadsheet.</summary>
internal sealed class SheetRows(ShopDb db, DaySheet sheet, Gaps gaps, Cases cases, ShopCalendar calendar, Caller caller)
{
    private const int ShownMost = 200;
    private const int ExportMost = 100_000;
    private static readonly string[] Ways = ["channel", "provider", "refund", "fee"];
    private static readonly string[] States = ["matched", "open", "all"];

    public async Task<Result<SheetLines>> Read(string? date, string? by, string? name, string? state)
    {
        var day = ShopDays.Read(date, sheet.Today);
        if (!day.IsOk) return day.Refusal!;
        by ??= Ways[0];
        state ??= "all";
        if (!Ways.Contains(by)) return Refusal.Malformed("by", new($"by 应为 {string.Join("、", Ways)} 之一", $"by is one of {string.Join(", ", Ways)}"));
        if (!States.Contains(state)) return Refusal.Malformed("state", new($"state 应为 {string.Join("、", States)} 之一", $"state is one of {string.Join(", ", States)}"));
        var rows = await Rows(day.Value, by, name ?? "", Array.IndexOf(States, state), ShownMost + 1);
        return new SheetLines(day.Value, by, name ?? "", rows.Take(ShownMost).ToList(), rows.Count > ShownMost);
    }

    /// <summary>All rows of a day as a table that a spreadsheet opens: UTF-8 with its mark, no cell that could be a formula.</summary>
    public async Task<Result<(string Name, string Text)>> Export(string? date)
    {
        var day = ShopDays.Read(date, sheet.Today);
        if (!day.IsOk) return day.Refusal!;
        var text = new StringBuilder("\uFEFF");
        CsvText.Line(text, Heads.Select(h => h.In(caller.Tongue)));
        foreach (var by in Ways)
        {
            foreach (var row in await Rows(day.Value, by, "", 2, ExportMost))
                CsvText.Line(text, [Titles[by].In(caller.Tongue), row.Name, row.Order ?? "", row.Reference,
                    calendar.Local(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    (row.State == "matched" ? new Text("已归", "matched") : new Text("没归", "open")).In(caller.Tongue),
                    Figure(row.AmountIn), Figure(row.AmountMatched), row.AmountIn.Currency, row.Gap?.Cause ?? "", row.Gap?.Remedy ?? ""]);
        }
        return ($"sheet-{day.Value:yyyy-MM-dd}.csv", text.ToString());
    }

    private async Task<List<SheetLine>> Rows(DateOnly day, string by, string name, int state, int most)
    {
        var (from, to) = (calendar.StartOf(day), calendar.StartOf(day.AddDays(1)));
        var rows = by switch
        {
            "refund" => await db.Query(SheetSql.RefundRows, RefundOf, from, to, most),
            "fee" => await db.Query(SheetSql.FeeRows, FeeOf, from, to, most),
            _ => await db.Query(by == "provider" ? SheetSql.OfProvider : SheetSql.OfChannel, LineOf, [.. sheet.Range(day), name, state, most]),
        };
        if (by is "refund" or "fee")
            rows = rows.Where(r => (name.Length == 0 || r.Line.Name == name) && (state == 2 || r.Line.State == States[state])).ToList();
        return rows.ConvertAll(r => r.Line.State == "matched" ? r.Line : r.Line with { Gap = GapOf(r.Line, r.Subject) });
    }

    // The case of an open row: by its order, or by the subject that its kind gives it.
    private Gap? GapOf(SheetLine row, string? subject)
    {
        var found = row.Order is { } order && OrderNumbers.TryParse(order, out var number) ? cases.OpenOfOrder(number) : [];
        if (found.Count == 0 && subject is not null) found = cases.OpenAbout(subject);
        return found.Count == 0 ? null : gaps.Of(found[0]);
    }

    private static (SheetLine Line, string? Subject) LineOf(Row r)
    {
        var matched = r.Long(5) == r.Long(6) && r.Long(7) == 0;
        return (new(r.Text(0), Plain(r.LongOrNull(1)), r.TextOrNull(2) ?? "", r.Time(4), matched ? "matched" : "open",
            new(r.Long(5), r.Text(3)), new(Math.Min(r.Long(5), r.Long(6)), r.Text(3)), null), r.TextOrNull(8));
    }

    private static (SheetLine Line, string? Subject) RefundOf(Row r)
    {
        var number = r.TextOrNull(3) ?? "R" + r.Id(2).ToString("N");
        var done = (RefundStep)r.Int(7) == RefundStep.Succeeded;
        return (new(r.Text(0), Plain(r.LongOrNull(1)), number, r.Time(5), done ? "matched" : "open", new(r.Long(6), r.Text(4)),
            new(done ? r.Long(6) : 0, r.Text(4)), null), number);
    }

    private static (SheetLine Line, string? Subject) FeeOf(Row r) => (new(r.Text(0), Plain(r.LongOrNull(1)), r.Text(2), r.Time(4), "matched",
        new(r.Long(5), r.Text(3)), new(r.Long(5), r.Text(3)), null), null);

    private static string? Plain(long? number) => number is { } n ? OrderNumbers.Plain(n) : null;

    private static string Figure(Money amount)
    {
        var digits = Money.Decimals(amount.Currency);
        return ((decimal)amount.Amount / (decimal)Math.Pow(10, digits)).ToString("F" + digits, CultureInfo.InvariantCulture);
    }

    private static readonly Text[] Heads =
    [
        new("类别", "Kind"), new("名称", "Name"), new("订单号", "Order"), new("外部编号", "Reference"), new("时间", "Time"), new("状态", "State"),
        new("进来", "In"), new("归好", "Matched"), new("币种", "Currency"), new("原因", "Cause"), new("办法", "Remedy"),
    ];

    private static readonly Dictionary<string, Text> Titles = new()
    {
        ["channel"] = new("订单", "Order"), ["provider"] = new("收款", "Payment"), ["refund"] = new("退款", "Refund"), ["fee"] = new("手续费", "Fee"),
    };
}

/// <summary>Writes a table for spreadsheets.</summary>
internal static class CsvText
{
    // Whatever a spreadsheet would take for a formula, in ASCII and in full width.
    private const string Dangerous = "=+-@\t\r＝＋－＠";

    public static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public static string Cell(string value)
    {
        // Long digits would be rounded to a number; a leading quote keeps them, and defuses formulas. Negative figures stay figures.
        var safe = value.Length > 0 && Dangerous.Contains(value[0], StringComparison.Ordinal) && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
            || value.Length > 15 && value.All(char.IsAsciiDigit) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
