using System.Text;
using Guidan.Catalog;
using Guidan.Channels;
using Guidan.Inventory;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Channels;

public abstract class ImportProductsTests(ShopFixture shop)
{
    private static int made;

    [Fact]
    public async Task An_import_creates_listed_products_with_stock_and_a_repeat_changes_nothing()
    {
        var word = Word();
        using var file = Goods(word, products: 3);

        var first = await Import(file);
        var again = await Import(file);

        Counts(first).ShouldBe((ImportState.Done, 6, 6, 3, 0, 0, 0));
        Counts(again).ShouldBe((ImportState.Done, 6, 6, 0, 0, 3, 0));
        var product = (await shop.With<ProductQueries, Product?>(q => q.BySlug($"{word}-1")))!;
        (product.Status, product.Version, product.Name).ShouldBe((ProductStatus.Listed, 1, new("茶 1", "")));
        product.Variants.Select(v => (v.Sku, v.Price)).ShouldBe([($"{word}-1-S", Money.Cny(1050)), ($"{word}-1-L", Money.Cny(2050))]);
        (await OnHand($"{word}-1-S")).ShouldBe(7);
        (await OnHand($"{word}-1-L")).ShouldBe(0);
    }

    [Fact]
    public async Task A_trial_counts_the_same_and_writes_nothing()
    {
        var word = Word();
        using var file = Goods(word, products: 3, faulty: 2);

        var trial = await Import(file, dryRun: true);

        Counts(trial).ShouldBe((ImportState.Done, 6, 6, 2, 0, 0, 1));
        (await shop.With<ProductQueries, Product?>(q => q.BySlug($"{word}-1", listedOnly: false))).ShouldBeNull();
        Counts(await Import(file)).ShouldBe((ImportState.Done, 6, 6, 2, 0, 0, 1));
    }

    [Fact]
    public async Task A_changed_row_updates_its_product_and_leaves_its_stock_and_its_other_language()
    {
        var word = Word();
        using var file = Goods(word, products: 2);
        await Import(file);
        var product = (await shop.With<ProductQueries, Product?>(q => q.BySlug($"{word}-2")))!;
        await Translate(product);
        using var changed = new Scrap(Encoding.UTF8.GetBytes(File.ReadAllText(file.Path).Replace("茶 2", "好茶 2").Replace(",20.50,", ",21.50,")));

        var second = await Import(changed);

        Counts(second).ShouldBe((ImportState.Done, 4, 4, 0, 2, 0, 0));
        var after = (await shop.With<ProductQueries, Product?>(q => q.BySlug($"{word}-2")))!;
        (after.Id, after.Name, after.Variants[1].Price).ShouldBe((product.Id, new("好茶 2", "Tea 2"), Money.Cny(2150)));
        (await OnHand($"{word}-2-S")).ShouldBe(7);
    }

    [Fact]
    public async Task Stop_writes_nothing_when_one_row_is_wrong()
    {
        var word = Word();
        using var file = Goods(word, products: 3, faulty: 3);

        var stopped = await Import(file, onError: OnImportError.Stop);

        (stopped.Import.State, stopped.Import.Created, stopped.Import.Faults).ShouldBe((ImportState.Failed, 0, 1));
        (stopped.Faults[0].Code, stopped.Faults[0].Line).ShouldBe(("price.unreadable", 6));
        (await shop.With<ProductQueries, Product?>(q => q.BySlug($"{word}-1", listedOnly: false))).ShouldBeNull();
        using var right = Goods(word, products: 3);
        Counts(await Import(right, onError: OnImportError.Stop)).ShouldBe((ImportState.Done, 6, 6, 3, 0, 0, 0));
    }

    [Fact]
    public async Task An_import_that_was_cut_off_goes_on_and_does_nothing_twice()
    {
        using var cut = new CancellationTokenSource();
        // The token is asked after each chunk: the first one is written whole, then the run ends.
        await cut.CancelAsync();
        var (word, halfway) = await Halfway(cut.Token);
        (halfway.Import.State, halfway.Import.Created).ShouldBe((ImportState.Running, 200));
        await ShopFixture.Eventually(async () =>
        {
            await shop.With<ImportRun, bool>(r => r.Next(halfway.Import.Id, CancellationToken.None));
            (await One(halfway.Import.Id)).Import.State.ShouldBe(ImportState.Done);
        });

        Counts(await One(halfway.Import.Id)).ShouldBe((ImportState.Done, 900, 900, 450, 0, 0, 0));
        (await OnHand($"{word}-1-S")).ShouldBe(7);
        (await OnHand($"{word}-450-S")).ShouldBe(7);
    }

