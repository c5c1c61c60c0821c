namespace Guidan.FaultTests;

/// <summary>The payment provider is away for hours, in every manner. GUIDAN_PAYERS and GUIDAN_SEED widen or repeat a run.</summary>
public sealed class ProviderOutageTests(ITestOutputHelper output)
{
    private static readonly int Payers = Settings.Number("GUIDAN_PAYERS", 6, 300);
    private static readonly int Seed = Settings.Seed;
    private static readonly TimeSpan ShownWithin = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_was_paid_is_shown_and_refunded_once_when_the_provider_returns_after_hours(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_PAYERS={Payers}");
        await using var world = await World.Open(engine, proxied: true);
        await world.Stock(100_000, "AWAY-1");
        var buyers = new Buyers(world, ["AWAY-1"], Seed);
        async Task<List<Asked>> Come(bool arrive)
        {
            var come = new List<Asked>();
            for (var i = 0; i < Payers; i++)
            {
                come.Add(await buyers.Order(new Dictionary<string, long> { ["AWAY-1"] = 1 }));
                if (arrive) await buyers.Arrive(come[^1]);
            }
            return come;
        }
        async Task Pay(IEnumerable<Asked> payers)
        {
            foreach (var payer in payers)
            {
                await world.Pay(payer.OutTradeNo!, "lost");
                payer.Paid = true;
            }
        }

        // Known to be paid, and about to want money back.
        var returning = await Come(arrive: true);
        foreach (var asked in returning) await world.Pay(asked.OutTradeNo!);
        returning.ForEach(a => a.Paid = true);
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Orders.ShouldAllBe(o => o.Paid == o.Total));
        // Paid a moment before, paid meanwhile, at the cashier without paying, never at the cashier.
        var (before, meanwhile, hesitant, absent) = (await Come(true), await Come(true), await Come(true), await Come(false));
        await world.Fault(new { down = true, drop = true, party = "alipay" });
        await Pay(before);
        foreach (var asked in returning) await Refund(world, asked, 500);

        // Three hours, and each manner of giving no answer that can be believed.
        object[] manners =
        [
            new { down = true, drop = true, party = "alipay" }, new { drop = true, answer = "garbage", party = "alipay" },
            new { drop = true, answer = "unavailable", party = "alipay" }, new { drop = true, answer = "error", party = "alipay" },
            new { drop = true, answer = "unsigned", party = "alipay" },
        ];
        for (var minutes = 0; minutes < 180; minutes += 20)
        {
            await world.Fault(manners[minutes / 20 % manners.Length]);
            if (minutes == 20) await Pay(meanwhile);
            await world.MoveClocks(TimeSpan.FromMinutes(20));
            await Task.Delay(700);
            (await Books.Read(world.Shop.Admin)).Orders.ShouldAllBe(o => o.State != "canceled");
        }
        (await Books.Read(world.Shop.Admin)).Orders.Count(o => o.Paid > 0).ShouldBe(Payers);

        // Back: first with answers that are cut in their middle and late, and refunds that are done and not answered.
        await world.Fault(new { drop = true, answer = "lost", answerMethod = "alipay.trade.refund", answerTimes = 2, party = "alipay" });
        world.Outside!.Halve(3);
        world.Outside.Delay = TimeSpan.FromMilliseconds(300);
        var back = DateTimeOffset.UtcNow + world.Shop.Offset;
        await world.MoveClocks(TimeSpan.FromMinutes(1));
        await Task.Delay(2_000);
        world.Outside.Delay = TimeSpan.Zero;
        await world.Fault(new { answer = "lost", answerMethod = "alipay.trade.refund", answerTimes = 2 });
        for (var minutes = 1; minutes < 4; minutes++)
        {
            await world.MoveClocks(TimeSpan.FromMinutes(1));
            await Task.Delay(1_500);
        }
        await World.Eventually(async () =>
        {
            var orders = (await Books.Read(world.Shop.Admin)).Orders.ToDictionary(o => o.Number);
            var lags = before.Concat(meanwhile).Select(a => orders[a.Number!].History.Single(e => e.Kind == "paid").At - back).ToList();
            output.WriteLine($"shown paid after its return: first {lags.Min().TotalSeconds:0} s, last {lags.Max().TotalSeconds:0} s");
            lags.Max().ShouldBeLessThan(ShownWithin);
            before.Concat(meanwhile).ShouldAllBe(a => orders[a.Number!].Status == "awaiting_shipment" && orders[a.Number!].Paid == orders[a.Number!].Total);
            hesitant.Concat(absent).ShouldAllBe(a => orders[a.Number!].State == "canceled" && orders[a.Number!].Paid == 0);
        });

        // Refunds are tried again after as long as they have waited, and asked about before they are sent again.
        for (var hours = 0; hours < 12; hours += 4)
        {
            await world.MoveClocks(TimeSpan.FromHours(4));
            await Task.Delay(1_500);
        }
        var settled = await world.Settled(buyers);
        settled.Refunds.Select(r => (r.Order, r.Amount, r.State)).ShouldBe(returning.Select(a => (a.Number!, 500L, "succeeded")), ignoreOrder: true);
        (await world.Journal()).Where(f => f.Kind == "trade.refunded").Select(f => (f.OutTradeNo![..18], f.AmountMinor)).ShouldBe(returning.Select(a => (a.Number!, (long?)500L)), ignoreOrder: true);
    }

    private static Task Refund(World world, Asked asked, long amount) => world.Post($"/api/admin/orders/{asked.Number}/refunds",
        new { amount = new { amount, currency = "CNY" }, reason = "asked while the provider is away" });
}
