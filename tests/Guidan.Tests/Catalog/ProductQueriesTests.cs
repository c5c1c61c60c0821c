using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Tests.Catalog;

public abstract class ProductQueriesTests(ShopFixture shop)
{
    [Fact]
    public async Task A_list_is_filtered_by_word_category_tag_and_state()
    {
        var (above, word) = (await Goods.Category(shop), Goods.Word("tea"));
        var below = await Goods.Category(shop, parent: above);
        var tag = Goods.Word("tag");
        var listed = await Saved(Goods.Complete(below, word + "a") with { Status = ProductStatus.Listed, Tags = [tag.ToUpperInvariant()] });
        var draft = await Saved(Goods.Complete(above, word + "b"));

        (await Slugs(new() { Category = above.ToString() })).ShouldBe([draft, listed]);
        (await Slugs(new() { Category = below.ToString() })).ShouldBe([listed]);
        (await Slugs(new() { Category = above.ToString(), Status = ProductStatus.Draft })).ShouldBe([draft]);
        (await Slugs(new() { Tag = tag })).ShouldBe([listed]);
        (await Slugs(new() { Query = word + "a 龙井" })).ShouldBe([listed]);
        (await Slugs(new() { Query = word + "b-125" })).ShouldBe([draft]);
        (await Slugs(new() { Query = word + "a 乌龙" })).ShouldBeEmpty();
        (await Slugs(new() { Skus = [word + "b-50", "unknown"] })).ShouldBe([draft]);
        (await Slugs(new() { Category = "no-such" })).ShouldBeEmpty();
        (await Slugs(new() { Tag = "nul\0", Category = above.ToString() })).ShouldBe([draft, listed]);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var category = await Goods.Category(shop);
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Insert(0, await Saved(Goods.Complete(category, Goods.Word("tea"))));
            await Task.Delay(2);
        }

        var seen = new List<string>();
        for (string? after = null, first = "yes"; first is not null || after is not null; first = null)
        {
            var page = await shop.With<ProductQueries, Result<Page<ProductSummary>>>(q =>
                q.List(new() { Category = category.ToString() }, PageAsk.Read("2", after).Value));
            page.Value.Items.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.Value.Items.Select(p => p.Slug));
            after = page.Value.Next;
        }
        seen.ShouldBe(made);
        var wrong = await shop.With<ProductQueries, Result<Page<ProductSummary>>>(q => q.List(new(), new(2, "no id")));
        wrong.Refusal!.Code.ShouldBe("input.malformed");
    }

    [Fact]
    public async Task A_row_of_the_list_has_prices_variants_and_what_is_missing()
    {
        var (category, word) = (await Goods.Category(shop), Goods.Word("tea"));
        await Saved(Goods.Complete(category, word) with { Images = [] });

        var row = (await shop.With<ProductQueries, Result<Page<ProductSummary>>>(q =>
            q.List(new() { Category = category.ToString() }, new(10, null)))).Value.Items.ShouldHaveSingleItem();

        (row.Price, row.PriceMax).ShouldBe((Money.Cny(12_800), Money.Cny(25_600)));
        row.Variants.ShouldBe([new(word + "-50", new("50克", "50 g"), Money.Cny(12_800)), new(word + "-125", new("125克", "125 g"), Money.Cny(25_600))]);
        row.Categories.Select(c => c.Id).ShouldBe([category]);
        row.Missing.Select(m => m.Code).ShouldBe(["picture"]);
    }

    [Fact]
    public async Task Categories_are_counted_and_kept_while_something_hangs_on_them()
    {
        var (category, word) = (await Goods.Category(shop), Goods.Word("tea"));
        var body = Goods.Complete(category, word);
        var product = (await Goods.Save(shop, body)).Value;

        var counted = (await shop.With<ProductQueries, IReadOnlyList<CountedCategory>>(q => q.CountedCategories()))
            .Single(c => c.Category.Id == category);
        var refused = await Goods.Run<DeleteCategory, Done>(shop, d => d.Run(category));
        await Goods.Save(shop, body with { Version = 1, Categories = [] }, product.Id);
        var deleted = await Goods.Run<DeleteCategory, Done>(shop, d => d.Run(category));

        (counted.Count, counted.Listed).ShouldBe((1, 0));
        refused.Refusal!.Code.ShouldBe("category.in_use");
        deleted.IsOk.ShouldBeTrue();
        (await shop.With<ProductQueries, IReadOnlyList<Category>>(q => q.Categories())).ShouldNotContain(c => c.Id == category);
    }

    [Fact]
    public async Task A_category_is_never_below_itself()
    {
        var above = await Goods.Category(shop);
        var below = await Goods.Category(shop, parent: above);

        var refused = await Goods.Run<SaveCategory, Category>(shop, s => s.Run(above, new(new("甲", ""), null, below)));

        refused.Refusal!.Errors.Keys.ShouldBe(["parent"]);
    }

    [Fact]
    public async Task The_sitemap_names_listed_products_only()
    {
        var category = await Goods.Category(shop);
        var listed = await Saved(Goods.Complete(category, Goods.Word("tea")) with { Status = ProductStatus.Listed });
        var draft = await Saved(Goods.Complete(category, Goods.Word("tea")));

        var slugs = (await shop.With<ProductQueries, IReadOnlyList<ListedSlug>>(q => q.ListedSlugs("", 50_000))).Select(s => s.Slug).ToList();

        slugs.ShouldContain(listed);
        slugs.ShouldNotContain(draft);
    }

    private async Task<string> Saved(ProductBody body) => (await Goods.Save(shop, body)).Value.Slug;

    private async Task<List<string>> Slugs(ProductAsk ask) => (await shop.With<ProductQueries, Result<Page<ProductSummary>>>(q =>
        q.List(ask, new(50, null)))).Value.Items.Select(p => p.Slug).ToList();
}

[Collection(OnSqlite.Name)]
public sealed class ProductQueriesOnSqlite(SqliteShop shop) : ProductQueriesTests(shop);

[Collection(OnPostgres.Name)]
public sealed class ProductQueriesOnPostgres(PostgresShop shop) : ProductQueriesTests(shop);
