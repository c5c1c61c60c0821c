using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// Takes drafts into the shop: finds the product that each one means by its slug or its SKUs, creates or changes it, and
/// receives the opening stock of SKUs that are new. One chunk in the caller's transaction; without one it only looks.
/// </summary>
internal sealed class ProductIntake(ShopDb db, Shelf shelf, CategoryIntake categories, Stock stock, CatalogSettings settings)
{
    private const string Reason = "import";

    public async Task<(IntakeCounts Counts, List<ImportFault> Faults)> Take(IReadOnlyList<ProductDraft> drafts)
    {
        var bySlug = (await shelf.FindBySlug(drafts.Select(d => d.Slug))).ToDictionary(p => p.Slug);
        var owners = await shelf.FindOwners(drafts.SelectMany(d => d.Variants).Select(v => v.Sku));
        var byId = (await shelf.FindById(owners.Values.Except(bySlug.Values.Select(p => p.Id)))).ToDictionary(p => p.Id);
        await categories.Load();
        var (created, updated, unchanged, faults, touched) = (0, 0, 0, new List<ImportFault>(), new HashSet<Guid>());
        var opening = new List<VariantDraft>();
        foreach (var draft in drafts)
        {
            var before = bySlug.GetValueOrDefault(draft.Slug) ?? OwnerOf(draft, owners, byId, touched);
            if (Stranger(draft, before, owners) is { } fault) faults.Add(fault);
            else if (draft.Hash() is var hash && before?.ImportHash == hash) unchanged++;
            else
            {
                if (before is null) created++;
                else updated++;
                if (db.InsideTransaction) opening.AddRange(Put(draft, before, hash));
            }
            if (before is not null) touched.Add(before.Id);
        }
        // Received after all products stand in the batch, so that the batch goes out whole.
        await stock.Receive(opening.ConvertAll(v => (v.Sku, v.Quantity!.Value)), Reason);
        return (new(created, updated, unchanged, faults.Count), faults);
    }

    // A product that goes by its own slug in this file, or that another draft has met already, is not this one.
    private static Product? OwnerOf(ProductDraft draft, Dictionary<string, Guid> owners, Dictionary<Guid, Product> byId, HashSet<Guid> touched) =>
        draft.Variants.Select(v => owners.TryGetValue(v.Sku, out var owner) && !touched.Contains(owner) ? byId.GetValueOrDefault(owner) : null)
            .FirstOrDefault(p => p is not null);

    // A SKU has one product in the shop: a file that gives it to another one is wrong about one of the two.
    private static ImportFault? Stranger(ProductDraft draft, Product? before, Dictionary<string, Guid> owners)
    {
        var taken = draft.Variants.FirstOrDefault(v => owners.TryGetValue(v.Sku, out var owner) && owner != before?.Id);
        return taken is null ? null : new(taken.Line, "SKU", "sku.taken",
            new($"SKU {taken.Sku} 属于店里的另一个商品", $"SKU {taken.Sku} belongs to another product of the shop"), taken.Sku);
    }

    private IEnumerable<VariantDraft> Put(ProductDraft draft, Product? before, string hash)
    {
        var product = Merged(draft, before) with { ImportHash = hash };
        var listed = draft.IsPublished && product.Missing().Count == 0;
        shelf.Put(before, product with { Status = listed ? ProductStatus.Listed : ProductStatus.Draft });
        var known = before?.Variants.Select(v => v.Sku).ToHashSet() ?? [];
        return draft.Variants.Where(v => v.Quantity is not null && !known.Contains(v.Sku));
    }

    // What the file does not say stays as the merchant made it: the other language, pictures, search texts.
    private Product Merged(ProductDraft draft, Product? before)
    {
        var product = new Product(before?.Id ?? Guid.CreateVersion7(), before?.Slug ?? draft.Slug, ProductStatus.Draft, 0,
            Kept(draft.Name, before?.Name), Kept(draft.Description, before?.Description), SeoOf(draft.Seo, before?.Seo),
            categories.Of(draft.Categories), draft.Tags, draft.Options, draft.Variants.Select(VariantOf).ToList(),
            draft.Images.Select(i => new ProductImage(PictureAddress.IdOf(i.Url), i.Url, i.Alt)).ToList());
        if (product.Images.Count == 0 && before is not null) product = product with { Images = before.Images };
        if (product.Categories.Count == 0 && before is not null) product = product with { Categories = before.Categories };
        // A shop that sells without categories elsewhere sells here too: one category takes what the file left open.
        if (product.Categories.Count == 0 && draft.IsPublished) product = product with { Categories = [categories.Other()] };
        return product;
    }

    private Variant VariantOf(VariantDraft v) => new(v.Sku, v.Barcode, v.Choices, new(v.Price, settings.Currency),
        v.CompareAt is { } compareAt ? new Money(compareAt, settings.Currency) : null, v.WeightGrams, v.Image);

    private static Seo SeoOf(Seo seo, Seo? before) => new(Kept(seo.Title, before?.Title), Kept(seo.Description, before?.Description),
        seo.Keywords.Count > 0 || before is null ? seo.Keywords : before.Keywords);

    private static Text Kept(Text said, Text? before) => before is { } was
        ? new(said.Zh.Length > 0 ? said.Zh : was.Zh, said.En.Length > 0 ? said.En : was.En) : said;
}
