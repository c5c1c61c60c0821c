namespace Guidan.FaultTests;

/// <summary>The tracker of parcels is away for hours while parcels arrive. GUIDAN_PARCELS and GUIDAN_SEED widen or repeat a run.</summary>
public sealed class CarrierOutageTests(ITestOutputHelper output)
{
    private static readonly int Parcels = Settings.Number("GUIDAN_PARCELS", 4, 200);
    private static readonly int Seed = Settings.Seed;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Every_parcel_is_known_to_have_arrived_once_when_the_tracker_is_away_for_hours(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_PARCELS={Parcels}");
        await using var world = await World.Open(engine, proxied: true);
        await world.Stock(100_000, "SEND-1");
        var (buyers, chance) = (new Buyers(world, ["SEND-1"], Seed), new Random(Seed));

        await Ship(world, buyers, chance);
        await World.Eventually(async () => (await Followed(world)).ShouldBe(Parcels));
        await world.Fault(new { down = true, drop = true, party = "kuaidi100" });
        // Those are on their way and arrive while nobody can say so; these leave while nobody can be asked to follow them.
        await Ship(world, buyers, chance);
        await Pass(world, hours: 8);
        var away = await Books.Read(world.Shop.Admin);
        away.Orders.ShouldAllBe(o => o.Status == "shipped" && o.History.All(e => e.Kind != "delivered"));
        (await Followed(world)).ShouldBe(Parcels);

        // Back: its first answers are late and cut in their middle, and it says everything twice, the newest first.
        await world.Fault(new { duplicate = 1, reorder = true, party = "kuaidi100" });
        world.Outside!.Halve(3);
        world.Outside.Delay = TimeSpan.FromMilliseconds(300);
        await Pass(world, hours: 2);
        world.Outside.Delay = TimeSpan.Zero;
        await Pass(world, hours: 12);

        await World.Eventually(async () =>
        {
            var (books, outside) = (await Books.Read(world.Shop.Admin), await world.Journal());
            books.Orders.Count.ShouldBe(Parcels * 2);
            books.Orders.ShouldAllBe(o => o.History.Count(e => e.Kind == "delivered") == 1 && o.History.Count(e => e.Kind == "shipped") == 1);
            (await Followed(world)).ShouldBe(Parcels * 2);
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside).Settled();
        }, seconds: 60);
        await world.Balanced();
    }

    private static async Task Ship(World world, Buyers buyers, Random chance)
    {
        var sent = new List<Asked>();
        for (var i = 0; i < Parcels; i++)
        {
            sent.Add(await buyers.Order(new Dictionary<string, long> { ["SEND-1"] = 1 }));
            await buyers.Pay(sent[^1], "normal");
        }
        await World.Eventually(async () =>
        {
            var orders = (await Books.Read(world.Shop.Admin)).Orders.ToDictionary(o => o.Number);
            sent.ShouldAllBe(a => orders[a.Number!].Status == "awaiting_shipment");
        });
        foreach (var asked in sent)
            await world.Post($"/api/admin/orders/{asked.Number}/fulfillments", new { carrier = "yuantong", trackingNumber = $"YT{chance.NextInt64(1_000_000_000_000, 9_999_999_999_999)}" });
    }

    private static async Task<int> Followed(World world) => (await world.Journal()).Count(f => f.Kind == "parcel.followed");

    private static async Task Pass(World world, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            await world.MoveClocks(Hour);
            await Task.Delay(700);
        }
    }
}
