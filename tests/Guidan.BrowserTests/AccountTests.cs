using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>A customer with an account, as he walks through the shop's pages, in both languages, also without script.</summary>
[Collection(InBrowser.Name)]
public sealed partial class AccountTests(BrowserFixture browser)
{
    private const string Password = "a long enough sentence";
    private static int made;

    [Theory]
    [InlineData("zh-CN", "我的订单", true)]
    [InlineData("en-US", "My orders", true)]
    [InlineData("en-US", "My orders", false)]
    public async Task A_member_signs_up_buys_with_a_saved_address_and_finds_the_order(string language, string heading, bool script)
    {
        await using var visit = await browser.Open("/account", language, script: script);
        var page = visit.Page;
        await SignUp(visit);
        (await page.Locator("#h-orders").TextContentAsync()).ShouldBe(heading);
        await Check(visit, script);
        await SaveAddress(visit, script);
        var number = await Buy(visit, script);
        var link = page.Locator($"#main a[href='/o/{number}']").Last;
        await link.ClickAsync();
        await page.ShouldReach($"/o/{number}");
        (await page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain("陈");
        await Check(visit, script);
        await page.GotoAsync("/account/profile");
        await Check(visit, script);
        visit.ShouldBeWithoutTrouble();
    }

    [Fact]
    public async Task A_guests_order_is_added_to_the_account_from_its_page()
    {
        await using var visit = await browser.Open("/p/quick-cup", narrow: true);
        var page = visit.Page;
        await page.Locator("form.buy button[value=checkout]").First.ClickAsync();
        await page.ShouldReach("/checkout");
        (await page.Locator("input[name=save]").CountAsync()).ShouldBe(0, "a guest is asked nothing about accounts");
        await Fill(page);
        await page.Locator("button.primary[value=place]").ClickAsync();
        var number = await Journey.Pay(page);
        var token = Token().Match(page.Url).Groups[1].Value;
        await page.GotoAsync($"/o/{number}?token={token}");
        await page.Locator("a[href^='/account/sign-up']").ClickAsync();
        await FillSignUp(page);
        await page.ShouldReach($"/o/{number}");
        await visit.ShouldBeAccessible();
        await page.Locator("form[action$='/claim'] button").ClickAsync();
        await page.WaitForSelectorAsync(".notice");
        (await page.Locator("form[action$='/claim']").CountAsync()).ShouldBe(0);
        await page.GotoAsync("/account");
        (await page.Locator($"a[href='/o/{number}']").CountAsync()).ShouldBeGreaterThan(0);
        await Erase(visit);
        await page.GotoAsync($"/o/{number}?token={token}");
        (await page.Locator("main").TextContentAsync()).ShouldNotBeNull().ShouldContain("陈", customMessage: "the order outlives the account");
        visit.ShouldBeWithoutTrouble();
    }

    private static async Task Erase(Visit visit)
    {
        var page = visit.Page;
        await page.GotoAsync("/account/profile");
        await page.Locator("details.cancel summary").ClickAsync();
        await page.FillAsync("#erase-password", Password);
        await page.Locator("form[action='/account/erase'] button").ClickAsync();
        await page.WaitForSelectorAsync(".notice");
        await page.GotoAsync("/account");
        await page.ShouldReach("/account/sign-in");
    }

    private static async Task SignUp(Visit visit)
    {
        var page = visit.Page;
        await page.ShouldReach("/account/sign-in");
        await page.Locator("a[href^='/account/sign-up']").ClickAsync();
        await FillSignUp(page);
        await page.ShouldReach("/account$");
    }

    private static async Task FillSignUp(IPage page)
    {
        await page.ShouldReach("/account/sign-up");
        await page.FillAsync("#account", $"137{Interlocked.Increment(ref made):D8}");
        await page.FillAsync("#password", Password);
        await page.FillAsync("#name", "陈思源");
        await page.Locator("main form button.primary").ClickAsync();
    }

    private static async Task SaveAddress(Visit visit, bool script)
    {
        var page = visit.Page;
        await page.Locator("a[href='/account/addresses/new']").ClickAsync();
        await Check(visit, script);
        await Fill(page);
        await page.Locator("button.primary[value=save]").ClickAsync();
        await page.ShouldReach("/account#addresses");
        (await page.Locator(".places").TextContentAsync()).ShouldNotBeNull().ShouldContain("衡山路12号3幢501");
    }

    private static async Task Fill(IPage page)
    {
        await page.FillAsync("#name", "陈思源");
        await page.FillAsync("#phone", "15400001234");
        await page.SelectOptionAsync("#province", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#city", "北京市");
        await page.FillAsync("#line", "衡山路12号3幢501");
    }

    // Nothing is typed: the address is the saved one.
    private static async Task<string> Buy(Visit visit, bool script)
    {
        var page = visit.Page;
        await page.GotoAsync("/p/quick-cup");
        await page.Locator("form.buy button[value=checkout]").First.ClickAsync();
        await page.ShouldReach("/checkout");
        (await page.InputValueAsync("#line")).ShouldBe("衡山路12号3幢501");
        await Check(visit, script);
        await page.Locator("button.primary[value=place]").ClickAsync();
        await page.ShouldReach("/cashier/");
        await page.GotoAsync("/account");
        return (await page.Locator("ul.own a").First.GetAttributeAsync("href"))![3..];
    }

    // The checker itself is a script.
    private static Task Check(Visit visit, bool script) => script ? visit.ShouldBeAccessible() : Task.CompletedTask;

    [GeneratedRegex("token=([A-Za-z0-9_-]+)")]
    private static partial Regex Token();
}
