using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>A table in a file: headings and rows, read from the start as often as needed and never held whole.</summary>
internal abstract class Sheet
{
    /// <summary>Columns of one row at the most: more is no catalogue.</summary>
    protected const int ColumnsMost = 2_000;

    private Dictionary<string, int> columns = [];

    /// <summary>Why the file cannot be read at all; null when it can.</summary>
    public ImportFault? Fault { get; protected init; }

    /// <summary>The headings as they are written.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>The rows below the headings; a row that cannot be read carries its fault.</summary>
    public abstract IEnumerable<SheetRow> Rows();

    /// <summary>Opens a file by what its first bytes are.</summary>
    public static Sheet Open(string path) => TextFile.IsZip(path) ? new WorkbookSheet(path) : new CsvSheet(path);

    /// <summary>The place of a column under any of its names; -1 when the file has none of them.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (columns.TryGetValue(Key(name), out var at)) return at;
        }
        return -1;
    }

    protected void Head(IReadOnlyList<string> headings)
    {
        // Where a heading comes twice the first column counts, as in the programs that write such files.
        (columns, Headings) = ([], headings);
        for (var i = 0; i < headings.Count; i++) columns.TryAdd(Key(headings[i]), i);
    }

    private static string Key(string heading) => heading.Trim().Trim('\uFEFF').ToLowerInvariant();

    /// <summary>What to say when a column is missing without which nothing can be read.</summary>
    public static ImportFault ColumnMissing(string column) => new(1, column, "column.missing",
        new($"缺少“{column}”这一列；看看格式选对了没有", $"The column {column} is missing; is it the right format?"), null);
}

/// <summary>One row of a table.</summary>
/// <param name="Line">Line in the file on which it begins, from 1.</param>
internal sealed record SheetRow(int Line, string[] Cells, ImportFault? Fault = null)
{
    /// <summary>The cell without blanks around it; empty where the row is shorter or the column is not there.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column].Trim() : "";

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    public static SheetRow Unreadable(int line, string code, Text text, string? value = null) =>
        new(line, [], new ImportFault(line, null, code, text, value));
}
