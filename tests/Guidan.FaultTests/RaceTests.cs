using System.Collections.Concurrent;
using System.Net;

namespace Guidan.FaultTests;

/// <summary>Many at once on the same thing.</summary>
public sealed class RaceTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Sixty_four_buyers_of_five_hundred_units_buy_exactly_five_hundred(string engine)
    {
        const int units = 500;
        await using var world = await World.Open(engine);
        await world.Stock(units, "HOT-1");
        var buyers = new Buyers(world, ["HOT-1"], 1);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            // Bought out is the only reason to go home; another buyer's luck is not.
            while ((await buyers.Order(new Dictionary<string, long> { ["HOT-1"] = 1 })).Why is not { } why || !why.Contains("stock.insufficient", StringComparison.Ordinal)) { }
        }));

        await buyers.Resolve();
        buyers.Journal.Count(a => a.Told == Told.Ordered).ShouldBe(units);
        buyers.Journal.Where(a => a.Why!.StartsWith('5')).ShouldBeEmpty();
        var books = await Books.Read(world.Shop.Admin);
        new Auditor(books).Consistent().Kept(buyers.Journal);
        books.Levels.Select(l => (l.OnHand, l.Reserved, l.Allocated, l.Available)).ShouldBe([(units, units, 0L, 0L)]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task One_request_key_over_many_connections_makes_one_order(string engine)
    {
        const int keys = 20, connections = 50;
        await using var world = await World.Open(engine);
        await world.Stock(100_000, "KEY-1");
        var buyers = new Buyers(world, ["KEY-1"], 1);
        var goods = new Dictionary<string, long> { ["KEY-1"] = 2 };
        var clients = Enumerable.Range(0, connections).Select(_ => new HttpClient { BaseAddress = world.Shop.Address }).ToList();

        var all = new ConcurrentBag<Asked>();
        foreach (var key in Enumerable.Range(0, keys).Select(_ => Guid.CreateVersion7().ToString("N")))
            await Task.WhenAll(clients.Select(async c => all.Add(await buyers.Order(goods, key, c))));
        var repeats = await Task.WhenAll(all.Select(a => a.Key).Distinct().Select(k => buyers.Order(goods, k)));

        clients.ForEach(c => c.Dispose());
        all.ShouldAllBe(a => a.Told == Told.Ordered || a.Why!.Contains("idempotency.in_progress"));
        all.Concat(repeats).Where(a => a.Told == Told.Ordered).GroupBy(a => a.Key).ShouldAllBe(g => g.Select(a => a.Answer!.ToJsonString()).Distinct().Count() == 1);
        repeats.ShouldAllBe(a => a.Told == Told.Ordered);
        (await buyers.Order(new Dictionary<string, long> { ["KEY-1"] = 3 }, repeats[0].Key)).Why!.ShouldContain("idempotency.mismatch");
        await buyers.Resolve();
        var books = await Books.Read(world.Shop.Admin);
        books.Orders.Count.ShouldBe(keys);
        new Auditor(books).Consistent();
    }
}
