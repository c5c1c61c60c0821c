using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>A table of delimited text.</summary>
internal sealed class CsvSheet : Sheet
{
    private const int FieldMost = 1_000_000;
    private readonly string path;
    private readonly Encoding encoding;
    private readonly string delimiter;
    private readonly int width;

    public CsvSheet(string path)
    {
        this.path = path;
        encoding = TextFile.EncodingOf(path);
        delimiter = TextFile.DelimiterOf(path, encoding).ToString();
        using var rows = All().GetEnumerator();
        if (!rows.MoveNext()) Fault = new(1, null, "file.empty", new("文件是空的", "The file is empty"), null);
        else if (rows.Current.Fault is { } fault) Fault = fault;
        else Head(rows.Current.Cells);
        width = Fault is null ? rows.Current.Cells.Length : 0;
    }

    public override IEnumerable<SheetRow> Rows() => All().Skip(1).Select(Judged);

    private IEnumerable<SheetRow> All()
    {
        var badQuotes = false;
        using var reader = new StreamReader(path, encoding);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            IgnoreBlankLines = false,
            BadDataFound = _ => badQuotes = true,
            MaxFieldSize = FieldMost,
        });
        for (var line = 1; ; line = parser.RawRow + 1)
        {
            badQuotes = false;
            if (Next(parser, line) is not { } row) yield break;
            if (row.Fault is null && badQuotes) yield return row with { Fault = BadQuotes(line) };
            else if (row.Fault is not null || !row.IsBlank) yield return row;
            if (row.Fault is { Code: "csv.quote_open" }) yield break;
        }
    }

    private static SheetRow? Next(CsvParser parser, int line)
    {
        try
        {
            if (!parser.Read()) return null;
        }
        catch (MaxFieldSizeException)
        {
            return SheetRow.Unreadable(line, "csv.quote_open", QuoteOpen);
        }
        if (parser.Count > ColumnsMost)
            return SheetRow.Unreadable(line, "row.too_wide", new($"一行最多{ColumnsMost}列", $"A row has {ColumnsMost} columns at the most"));
        // A quote that nobody closes swallows the rest of the file: the last record then has an odd number of them.
        if (parser.RawRow > line && parser.RawRecord.AsSpan().Count('"') % 2 == 1)
            return SheetRow.Unreadable(line, "csv.quote_open", QuoteOpen);
        return new SheetRow(line, parser.Record!);
    }

    private SheetRow Judged(SheetRow row)
    {
        if (row.Fault is not null) return row;
        for (var i = width; i < row.Cells.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[i])) return row with { Fault = TooLong(row, width) };
        }
        foreach (var cell in row.Cells)
        {
            if (cell.AsSpan().IndexOfAny('\uFFFD', '\0') >= 0) return row with { Fault = Undecodable(row.Line, cell) };
        }
        return row;
    }

    private static readonly Text QuoteOpen = new("从这一行开始的引号没有收尾，后面的内容读不下去",
        "The quote that opens here is never closed, so what follows cannot be read");

    private static ImportFault BadQuotes(int line) => new(line, null, "csv.quotes",
        new("引号用错了：内容里的引号要写两遍", "Quotes are wrong: one inside a cell is written twice"), null);

    private static ImportFault TooLong(SheetRow row, int width) => new(row.Line, null, "row.too_long",
        new($"这一行有{row.Cells.Length}格，表头只有{width}格", $"This row has {row.Cells.Length} cells, the heading {width}"), null);

    private static ImportFault Undecodable(int line, string cell) => new(line, null, "text.encoding",
        new("有读不懂的字符，文件编码可能有误；存成 UTF-8 再传", "Some characters cannot be read; save the file as UTF-8"), cell);
}
