using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>An order at another shop, as that shop's own books have it. Amounts in minor units.</summary>
/// <param name="IsKnown">All its goods are goods of ours.</param>
internal sealed record Sold(string Channel, string Id, string Number, long Total, long Paid, long Refunded, bool IsCanceled, bool IsKnown);

/// <summary>Where customers buy at other shops.</summary>
internal interface IOtherShop
{
    string Name { get; }

    /// <summary>Somebody buys; answers the order's number there.</summary>
    Task<string> Buy(string? sku, long quantity, bool paid);

    Task Pay(string id);

    Task Cancel(string id);

    Task Refund(string id, long amount);

    /// <summary>Everything that was ever sold there.</summary>
    Task<List<Sold>> Books();
}

/// <summary>The simulated Shopify or WooCommerce shop.</summary>
internal sealed class SimulatedShop(World world, string name) : IOtherShop
{
    private const int PageMost = 5_000;

    public string Name => name;

    public async Task Shelve(IEnumerable<(string Sku, long Price)> goods) =>
        (await world.Sandbox.PostAsJsonAsync($"/sandbox/{name}/products", goods.Select(g => new { sku = g.Sku, name = "龙井 " + g.Sku, price = g.Price }))).EnsureSuccessStatusCode();

    public async Task<string> Buy(string? sku, long quantity, bool paid) => (string)(await Post("orders", new
    {
        lines = new object[] { new { sku, quantity, name = sku is { } s && s.StartsWith("TRADE", StringComparison.Ordinal) ? null : "没见过的茶", price = sku is { } k && k.StartsWith("TRADE", StringComparison.Ordinal) ? (long?)null : 3_000 } },
        freight = 800, paid,
    }))!["id"]!;

    public Task Pay(string id) => Post($"orders/{id}/pay", new { });

    public Task Cancel(string id) => Post($"orders/{id}/cancel", new { reason = "customer", refund = true });

    public Task Refund(string id, long amount) => Post($"orders/{id}/refund", new { amount, reason = "broken" });

    public async Task<List<Sold>> Books()
    {
        var all = new List<Sold>();
        while (true)
        {
            var page = (await world.Sandbox.GetFromJsonAsync<JsonArray>($"/sandbox/{name}/orders?after={all.LastOrDefault()?.Id}&limit={PageMost}"))!;
            all.AddRange(page.Select(s => new Sold(name, (string)s!["id"]!, (string)s["number"]!, (long)s["total"]!, s["paidAt"] is null ? 0 : (long)s["total"]!,
                (long)s["refunded"]!, s["canceledAt"] is not null, s["lines"]!.AsArray().All(l => ((string)l!["sku"]!).StartsWith("TRADE", StringComparison.Ordinal)))));
            if (page.Count < PageMost) return all;
        }
    }

    // A refusal is right where a parcel has left meanwhile.
    private async Task<JsonNode?> Post(string path, object body)
    {
        using var answer = await world.Sandbox.PostAsJsonAsync($"/sandbox/{name}/{path}", body);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>Customers of another shop who buy, pay later, cancel and get money back.</summary>
internal sealed class Elsewhere(IOtherShop shop, IReadOnlyList<string> skus, int seed)
{
    private readonly ConcurrentQueue<(string Id, bool Paid)> open = new();
    private int bought;

    public IOtherShop Shop => shop;

    public int Bought => bought;

    public async Task Run(int day, CancellationToken stop)
    {
        var chance = new Random(HashCode.Combine(seed, day, shop.Name.Length));
        while (!stop.IsCancellationRequested)
        {
            // One in a hundred wants what we do not know.
            var sku = chance.Next(100) == 0 ? "UNKNOWN-" + chance.Next(3).ToString(CultureInfo.InvariantCulture) : skus[chance.Next(skus.Count)];
            var paid = chance.Next(100) < 80;
            open.Enqueue((await shop.Buy(sku, chance.Next(1, 4), paid), paid));
            Interlocked.Increment(ref bought);
            if (open.Count > 20 && chance.Next(100) < 30 && open.TryDequeue(out var sale)) await Change(sale.Id, sale.Paid, chance);
            await Task.Delay(chance.Next(10, 50), CancellationToken.None);
        }
    }

    private Task Change(string id, bool paid, Random chance) => (paid, chance.Next(100)) switch
    {
        (false, < 70) => shop.Pay(id),
        (false, _) => shop.Cancel(id),
        (true, < 20) => shop.Cancel(id),
        (true, < 40) => shop.Refund(id, chance.Next(1, 1_000)),
        _ => Task.CompletedTask,
    };
}
