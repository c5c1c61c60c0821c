using Guidan.Audit;
using Guidan.Catalog;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Catalog;

public abstract class SaveProductTests(ShopFixture shop)
{
    [Fact]
    public async Task A_saved_product_reads_back_as_it_was_sent()
    {
        var (category, word) = (await Goods.Category(shop), Goods.Word("tea"));

        var saved = (await Goods.Save(shop, Goods.Complete(category, word))).Value;

        var read = (await shop.With<ProductQueries, Product?>(q => q.ById(saved.Id)))!;
        (read.Slug, read.Status, read.Version).ShouldBe(($"longjing-{word}", ProductStatus.Draft, 1));
        (read.Name, read.Description).ShouldBe((new("龙井" + word, "Longjing " + word), new("<p>明前茶</p>", "")));
        read.Categories.ShouldBe([category]);
        read.Tags.ShouldBe(["茶", "Spring"]);
        read.Options[0].Values.ShouldBe([new("50克", "50 g"), new("125克", "125 g")]);
        read.Variants.Select(v => (v.Sku, v.Price, v.CompareAt, v.WeightGrams, v.Options[0])).ShouldBe(
            [(word + "-50", Money.Cny(12_800), null, 60, 0), (word + "-125", Money.Cny(25_600), Money.Cny(38_400), 140, 1)]);
        read.Images[0].Url.ShouldBe($"https://example.org/{word}.jpg");
        saved.Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_editors_of_one_product_do_not_overwrite_each_other()
    {
        var body = Goods.Complete(await Goods.Category(shop), Goods.Word("tea"));
        var first = (await Goods.Save(shop, body)).Value;
        var second = (await Goods.Save(shop, body with { Version = 1, Name = new("甲", "A") }, first.Id)).Value;

        var refused = await Goods.Save(shop, body with { Version = 1, Name = new("乙", "B") }, first.Id);

        second.Version.ShouldBe(2);
        refused.Refusal!.Code.ShouldBe("product.changed");
        (await shop.With<ProductQueries, Product?>(q => q.ById(first.Id)))!.Name.ShouldBe(new("甲", "A"));
    }

    [Fact]
    public async Task A_sku_belongs_to_one_product_only()
    {
        var (category, word) = (await Goods.Category(shop), Goods.Word("tea"));
        await Goods.Save(shop, Goods.Complete(category, word));
        var other = Goods.Complete(category, Goods.Word("tea"));

        var refused = await Goods.Save(shop, other with { Variants = [other.Variants![0], other.Variants[1] with { Sku = word + "-50" }] });

        refused.Refusal!.Code.ShouldBe("product.sku_taken");
        refused.Refusal.Errors.Keys.ShouldBe(["variants[1].sku"]);
        refused.Refusal.Facts["sku"].ShouldBe(word + "-50");
        var owner = (await shop.With<SellableVariants, IReadOnlyDictionary<string, SellableVariant>>(v =>
            v.Find([word + "-50", other.Variants[0].Sku])));
        owner.Keys.ShouldBe([word + "-50"]);
    }

    [Fact]
    public async Task A_chosen_address_that_is_taken_is_refused_and_a_made_one_gives_way()
    {
        var (category, word) = (await Goods.Category(shop), Goods.Word("tea"));
        var first = (await Goods.Save(shop, Goods.Complete(category, word))).Value;
        var other = Goods.Complete(category, Goods.Word("tea")) with { Name = new("", "Longjing " + word) };

        var refused = await Goods.Save(shop, other with { Slug = first.Slug });
        var made = (await Goods.Save(shop, other)).Value;

        refused.Refusal!.Code.ShouldBe("product.slug_taken");
        made.Slug.ShouldStartWith(first.Slug + "-");
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var word = Goods.Word("tea");
        var body = Goods.Complete(await Goods.Category(shop), word) with
        {
            Slug = "No Spaces",
            Variants = [new("", new(-1, "CNY"), Options: [7]), new(word, new(1, "USD"), Options: [0], WeightGrams: -1)],
            Images = [new("javascript:alert(1)")],
            Name = new("坏\0", null!),
        };

        var refused = await Goods.Save(shop, body);

        refused.Refusal!.Code.ShouldBe("input.invalid");
        refused.Refusal.Errors.Keys.ShouldBe(["slug", "name.zh", "variants[0].sku", "variants[0].price", "variants[0].options",
            "variants[1].price", "variants[1].weightGrams", "images[0].url"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_product_that_lacks_something_is_not_listed_and_says_what()
    {
        var word = Goods.Word("tea");
        var draft = (await Goods.Save(shop, new(new("", "Bare " + word), Variants: [new(word, Money.Cny(0))]))).Value;

        var refused = await Goods.Run<ListProduct, ProductForm>(shop, l => l.Run(draft.Id));

        draft.Missing.Select(m => (m.Code, m.Field)).ShouldBe(
            [("description", "description"), ("category", "categories"), ("picture", "images"), ("price", "variants[0].price")]);
        refused.Refusal!.Code.ShouldBe("product.incomplete");
        refused.Refusal.Errors["variants[0].price"].ShouldBe(new($"{word} 的价格要大于0", $"The price of {word} must be more than 0"));
        (await shop.With<ProductQueries, Product?>(q => q.BySlug(draft.Slug))).ShouldBeNull();
        (await shop.With<ProductQueries, Product?>(q => q.BySlug(draft.Slug, listedOnly: false)))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_listed_product_must_stay_complete()
    {
        var body = Goods.Complete(await Goods.Category(shop), Goods.Word("tea")) with { Status = ProductStatus.Listed };
        var listed = (await Goods.Save(shop, body)).Value;

        var refused = await Goods.Save(shop, body with { Version = 1, Images = [] }, listed.Id);
        var unlisted = await Goods.Run<UnlistProduct, ProductForm>(shop, u => u.Run(listed.Id));

        listed.Status.ShouldBe(ProductStatus.Listed);
        refused.Refusal!.Code.ShouldBe("product.incomplete");
        (unlisted.Value.Status, unlisted.Value.Version).ShouldBe((ProductStatus.Draft, 2));
    }

    [Fact]
    public async Task Sellable_variants_say_what_an_order_copies()
    {
        var word = Goods.Word("tea");
        var body = Goods.Complete(await Goods.Category(shop), word) with { Name = new("", "Longjing " + word), Status = ProductStatus.Listed };
        var saved = (await Goods.Save(shop, body)).Value;

        var found = await shop.With<SellableVariants, IReadOnlyDictionary<string, SellableVariant>>(v =>
            v.Find([word + "-125", "no such sku", "nul\0"]));

        found.Keys.ShouldBe([word + "-125"]);
        found[word + "-125"].ShouldBe(new SellableVariant(word + "-125", saved.Id, saved.Slug, Text.Same("Longjing " + word),
            new("125克", "125 g"), $"https://example.org/{word}.jpg", Money.Cny(25_600), 140, true));
    }

    [Fact]
    public async Task Every_save_keeps_who_and_only_what_changed()
    {
        var body = Goods.Complete(await Goods.Category(shop), Goods.Word("tea"));
        var first = (await Goods.Save(shop, body)).Value;
        await Goods.Save(shop, body with { Version = 1, Name = new("新名", "New") }, first.Id);

        await using var scope = shop.Scope();
        var rows = await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(
            new Statement("select actor, operation, text from audit_entry where target = $1 order by at, seq"),
            r => (r.Text(0), r.Text(1), r.Text(2)), $"product:{first.Id}");
        rows.Count.ShouldBe(2);
        (rows[1].Item1, rows[1].Item2).ShouldBe(("staff:test", "products.save"));
        rows[1].Item3.ShouldContain("新名");
        rows[1].Item3.ShouldNotContain("variants");
    }
}

[Collection(OnSqlite.Name)]
public sealed class SaveProductOnSqlite(SqliteShop shop) : SaveProductTests(shop);

[Collection(OnPostgres.Name)]
public sealed class SaveProductOnPostgres(PostgresShop shop) : SaveProductTests(shop);
