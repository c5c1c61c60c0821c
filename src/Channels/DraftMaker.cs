using Guidan.Catalog;
using Guidan.Kernel;
using static Guidan.Catalog.ProductLimits;

namespace Guidan.Channels;

/// <summary>A variant as a row has it, before its choices are matched with the product's options.</summary>
internal sealed record VariantRow(
    int Line, string Sku, string Barcode, IReadOnlyList<Text> Choices, long Price, long? CompareAt, int WeightGrams, long? Quantity, string Image);

/// <summary>Puts one product together from cells and notes each cell that is wrong.</summary>
internal sealed class DraftMaker(string currency)
{
    private readonly List<ImportFault> faults = [];

    public IReadOnlyList<ImportFault> Faults => faults;

    public void Blame(int line, string? column, string code, Text text, string? value = null) =>
        faults.Add(new(line, column, code, text, value is { Length: > 200 } ? value[..200] : value));

    public void Take(ImportFault fault) => faults.Add(fault);

    public long Price(int line, string column, string text)
    {
        if (Figures.Price(text, currency) is { } price) return price;
        Blame(line, column, text.Length == 0 ? "price.missing" : "price.unreadable", text.Length == 0
            ? new("缺少价格", "The price is missing")
            : new($"价格读不懂，或比{currency}的最小单位还细", $"The price cannot be read, or is finer than {currency} allows"), text);
        return 0;
    }

    public long? PriceOrNull(int line, string column, string text) => text.Length == 0 ? null : Price(line, column, text);

    public int Weight(int line, string column, string text, string unit = "g")
    {
        if (text.Length == 0) return 0;
        if (Figures.Grams(text, unit) is { } grams) return grams;
        Blame(line, column, "weight.unreadable", new("重量读不懂", "The weight cannot be read"), text);
        return 0;
    }

    /// <summary>Units to open with; null when the cell is empty, none when it is negative (sold beyond the stock).</summary>
    public long? Quantity(int line, string column, string text)
    {
        if (text.Length == 0) return null;
        if (Figures.Units(text) is { } units) return Math.Max(units, 0);
        Blame(line, column, "quantity.unreadable", new("数量应为整数", "A quantity is a whole number"), text);
        return null;
    }

    public bool Flag(int line, string column, string text, bool otherwise)
    {
        switch (text.ToLowerInvariant())
        {
            case "": return otherwise;
            case "true" or "1" or "yes" or "y" or "active" or "listed" or "published" or "是" or "上架": return true;
            case "false" or "0" or "-1" or "no" or "n" or "draft" or "archived" or "unlisted" or "否" or "下架" or "草稿": return false;
            default:
                Blame(line, column, "flag.unreadable", new("应为是或否", "This is yes or no"), text);
                return false;
        }
    }

    public string Words(int line, string column, string text, int most)
    {
        if (text.Length > most) Blame(line, column, "text.too_long", new($"最长{most}个字符", $"{most} characters at the most"), text);
        else if (Fields.HasUnseen(text, lines: true))
            Blame(line, column, "text.control", new("含有看不见的控制字符", "It holds invisible control characters"), text);
        return text;
    }

    public string Html(int line, string column, string text) =>
        text.Length > DescriptionMost ? Words(line, column, text, DescriptionMost) : AllowedHtml.Of(text);

    public List<string> List(int line, string column, IEnumerable<string> words, int most)
    {
        var clean = words.Select(w => w.Trim()).Where(w => w.Length > 0).DistinctBy(w => w.ToLowerInvariant()).ToList();
        foreach (var word in clean) Words(line, column, word, WordMost);
        if (clean.Count > most) Blame(line, column, "list.too_long", new($"最多{most}个", $"{most} at the most"));
        return clean;
    }

    public string Image(int line, string column, string url)
    {
        if (url.Length > 0 && (url.Length > UrlMost || !PictureAddress.IsValid(url)))
            Blame(line, column, "image.address", new("图片地址应以 https:// 开头", "A picture's address begins with https://"), url);
        return url;
    }

    public List<ImageDraft> Images(int line, string column, IEnumerable<ImageDraft> images)
    {
        var distinct = images.Where(i => i.Url.Length > 0).DistinctBy(i => i.Url).ToList();
        if (distinct.Count > ImagesMost) Blame(line, column, "list.too_long", new($"最多{ImagesMost}张图片", $"{ImagesMost} pictures at the most"));
        return distinct;
    }

    /// <summary>Options with their values in the order of first use, and the variants that choose among them.</summary>
    public (List<ProductOption> Options, List<VariantDraft> Variants) Arrange(string slug, IReadOnlyList<Text> names, IReadOnlyList<VariantRow> rows)
    {
        var values = names.Select(_ => new List<Text>()).ToList();
        var variants = new List<VariantDraft>(rows.Count);
        foreach (var row in rows)
        {
            var choices = new int[names.Count];
            for (var i = 0; i < choices.Length; i++) choices[i] = IndexOf(values[i], row.Choices[i]);
            var sku = row.Sku.Length > 0 ? row.Sku : GeneratedSku.Of(slug, row.Choices.Take(names.Count).ToList());
            if (sku.Length > SkuMost || Fields.HasUnseen(sku))
                Blame(row.Line, "SKU", "sku.unreadable", new($"SKU 最长{SkuMost}个字符", $"A SKU has {SkuMost} characters at the most"), sku);
            if (variants.Exists(v => v.Sku == sku)) Blame(row.Line, "SKU", "sku.repeated", Repeated(sku), sku);
            else if (variants.Exists(v => v.Choices.SequenceEqual(choices)))
                Blame(row.Line, null, "variant.repeated", new("同一个规格组合出现了两次", "The same combination of options comes twice"));
            variants.Add(new(sku, row.Barcode.Length > 0 ? row.Barcode : null, choices, row.Price, row.CompareAt, row.WeightGrams,
                row.Image.Length > 0 ? row.Image : null)
            { Line = row.Line, Quantity = row.Quantity });
        }
        Count(rows, names, values);
        return (names.Select((name, i) => new ProductOption(name, values[i])).ToList(), variants);
    }

    public static Text Repeated(string sku) => new($"SKU {sku} 在文件里出现了两次", $"SKU {sku} comes twice in this file");

    private static int IndexOf(List<Text> values, Text value)
    {
        var at = values.IndexOf(value);
        if (at >= 0) return at;
        values.Add(value);
        return values.Count - 1;
    }

    private void Count(IReadOnlyList<VariantRow> rows, IReadOnlyList<Text> names, List<List<Text>> values)
    {
        if (rows.Count > VariantsMost) Blame(rows[0].Line, null, "variants.too_many",
            new($"一个商品最多{VariantsMost}个规格", $"A product has {VariantsMost} variants at the most"));
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var row in rows.Where(r => r.Choices[i].IsEmpty()))
                Blame(row.Line, names[i].InBoth().Zh, "option.missing", new("这一行缺少规格值", "This row has no value for the option"));
        }
    }
}
