using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>A merchant brings a catalogue along from Shopify, and its goods go the whole way to a customer's door.</summary>
[Collection(InBrowser.Name)]
public sealed partial class ImportedTests(BrowserFixture browser, ITestOutputHelper output)
{
    private static readonly string Real = Path.Combine(ShopProcess.Root, "..", "shared", "data", "a_products");

    [Theory]
    [InlineData("zh-CN", "发货")]
    [InlineData("en-US", "Ship")]
    public async Task Goods_from_a_Shopify_file_go_from_the_import_page_to_the_door(string language, string ship)
    {
        var failed = await Import(language, Path.Combine(ShopProcess.Root, "tests", "fixtures", "imports", "shopify-journey.csv"));

        failed.ShouldBe(0);
        await new Journey(browser).Whole(language, ship, "/p/harbor-teapot");
    }

    [Theory]
    [InlineData("zh-CN", "发货", "shopify_apparel.csv")]
    [InlineData("en-US", "Ship", "shopify_jewelery.csv")]
    public async Task Goods_from_a_file_that_others_wrote_do_the_same(string language, string ship, string name)
    {
        var file = Path.Combine(Real, name);
        if (!File.Exists(file))
        {
            output.WriteLine($"{name} does not lie beside the source tree: nothing was tried");
            return;
        }
        (await Import(language, file)).ShouldBe(0);
        var journey = new Journey(browser);
        var slug = Handle().Match(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Groups[1].Value;
        await MakeSellable(journey, slug);

        await journey.Whole(language, ship, "/p/" + slug);
    }

    // Through the page, as a merchant does it: choose the file, leave the rehearsal out, start, wait for the end.
    private async Task<int> Import(string language, string file)
    {
        await using var visit = await browser.OpenBackOffice("/imports", language);
        var page = visit.Page;
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        // The page reads the beginning of the file before it shows it: name and format come together.
        await page.Locator("#import-file", new() { HasText = Path.GetFileName(file) }).WaitForAsync();
        (await page.Locator("#import-format").InputValueAsync()).ShouldBe("shopify-csv", "the format is known by the file");
        await page.Locator("label.check-line input").UncheckAsync();
        await page.Locator(".drawer-actions button").ClickAsync();
        // Where it does not go on, the page says why.
        await Journey.Eventually(async () => page.Url.ShouldMatch("/admin/imports/[0-9a-f-]{36}$", await page.Locator("body").InnerTextAsync()), seconds: 15);
        var id = page.Url[^36..];
        var journey = new Journey(browser);
        JsonElement import = default;
        await Journey.Eventually(async () =>
        {
            import = await journey.Ask($"/api/admin/imports/{id}");
            import.GetProperty("state").GetString().ShouldBe("done", import.ToString());
        });
        await visit.ShouldBeAccessible();
        return import.GetProperty("failed").GetInt32();
    }

    // Shopify lets a product be sold that has no picture or no stock; here a merchant sees what is missing and gives it.
    private static async Task MakeSellable(Journey journey, string slug)
    {
        var row = (await journey.Ask($"/api/admin/products?query={slug}")).GetProperty("items").EnumerateArray()
            .Single(p => p.GetProperty("slug").GetString() == slug);
        if (row.GetProperty("status").GetString() == "draft")
            await journey.Ask($"/api/admin/products/{row.GetProperty("id").GetString()}/list", HttpMethod.Post);
        foreach (var sku in row.GetProperty("skus").EnumerateArray())
            await journey.Ask($"/api/admin/stock/{Uri.EscapeDataString(sku.GetString()!)}/movements", HttpMethod.Post,
                JsonContent.Create(new { quantity = 5, reason = "opening" }));
    }

    [GeneratedRegex("\n([a-z0-9-]+),")]
    private static partial Regex Handle();
}
