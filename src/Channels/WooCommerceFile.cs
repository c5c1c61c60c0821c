using System.Text.RegularExpressions;
using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// WooCommerce's product export. A variation stands anywhere in the file and names its parent by SKU or as id:123, so a
/// first pass gathers the variations and a second one reads the products.
/// </summary>
internal sealed partial class WooCommerceFile : ProductFile
{
    private const int AttributesMost = ProductLimits.OptionsMost;
    private static readonly Text Any = new("任意", "Any");
    private readonly Sheet sheet;
    private readonly string currency;
    private readonly int id, type, sku, name, published, shortDescription, description, stock, sale, regular, categories, tags;
    private readonly int images, parent, weight, barcode;
    private readonly string weightUnit;
    private readonly (int Name, int Values)[] attributes;

    private sealed record Variation(int Line, VariantRow? Row, IReadOnlyDictionary<string, string> Choices, IReadOnlyList<ImportFault> Faults);

    public WooCommerceFile(Sheet sheet, string currency)
    {
        (this.sheet, this.currency) = (sheet, currency);
        (id, type, sku, name) = (sheet.Find("ID"), sheet.Find("Type"), sheet.Find("SKU"), sheet.Find("Name"));
        (published, parent) = (sheet.Find("Published"), sheet.Find("Parent"));
        (shortDescription, description) = (sheet.Find("Short description"), sheet.Find("Description"));
        (stock, sale, regular) = (sheet.Find("Stock"), sheet.Find("Sale price"), sheet.Find("Regular price"));
        (categories, tags, images) = (sheet.Find("Categories"), sheet.Find("Tags"), sheet.Find("Images"));
        barcode = sheet.Find("GTIN, UPC, EAN, or ISBN");
        weightUnit = ((string[])["kg", "g", "lbs", "oz"]).FirstOrDefault(u => sheet.Find($"Weight ({u})") >= 0, "kg");
        weight = sheet.Find($"Weight ({weightUnit})");
        attributes = Enumerable.Range(1, AttributesMost)
            .Select(n => (sheet.Find($"Attribute {n} name"), sheet.Find($"Attribute {n} value(s)"))).ToArray();
        Fault = type < 0 ? Sheet.ColumnMissing("Type") : name < 0 ? Sheet.ColumnMissing("Name")
            : regular < 0 ? Sheet.ColumnMissing("Regular price") : null;
    }

    public override ImportFault? Fault { get; }

    public override int CountRows() => sheet.Rows().Count();

    public override IEnumerable<DraftGroup> Read()
    {
        var variations = Variations();
        var seen = new HashSet<string>();
        foreach (var row in sheet.Rows())
        {
            if (row.Fault is { } fault) yield return new(null, [fault], 1, row.Line);
            else if (!IsVariation(row)) yield return Product(row, variations, seen);
        }
        // What is left named a parent that is not in the file.
        foreach (var (named, orphans) in variations)
        {
            yield return new(null, orphans.Select(o => new ImportFault(o.Line, "Parent", "parent.missing",
                new("文件里没有它的主商品", "Its parent is not in the file"), named)).ToList(), orphans.Count, orphans[0].Line);
        }
    }

    private Dictionary<string, List<Variation>> Variations()
    {
        var gathered = new Dictionary<string, List<Variation>>();
        foreach (var row in sheet.Rows().Where(r => r.Fault is null && IsVariation(r)))
        {
            if (!gathered.TryGetValue(row[parent], out var siblings)) gathered[row[parent]] = siblings = [];
            siblings.Add(VariationOf(row));
        }
        return gathered;
    }

    // The type may be a list: "variation, virtual".
    private bool IsVariation(SheetRow row) => Types(row).Contains("variation");

