using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Guidan.Web.Demo;

/// <summary>One simulated customer: looks around, fills a cart, orders, and pays at the sandbox, or thinks better of it.</summary>
internal sealed class Shopper(HttpClient http, DemoPerson person, Action<Func<StreetCounts, StreetCounts>> count, Action<Uri> meet)
{
    private const int Tries = 3;
    private static readonly TimeSpan RecognizedWithin = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task Buy(CancellationToken ct)
    {
        var cart = await FillCart(ct);
        var started = Stopwatch.GetTimestamp();
        var order = await Order(cart, ct);
        var took = Stopwatch.GetElapsedTime(started);
        count(c => c with { Placed = c.Placed + 1, SlowestPlacing = took > c.SlowestPlacing ? took : c.SlowestPlacing });
        var (number, token) = (order.GetProperty("number").GetString()!, order.GetProperty("token").GetString()!);
        var mood = Random.Shared.NextDouble();
        if (mood < 0.06) count(c => c with { Left = c.Left + 1 });
        else if (mood < 0.12) await Cancel(number, token, ct);
        else if (!await Pay(order, ct)) count(c => c with { Left = c.Left + 1 });
        else
        {
            await Recognize(number, token, ct);
            if (mood > 0.96) await Cancel(number, token, ct);
        }
    }

    private async Task<string> FillCart(CancellationToken ct)
    {
        var shelf = (await Ask(HttpMethod.Get, "/api/store/products?limit=200", null, null, ct)).GetProperty("items");
        var slugs = shelf.EnumerateArray().Where(p => p.GetProperty("available").GetInt64() > 0).Select(p => p.GetProperty("slug").GetString()!).ToList();
        if (slugs.Count == 0) throw new Refused("stock.empty");
        var cart = (await Ask(HttpMethod.Post, "/api/store/carts", null, NewKey(), ct)).GetProperty("id").GetString()!;
        var kinds = Random.Shared.NextDouble() < 0.7 ? 1 : 2;
        for (var i = 0; i < kinds; i++)
        {
            var product = await Ask(HttpMethod.Get, $"/api/store/products/{slugs[Random.Shared.Next(slugs.Count)]}", null, null, ct);
            var there = product.GetProperty("variants").EnumerateArray().Where(v => v.GetProperty("available").GetInt64() > 0).ToList();
            if (there.Count == 0) continue;
            var sku = there[Random.Shared.Next(there.Count)].GetProperty("sku").GetString()!;
            await Ask(HttpMethod.Put, $"/api/store/carts/{cart}/lines/{Uri.EscapeDataString(sku)}", new { quantity = 1 }, NewKey(), ct);
        }
        return cart;
    }

    private Task<JsonElement> Order(string cart, CancellationToken ct) => Ask(HttpMethod.Post, "/api/store/orders", new
    {
        cartId = cart,
        contact = new { name = person.Name, phone = person.Phone, email = person.Email },
        shippingAddress = person.Address,
        deliveryMethod = "sf",
        paymentMethod = "alipay",
    }, NewKey(), ct);

    // He looks at the cashier's page first: only then the payment exists. Some notices get lost, some come twice.
    private async Task<bool> Pay(JsonElement order, CancellationToken ct)
    {
        var action = order.GetProperty("payment").GetProperty("action");
        if (action.ValueKind != JsonValueKind.Object) throw new InvalidOperationException("the shop offers no way to pay");
        var address = action.GetProperty("url").GetString()!;
        if (SandboxHands.OutTradeNoOf(address) is not { } outTradeNo) throw new InvalidOperationException("the way to pay is no sandbox");
        var cashier = new SandboxHands(http, new Uri(new Uri(address).GetLeftPart(UriPartial.Authority)));
        if (!await cashier.IsThere(ct)) throw new InvalidOperationException("the way to pay is no sandbox");
        meet(new Uri(new Uri(address).GetLeftPart(UriPartial.Authority)));
        await cashier.OpenCashier(address, ct);
        var notice = Random.Shared.NextDouble() switch { < 0.05 => "lost", < 0.1 => "twice", _ => "normal" };
        if (!await cashier.Pay(outTradeNo, notice, ct)) return false;
        count(c => c with { Paid = c.Paid + 1 });
        return true;
    }

    private async Task Recognize(string number, string token, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < RecognizedWithin)
        {
            var order = await Ask(HttpMethod.Get, $"/api/store/orders/{number}?token={token}", null, null, ct);
            if (order.GetProperty("status").GetString() != "awaiting_payment")
            {
                count(c => c with { Recognized = c.Recognized + 1 });
                return;
            }
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
        throw new NotRecognized(number);
    }

    private async Task Cancel(string number, string token, CancellationToken ct)
    {
        await Ask(HttpMethod.Post, $"/api/store/orders/{number}/cancel?token={token}", new { reason = "不想要了" }, NewKey(), ct);
        count(c => c with { Canceled = c.Canceled + 1 });
    }

    // A lost answer is asked for again under the same key, as an honest client does.
    private async Task<JsonElement> Ask(HttpMethod method, string path, object? body, string? key, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path);
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            if (body is not null) request.Content = JsonContent.Create(body, options: Web);
            using var answer = await http.SendAsync(request, ct);
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            var passes = answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            if (passes && attempt < Tries) await Task.Delay(TimeSpan.FromSeconds(attempt), ct);
            else throw await Failure(answer, path, ct);
        }
    }

    private static async Task<Exception> Failure(HttpResponseMessage answer, string path, CancellationToken ct)
    {
        if ((int)answer.StatusCode >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return new HttpRequestException($"{(int)answer.StatusCode} {path.Split('?')[0]}");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return new Refused(problem.TryGetProperty("code", out var code) ? code.GetString() ?? "" : "");
    }

    private static string NewKey() => Guid.CreateVersion7().ToString();
}
