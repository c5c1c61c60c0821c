using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// Shopify's product export, with its headings of before and after 2024. One handle has a row for each variant and for
/// each further picture; only the first row has what belongs to the product.
/// </summary>
internal sealed class ShopifyFile : HandledFile
{
    private const string NoChoice = "Default Title";
    private readonly int handle, title, body, type, category, tags, published, status, seoTitle, seoDescription;
    private readonly int sku, barcode, price, compareAt, grams, quantity, image, imageAlt, imagePosition, variantImage;
    private readonly int[] optionNames, optionValues;

    public ShopifyFile(Sheet sheet, string currency) : base(sheet, currency)
    {
        (handle, title) = (sheet.Find("Handle", "URL handle"), sheet.Find("Title"));
        (body, type) = (sheet.Find("Body (HTML)", "Body HTML", "Description"), sheet.Find("Type", "Custom Product Type"));
        category = sheet.Find("Product Category", "Standardized Product Type", "Standard Product Type");
        (tags, published, status) = (sheet.Find("Tags"), sheet.Find("Published", "Published on online store"), sheet.Find("Status"));
        (seoTitle, seoDescription) = (sheet.Find("SEO Title"), sheet.Find("SEO Description"));
        (sku, barcode) = (sheet.Find("Variant SKU", "SKU"), sheet.Find("Variant Barcode", "Barcode"));
        (price, compareAt) = (sheet.Find("Variant Price", "Price"), sheet.Find("Variant Compare At Price", "Compare-at price"));
        grams = sheet.Find("Variant Grams", "Weight value (grams)");
        quantity = sheet.Find("Variant Inventory Qty", "Inventory quantity");
        (image, imageAlt) = (sheet.Find("Image Src", "Product image URL"), sheet.Find("Image Alt Text", "Image alt text"));
        imagePosition = sheet.Find("Image Position", "Image position");
        variantImage = sheet.Find("Variant Image", "Variant image URL");
        optionNames = [sheet.Find("Option1 Name"), sheet.Find("Option2 Name"), sheet.Find("Option3 Name")];
        optionValues = [sheet.Find("Option1 Value"), sheet.Find("Option2 Value"), sheet.Find("Option3 Value")];
        Fault = handle < 0 ? Sheet.ColumnMissing("Handle") : title < 0 ? Sheet.ColumnMissing("Title")
            : price < 0 ? Sheet.ColumnMissing("Variant Price") : null;
    }

    public override ImportFault? Fault { get; }

    protected override int HandleColumn => handle;

    protected override ProductDraft? Build(string handle, IReadOnlyList<SheetRow> rows, DraftMaker maker)
    {
        var first = rows[0];
        var slug = Slug.Of(handle);
        if (slug.Length == 0) maker.Blame(first.Line, "Handle", "handle.unreadable", new("商品标识里没有字母或数字", "The handle has no letter or digit"), handle);
        if (first[title].Length == 0) maker.Blame(first.Line, "Title", "name.missing", new("缺少商品名", "The name is missing"));
        var names = OptionNames(rows);
        var variants = rows.Where(r => IsVariant(r, names.Count)).Select(r => VariantOf(r, names.Count, maker)).ToList();
        if (variants.Count == 0) maker.Blame(first.Line, "Variant Price", "price.missing", new("缺少价格", "The price is missing"));
        var (options, drafts) = maker.Arrange(slug, names, variants);
        return new ProductDraft(slug, Spoken.Of(maker.Words(first.Line, "Title", first[title], ProductLimits.NameMost)),
            Spoken.Of(maker.Html(first.Line, "Body (HTML)", first[body])), SeoOf(first, maker),
            maker.List(first.Line, "Tags", first[tags].Split(','), ProductLimits.TagsMost), CategoriesOf(first, maker),
            maker.Flag(first.Line, "Published", first[published], true) & maker.Flag(first.Line, "Status", first[status], true),
            options, drafts, ImagesOf(rows, maker))
        { Line = first.Line };
    }

    // A product without choices has one option called Title with one value called Default Title.
    private List<Text> OptionNames(IReadOnlyList<SheetRow> rows)
    {
        var first = rows[0];
        if (first[optionValues[0]] == NoChoice && rows.Count(r => r[price].Length > 0) <= 1) return [];
        return optionNames.Select((column, i) => (Name: first[column], i))
            .TakeWhile(o => o.Name.Length > 0 || rows.Any(r => r[optionValues[o.i]].Length > 0))
            .Select(o => Spoken.Of(o.Name.Length > 0 ? o.Name : $"Option {o.i + 1}")).ToList();
    }

    // A row without price, SKU and choice only brings a further picture.
    private bool IsVariant(SheetRow row, int options) =>
        row[price].Length > 0 || row[sku].Length > 0 || options > 0 && row[optionValues[0]].Length > 0;

    private VariantRow VariantOf(SheetRow row, int options, DraftMaker maker) => new(row.Line,
        row[sku], row[barcode].TrimStart('\''), optionValues.Take(options).Select(c => Spoken.Of(row[c])).ToList(),
        maker.Price(row.Line, "Variant Price", row[price]), maker.PriceOrNull(row.Line, "Variant Compare At Price", row[compareAt]),
        maker.Weight(row.Line, "Variant Grams", row[grams]), maker.Quantity(row.Line, "Variant Inventory Qty", row[quantity]),
        maker.Image(row.Line, "Variant Image", row[variantImage]));

    private Seo SeoOf(SheetRow first, DraftMaker maker) => new(
        Spoken.Of(maker.Words(first.Line, "SEO Title", first[seoTitle], ProductLimits.NameMost)),
        Spoken.Of(maker.Words(first.Line, "SEO Description", first[seoDescription], ProductLimits.SeoDescriptionMost)), []);

    private List<IReadOnlyList<Text>> CategoriesOf(SheetRow first, DraftMaker maker)
    {
        var path = first[type].Length > 0 ? first[type] : first[category];
        return path.Length == 0 ? [] : [CategoryPath.Of(maker.Words(first.Line, "Type", path, ProductLimits.NameMost), Spoken.Of)];
    }

    private List<ImageDraft> ImagesOf(IReadOnlyList<SheetRow> rows, DraftMaker maker) => maker.Images(rows[0].Line, "Image Src", rows
        .Where(r => r[image].Length > 0)
        .OrderBy(r => Figures.Units(r[imagePosition]) ?? long.MaxValue)
        .Select(r => new ImageDraft(maker.Image(r.Line, "Image Src", r[image]),
            Spoken.Of(maker.Words(r.Line, "Image Alt Text", r[imageAlt], ProductLimits.NameMost * 2)))));
}
