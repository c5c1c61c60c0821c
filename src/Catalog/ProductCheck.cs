using Guidan.Kernel;
using static Guidan.Catalog.ProductLimits;

namespace Guidan.Catalog;

/// <summary>Reads a sent product into a clean one, or says for each wrong field what is wrong with it.</summary>
internal sealed class ProductCheck(string currency)
{
    private readonly Dictionary<string, Text> errors = [];

    public Result<Product> Read(ProductBody body, Guid id, Product? before)
    {
        var options = Options(body.Options);
        var product = new Product(id, Address(body, before, id), body.Status ?? before?.Status ?? ProductStatus.Draft,
            before?.Version ?? 0, Both("name", body.Name, NameMost), Description(body.Description), SeoOf(body.Seo),
            (body.Categories ?? []).Distinct().ToList(), Words("tags", body.Tags, TagsMost), options,
            Variants(body.Variants ?? [], options), Images(body.Images ?? []))
        { ImportHash = before?.ImportHash };
        if (product.Categories.Count > CategoriesMost) TooMany("categories", CategoriesMost);
        return errors.Count > 0 ? Refusal.Invalid(errors) : product;
    }

    private string Address(ProductBody body, Product? before, Guid id)
    {
        if (string.IsNullOrWhiteSpace(body.Slug)) return before?.Slug ?? SlugFor(body.Name, id);
        var slug = body.Slug.Trim();
        if (!Slug.IsValid(slug)) errors["slug"] = new($"网址名只用小写字母、数字和连字符，最长{Slug.LengthMost}个字符",
            $"A web address has lower-case letters, digits and hyphens, {Slug.LengthMost} at the most");
        return slug;
    }

    private static string SlugFor(Text name, Guid id)
    {
        var slug = Slug.Of(string.IsNullOrWhiteSpace(name.En) ? name.Zh ?? "" : name.En);
        return slug.Length > 0 ? slug : id.ToString("N")[^12..];
    }

    private Text Both(string field, Text? text, int most) => new(
        One(field, "zh", text?.Zh, most), One(field, "en", text?.En, most));

    private string One(string field, string tongue, string? text, int most)
    {
        var clean = (text ?? "").Trim();
        if (clean.Length > most) errors[$"{field}.{tongue}"] = new($"最长{most}个字符", $"{most} characters at the most");
        if (Fields.HasUnseen(clean, lines: true))
            errors[$"{field}.{tongue}"] = new("含有看不见的控制字符", "It holds invisible control characters");
        return clean;
    }

    private Text Description(Text? text)
    {
        var raw = Both("description", text, DescriptionMost);
        return errors.ContainsKey("description.zh") || errors.ContainsKey("description.en")
            ? raw : new(AllowedHtml.Of(raw.Zh), AllowedHtml.Of(raw.En));
    }

    private Seo SeoOf(SeoBody? seo) => new(Both("seo.title", seo?.Title, NameMost), Both("seo.description", seo?.Description, SeoDescriptionMost),
        Words("seo.keywords", seo?.Keywords, TagsMost));

    private List<string> Words(string field, IReadOnlyList<string>? words, int most)
    {
        var clean = (words ?? []).Select((w, i) => One(field, i.ToString(), w, WordMost)).Where(w => w.Length > 0)
            .DistinctBy(w => w.ToLowerInvariant()).ToList();
        if (clean.Count > most) TooMany(field, most);
        return clean;
    }

    private List<ProductOption> Options(IReadOnlyList<ProductOption>? options)
    {
        var clean = new List<ProductOption>();
        foreach (var (option, i) in (options ?? []).Select((o, i) => (o, i)))
        {
            var name = Both($"options[{i}].name", option?.Name, WordMost);
            var values = (option?.Values ?? []).Select((v, j) => Both($"options[{i}].values[{j}]", v, NameMost)).ToList();
            if (name.IsEmpty()) errors[$"options[{i}].name"] = new("规格要有名称", "An option needs a name");
            if (values.Count == 0 || values.Any(v => v.IsEmpty()))
                errors[$"options[{i}].values"] = new("规格值不能为空", "An option needs values, none of them empty");
            if (values.Count > ValuesMost) TooMany($"options[{i}].values", ValuesMost);
            clean.Add(new(name, values));
        }
        if (clean.Count > OptionsMost) TooMany("options", OptionsMost);
        return clean;
    }

