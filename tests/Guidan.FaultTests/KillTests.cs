using System.Globalization;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>The process is killed in the middle of everything. GUIDAN_KILLS and GUIDAN_SEED repeat or widen a run.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int BuyersAtOnce = 8;
    private static readonly int Kills = Number("GUIDAN_KILLS", 5);
    private static readonly int Seed = Number("GUIDAN_SEED", Random.Shared.Next(1, 1_000_000));
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(10);

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
        var chance = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var running = Enumerable.Range(0, BuyersAtOnce).Select(b => buyers.Run(kill * 100 + b, stop.Token)).ToList();
            await Task.Delay(chance.Next(300, 2_500));
            await world.Shop.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(running);
            var back = await world.Shop.Start();
            await buyers.Resolve();
            new Auditor(await Books.Read(world.Shop.Admin)).Consistent().Kept(buyers.Journal);
            output.WriteLine($"kill {kill}: back after {back.TotalSeconds:0.0} s, {buyers.Journal.Count(a => a.Told == Told.Ordered)} orders");
            back.ShouldBeLessThan(BackWithin);
            // Whoever held a message when the process died holds it for a minute.
            await world.MoveClocks(TimeSpan.FromSeconds(90));
        }
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

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
