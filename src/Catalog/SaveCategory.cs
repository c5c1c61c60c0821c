using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>A category as it is sent.</summary>
/// <param name="Slug">Left out, it is made from the name.</param>
/// <param name="Position">Left out, it comes last among its siblings or stays where it is.</param>
/// <param name="Id">Not read, like the count: both may come back as they were sent.</param>
public sealed record CategoryBody(
    Text Name, string? Slug = null, Guid? Parent = null, int? Position = null, Guid? Id = null, int? Count = null);

/// <summary>Creates, renames or moves a category.</summary>
[Operation("products.save_category", "保存分类", "Save a category", Permission = "products.write")]
public sealed class SaveCategory(ShopDb db, CategoryShelf shelf)
{
    public const int DepthMost = 6;
    public const int NameMost = 60;
    private const int CategoriesMost = 5_000;

    public Task<Result<Category>> Run(Guid? id, CategoryBody body) => db.InTransaction<Category>(this, async () =>
    {
        var tree = await shelf.Read();
        var before = tree.Find(c => c.Id == id);
        if (id is not null && before is null) return ProductRefusals.CategoryNotFound;
        var name = new Text((body.Name.Zh ?? "").Trim(), (body.Name.En ?? "").Trim());
        var after = new Category(before?.Id ?? Guid.CreateVersion7(), SlugOf(body, name, before), name, body.Parent,
            body.Position ?? before?.Position ?? tree.Where(c => c.Parent == body.Parent).Select(c => c.Position + 1).DefaultIfEmpty(1).Max());
        var errors = Check(after, tree);
        if (before is null && tree.Count >= CategoriesMost) errors["name"] = new($"最多{CategoriesMost}个分类", $"{CategoriesMost} categories at the most");
        if (errors.Count > 0) return Refusal.Invalid(errors);
        shelf.Put(before, after);
        return after;
    });

    private static string SlugOf(CategoryBody body, Text name, Category? before) =>
        string.IsNullOrWhiteSpace(body.Slug) ? before?.Slug ?? Slug.Of(name.En.Length > 0 ? name.En : name.Zh) : body.Slug.Trim();

    private static Dictionary<string, Text> Check(Category category, List<Category> tree)
    {
        var errors = new Dictionary<string, Text>();
        if (category.Name.IsEmpty()) errors["name"] = new("分类要有名称", "A category needs a name");
        else if (category.Name.Zh.Length > NameMost || category.Name.En.Length > NameMost)
            errors["name"] = new($"最长{NameMost}个字符", $"{NameMost} characters at the most");
        else if (Fields.HasUnseen(category.Name.Zh + category.Name.En))
            errors["name"] = new("含有看不见的控制字符", "It holds invisible control characters");
        if (!Slug.IsValid(category.Slug)) errors["slug"] = new("网址名只用小写字母、数字和连字符", "A web address has lower-case letters, digits and hyphens");
        else if (tree.Any(c => c.Slug == category.Slug && c.Id != category.Id))
            errors["slug"] = new("已被另一个分类占用", "Another category uses it");
        if (ParentFault(category, tree) is { } fault) errors["parent"] = fault;
        return errors;
    }

    private static Text? ParentFault(Category category, List<Category> tree)
    {
        var depth = 1;
        for (var above = category.Parent; above is { } id; depth++)
        {
            if (id == category.Id) return new("不能移到自己下面", "It cannot be moved below itself");
            if (tree.Find(c => c.Id == id) is not { } parent) return new("上级分类不存在", "The category above does not exist");
            if (depth >= DepthMost) return new($"最多{DepthMost}层", $"{DepthMost} levels at the most");
            above = parent.Parent;
        }
        return null;
    }
}
