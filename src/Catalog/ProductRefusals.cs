using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>The ways in which the catalogue says no.</summary>
internal static class ProductRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("product.not_found", new("这个商品", "This product"));

    public static readonly Refusal CategoryNotFound = Refusal.NotFound("category.not_found", new("这个分类", "This category"));

    public static readonly Refusal Changed = Refusal.Conflict("product.changed",
        new("商品刚被别人改过", "This product was just changed by somebody else"),
        new("您打开之后又有一次保存", "It was saved after you opened it"),
        new("重新打开，看过新内容再改", "Open it again, look at what is new, then change it"));

    public static readonly Refusal CategoryGone = Refusal.Conflict("category.gone",
        new("选的分类已被删除", "A chosen category was deleted"),
        new("保存的同时有人删了它", "Somebody deleted it while you saved"),
        new("重新选分类再保存", "Choose the category again and save"));

    public static Refusal SlugTaken(string slug) => Refusal.Conflict("product.slug_taken",
        new("网址名已被占用", "This web address is taken"),
        new($"另一个商品已经用了 {slug}", $"Another product uses {slug}"),
        new("换一个网址名", "Choose another one")) with
    {
        Errors = new Dictionary<string, Text> { ["slug"] = new("已被另一个商品占用", "Another product uses it") },
    };

    public static Refusal SkuTaken(string sku, string field) => Refusal.Conflict("product.sku_taken",
        new($"SKU {sku} 已被占用", $"SKU {sku} is taken"),
        new("全店的 SKU 不能重复，它属于另一个商品", "A SKU is unique in the shop, and another product has this one"),
        new("换一个 SKU，或到那个商品里修改", "Choose another SKU, or edit that product")) with
    {
        Errors = new Dictionary<string, Text> { [field] = new("已被另一个商品占用", "Another product has it") },
        Facts = new Dictionary<string, object?> { ["sku"] = sku },
    };

    /// <summary>It cannot be listed, and this is what it lacks.</summary>
    public static Refusal Incomplete(IReadOnlyList<Missing> missing) => new(RefusalKind.Invalid, "product.incomplete",
        new("资料不全，不能上架", "It cannot be listed yet"),
        new(string.Join("；", missing.Select(m => m.Text.Zh)), string.Join("; ", missing.Select(m => m.Text.En))),
        new("补齐标出的几项再上架；也可以先存为草稿", "Fill in the marked fields and list it then; it can be saved as a draft"))
    {
        Errors = missing.GroupBy(m => m.Field).ToDictionary(g => g.Key, g => g.First().Text),
        Facts = new Dictionary<string, object?> { ["missing"] = missing.Select(m => m.Code).Distinct().ToList() },
    };
}
