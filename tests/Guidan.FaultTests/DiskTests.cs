using System.Net;

namespace Guidan.FaultTests;

/// <summary>The disk is full. Mounting a small one needs root; elsewhere the test says so and is skipped.</summary>
public sealed class DiskTests(ITestOutputHelper output)
{
    // Below 200 megabytes of room the shop says of itself that it is not ready.
    private const int Room = 256;
    private static readonly int Fills = Settings.Number("GUIDAN_FILLS", 1, 10);
    private static readonly int Seed = Settings.Seed;
    private static readonly Dictionary<string, long> Goods = new() { ["DISK-1"] = 1 };

    [Fact]
    public async Task Orders_are_refused_with_a_reason_while_the_disk_is_full_and_it_sells_again_when_there_is_room()
    {
        if (await Volume.WhyNot() is { } why) Assert.Skip(why);
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_FILLS={Fills}");
        await using var world = await World.Open("sqlite", megabytes: Room);
        await world.Stock(1_000_000, "DISK-1");
        var (buyers, chance) = (new Buyers(world, ["DISK-1"], Seed), new Random(Seed));
        for (var fill = 1; fill <= Fills; fill++)
        {
            using var stop = new CancellationTokenSource();
            var running = Enumerable.Range(0, 4).Select(b => buyers.Run(fill * 100 + b, stop.Token)).ToList();
            await Task.Delay(chance.Next(300, 1_000));
            var filler = await Volume.Fill(world.Data);
            // What the journal file had room for still goes in; then nothing does.
            await World.Eventually(() =>
            {
                buyers.Journal.TakeLast(20).ShouldAllBe(a => a.Why != null && a.Why.StartsWith("503", StringComparison.Ordinal));
                return Task.CompletedTask;
            });
            await stop.CancelAsync();
            await Task.WhenAll(running);
            var refused = await buyers.Order(Goods);
            refused.Why!.ShouldStartWith("503");
            refused.Why.ShouldContain("system.unavailable");
            (await world.Shop.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            // Reading goes on, and nothing that was acknowledged is gone.
            await buyers.Resolve();
            new Auditor(await Books.Read(world.Shop.Admin)).Consistent().Kept(buyers.Journal);

            File.Delete(filler);
            var free = Environment.TickCount64;
            await World.Eventually(async () => (await buyers.Order(Goods)).Told.ShouldBe(Told.Ordered));
            output.WriteLine($"full {fill}: {buyers.Journal.Count(a => a.Told == Told.Ordered)} orders, {buyers.Journal.Count(a => a.Told == Told.Refused)} refused; sold again {(Environment.TickCount64 - free) / 1000.0:0.0} s after there was room");
        }
        // The process dies with a full disk as well, and finds everything when there is room.
        var last = await Volume.Fill(world.Data);
        await buyers.Order(Goods);
        await world.Shop.Kill();
        File.Delete(last);
        await world.Shop.Start();
        (await buyers.Order(Goods)).Told.ShouldBe(Told.Ordered);
        await world.MoveClocks(TimeSpan.FromMinutes(3));
        await world.Settled(buyers);
    }
}
