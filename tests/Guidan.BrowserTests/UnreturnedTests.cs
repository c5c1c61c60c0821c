using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>An order of another shop that nobody here recognizes: it waits in sight, is mended with one click, and the customer is told the truth throughout.</summary>
[Collection(InBrowser.Name)]
public sealed class UnreturnedTests(BrowserFixture browser)
{
    private const string Ours = "KK-TL";
    private const string OurName = "Quick cup, Moss";
    private static int bought;

    [Theory]
    [InlineData("zh-CN", "货号对不上", "对应商品", "就是它", "发货", "我们收到了您的订单")]
    [InlineData("en-US", "Unknown SKU", "Match goods", "This one", "Ship", "We have your order")]
    public async Task An_order_with_an_unknown_sku_is_mended_with_one_click_and_goes_its_way(
        string language, string cause, string match, string choose, string ship, string heard)
    {
        var shopify = new AtShopify(browser);
        var (theirs, phone) = ($"THEIRS-{Interlocked.Increment(ref bought)}", $"1540000{bought:D4}");
        await shopify.Sell(theirs, OurName, 15_800);
        var sale = await shopify.Buy(theirs, phone);
        var number = sale.GetProperty("number").GetString()!;

        await using var office = await browser.OpenBackOffice("/unreturned", language);
        var row = office.Page.Locator("tr", new() { HasText = number });
        await row.WaitForAsync(new() { Timeout = 60_000 });
        (await row.TextContentAsync()).ShouldNotBeNull().ShouldContain(cause);
        (await row.TextContentAsync()).ShouldNotBeNull().ShouldContain("168.00");
        await CustomerShouldBeTold(language, number, phone, waits: heard);

        // Other goods may be meant: all of ours can be searched. What is called the same stands in the row already.
        await row.GetByRole(AriaRole.Button, new() { Name = match, Exact = true }).ClickAsync();
        await office.Page.WaitForSelectorAsync(".match-list");
        await office.ShouldBeAccessible();
        await office.Page.FillAsync(".ant-modal input[type=search]", Ours);
        await office.Page.Locator(".match-list li", new() { HasText = Ours }).First.WaitForAsync();
        await office.Page.Keyboard.PressAsync("Escape");
        await office.Page.Locator(".match-list").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        (await row.TextContentAsync()).ShouldNotBeNull().ShouldContain(Ours);
        await row.GetByRole(AriaRole.Button, new() { Name = choose, Exact = true }).ClickAsync();
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 30_000 });

        await office.Page.GotoAsync("/admin/unreturned?state=placed");
        await office.Page.Locator("tr", new() { HasText = number }).Locator("a.row-act").ClickAsync();
        await office.Page.ShouldReach("/admin/orders/[0-9]{18}");
        await Proceeds(office, language, ship, number, phone, sale.GetProperty("id").GetString()!);
        office.ShouldBeWithoutTrouble();
    }

    // Shipped here, known there, found by the customer under the number that he knows.
    private async Task Proceeds(Visit office, string language, string ship, string number, string phone, string id)
    {
        var page = office.Page;
        var order = page.Url[^18..];
        await office.ShouldBeAccessible();
        await CustomerShouldBeTold(language, number, phone, order);
        await page.GetByRole(AriaRole.Button, new() { Name = ship, Exact = true }).First.ClickAsync();
        await page.FillAsync("#ship-tracking", "YT" + order[^10..]);
        await page.Locator(".drawer-actions button.ant-btn-primary, .drawer-actions button[type=submit]").First.ClickAsync();
        await Journey.Eventually(async () => (await new Journey(browser).Ask($"/api/admin/orders/{order}")).GetProperty("status").GetString().ShouldBe("shipped"));
        await Journey.Eventually(async () => (await new AtShopify(browser).Order(id)).GetProperty("shipments").GetRawText().ShouldContain("YT" + order[^10..]));
        await CustomerShouldBeTold(language, number, phone, order, tracking: order[^10..]);
    }

    // The page 查订单, with what the customer has: the number that the other shop gave, and the phone.
    private async Task CustomerShouldBeTold(string language, string number, string phone, string? order = null, string? waits = null, string? tracking = null)
    {
        await using var visit = await browser.Open("/orders/find", language, narrow: true);
        var page = visit.Page;
        await page.FillAsync("#number", number);
        await page.FillAsync("#phone", phone);
        await page.Locator("main form.card button").ClickAsync();
        if (order is not null) await page.ShouldReach($"/o/{order}");
        else await page.WaitForSelectorAsync("main [role=status]");
        var said = string.Concat((await page.Locator("main").TextContentAsync()).ShouldNotBeNull().Where(c => !char.IsWhiteSpace(c)));
        if (waits is not null) said.ShouldContain(string.Concat(waits.Where(c => c != ' ')));
        if (waits is not null) said.ShouldContain(number);
        if (tracking is not null) said.ShouldContain(tracking);
        await visit.ShouldFit();
        await visit.Unroll();
        await visit.ShouldBeAccessible();
        visit.ShouldBeWithoutTrouble();
    }
}
