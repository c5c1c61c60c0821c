using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// Guidan's own table, as CSV or workbook: one row for each variant, the rows of one handle together, what belongs to the
/// product in the first of them. Cells with both languages part them by a bar: 红色|Red. Several categories, pictures or
/// keywords are parted by semicolons.
/// </summary>
internal sealed class GuidanFile : HandledFile
{
    /// <summary>The headings in their order, for the template and the documents.</summary>
    public static readonly IReadOnlyList<string> Headings =
    [
        "handle", "name_zh", "name_en", "description_zh", "description_en", "seo_title", "seo_description", "seo_keywords",
        "categories", "tags", "status", "images", "option1_name", "option1_value", "option2_name", "option2_value",
        "option3_name", "option3_value", "sku", "barcode", "price", "compare_at", "weight_grams", "quantity", "variant_image",
    ];

    private readonly Sheet sheet;

    public GuidanFile(Sheet sheet, string currency) : base(sheet, currency)
    {
        this.sheet = sheet;
        Fault = ((string[])["handle", "price"]).Where(c => sheet.Find(c) < 0).Select(Sheet.ColumnMissing).FirstOrDefault()
            ?? (sheet.Find("name_zh") < 0 && sheet.Find("name_en") < 0 ? Sheet.ColumnMissing("name_zh") : null);
    }

    public override ImportFault? Fault { get; }

    protected override int HandleColumn => sheet.Find("handle");

    protected override ProductDraft? Build(string handle, IReadOnlyList<SheetRow> rows, DraftMaker maker)
    {
        var first = rows[0];
        var slug = Slug.Of(handle);
        if (slug.Length == 0) maker.Blame(first.Line, "handle", "handle.unreadable", new("商品标识里没有字母或数字", "The handle has no letter or digit"), handle);
        var name = new Text(Cell(first, "name_zh", ProductLimits.NameMost, maker), Cell(first, "name_en", ProductLimits.NameMost, maker));
        if (name.IsEmpty()) maker.Blame(first.Line, "name_zh", "name.missing", new("缺少商品名", "The name is missing"));
        var names = OptionNames(first);
        var (options, variants) = maker.Arrange(slug, names, rows.Select(r => VariantOf(r, names.Count, maker)).ToList());
        return new ProductDraft(slug, name,
            new(maker.Html(first.Line, "description_zh", Raw(first, "description_zh")), maker.Html(first.Line, "description_en", Raw(first, "description_en"))),
            SeoOf(first, maker), maker.List(first.Line, "tags", Raw(first, "tags").Split(',', ';', '，', '；'), ProductLimits.TagsMost),
            maker.List(first.Line, "categories", Raw(first, "categories").Split(';', '；'), ProductLimits.CategoriesMost)
                .ConvertAll(path => CategoryPath.Of(path, Spoken.OfPair)),
            maker.Flag(first.Line, "status", Raw(first, "status"), true), options, variants,
            maker.Images(first.Line, "images", Raw(first, "images").Split(';', '\n').Select(u => u.Trim())
                .Select(u => new ImageDraft(maker.Image(first.Line, "images", u), new("", "")))))
        { Line = first.Line };
    }

    private string Raw(SheetRow row, string column) => row[sheet.Find(column)];

    private string Cell(SheetRow row, string column, int most, DraftMaker maker) => maker.Words(row.Line, column, Raw(row, column), most);

    private List<Text> OptionNames(SheetRow first) => Enumerable.Range(1, 3).Select(n => Raw(first, $"option{n}_name"))
        .TakeWhile(name => name.Length > 0).Select(Spoken.OfPair).ToList();

    private VariantRow VariantOf(SheetRow row, int options, DraftMaker maker) => new(row.Line, Raw(row, "sku"), Raw(row, "barcode"),
        Enumerable.Range(1, options).Select(n => Spoken.OfPair(Raw(row, $"option{n}_value"))).ToList(),
        maker.Price(row.Line, "price", Raw(row, "price")), maker.PriceOrNull(row.Line, "compare_at", Raw(row, "compare_at")),
        maker.Weight(row.Line, "weight_grams", Raw(row, "weight_grams")), maker.Quantity(row.Line, "quantity", Raw(row, "quantity")),
        maker.Image(row.Line, "variant_image", Raw(row, "variant_image")));

    private Seo SeoOf(SheetRow row, DraftMaker maker) => new(
        Spoken.OfPair(Cell(row, "seo_title", ProductLimits.NameMost * 2, maker)),
        Spoken.OfPair(Cell(row, "seo_description", ProductLimits.SeoDescriptionMost * 2, maker)),
        maker.List(row.Line, "seo_keywords", Raw(row, "seo_keywords").Split(',', ';', '，', '；'), ProductLimits.TagsMost));
}
