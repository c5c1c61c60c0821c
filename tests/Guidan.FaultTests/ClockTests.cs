namespace Guidan.FaultTests;

/// <summary>The machine's clock jumps while people buy; the outside parties' clocks are right. GUIDAN_JUMPS and GUIDAN_SEED widen or repeat a run.</summary>
public sealed class ClockTests(ITestOutputHelper output)
{
    private static readonly int Jumps = Settings.Number("GUIDAN_JUMPS", 1, 10);
    private static readonly int Seed = Settings.Seed;
    private static readonly string[] Skus = ["CLOCK-A", "CLOCK-B"];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Nothing_is_doubled_and_nothing_paid_is_canceled_when_the_clock_is_moved_to_and_fro(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_JUMPS={Jumps}");
        await using var world = await World.Open(engine);
        await world.Stock(1_000_000, Skus);
        var (buyers, chance) = (new Buyers(world, Skus, Seed) { MayBeLate = true }, new Random(Seed));
        for (var jump = 1; jump <= Jumps; jump++)
        {
            using var stop = new CancellationTokenSource();
            var running = Enumerable.Range(0, 4).Select(b => buyers.Run(jump * 100 + b, stop.Token)).ToList();
            foreach (var by in (TimeSpan[])[Hour, -Hour, -Hour, Hour])
            {
                await Task.Delay(chance.Next(500, 1_200));
                await world.Shop.MoveClock(by);
            }
            // It is killed while its clock is ahead, and what it held is held until then.
            await world.Shop.MoveClock(Hour);
            await Task.Delay(1_500);
            await world.Shop.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(running);
            await world.Shop.MoveClock(-Hour);
            await world.Shop.Start();
            await buyers.Resolve();
            new Auditor(await Books.Read(world.Shop.Admin)).Consistent().Kept(buyers.Journal);
        }

        // With the clock back where it was, jobs go on: a payment that nobody reports is found by asking.
        var asked = await buyers.Order(new Dictionary<string, long> { [Skus[0]] = 1 });
        await buyers.Pay(asked, "lost");
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Orders.Single(o => o.Number == asked.Number).Paid.ShouldBeGreaterThan(0), seconds: 40);

        // What was put off until a time that was an hour ahead is done when that comes.
        await world.MoveClocks(Hour + TimeSpan.FromMinutes(5));
        await Task.Delay(1_500);
        await world.MoveClocks(TimeSpan.FromMinutes(5));
        var books = await world.Settled(buyers);
        var paid = buyers.Journal.Where(a => a.Paid).Select(a => a.Number!).ToHashSet();
        var accepted = books.Facts.Where(f => f.Verdict == "accept").Select(f => f.Order!).ToList();
        accepted.ShouldBeUnique();
        accepted.ShouldBeSubsetOf(paid);
        // Whoever came to the cashier after his order had run out gets his money back; nobody else does.
        var canceled = books.Orders.Where(o => o.State == "canceled").ToDictionary(o => o.Number);
        accepted.ShouldAllBe(n => !canceled.ContainsKey(n), "a paid order was canceled");
        paid.Except(accepted).ShouldAllBe(n => canceled.ContainsKey(n) && books.Refunds.Count(r => r.Order == n && r.State == "succeeded") == 1);
        output.WriteLine($"{books.Orders.Count} orders, {accepted.Count} paid, {canceled.Count} canceled unpaid, {paid.Count - accepted.Count} came too late and had their money back");
    }
}
