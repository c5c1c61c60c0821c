using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>
/// Every page of the shop and of the back office: no breach of WCAG 2.2 AA that a program can find, nothing sticking out
/// to the side, no script failing, and a shop page no heavier than its budget.
/// </summary>
[Collection(InBrowser.Name)]
public sealed class PagesTests(BrowserFixture browser)
{
    private const int ShopBytesMost = 100_000;
    private const int Tablet = 1024;

    [Theory]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    [InlineData("en-US", false)]
    [InlineData("en-US", true)]
    public async Task Every_shop_page_is_accessible_fits_and_is_light(string language, bool narrow)
    {
        await using var visit = await browser.Open("/", language, narrow);
        var page = visit.Page;
        long bytes = 0;
        page.RequestFinished += async (_, request) =>
        {
            if (request.ResourceType is "document" or "script" or "stylesheet" or "font")
                Interlocked.Add(ref bytes, (await request.SizesAsync()).ResponseBodySize);
        };
        foreach (var path in await ShopPaths(page))
        {
            Interlocked.Exchange(ref bytes, 0);
            var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            answer!.Status.ShouldBeOneOf(200, 404);
            Interlocked.Read(ref bytes).ShouldBeLessThanOrEqualTo(ShopBytesMost, $"{path} is too heavy");
            await visit.ShouldFit();
            if (!narrow) await At(visit, Tablet);
            if (!narrow || language == "zh-CN") await visit.ShouldBeAccessible();
        }
        visit.ShouldBeWithoutTrouble(except: "404");
    }

    [Theory]
    [InlineData("zh-CN", false, false)]
    [InlineData("zh-CN", true, true)]
    [InlineData("en-US", false, true)]
    [InlineData("en-US", true, false)]
    public async Task Every_page_of_the_back_office_is_accessible_and_fits(string language, bool narrow, bool dark)
    {
        await using var visit = await browser.OpenBackOffice("/", language, narrow, dark);
        foreach (var path in await BackOfficePaths())
        {
            await visit.Page.GotoAsync("/admin" + path, new() { WaitUntil = WaitUntilState.Load });
            await visit.Page.WaitForSelectorAsync("h1");
            await visit.Page.Locator(".slow").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            await visit.ShouldFit();
            if (!narrow) await At(visit, Tablet);
            if (narrow && !dark) continue;
            await Unroll(visit);
            await visit.ShouldBeAccessible();
            await visit.Page.SetViewportSizeAsync(narrow ? 390 : 1440, 900);
        }
        visit.ShouldBeWithoutTrouble(except: "404");
    }

    // As high as the page: else the bar at its foot covers whatever happens to lie under it just then.
    private static async Task Unroll(Visit visit)
    {
        var height = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await visit.Page.SetViewportSizeAsync(visit.Page.ViewportSize!.Width, Math.Clamp(height + 120, 900, 8_000));
    }

    private static async Task At(Visit visit, int width)
    {
        var before = visit.Page.ViewportSize!;
        await visit.Page.SetViewportSizeAsync(width, before.Height);
        await visit.ShouldFit();
        await visit.Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private async Task<List<string>> ShopPaths(IPage page)
    {
        var category = await page.Locator("a[href^='/c/']").First.GetAttributeAsync("href");
        var product = await page.Locator("main a[href^='/p/']").First.GetAttributeAsync("href");
        List<string> paths = ["/", category!, "/search?q=%E6%9D%AF", "/search?q=zzzz", product!, "/cart", "/help", "/orders/find",
            "/account/sign-in", "/account/sign-up", "/no-such-page", "/o/261122000000000000?token=wrong"];
        var journey = new Journey(browser);
        foreach (var status in (string[])["awaiting_payment", "awaiting_shipment", "shipped", "completed", "refund_completed", "canceled"])
        {
            var first = (await journey.Ask($"/api/admin/orders?limit=1&status={status}")).GetProperty("items").EnumerateArray().First();
            var order = await journey.Ask($"/api/admin/orders/{first.GetProperty("number").GetString()}");
            paths.Add(new Uri(order.GetProperty("publicUrl").GetString()!).PathAndQuery);
        }
        // The basket comes last: it stays filled.
        await page.GotoAsync("/p/quick-cup");
        await page.Locator("form.buy button[value=cart]").First.ClickAsync();
        return [.. paths, "/cart", "/checkout"];
    }

    private async Task<List<string>> BackOfficePaths()
    {
        var journey = new Journey(browser);
        async Task<string> First(string list, string key) =>
            (await journey.Ask($"/api/admin/{list}")).GetProperty("items").EnumerateArray().First().GetProperty(key).GetString()!;
        return ["/", "/orders", "/orders?query=zzzz", "/orders?status=refunding", $"/orders/{await First("orders?limit=1", "number")}",
            "/orders/261122000000000000", "/customers", $"/customers/{await First("customers?limit=1", "id")}", "/products",
            "/products?query=zzzz", "/products/new", $"/products/{await First("products?limit=1", "id")}", "/stock",
            $"/stock/{await First("stock?limit=1", "sku")}", "/imports", "/proof", "/audit", "/operations", "/settings",
            "/settings/delivery", "/settings/payments", "/settings/staff", "/no-such-page"];
    }
}
