using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Finds the categories that a file names by their paths, and makes those that are not there.</summary>
internal sealed class CategoryIntake(CategoryShelf shelf)
{
    private static readonly Text OtherGoods = new("其他商品", "Other goods");
    private readonly List<Category> known = [];
    private readonly Dictionary<(Guid? Parent, string Name), Category> byName = [];

    /// <summary>Reads the tree as it is now; anything made in a transaction that was undone is forgotten.</summary>
    public async Task Load()
    {
        known.Clear();
        byName.Clear();
        foreach (var category in await shelf.Read()) Know(category);
    }

    public List<Guid> Of(IReadOnlyList<IReadOnlyList<Text>> paths) =>
        paths.Where(p => p.Count > 0).Select(p => Find(p).Id).Distinct().ToList();

    /// <summary>The category for products whose file names none.</summary>
    public Guid Other() => Find([OtherGoods]).Id;

    private Category Find(IReadOnlyList<Text> path)
    {
        Category? at = null;
        foreach (var raw in path.Take(SaveCategory.DepthMost))
        {
            var name = new Text(Cut(raw.Zh), Cut(raw.En));
            at = byName.GetValueOrDefault((at?.Id, Key(name.Zh))) ?? byName.GetValueOrDefault((at?.Id, Key(name.En))) ?? Make(name, at);
        }
        return at!;
    }

    private Category Make(Text name, Category? parent)
    {
        var words = Slug.Of(name.En.Length > 0 ? name.En : name.Zh);
        var slug = words.Length == 0 ? "category" : words;
        if (known.Exists(c => c.Slug == slug) && parent is not null) slug = Slug.Of($"{parent.Slug} {slug}");
        for (var n = 2; known.Exists(c => c.Slug == slug); n++) slug = $"{words}-{n}";
        var position = known.Where(c => c.Parent == parent?.Id).Select(c => c.Position + 1).DefaultIfEmpty(1).Max();
        var category = new Category(Guid.CreateVersion7(), slug, name, parent?.Id, position);
        shelf.Put(null, category);
        Know(category);
        return category;
    }

    private void Know(Category category)
    {
        known.Add(category);
        // An empty name is no name: it must not make every one-language category equal.
        if (category.Name.Zh.Length > 0) byName.TryAdd((category.Parent, Key(category.Name.Zh)), category);
        if (category.Name.En.Length > 0) byName.TryAdd((category.Parent, Key(category.Name.En)), category);
    }

    private static string Key(string name) => name.ToLowerInvariant();

    private static string Cut(string name) => name.Length > SaveCategory.NameMost ? name[..SaveCategory.NameMost].Trim() : name;
}
