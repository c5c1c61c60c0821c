using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Guidan.Kernel;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Guidan.Channels;

/// <summary>The first sheet of an xlsx workbook, read as a stream; its shared texts are held, its rows are not.</summary>
internal sealed class WorkbookSheet : Sheet
{
    // What is packed a thousand to one was packed to do harm.
    private const long TextMost = 200_000_000;
    private readonly string path;
    private readonly List<string> shared = [];

    public WorkbookSheet(string path)
    {
        this.path = path;
        try
        {
            using var book = SpreadsheetDocument.Open(path, isEditable: false);
            ReadShared(book);
            using var rows = All(book).GetEnumerator();
            if (!rows.MoveNext()) Fault = new(1, null, "file.empty", new("文件是空的", "The file is empty"), null);
            else Head(rows.Current.Cells);
        }
        catch (Exception cause) when (IsBroken(cause))
        {
            Fault = new(1, null, "file.broken", new("工作簿打不开：文件损坏或加了密", "The workbook cannot be opened: broken or encrypted"), null);
        }
    }

    public override IEnumerable<SheetRow> Rows()
    {
        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        using var rows = All(book).Skip(1).GetEnumerator();
        while (Next(rows) is { } row)
        {
            if (row.Fault is not null || !row.IsBlank) yield return row;
            if (row.Fault is { Code: "file.broken" }) yield break;
        }
    }

    private static SheetRow? Next(IEnumerator<SheetRow> rows)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (Exception cause) when (IsBroken(cause))
        {
            return SheetRow.Unreadable(rows.Current?.Line + 1 ?? 1, "file.broken", new("从这一行起读不下去：文件损坏", "From here on the file is broken"));
        }
    }

    private static bool IsBroken(Exception cause) => cause is OpenXmlPackageException or InvalidDataException or XmlException
        or IOException or FormatException or InvalidOperationException or ArgumentException or NotSupportedException;

    private void ReadShared(SpreadsheetDocument book)
    {
        if (book.WorkbookPart?.SharedStringTablePart is not { } part) return;
        var length = 0L;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            var text = reader.LoadCurrentElement()!.InnerText;
            if ((length += text.Length) > TextMost) throw new InvalidDataException("too much text");
            shared.Add(text);
        }
    }

    private IEnumerable<SheetRow> All(SpreadsheetDocument book)
    {
        var first = book.WorkbookPart?.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault();
        if (first?.Id?.Value is not { } id || book.WorkbookPart!.GetPartById(id) is not WorksheetPart part) yield break;
        var line = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            line = row.RowIndex?.Value is { } index ? (int)index : line + 1;
            yield return RowOf(row, line);
        }
    }

    private SheetRow RowOf(Row row, int line)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (at >= ColumnsMost) return SheetRow.Unreadable(line, "row.too_wide", new($"一行最多{ColumnsMost}列", $"A row has {ColumnsMost} columns at the most"));
            while (cells.Count <= at) cells.Add("");
            cells[at] = TextOf(cell);
        }
        return new(line, [.. cells]);
    }

    private string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType is null || cell.DataType.Value == CellValues.Number) return Number(value);
        if (cell.DataType.Value == CellValues.SharedString)
            return int.TryParse(value, out var at) && at >= 0 && at < shared.Count ? shared[at] : "";
        return cell.DataType.Value == CellValues.InlineString ? cell.InnerText : value;
    }

    // A workbook keeps 19.9 as 19.899999999999999: fifteen digits are what a person typed.
    private static string Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
            ? Math.Round((decimal)number, 9).ToString("0.#########", CultureInfo.InvariantCulture) : value;

    private static int? ColumnOf(string? reference)
    {
        var at = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            at = at * 26 + c - 'A' + 1;
            if (at > ColumnsMost) return ColumnsMost;
        }
        return at == 0 ? null : at - 1;
    }
}
