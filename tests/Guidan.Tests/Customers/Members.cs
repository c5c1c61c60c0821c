using System.Net;
using System.Text.Json.Nodes;
using Guidan.Tests.Assurance;

namespace Guidan.Tests.Customers;

/// <summary>Makes customers with accounts for tests; every phone number is new, because tests share a shop.</summary>
internal static class Members
{
    public const string Password = "a long enough sentence";

    private static int made;

    public static string NewPhone() => $"139{Interlocked.Increment(ref made):D8}";

    public static string NewEmail() => $"c{Guid.CreateVersion7():N}@example.com";

    /// <summary>A browser of the shop's own pages: it keeps cookies and sends the guard header.</summary>
    public static HttpClient Browser(ShopFixture shop, string language = "zh-CN")
    {
        var browser = shop.Client(language);
        browser.DefaultRequestHeaders.Add("X-Guidan", "1");
        return browser;
    }

    public static Task<Answered> SignUp(HttpClient browser, string account, string password = Password, string? name = null) =>
        browser.Post("/api/store/account", new { account, password, name }, key: "");

    public static Task<Answered> SignIn(HttpClient browser, string account, string password = Password) =>
        browser.Post("/api/store/account/session", new { account, password }, key: "");

    /// <summary>A browser that is signed in to a new account.</summary>
    public static async Task<HttpClient> New(ShopFixture shop, string? account = null, string? name = null)
    {
        var browser = Browser(shop);
        (await SignUp(browser, account ?? NewPhone(), name: name)).ShouldBe(HttpStatusCode.Created);
        return browser;
    }

    public static object Address(string name = "李雷", string line = "文三路12号3幢501") => new
    {
        name, phone = "13800138000", province = "浙江省", city = "杭州市", district = "西湖区", line,
    };

    public static async Task<string> AddAddress(HttpClient browser, object? address = null) =>
        (string)(await browser.Post("/api/store/account/addresses", address ?? Address())).ShouldBe(HttpStatusCode.Created).Json!["id"]!;

    public static async Task<JsonArray> Addresses(HttpClient browser) =>
        (await browser.Get("/api/store/account/addresses")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();

    /// <summary>Places an order in this browser and answers what the shop said.</summary>
    public static async Task<JsonNode> Order(ShopFixture shop, HttpClient browser) =>
        (await browser.Post("/api/store/orders", Sales.Order(await Sales.Stocked(shop, 5), 1))).ShouldBe(HttpStatusCode.Created).Json!;

    public static async Task<string[]> Orders(HttpClient browser) => (await browser.Get("/api/store/account/orders?limit=200"))
        .ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(o => (string)o!["number"]!).ToArray();
}
