using System.Text;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Tests.Channels;

public sealed class ProductFileTests
{
    private const string Pictures = "https://pictures.example/";

    [Fact]
    public void Shopify_rows_of_one_handle_become_one_product()
    {
        var groups = Read("shopify.csv", ProductFile.Shopify);

        groups.SelectMany(g => g.Faults).ShouldBeEmpty();
        groups.Select(g => (g.Draft!.Slug, g.Rows, g.Line)).ShouldBe([("morning-cup", 4, 2), ("linen-towel", 1, 8), ("postcard", 1, 9)]);
        var cup = groups[0].Draft!;
        (cup.Name, cup.Description).ShouldBe((new("早安杯", ""), new("<p>粗陶杯，\n<strong>250 ml</strong></p>", "")));
        cup.Tags.ShouldBe(["杯子", "陶"]);
        cup.Categories.ShouldHaveSingleItem().ShouldBe([new("茶具", ""), new("杯", "")]);
        cup.Options.Select(o => o.Name).ShouldBe([new("颜色", ""), new("", "Size")]);
        cup.Options[0].Values.ShouldBe([new("米白", ""), new("墨绿", "")]);
        cup.Variants.Select(v => (v.Sku, v.Barcode, v.Price, v.CompareAt, v.WeightGrams, v.Quantity, v.Image)).ShouldBe([
            ("CUP-W-S", "6900000000011", 6800, 8800L, 310, 12L, null),
            ("MORNING-CUP_米白_L", null, 7850, null, 420, 0L, null),
            ("CUP-G-S", null, 106800, null, 310, null, Pictures + "cup-green.jpg")]);
        cup.Variants.Select(v => (v.Choices[0], v.Choices[1])).ShouldBe([(0, 0), (0, 1), (1, 0)]);
        cup.Images.Select(i => i.Url).ShouldBe([Pictures + "cup-0.jpg", Pictures + "cup-1.jpg", Pictures + "cup-2.jpg"]);
        (cup.Seo.Title, cup.IsPublished).ShouldBe((new("早安杯", ""), true));
    }

    [Fact]
    public void Shopify_default_title_is_no_option()
    {
        var groups = Read("shopify.csv", ProductFile.Shopify);

        var towel = groups[1].Draft!;
        towel.Name.ShouldBe(new("", "Linen \"Tea\" Towel"));
        towel.Options.ShouldBeEmpty();
        towel.Variants.ShouldHaveSingleItem().Sku.ShouldBe("LINEN-TOWEL");
        groups.Select(g => g.Draft!.IsPublished).ShouldBe([true, false, false]);
    }

