using System.Net.Http.Json;
using System.Text.Json;

namespace Guidan.Web.Demo;

/// <summary>A payment of an earlier time that the sandbox shall know; amount in minor units.</summary>
internal sealed record PaidBefore(string OutTradeNo, long AmountMinor, string Subject, DateTimeOffset PaidAt);

/// <summary>Goods of a simulated channel shop; price in minor units.</summary>
internal sealed record ChannelGoods(string Sku, string Name, string? Options, long Price);

/// <summary>The hands that move the simulated parties, over the same addresses that tests use.</summary>
internal sealed class SandboxHands(HttpClient http, Uri address)
{
    /// <summary>True when a sandbox answers there, and not a real provider.</summary>
    public async Task<bool> IsThere(CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/sandbox/clock"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The sandbox's time, as far from the real one.</summary>
    public Task SetClock(TimeSpan offset, CancellationToken ct) =>
        Post("/sandbox/clock", new { offsetSeconds = offset.TotalSeconds }, ct);

    /// <summary>Cuts every connection, or answers again.</summary>
    public Task SetDown(bool down, CancellationToken ct) => Post("/sandbox/faults", new { down }, ct);

    public Task Remember(IReadOnlyList<PaidBefore> trades, CancellationToken ct) => Post("/sandbox/alipay/trades", trades, ct);

    /// <summary>Puts goods on the shelf of a simulated channel shop, unless there are some.</summary>
    public async Task Stock(string channel, IReadOnlyList<ChannelGoods> goods, CancellationToken ct)
    {
        if ((await Shelf(channel, ct)).Count == 0) await Post($"/sandbox/{channel}/products", goods, ct);
    }

    /// <summary>What a simulated channel shop sells; nothing where there is none.</summary>
    public async Task<IReadOnlyList<ChannelGoods>> Shelf(string channel, CancellationToken ct)
    {
        using var answer = await http.GetAsync(new Uri(address, $"/sandbox/{channel}/products"), ct);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<List<ChannelGoods>>(ct) ?? [] : [];
    }

    /// <summary>Somebody does something at a simulated channel shop; answers the order's id, or null when it was refused.</summary>
    public async Task<string?> AtChannel<T>(string channel, string path, T wish, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(address, $"/sandbox/{channel}/{path}"), wish, ct);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString() : null;
    }

    /// <summary>The payer opens the address that the shop sent him to; answers whether the cashier let him in.</summary>
    public async Task<bool> OpenCashier(string payAddress, CancellationToken ct)
    {
        using var answer = await http.GetAsync(new Uri(payAddress), ct);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>The payer pays; false when the cashier takes no money for it any more.</summary>
    /// <param name="notice">normal, lost or twice.</param>
    public async Task<bool> Pay(string outTradeNo, string notice, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(address, $"/sandbox/alipay/trades/{outTradeNo}/pay"), new { notice }, ct);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Our number of the payment, as it stands in the address of the cashier; null in any other address.</summary>
    public static string? OutTradeNoOf(string payAddress)
    {
        if (!Uri.TryCreate(payAddress, UriKind.Absolute, out var address)) return null;
        var content = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query).GetValueOrDefault("biz_content").ToString();
        if (content.Length == 0) return null;
        using var asked = JsonDocument.Parse(content);
        return asked.RootElement.TryGetProperty("out_trade_no", out var number) ? number.GetString() : null;
    }

    private async Task Post<T>(string path, T body, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(address, path), body, ct);
        answer.EnsureSuccessStatusCode();
    }
}
