using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>
/// One order, from the shop page to the customer's door, as a customer and a merchant walk it: no step is taken behind
/// the pages, and what the pages say at the end is checked against the books.
/// </summary>
internal sealed partial class Journey(BrowserFixture browser)
{
    private const float Patience = 60_000;

    /// <param name="ship">What the button says in the language.</param>
    /// <param name="product">The page of what is bought.</param>
    public async Task Whole(string language, string ship, string product)
    {
        var page = await Buy(language, product);
        var number = await Pay(page);
        await Ship(language, ship, number);
        await Receive(page, number);
        await BooksShouldBalance(number);
    }

    private async Task<IPage> Buy(string language, string product)
    {
        var visit = await browser.Open(product, language);
        var page = visit.Page;
        await page.Locator("form.buy button[value=checkout]").First.ClickAsync();
        await page.ShouldReach("/checkout");
        await visit.ShouldBeAccessible();
        await page.FillAsync("#name", "陈思源");
        await page.FillAsync("#phone", "15400001234");
        await page.SelectOptionAsync("#province", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#city", "北京市");
        await page.FillAsync("#line", "衡山路12号3幢501");
        await page.Locator("button.primary[value=place]").ClickAsync();
        return page;
    }

    // The cashier is the sandbox's: the same wire, other keys. The notice may take a moment; the page asks by itself.
    public static async Task<string> Pay(IPage page)
    {
        await page.ShouldReach("/cashier/");
        await page.Locator("button[name=act]").First.ClickAsync();
        await page.ShouldReach("/(pay/return|o/)", Patience);
        var number = Digits().Match(page.Url).Value;
        number.Length.ShouldBe(18, page.Url);
        return number;
    }

    private async Task Ship(string language, string ship, string number)
    {
        await using var visit = await browser.OpenBackOffice("/", language);
        var page = visit.Page;
        await Eventually(async () => (await Order(number)).GetProperty("status").GetString().ShouldBe("awaiting_shipment"));
        await page.GotoAsync($"/admin/orders/{number}");
        await page.GetByRole(AriaRole.Button, new() { Name = ship, Exact = true }).First.ClickAsync();
        await page.FillAsync("#ship-tracking", "YT" + number[^10..]);
        await page.Locator(".drawer-actions button.ant-btn-primary, .drawer-actions button[type=submit]").First.ClickAsync();
        await Eventually(async () => (await Order(number)).GetProperty("status").GetString().ShouldBe("shipped"));
        await visit.ShouldBeAccessible();
    }

    // The simulated courier moves the parcel on its own timetable, up to the door.
    private async Task Receive(IPage page, string number)
    {
        await Eventually(async () => (await Order(number)).GetProperty("shipments")[0].GetProperty("state").GetString().ShouldBe("delivered"), 240);
        var order = await Order(number);
        await page.GotoAsync(order.GetProperty("publicUrl").GetString()!);
        await page.Locator("form[action$='/receipt'] button").ClickAsync();
        await Eventually(async () => (await Order(number)).GetProperty("status").GetString().ShouldBe("completed"));
    }

    private async Task BooksShouldBalance(string number)
    {
        var order = await Order(number);
        order.GetProperty("money").GetProperty("due").GetProperty("amount").GetInt64().ShouldBe(0);
        (await Ask("/api/admin/ledger/trial-balance")).GetProperty("balanced").GetBoolean().ShouldBeTrue();
        var check = await Ask("/api/admin/assurance/check", HttpMethod.Post);
        foreach (var equation in check.GetProperty("equations").EnumerateArray())
            equation.GetProperty("broken").GetInt64().ShouldBe(0, equation.ToString());
    }

    private Task<JsonElement> Order(string number) => Ask($"/api/admin/orders/{number}");

    public async Task<JsonElement> Ask(string path, HttpMethod? method = null, HttpContent? body = null)
    {
        token ??= await browser.Verb("token", "create", "--name", "journey", "--role", "owner");
        using var client = new HttpClient { BaseAddress = new Uri(browser.Url) };
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Content = body };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer.StatusCode}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static string? token;

    public static async Task Eventually(Func<Task> holds, int seconds = 60)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await holds();
                return;
            }
            catch (ShouldAssertException) when (i < seconds * 2)
            {
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }
        }
    }

    [GeneratedRegex("[0-9]{18}")]
    private static partial Regex Digits();
}
