namespace Guidan.FaultTests;

/// <summary>PostgreSQL goes away in the middle of everything and comes back. GUIDAN_CUTS and GUIDAN_SEED widen or repeat a run.</summary>
public sealed class DatabaseOutageTests(ITestOutputHelper output)
{
    private const int BuyersAtOnce = 8;
    private static readonly int Cuts = Settings.Number("GUIDAN_CUTS", 1, 10);
    private static readonly int Seed = Settings.Seed;
    private static readonly TimeSpan SellsAgainWithin = TimeSpan.FromSeconds(10);
    private static readonly string[] Skus = ["OUT-A", "OUT-B", "OUT-C"];

    [Fact]
    public async Task Every_answer_is_definite_or_resolvable_when_the_wire_to_the_database_is_cut_slow_and_half()
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_CUTS={Cuts}");
        await using var world = await World.Open("postgres", proxied: true);
        var (wire, chance) = (world.Database!, new Random(Seed));
        await UnderLoad(world, Cuts, async _ =>
        {
            wire.Cut();
            await Task.Delay(chance.Next(1_000, 3_000));
            wire.Restore();
        }, async () =>
        {
            wire.Delay = TimeSpan.FromMilliseconds(100);
            await Task.Delay(1_500);
            wire.Delay = TimeSpan.Zero;
            wire.Halve(5);
        });
    }

    [Fact]
    public async Task Every_answer_is_definite_or_resolvable_when_the_database_server_is_stopped_and_started()
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_CUTS={Cuts}");
        await using var server = await OwnPostgres.Start();
        await using var world = await World.Open("postgres", server: server);
        var chance = new Random(Seed);
        await UnderLoad(world, Cuts, async _ =>
        {
            await server.Stop();
            await Task.Delay(chance.Next(1_000, 3_000));
            await server.StartAgain();
        }, () => world.Sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'"));
    }

    // Buyers and a clerk go on all the time; nobody starts the shop again.
    private async Task UnderLoad(World world, int times, Func<int, Task> away, Func<Task> besides)
    {
        await world.Stock(1_000_000, Skus);
        var (buyers, chance) = (new Buyers(world, Skus, Seed), new Random(Seed));
        var clerk = new Clerk(world, buyers, Seed);
        using var stop = new CancellationTokenSource();
        var running = Enumerable.Range(0, BuyersAtOnce).Select(b => buyers.Run(b, stop.Token)).Append(clerk.Run(0, stop.Token)).ToList();
        for (var i = 0; i < times; i++)
        {
            await Task.Delay(chance.Next(500, 1_500));
            await away(i);
            var (back, before) = (Environment.TickCount64, Ordered(buyers));
            await World.Eventually(() =>
            {
                Ordered(buyers).ShouldBeGreaterThan(before + BuyersAtOnce);
                return Task.CompletedTask;
            });
            var took = TimeSpan.FromMilliseconds(Environment.TickCount64 - back);
            output.WriteLine($"away {i + 1}: sold again after {took.TotalSeconds:0.0} s, {Ordered(buyers)} orders, {buyers.Journal.Count(a => a.Told == Told.Unknown)} answers unknown");
            took.ShouldBeLessThan(SellsAgainWithin);
            await besides();
        }
        await Task.Delay(500);
        await stop.CancelAsync();
        await Task.WhenAll(running);
        // A failure that is not told apart from a fault of the program would be a 500.
        buyers.Journal.Where(a => a.Why is { } why && why.StartsWith("500", StringComparison.Ordinal)).Select(a => a.Why).ShouldBeEmpty();
        var unknown = buyers.Journal.Count(a => a.Told == Told.Unknown);
        await buyers.Resolve();
        output.WriteLine($"{Ordered(buyers)} orders, {unknown} answers were unknown; causes: {string.Join(" | ", buyers.Journal.Where(a => a.Why is { } w && w.StartsWith('5')).Select(a => a.Why![..3]).CountBy(w => w))}");
        // Whoever held a message when the database went holds it for a minute; lost notices are asked about.
        await world.MoveClocks(TimeSpan.FromMinutes(3));
        await world.Settled(buyers);
    }

    private static int Ordered(Buyers buyers) => buyers.Journal.Count(a => a.Told == Told.Ordered);
}
