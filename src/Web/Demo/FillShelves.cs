using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Guidan.Web.Storefront;

namespace Guidan.Web.Demo;

/// <summary>Keeps the pictures that the demo brings along. Only these may be drawings (SVG): nobody else wrote them.</summary>
[Operation("demo.keep_pictures", "存入演示图片", "Keep demo pictures")]
internal sealed class KeepDemoPictures(ShopDb db, PictureStore pictures)
{
    /// <summary>The address of each file.</summary>
    public async Task<Dictionary<string, string>> Run(IEnumerable<string> files)
    {
        var kept = await Task.WhenAll(files.Distinct().Select(async file => (file, picture: await pictures.Keep(DemoFiles.Picture(file), trusted: true))));
        await db.InTransaction<Done>(this, () =>
        {
            foreach (var (_, picture) in kept) pictures.Note(picture.Value);
            return Task.FromResult<Result<Done>>(new Done());
        });
        return kept.ToDictionary(k => k.file, k => k.picture.Value.Url);
    }
}

/// <summary>Keeps what the demo's shop pages say.</summary>
[Operation("demo.keep_words", "存入演示文字", "Keep demo words")]
internal sealed class KeepDemoWords(ShopDb db, Settings settings)
{
    public Task<Result<Done>> Run() => db.InTransaction<Done>(this, async () =>
    {
        if (!await settings.Put(ShopWords.Group, DemoFiles.Words(), version: 0)) return Settings.Changed;
        db.Record($"settings:{ShopWords.Group}", null, "demo");
        return new Done();
    });
}

/// <summary>Puts the demo's goods and the shop's own settings in place, through the use cases behind the back office.</summary>
internal sealed class FillShelves(EarlierShop shop, DemoFiles files, DateTimeOffset at, Caller who)
{
    private readonly string currency = files.Catalog.Currency;

    /// <param name="demand">What the past will take, on top of what shall be left.</param>
    public async Task Run(IReadOnlyDictionary<string, long> demand, CancellationToken ct)
    {
        await Describe();
        var pictures = await shop.At<KeepDemoPictures, Dictionary<string, string>>(at, who, keep =>
            keep.Run(files.Catalog.Products.SelectMany(p => p.Images).Select(i => i.File)));
        var categories = await Categories();
        await EarlierShop.Each(files.Catalog.Products, product => shop.Once<SaveProduct, ProductForm>($"product-{product.Slug}", at, who,
            save => save.Run(null, BodyOf(product, categories, pictures))), ct);
        await EarlierShop.Each(files.Catalog.Products.SelectMany(p => p.Variants),
            variant => Stock(variant, demand.GetValueOrDefault(variant.Sku)), ct);
    }

    private async Task Describe()
    {
        var text = files.Shop;
        await shop.Once<SaveShopProfile, ShopProfile>("profile", at, who, save => save.Run(
            ShopProfile.Default with { Name = text.Name, Phone = text.Phone, ServiceHours = text.ServiceHours }));
        await shop.Once<KeepDemoWords, Done>("words", at, who, keep => keep.Run());
        await shop.Once<SaveDeliveryMethods, DeliverySettings>("delivery", at, who, save => save.Handle(
            new(0, text.DeliveryMethods.Select(m => m.In(currency)).ToList())));
        foreach (var (location, i) in files.Catalog.Locations.Select((l, i) => (l, i)))
            await shop.Once<SaveLocation, SaveLocation.Command>($"location-{location.Code}", at, who, save => save.Handle(new(location.Code, location.Name, i + 1)));
    }

    private async Task<Dictionary<string, Guid>> Categories()
    {
        var ids = new Dictionary<string, Guid>();
        foreach (var category in files.Catalog.Categories)
        {
            var parent = category.Parent is { } slug ? ids[slug] : (Guid?)null;
            ids[category.Slug] = (await shop.Once<SaveCategory, Category>($"category-{category.Slug}", at, who,
                save => save.Run(null, new(category.Name, category.Slug, parent, category.Position)))).Id;
        }
        return ids;
    }

    private ProductBody BodyOf(DemoProduct p, Dictionary<string, Guid> categories, Dictionary<string, string> pictures) =>
        new(p.Name, p.Description, new(p.Seo.Title, p.Seo.Description, p.Seo.Keywords), p.Categories.Select(c => categories[c]).ToList(),
            p.Tags, p.Options.Select(o => new ProductOption(o.Name, o.Values)).ToList(),
            p.Variants.Select(v => new VariantBody(v.Sku, new(v.Price, currency), v.Barcode, v.Options,
                v.CompareAt is { } before ? new Money(before, currency) : null, v.WeightGrams, pictures[v.Image])).ToList(),
            p.Images.Select(i => new ImageBody(pictures[i.File], Alt: i.Alt)).ToList(), p.Slug, Status: ProductStatus.Listed);

    private async Task Stock(DemoVariant variant, long taken)
    {
        var first = files.Catalog.Locations[0].Code;
        foreach (var (location, left) in variant.Stock)
        {
            var quantity = left + (location == first ? taken : 0);
            if (quantity > 0)
                await shop.Once<AdjustStock, AdjustStock.Adjusted>($"stock-{variant.Sku}-{location}", at, who,
                    adjust => adjust.Handle(variant.Sku, new(quantity, "期初库存", location)));
        }
        await shop.Once<SetWarning, SetWarning.Command>($"warn-{variant.Sku}", at, who, set => set.Handle(variant.Sku, new(variant.WarnAt)));
    }
}