    [Fact]
    public void Every_fault_has_its_line_and_column_and_the_rest_is_read()
    {
        var groups = Read("shopify-faults.csv", ProductFile.Shopify);

        groups.Where(g => g.Draft is not null).Select(g => g.Draft!.Slug).ShouldBe(["good-one", "twice", "good-two"]);
        groups.SelectMany(g => g.Faults).Select(f => (f.Line, f.Column, f.Code, f.Value)).ShouldBe([
            (4, "Variant Price", "price.unreadable", "ten"),
            (5, "Handle", "handle.missing", null),
            (6, "Variant Price", "price.unreadable", "1.005"),
            (6, "Variant Inventory Qty", "quantity.unreadable", "1.5"),
            (6, "Image Src", "image.address", "ftp://x/y.jpg"),
            (8, "Handle", "handle.split", "good-one"),
            (10, null, "row.too_long", null),
            (11, null, "csv.quotes", null),
        ]);
        groups.Sum(g => g.Rows).ShouldBe(10);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_where_it_opens()
    {
        var groups = Read("shopify-open-quote.csv", ProductFile.Shopify);

        groups.SelectMany(g => g.Faults).Select(f => (f.Line, f.Code)).ShouldBe([(3, "csv.quote_open")]);
    }

    [Fact]
    public void WooCommerce_variations_find_their_parent_wherever_it_stands()
    {
        var groups = Read("woocommerce.csv", ProductFile.WooCommerce);

        groups.Select(g => (g.Draft?.Slug, g.Rows)).ShouldBe(
            [("camp-mug-mug", 3), ("recipe-book-11", 1), ("sold-elsewhere-else", 1), ("camp-set-set", 1), (null, 1)]);
        var mug = groups[0].Draft!;
        mug.Description.ShouldBe(new("", "Enamel.<br>Two sizes."));
        mug.Categories.Select(c => string.Join(">", c.Select(n => n.En))).ShouldBe(["Kitchen>Mugs", "Outdoor, camping"]);
        mug.Options.Select(o => o.Name.En).ShouldBe(["Color", "Size"]);
        mug.Options[1].Values.ShouldBe([new("任意", "Any"), new("", "L")]);
        mug.Variants.Select(v => (v.Sku, v.Price, v.CompareAt, v.WeightGrams, v.Quantity)).ShouldBe(
            [("mug-red", 1900, null, 250, 5L), ("mug-blue", 1800, 2100L, 300, null)]);
        mug.Variants[0].Image.ShouldBe(Pictures + "mug-red.jpg");
        var book = groups[1].Draft!;
        (book.Variants[0].Sku, book.Variants[0].Price, book.Variants[0].CompareAt).ShouldBe(("RECIPE-BOOK-11", 990, 1200L));
        groups.Select(g => g.Draft?.IsPublished).ShouldBe([true, true, false, false, null]);
        groups[4].Faults.Select(f => (f.Line, f.Column, f.Code, f.Value)).ShouldBe([(8, "Parent", "parent.missing", "gone")]);
    }

    [Fact]
    public void The_own_table_holds_both_languages()
    {
        var groups = Read("guidan-semicolon.csv", ProductFile.GuidanCsv);

        var tea = groups[0].Draft!;
        (tea.Name, tea.Seo.Title).ShouldBe((new("明前龙井", "Longjing"), new("龙井茶", "Longjing tea")));
        tea.Seo.Keywords.ShouldBe(["龙井", "green tea"]);
        tea.Categories.Select(c => c[^1]).ShouldBe([new("绿茶", "Green tea"), new("礼物", "Gifts")]);
        tea.Options[0].Values.ShouldBe([new("50克", "50 g"), new("125克", "125 g")]);
        tea.Variants.Select(v => (v.Sku, v.Price, v.Quantity)).ShouldBe([("LJ-50", 12800, 20L), ("LJ-125", 28800, 8L)]);
        tea.Images.Count.ShouldBe(2);
        var whisk = groups[1].Draft!;
        (whisk.IsPublished, whisk.Variants[0].Sku).ShouldBe((false, "WHISK"));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("GB18030", false)]
    public void The_encoding_is_found_out(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = name == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(name);
        var text = File.ReadAllText(Fixture("guidan-semicolon.csv"));
        using var file = new Scrap([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        var groups = ProductFile.Open(file.Path, ProductFile.GuidanCsv, "CNY").Read().ToList();

        groups.Select(g => g.Draft!.Name.Zh).ShouldBe(["明前龙井", "茶筅"]);
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData("a,b\n1,2\n", "column.missing")]
    [InlineData("PK\u0003\u0004rest", "file.workbook")]
    [InlineData("\"never closed", "csv.quote_open")]
    public void A_file_that_cannot_be_read_says_why(string content, string code)
    {
        using var file = new Scrap(Encoding.UTF8.GetBytes(content));

        ProductFile.Open(file.Path, ProductFile.Shopify, "CNY").Fault!.Code.ShouldBe(code);
    }

    [Fact]
    public void Mangled_files_never_crash_the_reader()
    {
        var random = new Random(20261122);
        foreach (var (name, format) in ((string, string)[])[("shopify.csv", ProductFile.Shopify), ("woocommerce.csv", ProductFile.WooCommerce),
            ("guidan-semicolon.csv", ProductFile.GuidanCsv)])
        {
            var original = File.ReadAllBytes(Fixture(name));
            for (var i = 0; i < 300; i++)
            {
                using var file = new Scrap(Mangled(original, random));
                var opened = ProductFile.Open(file.Path, format, "CNY");
                if (opened.Fault is not null) continue;
                foreach (var group in opened.Read()) (group.Draft is null).ShouldBe(group.Faults.Count > 0);
            }
        }
    }

    [Fact]
    public void The_same_product_has_the_same_hash_and_another_has_another()
    {
        var first = Read("shopify.csv", ProductFile.Shopify);
        var again = Read("shopify.csv", ProductFile.Shopify);

        again.Select(g => g.Draft!.Hash()).ShouldBe(first.Select(g => g.Draft!.Hash()));
        (first[0].Draft! with { Line = 99 }).Hash().ShouldBe(first[0].Draft!.Hash());
        (first[0].Draft! with { IsPublished = false }).Hash().ShouldNotBe(first[0].Draft!.Hash());
    }

    internal static string Fixture(string name) => Repository.At("tests", "fixtures", "imports", name);

    private static List<DraftGroup> Read(string name, string format)
    {
        var file = ProductFile.Open(Fixture(name), format, "CNY");
        file.Fault.ShouldBeNull();
        return file.Read().ToList();
    }

    private static byte[] Mangled(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.Insert(at, (byte)'"'); break;
                case 2: bytes.Insert(at, 0); break;
                case 3: bytes.RemoveRange(at, Math.Min(random.Next(200), bytes.Count - at - 1)); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(new string(',', random.Next(3000)))); break;
            }
        }
        return [.. bytes];
    }
}

/// <summary>A file that is gone after the test.</summary>
internal sealed class Scrap : IDisposable
{
    public Scrap(byte[] content) => File.WriteAllBytes(Path, content);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
