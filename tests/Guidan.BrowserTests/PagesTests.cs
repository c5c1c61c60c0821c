using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>
/// Every page of the shop and of the back office, in both languages: no breach of WCAG 2.2 AA that a program can find,
/// light and dark, wide and narrow; nothing sticking out to the side at any width; no script failing; and a shop page no
/// heavier than its budget.
/// </summary>
[Collection(InBrowser.Name)]
public sealed partial class PagesTests(BrowserFixture browser)
{
    private const int ShopBytesMost = 100_000;
    private static readonly (int Desk, int Tablet, int Phone) Widths = (1440, 1024, 390);

    // How each language is read for barriers; whether it fits is asked at all three widths. GUIDAN_PAGES=all reads each in
    // every way, which takes as long as all other tests of this layer together.
    private static readonly (string Language, Look[] Looks)[] Readers = Environment.GetEnvironmentVariable("GUIDAN_PAGES") == "all"
        ? [.. ((string[])["zh-CN", "en-US"]).Select(l => (l, (Look[])[new(Widths.Desk, false), new(Widths.Desk, true), new(Widths.Phone, false), new(Widths.Phone, true)]))]
        : [("zh-CN", [new(Widths.Desk, Dark: false)]), ("en-US", [new(Widths.Phone, Dark: true)])];