    private string[] Types(SheetRow row) => row[type].ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries);

    private Variation VariationOf(SheetRow row)
    {
        var maker = new DraftMaker(currency);
        var choices = new Dictionary<string, string>();
        foreach (var (column, values) in attributes)
        {
            if (row[column].Length > 0) choices[row[column]] = row[values];
        }
        return new(row.Line, VariantOf(row, maker), choices, maker.Faults);
    }

    private VariantRow VariantOf(SheetRow row, DraftMaker maker)
    {
        var (full, reduced) = (maker.PriceOrNull(row.Line, "Regular price", row[regular]), maker.PriceOrNull(row.Line, "Sale price", row[sale]));
        var image = ImageAddresses(row[images]).FirstOrDefault("");
        return new(row.Line, row[sku], row[barcode], [], reduced ?? full ?? 0, reduced is null ? null : full,
            maker.Weight(row.Line, $"Weight ({weightUnit})", row[weight], weightUnit),
            maker.Quantity(row.Line, "Stock", row[stock]), maker.Image(row.Line, "Images", image));
    }

    private DraftGroup Product(SheetRow row, Dictionary<string, List<Variation>> variations, HashSet<string> seen)
    {
        var maker = new DraftMaker(currency);
        var children = Children(row, variations);
        foreach (var fault in children.SelectMany(c => c.Faults)) maker.Take(fault);
        if (row[name].Length == 0) maker.Blame(row.Line, "Name", "name.missing", new("缺少商品名", "The name is missing"));
        var slug = SlugOf(row);
        if (slug.Length == 0) maker.Blame(row.Line, "Name", "handle.unreadable", new("商品名、SKU、ID 都不能作标识", "Neither name, SKU nor ID can name it"));
        else if (!seen.Add(slug)) maker.Blame(row.Line, "SKU", "sku.repeated", DraftMaker.Repeated(row[sku]), row[sku]);
        var draft = Draft(row, slug, children, maker);
        return new(maker.Faults.Count == 0 ? draft : null, maker.Faults, 1 + children.Count, row.Line);
    }

    private List<Variation> Children(SheetRow row, Dictionary<string, List<Variation>> variations)
    {
        var children = new List<Variation>();
        if (row[sku].Length > 0 && variations.Remove(row[sku], out var bySku)) children.AddRange(bySku);
        if (row[id].Length > 0 && variations.Remove($"id:{row[id]}", out var byId)) children.AddRange(byId);
        return children;
    }

    // The file has no handle: the name with the SKU (or the id) is stable and tells namesakes apart.
    private string SlugOf(SheetRow row)
    {
        var (words, key) = (Slug.Of(row[name]), Slug.Of(row[sku].Length > 0 ? row[sku] : row[id]));
        return words == key || key.Length == 0 ? words : Slug.Of($"{words} {key}");
    }

    private ProductDraft Draft(SheetRow row, string slug, List<Variation> children, DraftMaker maker)
    {
        var names = children.SelectMany(c => c.Choices.Keys).Distinct().ToList();
        var rows = children.Count > 0
            ? children.ConvertAll(c => c.Row! with { Choices = names.ConvertAll(n => Choice(c, n)) })
            : IsSellable(row) ? [VariantOf(row, maker) with { Image = "" }] : [];
        var (options, variants) = maker.Arrange(slug, names.ConvertAll(Spoken.Of), rows);
        var text = row[description].Length > 0 ? row[description] : row[shortDescription];
        return new ProductDraft(slug, Spoken.Of(maker.Words(row.Line, "Name", row[name], ProductLimits.NameMost)),
            Spoken.Of(maker.Html(row.Line, "Description", text.Replace("\\n", "\n", StringComparison.Ordinal))), Seo.None,
            maker.List(row.Line, "Tags", Listed(row[tags]), ProductLimits.TagsMost), CategoriesOf(row, maker),
            IsSold(row) && maker.Flag(row.Line, "Published", row[published], true), options, variants,
            maker.Images(row.Line, "Images", ImageAddresses(row[images])
                .Select(url => new ImageDraft(maker.Image(row.Line, "Images", url), new("", "")))))
        { Line = row.Line };
    }

    // A variable product sells only through its variations, and a grouped one only through its members.
    private bool IsSellable(SheetRow row) => !Types(row).Contains("variable") && !Types(row).Contains("grouped");

    // What is sold on another site stays a draft here.
    private bool IsSold(SheetRow row) => !Types(row).Contains("external") && !Types(row).Contains("grouped");

    private static Text Choice(Variation variation, string option) =>
        variation.Choices.TryGetValue(option, out var value) && value.Length > 0 ? Spoken.Of(value) : Any;

    private List<IReadOnlyList<Text>> CategoriesOf(SheetRow row, DraftMaker maker) =>
        maker.List(row.Line, "Categories", Listed(row[categories]), ProductLimits.CategoriesMost)
            .ConvertAll(path => CategoryPath.Of(path, Spoken.Of));

    // Within a list a comma that belongs to a name is written as \,
    private static IEnumerable<string> Listed(string cell) =>
        ListComma().Split(cell).Select(w => w.Replace("\\,", ",", StringComparison.Ordinal).Trim()).Where(w => w.Length > 0);

    private static IEnumerable<string> ImageAddresses(string cell) => cell.Length == 0 ? [] : ImageComma().Split(cell).Select(u => u.Trim());

    [GeneratedRegex(@"(?<!\\),")]
    private static partial Regex ListComma();

    [GeneratedRegex(@",\s*(?=https?://)", RegexOptions.IgnoreCase)]
    private static partial Regex ImageComma();
}
