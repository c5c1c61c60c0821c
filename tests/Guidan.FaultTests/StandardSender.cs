using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Guidan.FaultTests;

/// <summary>
/// A shop that speaks Standard Webhooks: one in ten of its messages is lost on the way, one in ten leaves twice, one in
/// ten late. As that standard asks, it sends a message again until it was thanked for.
/// </summary>
internal sealed class StandardSender(World world, IReadOnlyDictionary<string, long> prices, int seed) : IOtherShop
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private const long Freight = 500;
    private readonly ConcurrentDictionary<string, Sale> sales = new();
    private readonly ConcurrentDictionary<string, Task> leaving = new();
    private readonly Random chance = new(seed);
    private int last;

    private sealed record Sale(string Id, string Sku, long Quantity, DateTimeOffset At, DateTimeOffset Changed, bool Paid, bool Canceled, long Refunded)
    {
        public long Total(IReadOnlyDictionary<string, long> prices) => prices.GetValueOrDefault(Sku, 3_000) * Quantity + Freight;
    }

    public string Name => "standard";

    /// <summary>Messages whose first try was lost.</summary>
    public int Lost => lost;

    private int lost;

    public Task<string> Buy(string? sku, long quantity, bool paid)
    {
        var id = "S" + Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        Tell(sales[id] = new(id, sku!, quantity, Now, Now, paid, false, 0), "order.created");
        return Task.FromResult(id);
    }

    public Task Pay(string id) => Change(id, s => s with { Paid = true }, "order.updated");

    public Task Cancel(string id) => Change(id, s => s with { Canceled = true, Refunded = s.Paid ? s.Total(prices) : 0 }, "order.canceled");

    public Task Refund(string id, long amount) => Change(id, s => s with { Refunded = amount }, "order.updated");

    public Task<List<Sold>> Books() => Task.FromResult(sales.Values.Select(s => new Sold(Name, s.Id, "#" + s.Id, s.Total(prices), s.Paid ? s.Total(prices) : 0,
        s.Refunded, s.Canceled, prices.ContainsKey(s.Sku))).ToList());

    /// <summary>Until every message was thanked for.</summary>
    public Task AllLeft() => Task.WhenAll(leaving.Values);

    private DateTimeOffset Now => DateTimeOffset.UtcNow + world.Shop.Offset;

    private Task Change(string id, Func<Sale, Sale> change, string type)
    {
        Tell(sales[id] = change(sales[id]) with { Changed = Now }, type);
        return Task.CompletedTask;
    }

    private void Tell(Sale sale, string type)
    {
        var (message, body) = ("msg_" + Guid.CreateVersion7().ToString("N"), Body(sale, type));
        bool Hit()
        {
            lock (chance) return chance.Next(100) < 10;
        }
        var (loses, copies, late) = (Hit(), Hit() ? 2 : 1, Hit() ? 2_000 : 0);
        if (loses) Interlocked.Increment(ref lost);
        leaving[message] = Task.Run(async () =>
        {
            await Task.Delay(late + (loses ? 1_000 : 0));
            await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Send(message, body)));
        });
    }

    private async Task Send(string message, string body)
    {
        for (var gap = 200; ; gap = Math.Min(gap * 2, 5_000))
        {
            var stamp = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var proof = HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{message}.{stamp}.{body}"));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/channels/standard/webhooks")
            {
                Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.Add("webhook-id", message);
            request.Headers.Add("webhook-timestamp", stamp);
            request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(proof));
            try
            {
                using var answer = await world.Shop.Http.SendAsync(request);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (Exception cause) when (Unanswered.Is(cause))
            {
                // Killed meanwhile.
            }
            await Task.Delay(gap);
        }
    }

    private string Body(Sale s, string type)
    {
        var price = prices.GetValueOrDefault(s.Sku, 3_000);
        object Amount(long amount) => new { amount, currency = "CNY" };
        var state = !s.Paid ? s.Canceled ? "voided" : "pending" : s.Refunded == 0 ? "paid" : s.Refunded >= s.Total(prices) ? "refunded" : "partly_refunded";
        return JsonSerializer.Serialize(new
        {
            type, timestamp = s.Changed,
            data = new
            {
                id = s.Id, number = "#" + s.Id, currency = "CNY", createdAt = s.At, updatedAt = s.Changed, canceledAt = s.Canceled ? s.Changed : (DateTimeOffset?)null,
                lines = new[] { new { id = "1", sku = s.Sku, name = "龙井", quantity = s.Quantity, unitPrice = Amount(price) } },
                goods = Amount(price * s.Quantity), freight = Amount(Freight), total = Amount(s.Total(prices)), refunded = Amount(s.Refunded),
                payment = new { state, method = "card", transactionId = s.Paid ? "T" + s.Id : null, paidAt = s.Paid ? s.Changed : (DateTimeOffset?)null },
                recipient = new { name = "韩梅梅", phone = "13900001111", country = "CN", province = "浙江省", city = "杭州市", district = "西湖区", line = "文三路2号", postcode = "310000" },
                cancelReason = s.Canceled ? "customer" : null,
            },
        });
    }
}
