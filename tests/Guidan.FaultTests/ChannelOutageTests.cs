using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>Other shops cannot be asked, say nothing and forget us. GUIDAN_SALES and GUIDAN_SEED widen or repeat a run.</summary>
public sealed class ChannelOutageTests(ITestOutputHelper output)
{
    private static readonly int Sales = Settings.Number("GUIDAN_SALES", 5, 300);
    private static readonly int Seed = Settings.Seed;
    private static readonly string[] Skus = ["TRADE-A", "TRADE-B"];
    private static readonly string[] Names = ["shopify", "woocommerce"];

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task No_order_is_lost_when_a_channel_is_away_for_hours_and_forgets_whom_to_tell(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_SALES={Sales}");
        await using var world = await World.Open(engine);
        await world.Stock(100_000, Skus);
        var (shops, chance) = (Names.Select(n => new SimulatedShop(world, n)).ToList(), new Random(Seed));
        foreach (var shop in shops) await shop.Shelve(Skus.Select((s, i) => (s, 1999L + 700 * i)));
        async Task Sell()
        {
            foreach (var shop in shops)
            {
                for (var i = 0; i < Sales; i++)
                {
                    var id = await shop.Buy(Skus[chance.Next(Skus.Length)], chance.Next(1, 4), paid: i % 3 != 0);
                    if (i % 5 == 4) await shop.Cancel(id);
                }
            }
        }
        await World.Eventually(async () => (await Active(world)).ShouldAllBe(s => s.Value > 0));
        var subscriptions = await Active(world);
        await Sell();
        // Two changes of one second may overtake one another on their way; the next question clears that up.
        await world.MoveClocks(TimeSpan.FromMinutes(2));
        await Home(world, shops);

        await world.Fault(new { down = true, drop = true });
        for (var hours = 0; hours < 2; hours++)
        {
            await Sell();
            await world.MoveClocks(TimeSpan.FromHours(1));
            await Task.Delay(1_500);
        }
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Cases.Where(c => c is { Kind: "channel.poll", State: "open" })
            .Select(c => c.Subject).ShouldBe(Names, ignoreOrder: true));
        foreach (var name in Names) (await world.Sandbox.PostAsync($"/sandbox/{name}/webhooks/forget", null)).EnsureSuccessStatusCode();
        await world.Fault(new { });
        // Nobody is told of these.
        await Sell();
        (await Active(world)).ShouldAllBe(s => s.Value == 0);

        await world.MoveClocks(TimeSpan.FromMinutes(2));
        var (books, sold) = await Home(world, shops);
        books.Cases.ShouldNotContain(c => c.Kind == "channel.poll" && c.State == "open");
        await world.MoveClocks(TimeSpan.FromMinutes(10));
        await World.Eventually(async () => (await Active(world)).ShouldBe(subscriptions, ignoreOrder: true));
        (await Books.Read(world.Shop.Admin)).Cases.ShouldNotContain(c => c.Kind == "channel.subscription" && c.State == "open");

        // From here on we are told again, before anybody asks.
        foreach (var shop in shops) await shop.Buy(Skus[0], 1, paid: true);
        (books, sold) = await Home(world, shops);
        var outside = await world.Journal();
        new Auditor(books).Consistent().Kept([]).Matches(outside).Heard(outside).Settled();
        await world.Balanced();
        output.WriteLine($"{sold.Count} sales at {shops.Count} shops, {books.Orders.Count} orders here");
    }

    private static async Task<Dictionary<string, int>> Active(World world)
    {
        var active = new Dictionary<string, int>();
        foreach (var name in Names)
            active[name] = (await world.Sandbox.GetFromJsonAsync<JsonArray>($"/sandbox/{name}/webhooks"))!.Count(h => (string)h!["status"]! == "active");
        return active;
    }

    private static async Task<(Books Books, List<Sold> Sold)> Home(World world, List<SimulatedShop> shops)
    {
        var sold = new List<Sold>();
        foreach (var shop in shops) sold.AddRange(await shop.Books());
        Books? books = null;
        await World.Eventually(async () =>
        {
            books = await Books.Read(world.Shop.Admin);
            new ChannelAuditor(books, sold, []).Home();
            new Auditor(books).Settled();
        }, seconds: 60);
        return (books!, sold);
    }
}