    [Fact]
    public async Task Every_shop_page_is_accessible_fits_and_is_light()
    {
        var paths = await ShopPaths();
        var troubles = await Task.WhenAll(Readers.Select(async r =>
        {
            await using var visit = await browser.Open("/", r.Language);
            var asStranger = await Walk(visit, r.Looks, ["/account/sign-in", "/account/sign-up", "/cart"], ShopBytesMost);
            await SignIn(visit.Page);
            await FillBasket(visit.Page);
            return asStranger.Concat(await Walk(visit, r.Looks, paths, ShopBytesMost));
        }));
        troubles.SelectMany(t => t).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_of_the_back_office_is_accessible_and_fits()
    {
        var paths = await BackOfficePaths();
        await ShouldCoverEveryRoute(paths);
        var troubles = await Task.WhenAll(Readers.Select(async r =>
        {
            await using var visit = await browser.OpenBackOffice("/", r.Language);
            return await Walk(visit, r.Looks, paths.ConvertAll(p => "/admin" + p), bytesMost: null);
        }));
        troubles.SelectMany(t => t).ShouldBeEmpty();
    }

    private sealed record Look(int Width, bool Dark);

    // All that is wrong anywhere, so that one run tells everything.
    private static async Task<List<string>> Walk(Visit visit, Look[] looks, List<string> paths, int? bytesMost)
    {
        var (page, troubles, bytes) = (visit.Page, new List<string>(), 0L);
        page.RequestFinished += async (_, request) =>
        {
            if (request.ResourceType is "document" or "script" or "stylesheet" or "font")
                Interlocked.Add(ref bytes, (await request.SizesAsync()).ResponseBodySize);
        };
        foreach (var path in paths)
        {
            Interlocked.Exchange(ref bytes, 0);
            await page.SetViewportSizeAsync(Widths.Desk, 900);
            var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            answer!.Status.ShouldBeOneOf(200, 404);
            try
            {
                await page.WaitForSelectorAsync("h1");
                await page.Locator(".slow").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            }
            catch (TimeoutException missing)
            {
                troubles.Add($"{path}: {missing.Message}");
                continue;
            }
            if (bytesMost is { } most && Interlocked.Read(ref bytes) > most) troubles.Add($"{path} weighs {bytes}");
            foreach (var width in (int[])[Widths.Desk, Widths.Tablet, Widths.Phone])
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await visit.SticksOut() is { Length: > 0 } over) troubles.Add($"{path} at {width} sticks out {over}");
            }
            foreach (var look in looks)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light });
                await page.SetViewportSizeAsync(look.Width, 900);
                await visit.Unroll();
                troubles.AddRange((await visit.Barriers()).Select(b => $"{path} {look}: {b}"));
            }
        }
        troubles.AddRange(visit.Troubles(except: "404"));
        return troubles;
    }

    private async Task<List<string>> ShopPaths()
    {
        var journey = new Journey(browser);
        await using var visit = await browser.Open("/");
        var category = await visit.Page.Locator("a[href^='/c/']").First.GetAttributeAsync("href");
        var product = await visit.Page.Locator("main a[href^='/p/']").First.GetAttributeAsync("href");
        List<string> paths = ["/", category!, "/search?q=%E6%9D%AF", "/search?q=zzzz", product!, "/help", "/orders/find", "/no-such-page",
            "/o/261122000000000000?token=wrong", "/account", "/account/profile", "/account/addresses/new", "/cart", "/checkout"];
        foreach (var status in (string[])["awaiting_payment", "awaiting_shipment", "shipped", "completed", "refund_completed", "canceled"])
        {
            var first = (await journey.Ask($"/api/admin/orders?limit=1&status={status}")).GetProperty("items").EnumerateArray().First();
            var order = await journey.Ask($"/api/admin/orders/{first.GetProperty("number").GetString()}");
            paths.Add(new Uri(order.GetProperty("publicUrl").GetString()!).PathAndQuery);
        }
        return paths;
    }

    private static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#account", "demo@guidan.example");
        await page.FillAsync("#password", "demo-guidan");
        await page.Locator("main form button.primary").ClickAsync();
        await page.ShouldReach("/account$");
    }

    private static async Task FillBasket(IPage page)
    {
        await page.GotoAsync("/p/quick-cup");
        await page.Locator("form.buy button[value=cart]").First.ClickAsync();
        await page.ShouldReach("/cart");
    }

    private async Task<List<string>> BackOfficePaths()
    {
        var journey = new Journey(browser);
        await new AtShopify(browser).Buy("NOBODY-KNOWS", "15400007654");
        await Journey.Eventually(async () => (await journey.Ask("/api/admin/channels/arrivals?state=waiting&cause=sku"))
            .GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0));
        using var form = new MultipartFormDataContent
        {
            { new StreamContent(File.OpenRead(Path.Combine(ShopProcess.Root, "tests", "fixtures", "imports", "shopify-faults.csv"))), "file", "shopify-faults.csv" },
            { new StringContent("shopify-csv"), "format" },
            { new StringContent("true"), "dryRun" },
        };
        var import = (await journey.Ask("/api/admin/imports/products", HttpMethod.Post, form)).GetProperty("id").GetString();
        await Journey.Eventually(async () => (await journey.Ask($"/api/admin/imports/{import}")).GetProperty("state").GetString().ShouldBe("done"));
        async Task<string> First(string list, string key) =>
            (await journey.Ask($"/api/admin/{list}")).GetProperty("items").EnumerateArray().First().GetProperty(key).GetString()!;
        return ["/", "/orders", "/orders?query=zzzz", "/orders?status=refunding", $"/orders/{await First("orders?limit=1&status=shipped", "number")}",
            $"/orders/{await First("orders?limit=1&status=refund_completed", "number")}", "/orders/261122000000000000",
            "/unreturned", "/unreturned?state=placed", "/unreturned?state=dismissed",
            "/customers", "/customers?query=zzzz", $"/customers/{await First("customers?limit=1", "id")}", $"/customers/{Guid.Empty}",
            "/products", "/products?query=zzzz", "/products/new", $"/products/{await First("products?limit=1", "id")}",
            "/stock", $"/stock/{await First("stock?limit=1", "sku")}", "/imports", $"/imports/{import}",
            "/sheet", "/sheet?date=2020-01-01", "/proof", "/audit", "/operations",
            "/settings", "/settings/delivery", "/settings/payments", "/settings/shop", "/settings/staff", "/settings/webhooks", "/settings/notices", "/no-such-page"];
    }

    // A page that nobody lists here would never be looked at.
    private static async Task ShouldCoverEveryRoute(List<string> paths)
    {
        var routes = await File.ReadAllTextAsync(Path.Combine(ShopProcess.Root, "admin", "src", "app", "routes.ts"), TestContext.Current.CancellationToken);
        var patterns = Pattern().Matches(routes).Select(m => m.Groups[1].Value).ToList();
        patterns.Count.ShouldBeGreaterThan(10);
        patterns.Where(p => !paths.Exists(path => Regex.IsMatch(path.Split('?')[0], "^" + Parameter().Replace(p, "[^/]+") + "$"))).ShouldBeEmpty();
    }

    [GeneratedRegex("pattern: '([^']+)'")]
    private static partial Regex Pattern();

    [GeneratedRegex(":[a-z]+")]
    private static partial Regex Parameter();
}
