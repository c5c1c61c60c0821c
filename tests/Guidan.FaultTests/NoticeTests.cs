namespace Guidan.FaultTests;

/// <summary>The provider's callbacks go wrong. GUIDAN_PAYERS and GUIDAN_SEED widen or repeat a run.</summary>
public sealed class NoticeTests(ITestOutputHelper output)
{
    private static readonly int Payers = Settings.Number("GUIDAN_PAYERS", 10, 500);
    private static readonly int Seed = Settings.Seed;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PayWithin = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan Promise = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Orders_become_paid_by_asking_when_no_callback_ever_arrives(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_PAYERS={Payers}");
        await using var world = await World.Open(engine);
        await world.Stock(100_000, "LOST-1");
        await world.Fault(new { drop = true });
        var (buyers, chance) = (new Buyers(world, ["LOST-1"], Seed), new Random(Seed));
        // Each goes to the provider at once and pays at a moment of his own, while the clocks run.
        var waiting = new List<(string OutTradeNo, TimeSpan After)>();
        for (var i = 0; i < Payers; i++)
        {
            var asked = await buyers.Order(new Dictionary<string, long> { ["LOST-1"] = 1 });
            asked.OutTradeNo = await world.Arrive((string)asked.Answer!["payment"]!["action"]!["url"]!);
            asked.Paid = true;
            waiting.Add((asked.OutTradeNo, chance.NextDouble() * PayWithin));
        }
        for (var passed = TimeSpan.Zero; passed < PayWithin + Promise; passed += Step)
        {
            foreach (var (number, _) in waiting.Where(w => w.After >= passed && w.After < passed + Step)) await world.Pay(number);
            await world.MoveClocks(Step);
            await Task.Delay(200);
        }

        await World.Eventually(async () =>
        {
            var (books, outside) = (await Books.Read(world.Shop.Admin), await world.Journal());
            books.Orders.ShouldAllBe(o => o.Status == "awaiting_shipment" && o.Paid == o.Total);
            books.Facts.ShouldAllBe(f => f.Source == "query");
            books.Inbox.ShouldBeEmpty();
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside);
            var paidAt = outside.Where(f => f.Kind == "trade.paid").ToDictionary(f => f.OutTradeNo![..18], f => f.At);
            var lags = books.Orders.Select(o => o.History.Single(e => e.Kind == "paid").At - paidAt[o.Number]).Order().ToList();
            output.WriteLine($"shown paid without any callback: p50 {lags[lags.Count / 2].TotalSeconds:0} s, p99 {lags[lags.Count * 99 / 100].TotalSeconds:0} s, last {lags[^1].TotalSeconds:0} s");
            lags[lags.Count * 99 / 100].ShouldBeLessThan(Promise);
        });
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Notices_that_come_often_late_and_forged_pay_an_order_once(string engine)
    {
        await using var world = await World.Open(engine);
        await world.Stock(1_000, "NOTE-1");
        await world.Fault(new { duplicate = 5, reorder = true, forge = true });
        var buyers = new Buyers(world, ["NOTE-1"], 1);
        var paying = new List<Asked>();
        for (var i = 0; i < 10; i++)
        {
            var asked = await buyers.Order(new Dictionary<string, long> { ["NOTE-1"] = 1 });
            if (i < 7) paying.Add(asked);
            // The rest come to the cashier and leave; while forging, somebody claims at once that they paid.
            else await world.Arrive((string)asked.Answer!["payment"]!["action"]!["url"]!);
        }
        foreach (var asked in paying) await buyers.Pay(asked, "twice");

        await World.Eventually(async () =>
        {
            var (books, outside) = (await Books.Read(world.Shop.Admin), await world.Journal());
            books.Orders.Where(o => o.Paid > 0).Select(o => o.Number).ShouldBe(paying.Select(a => a.Number!), ignoreOrder: true);
            books.Orders.Count(o => o is { Status: "awaiting_payment", Paid: 0 }).ShouldBe(3);
            books.Ledger.Count(e => e.Kind == "payment").ShouldBe(7);
            books.Facts.Count(f => f.Verdict == "accept").ShouldBe(7);
            outside.Count(f => f is { Party: "alipay", Kind: "notice.tried", Result: "accepted" }).ShouldBeGreaterThanOrEqualTo(7);
            outside.Where(f => f.Kind == "notice.forged").ShouldAllBe(f => f.Answer != "success");
            outside.ShouldContain(f => f.Kind == "notice.forged");
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside).Settled();
        });
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_notice_that_states_a_wrong_amount_pays_nothing_until_the_provider_says_what_arrived(string engine)
    {
        await using var world = await World.Open(engine);
        await world.Stock(1_000, "WRONG-1");
        var buyers = new Buyers(world, ["WRONG-1"], 1);
        var wrongs = new long[] { 100, -100, 1, -1_000 };
        // While the provider answers no question, a wrong amount stays a claim that nobody believes.
        foreach (var wrong in wrongs)
        {
            await world.Fault(new { misstateAmount = wrong, answer = "unavailable", party = "alipay" });
            var asked = await buyers.Order(new Dictionary<string, long> { ["WRONG-1"] = 1 });
            await buyers.Pay(asked, "normal");
            await World.Eventually(async () => (await world.Journal()).Count(f => f is { Party: "alipay", Kind: "notice.tried", Result: "accepted" })
                .ShouldBeGreaterThanOrEqualTo(buyers.Journal.Count));
        }
        var before = await Books.Read(world.Shop.Admin);
        before.Orders.ShouldAllBe(o => o.Paid == 0 && o.Status == "awaiting_payment");
        before.Inbox.Count(m => m.State == "waiting").ShouldBe(wrongs.Length);
        (before.Refunds.Count, before.Ledger.Count).ShouldBe((0, 0));

        // It answers again: what it says is what counts, although its notices are as wrong as before.
        await world.Fault(new { misstateAmount = 100, party = "alipay" });
        await buyers.Pay(await buyers.Order(new Dictionary<string, long> { ["WRONG-1"] = 2 }), "twice");
        await world.MoveClocks(TimeSpan.FromMinutes(2));
        var books = await world.Settled(buyers);
        books.Orders.Count.ShouldBe(wrongs.Length + 1);
        books.Orders.ShouldAllBe(o => o.Paid == o.Total && o.Status == "awaiting_shipment");
        books.Facts.Where(f => f.Verdict == "accept").ShouldAllBe(f => f.Source == "query");
        books.Facts.ShouldAllBe(f => f.Verdict == "accept" || f.Verdict == "repeat");
        books.Refunds.ShouldBeEmpty();
        books.Cases.ShouldNotContain(c => c.Kind == "payment" || c.Kind == "refund");
    }
}
