using System.Net.Http.Json;
using System.Text.Json;

namespace Guidan.BrowserTests;

/// <summary>The simulated Shopify shop, moved by its control calls.</summary>
internal sealed class AtShopify(BrowserFixture browser)
{
    /// <summary>Puts goods on the shelf there.</summary>
    public Task Sell(string sku, string name, long price) => Post("products", new[] { new { sku, name, price, stock = 100 } });

    /// <summary>Somebody buys and pays there; answers the order as the shop has it, the number as the customer knows it.</summary>
    public Task<JsonElement> Buy(string sku, string phone) => Post("orders", new
    {
        lines = new[] { new { sku, quantity = 1 } },
        freight = 1_000,
        paid = true,
        buyer = new { name = "韩梅梅", phone, country = "CN", province = "Zhejiang", city = "杭州市", line = "西湖区文三路2号", postcode = "310000" },
    });

    /// <summary>The order as the shop there has it now.</summary>
    public async Task<JsonElement> Order(string id)
    {
        using var http = new HttpClient { BaseAddress = browser.Sandbox };
        return await http.GetFromJsonAsync<JsonElement>($"/sandbox/shopify/orders/{id}", TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> Post<T>(string what, T body)
    {
        using var http = new HttpClient { BaseAddress = browser.Sandbox };
        using var answer = await http.PostAsJsonAsync($"/sandbox/shopify/{what}", body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{what}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