    [Fact]
    public async Task A_sku_of_another_product_is_refused_and_named()
    {
        var word = Word();
        using var file = Goods(word, products: 1);
        await Import(file);
        using var thief = new Scrap(Encoding.UTF8.GetBytes(
            $"handle,name_zh,option1_name,option1_value,sku,price\n{word}-1,x,a,b,{word}-N,1\n{word}-other,偷,a,b,{word}-1-S,1\n"));

        var second = await Import(thief);

        (second.Import.Updated, second.Import.Failed).ShouldBe((1, 1));
        (second.Faults[0].Line, second.Faults[0].Code, second.Faults[0].Value).ShouldBe((3, "sku.taken", $"{word}-1-S"));
    }

    [Fact]
    public async Task A_file_without_categories_is_sold_under_other_goods()
    {
        var word = Word();
        using var file = new Scrap(Encoding.UTF8.GetBytes(
            $"Handle,Title,Body (HTML),Variant Price,Image Src\n{word},Tea,Good,10,https://pictures.example/{word}.jpg\n"));

        await Import(file, ProductFile.Shopify);

        var product = (await shop.With<ProductQueries, Product?>(q => q.BySlug(word)))!;
        var categories = await shop.With<ProductQueries, IReadOnlyList<Category>>(q => q.Categories());
        categories.Single(c => product.Categories.Contains(c.Id)).Slug.ShouldBe("other-goods");
    }

    [Fact]
    public async Task Unreadable_files_end_as_failed_with_a_cause()
    {
        using var file = new Scrap(Encoding.UTF8.GetBytes("nothing,here\n1,2\n"));

        var failed = await Import(file);

        failed.Import.State.ShouldBe(ImportState.Failed);
        failed.Faults.ShouldHaveSingleItem().Code.ShouldBe("column.missing");
    }

    private static string Word() => $"imp{Interlocked.Increment(ref made)}x{Environment.ProcessId}";

    private static Scrap Goods(string word, int products, int faulty = 0)
    {
        var rows = new StringBuilder("handle,name_zh,description_zh,categories,images,option1_name,option1_value,sku,price,quantity\n");
        for (var i = 1; i <= products; i++)
        {
            rows.Append($"{word}-{i},茶 {i},<p>好</p>,导入 > 茶,https://pictures.example/{i}.jpg,Size,S,{word}-{i}-S,{(i == faulty ? "ten" : "10.50")},7\n");
            rows.Append($"{word}-{i},,,,,,L,{word}-{i}-L,20.50,\n");
        }
        return new Scrap(Encoding.UTF8.GetBytes(rows.ToString()));
    }

    private async Task<(ImportView Import, IReadOnlyList<ImportFault> Faults)> Import(Scrap file, string format = ProductFile.GuidanCsv,
        bool dryRun = false, OnImportError onError = OnImportError.Skip, CancellationToken ct = default)
    {
        await using var scope = shop.ScopeOfStaff("products.import");
        return (await scope.ServiceProvider.GetRequiredService<ImportCommand>()
            .Run(file.Path, new("goods.csv", format, dryRun, onError), ct)).Value;
    }

    // The shop's own worker looks for queued imports too and may be quicker; then another file is tried.
    private async Task<(string Word, (ImportView Import, IReadOnlyList<ImportFault> Faults) Halfway)> Halfway(CancellationToken cut)
    {
        const int tries = 10;
        for (var attempt = 1; ; attempt++)
        {
            var word = Word();
            using var file = Goods(word, products: 450);
            var halfway = await Import(file, ct: cut);
            if (attempt == tries || halfway.Import is { State: ImportState.Running, Created: > 0 }) return (word, halfway);
        }
    }

    private async Task<(ImportView Import, IReadOnlyList<ImportFault> Faults)> One(Guid id) =>
        (await shop.With<ImportQueries, Result<(ImportView, IReadOnlyList<ImportFault>)>>(q => q.One(id))).Value;

    private static (ImportState, int, int, int, int, int, int) Counts((ImportView Import, IReadOnlyList<ImportFault> Faults) of) =>
        (of.Import.State, of.Import.Rows, of.Import.Done, of.Import.Created, of.Import.Updated, of.Import.Unchanged, of.Import.Failed);

    private async Task<long> OnHand(string sku) => (await shop.With<Stock, List<LevelView>>(s => s.Levels(sku))).Sum(l => l.OnHand);

    private Task Translate(Product product) => Tests.Catalog.Goods.Save(shop, new(product.Name with { En = "Tea 2" }, product.Description,
        Categories: product.Categories, Options: product.Options,
        Variants: product.Variants.Select(v => new VariantBody(v.Sku, v.Price, v.Barcode, v.Options)).ToList(),
        Images: product.Images.Select(i => new ImageBody(i.Url)).ToList(), Version: product.Version), product.Id);
}

[Collection(OnSqlite.Name)]
public sealed class ImportProductsOnSqlite(SqliteShop shop) : ImportProductsTests(shop);

[Collection(OnPostgres.Name)]
public sealed class ImportProductsOnPostgres(PostgresShop shop) : ImportProductsTests(shop);
