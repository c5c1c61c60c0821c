using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>A file of products in one of the formats that are understood, read product by product.</summary>
internal abstract class ProductFile
{
    public const string Shopify = "shopify-csv";
    public const string WooCommerce = "woocommerce-csv";
    public const string GuidanCsv = "guidan-csv";
    public const string GuidanXlsx = "guidan-xlsx";

    public static readonly IReadOnlyList<string> Formats = [Shopify, WooCommerce, GuidanCsv, GuidanXlsx];

    /// <summary>Why nothing can be read; null when the file can be read.</summary>
    public abstract ImportFault? Fault { get; }

    /// <summary>Rows below the headings.</summary>
    public abstract int CountRows();

    /// <summary>The products in the order of the file; the same each time.</summary>
    public abstract IEnumerable<DraftGroup> Read();

    public static ProductFile Open(string path, string format, string currency)
    {
        var isZip = TextFile.IsZip(path);
        if (isZip && format != GuidanXlsx) return new UnreadableFile(new(1, null, "file.workbook",
            new("这是 Excel 工作簿；选 guidan-xlsx 格式，或另存为 CSV", "This is a workbook; choose guidan-xlsx or save it as CSV"), null));
        if (!isZip && format == GuidanXlsx) return new UnreadableFile(new(1, null, "file.no_workbook",
            new("这不是 xlsx 工作簿", "This is no xlsx workbook"), null));
        var sheet = Sheet.Open(path);
        if (sheet.Fault is { } fault) return new UnreadableFile(fault);
        return format switch
        {
            Shopify => new ShopifyFile(sheet, currency),
            WooCommerce => new WooCommerceFile(sheet, currency),
            _ => new GuidanFile(sheet, currency),
        };
    }

    private sealed class UnreadableFile(ImportFault fault) : ProductFile
    {
        public override ImportFault? Fault => fault;
        public override int CountRows() => 0;
        public override IEnumerable<DraftGroup> Read() => [];
    }
}

/// <summary>A file in which the rows of one product stand together under one handle.</summary>
internal abstract class HandledFile(Sheet sheet, string currency) : ProductFile
{
    private const int GroupMost = 2_000;

    protected abstract int HandleColumn { get; }

    /// <summary>Reads the rows of one product.</summary>
    protected abstract ProductDraft? Build(string handle, IReadOnlyList<SheetRow> rows, DraftMaker maker);

    public override int CountRows() => sheet.Rows().Count();

    public override IEnumerable<DraftGroup> Read()
    {
        var seen = new HashSet<string>();
        var group = new List<SheetRow>();
        var handle = "";
        foreach (var row in sheet.Rows())
        {
            var own = row[HandleColumn];
            if (own.Length > 0 && own == handle && group.Count < GroupMost)
            {
                group.Add(row);
                continue;
            }
            if (group.Count > 0) yield return Made(handle, group, seen);
            (handle, group) = (own, [row]);
        }
        if (group.Count > 0) yield return Made(handle, group, seen);
    }

    private DraftGroup Made(string handle, List<SheetRow> rows, HashSet<string> seen)
    {
        var maker = new DraftMaker(currency);
        foreach (var row in rows.Where(r => r.Fault is not null)) maker.Take(row.Fault!);
        var readable = rows.Where(r => r.Fault is null).ToList();
        var line = rows[0].Line;
        ProductDraft? draft = null;
        if (readable.Count > 0 && handle.Length == 0)
            maker.Blame(line, "Handle", "handle.missing", new("缺少商品标识，不知道这一行属于哪个商品", "No handle tells which product this row belongs to"));
        else if (readable.Count > 0 && !seen.Add(handle))
            maker.Blame(line, "Handle", "handle.split", new("同一商品的行要连在一起，这个商品前面已经出现过",
                "The rows of one product stand together; this product was further up"), handle);
        else if (readable.Count > 0) draft = Build(handle, readable, maker);
        return new(maker.Faults.Count == 0 ? draft : null, maker.Faults, rows.Count, line);
    }
}
