using System.Text.Json.Nodes;
using Guidan.Channels;

namespace Guidan.Tests.Channels;

/// <summary>Files that others wrote, where they lie beside the source tree.</summary>
public sealed class RealFilesTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "data");

    [Theory]
    [InlineData("shopify_apparel.csv")]
    [InlineData("shopify_jewelery.csv")]
    public void Shopify_samples_count_exactly_as_expected(string name)
    {
        if (!IsThere()) return;
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "a_products_expected.json")))![name]!;

        var groups = Read(name, ProductFile.Shopify);

        groups.SelectMany(g => g.Faults).ShouldBeEmpty();
        var drafts = groups.ConvertAll(g => g.Draft!);
        var variants = drafts.SelectMany(d => d.Variants).ToList();
        groups.Sum(g => g.Rows).ShouldBe((int)expected["rows"]!);
        drafts.ToDictionary(d => d.Slug, d => d.Variants.Count)
            .ShouldBe(expected["handles"]!.AsObject().ToDictionary(h => h.Key, h => (int)h.Value!), ignoreOrder: true);
        variants.Count.ShouldBe((int)expected["variants"]!);
        variants.Select(v => v.Sku).Distinct().Count().ShouldBe(variants.Count);
        drafts.SelectMany(d => d.Images).Select(i => i.Url).Distinct().Count().ShouldBe((int)expected["distinct_images"]!);
        variants.Min(v => v.Price).ShouldBe(Figures.Price((string)expected["price_min"]!, "CNY")!.Value);
        variants.Max(v => v.Price).ShouldBe(Figures.Price((string)expected["price_max"]!, "CNY")!.Value);
        variants.Sum(v => v.Quantity).ShouldBe((long)expected["inventory_sum"]!);
        drafts.Count(d => d.Options.Count > 0).ShouldBe((int)expected["products_with_options"]!);
        drafts.SelectMany(d => d.Tags).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(expected["tags_distinct"]!.AsArray().Select(t => (string)t!));
        drafts.ShouldAllBe(d => d.IsPublished);
    }

    [Fact]
    public void The_WooCommerce_sample_reads_without_a_fault()
    {
        if (!IsThere()) return;

        var groups = Read("woocommerce_sample_products.csv", ProductFile.WooCommerce);

        groups.SelectMany(g => g.Faults).ShouldBeEmpty();
        groups.Sum(g => g.Rows).ShouldBe(24);
        groups.Count.ShouldBe(15);
        groups.Sum(g => g.Draft!.Variants.Count).ShouldBe(21);
    }

    private static List<DraftGroup> Read(string name, string format)
    {
        var file = ProductFile.Open(Path.Combine(Folder, "a_products", name), format, "CNY");
        file.Fault.ShouldBeNull();
        return file.Read().ToList();
    }

    private bool IsThere()
    {
        if (Directory.Exists(Folder)) return true;
        output.WriteLine($"{Folder} is not there");
        return false;
    }
}
