using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>One thing that a product lacks to be listed.</summary>
/// <param name="Code">Stable: name, description, category, picture, sku, price.</param>
/// <param name="Field">Where to fill it in: a path into the product, such as <c>variants[1].price</c>.</param>
public sealed record Missing(string Code, Text Text, string Field)
{
    private static readonly Missing Name = new("name", new("缺少商品名", "The name is missing"), "name");
    private static readonly Missing Description = new("description", new("缺少商品描述", "The description is missing"), "description");
    private static readonly Missing Category = new("category", new("还没有选分类", "No category is chosen"), "categories");
    private static readonly Missing Picture = new("picture", new("至少要有一张图片", "At least one picture is needed"), "images");
    private static readonly Missing Sku = new("sku", new("至少要有一个 SKU", "At least one SKU is needed"), "variants");
    private static readonly Missing Price = new("price", new("价格要大于0", "The price must be more than 0"), "variants");

    private static readonly Missing[] All = [Name, Description, Category, Picture, Sku, Price];

    internal static IReadOnlyList<Missing> In(Product product)
    {
        var missing = new List<Missing>();
        if (product.Name.IsEmpty()) missing.Add(Name);
        if (product.Description.IsEmpty()) missing.Add(Description);
        if (product.Categories.Count == 0) missing.Add(Category);
        if (product.Cover is null) missing.Add(Picture);
        if (product.Variants.Count == 0) missing.Add(Sku);
        for (var i = 0; i < product.Variants.Count; i++)
        {
            if (product.Variants[i].Price.Amount > 0) continue;
            var sku = product.Variants[i].Sku;
            missing.Add(new("price", new($"{sku} 的价格要大于0", $"The price of {sku} must be more than 0"), $"variants[{i}].price"));
        }
        return missing;
    }

    /// <summary>Codes as a list keeps them beside the product.</summary>
    internal static string Codes(IReadOnlyList<Missing> missing) => string.Join(',', missing.Select(m => m.Code).Distinct());

    internal static IReadOnlyList<Missing> OfCodes(string codes) =>
        codes.Length == 0 ? [] : codes.Split(',').Select(code => All.First(m => m.Code == code)).ToList();
}