    private List<Variant> Variants(IReadOnlyList<VariantBody> sent, List<ProductOption> options)
    {
        if (sent.Count > VariantsMost) TooMany("variants", VariantsMost);
        var clean = new List<Variant>();
        for (var i = 0; i < Math.Min(sent.Count, VariantsMost); i++)
        {
            if (sent[i] is { } variant) clean.Add(VariantOf(variant, $"variants[{i}]", options));
            else errors[$"variants[{i}]"] = new("不能为空", "It cannot be empty");
        }
        for (var i = 0; i < clean.Count; i++)
        {
            var (before, variant) = (clean.Take(i), clean[i]);
            if (before.Any(v => v.Sku == variant.Sku)) errors[$"variants[{i}].sku"] = new("SKU 重复了", "The SKU is here twice");
            else if (before.Any(v => v.Options.SequenceEqual(variant.Options)))
                errors[$"variants[{i}].options"] = new("这个规格组合已经有了", "This combination is here already");
        }
        return clean;
    }

    private Variant VariantOf(VariantBody sent, string field, List<ProductOption> options)
    {
        var sku = One(field, "sku", sent.Sku, SkuMost);
        if (sku.Length == 0 || Fields.HasUnseen(sku))
            errors[$"{field}.sku"] = new($"SKU 应为1到{SkuMost}个字符", $"A SKU has 1 to {SkuMost} characters");
        CheckPrice(sent.Price, $"{field}.price");
        if (sent.CompareAt is { } compareAt) CheckPrice(compareAt, $"{field}.compareAt");
        if (sent.WeightGrams is < 0 or > WeightMost)
            errors[$"{field}.weightGrams"] = new("重量应为0到100吨之间的克数", "A weight is a number of grams from 0 to 100 tonnes");
        var choices = sent.Options ?? [];
        if (choices.Count != options.Count || choices.Where((c, i) => c < 0 || c >= options[i].Values.Count).Any())
            errors[$"{field}.options"] = new("每个规格都要选一个值", "Each option needs one of its values");
        return new(sku, One(field, "barcode", sent.Barcode, SkuMost) is { Length: > 0 } barcode ? barcode : null, choices.ToList(),
            sent.Price, sent.CompareAt, sent.WeightGrams, sent.Image is { Length: > 0 } image ? Address(image, $"{field}.image") : null);
    }

    private void CheckPrice(Money price, string field)
    {
        if (price.Currency != currency) errors[field] = new($"本店的价格都用{currency}", $"Prices of this shop are in {currency}");
        else if (price.Amount is < 0 or > PriceMost) errors[field] = new("价格不能为负，也不能这么大", "A price is neither negative nor that large");
    }

    private List<ProductImage> Images(IReadOnlyList<ImageBody> sent)
    {
        if (sent.Count > ImagesMost) TooMany("images", ImagesMost);
        var clean = new List<ProductImage>();
        for (var i = 0; i < Math.Min(sent.Count, ImagesMost); i++)
        {
            var url = Address(sent[i]?.Url ?? "", $"images[{i}].url");
            clean.Add(new(PictureAddress.IdOf(url), url, Both($"images[{i}].alt", sent[i]?.Alt, NameMost)));
        }
        return clean.DistinctBy(i => i.Id).ToList();
    }

    private string Address(string url, string field)
    {
        var clean = url.Trim();
        if (clean.Length > UrlMost || !PictureAddress.IsValid(clean))
            errors[field] = new("图片地址应为上传后得到的地址，或以 https:// 开头",
                "A picture's address is the one given after the upload, or begins with https://");
        return clean;
    }

    private void TooMany(string field, int most) => errors[field] = new($"最多{most}个", $"{most} at the most");
}
