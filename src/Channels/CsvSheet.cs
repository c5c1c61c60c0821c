using System.Text;
using CsvHelper;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>A table of delimited text.</summary>
internal sealed class CsvSheet : Sheet
{
    private const int RecordMost = 4_000_000;
    private const string QuoteIsOpen = "csv.quote_open";
    private readonly string path;
    private readonly Encoding encoding;
    private readonly char delimiter;
    private readonly int width;

    public CsvSheet(string path)
    {
        this.path = path;
        encoding = TextFile.EncodingOf(path);
        delimiter = TextFile.DelimiterOf(path, encoding);
        using var rows = All().GetEnumerator();
        if (!rows.MoveNext()) Fault = new(1, null, "file.empty", new("文件是空的", "The file is empty"), null);
        else if (rows.Current.Fault is { } fault) Fault = fault;
        else Head(rows.Current.Cells);
        width = Fault is null ? rows.Current.Cells.Length : 0;
    }

    public override IEnumerable<SheetRow> Rows() => All().Skip(1).Select(Judged);

    private IEnumerable<SheetRow> All()
    {
        CsvMalformedReason? malformed = null;
        using var file = new StreamReader(path, encoding);
        using var reader = CsvReader.Create(file, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = RecordMost,
            OnMalformedRecord = record => malformed = record.Reason,
        });
        for (var line = 1; ;)
        {
            malformed = null;
            if (Next(reader, ref line) is not { } row) yield break;
            // A quote inside an unquoted cell (a 15" screen) is plain text; the other kinds hide where cells end.
            // What stands before the wrong cell is right: it tells which product the row belongs to.
            if (malformed is CsvMalformedReason.UnterminatedQuote) row = row with { Fault = new(line, null, QuoteIsOpen, QuoteOpen, null) };
            else if (malformed is CsvMalformedReason.TextAfterClosingQuote) row = row with { Fault = BadQuotes(line) };
            if (row.Fault is not null || !row.IsBlank) yield return row;
            if (row.Fault is { Code: QuoteIsOpen }) yield break;
        }
    }

    private static SheetRow? Next(CsvReader reader, ref int line)
    {
        try
        {
            if (!reader.Read()) return null;
        }
        catch (CsvFormatException)
        {
            return SheetRow.Unreadable(line + 1, QuoteIsOpen, QuoteOpen);
        }
        line = (int)reader.LineNumber;
        if (reader.FieldCount > ColumnsMost)
            return SheetRow.Unreadable(line, "row.too_wide", new($"一行最多{ColumnsMost}列", $"A row has {ColumnsMost} columns at the most"));
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
        return new SheetRow(line, cells);
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
