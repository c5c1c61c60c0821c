using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>What a buyer was told.</summary>
internal enum Told { Unknown, Ordered, Refused }

/// <summary>One request to order, as the buyer remembers it.</summary>
internal sealed class Asked
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyDictionary<string, long> Goods { get; init; }
    public required DateTimeOffset At { get; init; }
    public Told Told { get; set; }

    /// <summary>The shop's answer, when there was one.</summary>
    public JsonNode? Answer { get; set; }

    /// <summary>The stable code of a refusal, or what broke the connection.</summary>
    public string? Why { get; set; }

    public string? Number => (string?)Answer?["number"];

    public string? OutTradeNo { get; set; }

    /// <summary>The payer paid, by the provider's own word.</summary>
    public bool Paid { get; set; }
}

/// <summary>Buyers who order over HTTP and write down every request before it leaves and every answer as it comes.</summary>
internal sealed class Buyers(World world, IReadOnlyList<string> skus, int seed)
{
    private readonly ConcurrentQueue<Asked> journal = new();
    private int requests;

    public IReadOnlyCollection<Asked> Journal => journal;

    /// <summary>Whether a payer may come to the cashier when the provider takes his money no more.</summary>
    public bool MayBeLate { get; init; }

    /// <summary>Buys until told to stop; one that pays tells the provider so himself.</summary>
    public async Task Run(int buyer, CancellationToken stop)
    {
        var chance = new Random(HashCode.Combine(seed, buyer));
        while (!stop.IsCancellationRequested)
        {
            var goods = skus.OrderBy(_ => chance.Next()).Take(chance.Next(1, 4)).ToDictionary(s => s, _ => (long)chance.Next(1, 4));
            var asked = await Order(goods);
            if (asked.Told == Told.Unknown) await Task.Delay(100, CancellationToken.None);
            if (asked.Told == Told.Ordered && chance.Next(100) < 60) await Pay(asked, chance.Next(100) < 30 ? "lost" : "normal");
        }
    }

    /// <summary>Asks once, under a new key or a given one.</summary>
    public async Task<Asked> Order(IReadOnlyDictionary<string, long> goods, string? key = null, HttpClient? by = null)
    {
        var n = Interlocked.Increment(ref requests);
        var asked = new Asked { Key = key ?? Guid.CreateVersion7().ToString("N"), Name = key is null ? $"买家{n}" : "买家" + key, Goods = goods, At = DateTimeOffset.UtcNow };
        journal.Enqueue(asked);
        await Send(asked, by ?? world.Shop.Http);
        return asked;
    }

    /// <summary>The payer goes to the provider and pays.</summary>
    public async Task Pay(Asked asked, string notice)
    {
        if ((string?)asked.Answer?["payment"]?["action"]?["url"] is not { } url) return;
        using var arrived = await world.Sandbox.GetAsync(new Uri(url));
        if (arrived.StatusCode != HttpStatusCode.Redirect) return;
        asked.OutTradeNo = asked.Number + "01";
        asked.Paid = await world.TryPay(asked.OutTradeNo, notice);
        (asked.Paid || MayBeLate).ShouldBeTrue($"the provider did not take the money for {asked.Number}");
    }

    /// <summary>Asks by key what became of a request; null when it was never accepted. Every answer must be definite.</summary>
    public async Task<JsonNode?> BecameOf(string key)
    {
        var until = Environment.TickCount64 + 5_000;
        while (true)
        {
            using var answer = await world.Shop.Http.GetAsync($"/api/store/orders/by-key/{key}");
            if (answer.StatusCode == HttpStatusCode.OK) return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
            if (answer.StatusCode == HttpStatusCode.NotFound) return null;
            if (Environment.TickCount64 > until) throw new TimeoutException($"{key} is still {(int)answer.StatusCode} after five seconds");
            await Task.Delay(50);
        }
    }

    /// <summary>Clears up every unknown answer; asks twice, because the answer must stay the same.</summary>
    public async Task Resolve()
    {
        foreach (var asked in journal.Where(a => a.Told == Told.Unknown))
        {
            var (first, second) = (await BecameOf(asked.Key), await BecameOf(asked.Key));
            first?.ToJsonString().ShouldBe(second?.ToJsonString());
            (first is null).ShouldBe(second is null, $"what became of {asked.Key} changed");
            (asked.Told, asked.Answer) = first is null ? (Told.Refused, null) : (Told.Ordered, first);
            asked.Why ??= "never accepted";
        }
    }

    /// <summary>The payer goes to the provider's cashier and does not pay yet.</summary>
    public async Task Arrive(Asked asked) => asked.OutTradeNo = await world.Arrive((string)asked.Answer!["payment"]!["action"]!["url"]!);

    private static async Task Send(Asked asked, HttpClient by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/store/orders")
        {
            Content = JsonContent.Create(new
            {
                lines = asked.Goods.Select(g => new { sku = g.Key, quantity = g.Value }),
                contact = new { name = asked.Name, phone = "13800138000", email = "buyer@example.com" },
                shippingAddress = new { country = "CN", province = "浙江省", city = "杭州市", district = "西湖区", line = "文三路1号", postcode = "310000" },
                deliveryMethod = "courier", paymentMethod = "alipay",
            }),
        };
        request.Headers.Add("Idempotency-Key", asked.Key);
        try
        {
            using var answer = await by.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            asked.Why = $"{(int)answer.StatusCode} {(answer.StatusCode == HttpStatusCode.Created ? "" : text)}";
            // A 5xx and a "still running" leave it open what became of the request.
            if (answer.StatusCode == HttpStatusCode.Created) (asked.Answer, asked.Told) = (JsonNode.Parse(text), Told.Ordered);
            else if ((int)answer.StatusCode is >= 400 and < 500 && !text.Contains("idempotency.in_progress", StringComparison.Ordinal)) asked.Told = Told.Refused;
        }
        catch (Exception cause) when (cause is JsonException || Unanswered.Is(cause))
        {
            asked.Why = cause.Message;
        }
    }
}
