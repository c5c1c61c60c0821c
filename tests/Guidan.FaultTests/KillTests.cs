using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>The process is killed in the middle of everything. GUIDAN_KILLS and GUIDAN_SEED repeat or widen a run.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int BuyersAtOnce = 8;
    private static readonly int Kills = Settings.Number("GUIDAN_KILLS", 2, 100);
    private static readonly int Seed = Settings.Seed;
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackAtTheLatest = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task No_acknowledged_order_is_lost_or_doubled_when_the_process_is_killed(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_KILLS={Kills}");
        await using var world = await World.Open(engine);
        string[] skus = ["KILL-A", "KILL-B", "KILL-C", "KILL-D"];
        await world.Stock(1_000_000, skus);
        var buyers = new Buyers(world, skus, Seed);
        var clerk = new Clerk(world, buyers, Seed);
        var chance = new Random(Seed);
        var times = new List<TimeSpan>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var running = Enumerable.Range(0, BuyersAtOnce).Select(b => buyers.Run(kill * 100 + b, stop.Token))
                .Append(clerk.Run(kill, stop.Token)).ToList();
            await Task.Delay(chance.Next(300, 2_500));
            await world.Shop.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(running);
            var back = await world.Shop.Start();
            var unknown = buyers.Journal.Count(a => a.Told == Told.Unknown);
            await buyers.Resolve();
            new Auditor(await Books.Read(world.Shop.Admin)).Consistent().Kept(buyers.Journal);
            output.WriteLine($"kill {kill}: back after {back.TotalSeconds:0.0} s, {buyers.Journal.Count(a => a.Told == Told.Ordered)} orders, {unknown} answers were unknown");
            back.ShouldBeLessThan(BackAtTheLatest);
            times.Add(back);
            // Whoever held a message when the process died holds it for a minute.
            await world.MoveClocks(TimeSpan.FromSeconds(90));
        }
        // A busy machine may be slow once; the promise is about the usual restart.
        times.Order().ElementAt(times.Count / 2).ShouldBeLessThan(BackWithin);
        await Settle(world, buyers);
    }

    // In the end every payment has been seen, by notice or by asking, and the shop's own equations say the same as ours.
    private static async Task Settle(World world, Buyers buyers)
    {
        await world.MoveClocks(TimeSpan.FromMinutes(3));
        await World.Eventually(async () =>
        {
            var books = await Books.Read(world.Shop.Admin);
            var outside = await world.Journal();
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside).Settled();
            buyers.Journal.Where(a => a.Paid).ShouldAllBe(a => books.Orders.Single(o => o.Number == a.Number).Paid > 0);
        }, seconds: 60);
        var check = await world.Post("/api/admin/assurance/check", new { });
        check["equations"]!.AsArray().Where(e => (long)e!["broken"]! > 0).Select(e => e!.ToJsonString()).ShouldBeEmpty();
    }
}
