using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>
/// Days of trade in the shop and at three others while a tenth of all messages is lost, a tenth comes twice, a tenth
/// late, and the process is killed again and again. GUIDAN_ORDERS, GUIDAN_KILLS and GUIDAN_SEED widen or repeat a run.
/// </summary>
public sealed class TradeTests(ITestOutputHelper output)
{
    private static readonly int Orders = Settings.Number("GUIDAN_ORDERS", 100, 10_000);
    private static readonly int Kills = Settings.Number("GUIDAN_KILLS", 1, 20);
    private static readonly int Seed = Settings.Seed;
    private static readonly string[] Skus = ["TRADE-A", "TRADE-B", "TRADE-C", "TRADE-D"];

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Every_order_comes_home_or_says_why_not_while_messages_are_lost_and_the_process_is_killed(string engine)
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_ORDERS={Orders} GUIDAN_KILLS={Kills}");
        await using var world = await World.Open(engine);
        await world.Stock(10_000_000, Skus);
        var prices = Skus.Select((s, i) => (Sku: s, Price: 1999L + 700 * i)).ToDictionary(p => p.Sku, p => p.Price);
        var standard = new StandardSender(world, prices, Seed);
        SimulatedShop[] simulated = [new(world, "shopify"), new(world, "woocommerce")];
        foreach (var shop in simulated) await shop.Shelve(prices.Select(p => (p.Key, p.Value)));
        await Subscribed(world);
        await world.Fault(new { lostPercent = 10, doublePercent = 10, latePercent = 10, seed = Seed });

        var buyers = new Buyers(world, Skus, Seed);
        var clerk = new Clerk(world, buyers, Seed);
        var elsewhere = new IOtherShop[] { simulated[0], simulated[1], standard }.Select(s => new Elsewhere(s, Skus, Seed)).ToList();
        var chance = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var running = Enumerable.Range(0, 2).Select(b => buyers.Run(kill * 100 + b, stop.Token)).Append(clerk.Run(kill, stop.Token))
                .Concat(elsewhere.Select(e => e.Run(kill, stop.Token))).ToList();
            // A shop that has just started answers late: its own orders are waited for too.
            while (Placed(buyers, elsewhere) < (long)Orders * kill / Kills || Own(buyers) < (long)Orders * kill / Kills / 10) await Task.Delay(50);
            await Task.Delay(chance.Next(0, 1_000));
            await world.Shop.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(running);
            var back = await world.Shop.Start();
            await buyers.Resolve();
            output.WriteLine($"kill {kill}: back after {back.TotalSeconds:0.0} s, {Placed(buyers, elsewhere)} orders");
            await world.MoveClocks(TimeSpan.FromSeconds(90));
        }
        await standard.AllLeft();

        // Questions to the provider and polls of the other shops find what no message told: twelve minutes are enough.
        for (var i = 0; i < 6; i++)
        {
            await world.MoveClocks(TimeSpan.FromMinutes(2));
            await Task.Delay(1_500);
        }
        var sold = new List<Sold>();
        foreach (var e in elsewhere) sold.AddRange(await e.Shop.Books());
        var seen = await Settled(world, buyers, sold);
        Report(seen, buyers, sold, standard.Lost);

        // Unpaid orders are closed at the provider before they are canceled here; nothing else changes.
        await world.MoveClocks(TimeSpan.FromMinutes(45));
        seen = await Settled(world, buyers, sold);
        seen.Books.Orders.ShouldAllBe(o => !o.IsOwn || o.State == "canceled" || o.Paid > 0);

        // Tomorrow's bill has nothing to add.
        await world.MoveClocks(TimeSpan.FromHours(36));
        var check = await world.Post("/api/admin/assurance/check", new { });
        check["equations"]!.AsArray().Where(e => (long)e!["broken"]! > 0).Select(e => e!.ToJsonString()).ShouldBeEmpty();
        await Sheets(world, seen.Outside, sold, seen.Waiting);
    }

    private sealed record Seen(Books Books, List<OutsideFact> Outside, List<WaitingRow> Waiting);

    private static int Placed(Buyers buyers, IEnumerable<Elsewhere> elsewhere) => Own(buyers) + elsewhere.Sum(e => e.Bought);

    private static int Own(Buyers buyers) => buyers.Journal.Count(a => a.Told == Told.Ordered);

    private static Task Subscribed(World world) => World.Eventually(async () =>
    {
        foreach (var shop in new[] { "shopify", "woocommerce" })
            (await world.Sandbox.GetFromJsonAsync<JsonArray>($"/sandbox/{shop}/webhooks"))!.Count.ShouldBeGreaterThan(0, shop);
    });

    private static async Task<Seen> Settled(World world, Buyers buyers, List<Sold> sold)
    {
        Seen? seen = null;
        await World.Eventually(async () =>
        {
            await Task.Delay(1_000);
            var (books, outside, waiting) = (await Books.Read(world.Shop.Admin), await world.Journal(), await Waiting(world));
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside).Settled();
            buyers.Journal.Where(a => a.Paid).ShouldAllBe(a => books.Facts.Any(f => f.OutTradeNo == a.OutTradeNo && f.Verdict != "nothing"));
            new ChannelAuditor(books, sold, waiting).Home();
            seen = new(books, outside, waiting);
        }, seconds: 120 + Orders / 20);
        return seen!;
    }

    private static async Task<List<WaitingRow>> Waiting(World world)
    {
        var rows = new List<WaitingRow>();
        for (string? after = null; ;)
        {
            var page = (await world.Shop.Admin.GetFromJsonAsync<JsonObject>($"/api/admin/channels/arrivals?state=waiting&limit=100{(after is null ? "" : "&after=" + after)}"))!;
            rows.AddRange(page["items"]!.AsArray().Select(r => new WaitingRow((string)r!["channel"]!, (string)r["externalId"]!, (string?)r["cause"])));
            if ((after = (string?)page["next"]) is null) return rows;
        }
    }

    // What went astray on the way, and what became of it without anybody's help.
    private void Report(Seen seen, Buyers buyers, List<Sold> sold, int standardLost)
    {
        var queued = seen.Outside.Where(f => f.Kind == "notice.queued").ToDictionary(f => f.NoticeId!);
        var lost = seen.Outside.Where(f => f.Kind == "notice.tried" && f.Result == "lost").Select(f => queued[f.NoticeId!]).ToList();
        var unknown = sold.Count(s => !s.IsKnown && !s.IsCanceled);
        output.WriteLine($"{Own(buyers)} orders of the shop, {string.Join(", ", sold.GroupBy(s => s.Channel).Select(g => $"{g.Count()} of {g.Key}"))}");
        output.WriteLine($"{lost.Count + standardLost} messages lost: {string.Join(", ", lost.GroupBy(l => l.Party).Select(g => $"{g.Count()} of {g.Key}"))}, {standardLost} of standard; no order is astray, so all were made good without a person");
        output.WriteLine($"{unknown} orders of goods that nobody here knows need a person, and wait with their cause");
        seen.Waiting.Count.ShouldBe(unknown);
    }

    // Over all days of the run: what the sheet says came in is what outside parties say, to the cent.
    private async Task Sheets(World world, List<OutsideFact> outside, List<Sold> sold, List<WaitingRow> waiting)
    {
        var sums = new Dictionary<string, (long In, long Matched)>();
        var waits = waiting.Select(w => (w.Channel, w.ExternalId)).ToHashSet();
        await World.Eventually(async () =>
        {
            sums.Clear();
            var today = DateOnly.FromDateTime((DateTimeOffset.UtcNow + world.Shop.Offset).ToOffset(TimeSpan.FromHours(8)).Date);
            for (var day = today.AddDays(-3); day <= today; day = day.AddDays(1))
            {
                var sheet = (await world.Shop.Admin.GetFromJsonAsync<JsonObject>($"/api/admin/assurance/sheet?date={day:yyyy-MM-dd}"))!;
                foreach (var (kind, rows) in new[] { ("channel", sheet["channels"]!.AsArray()), ("provider", sheet["providers"]!.AsArray()) })
                {
                    foreach (var row in rows)
                    {
                        var (name, was) = ($"{kind}:{(string)row!["name"]!}", sums.GetValueOrDefault($"{kind}:{(string)row["name"]!}"));
                        sums[name] = (was.In + (long)row["amountIn"]!["amount"]!, was.Matched + (long)row["amountMatched"]!["amount"]!);
                    }
                }
                if (day < today) sheet["bills"]!.AsArray().ShouldAllBe(b => (string)b!["state"]! != "awaited" && (int)b["differences"]! == 0, sheet["bills"]!.ToJsonString());
            }
        }, seconds: 60);
        output.WriteLine("sheet: " + string.Join(", ", sums.Select(s => $"{s.Key} in {s.Value.In} matched {s.Value.Matched}")));
        var captured = outside.Where(f => f.Kind == "trade.paid").Sum(f => f.AmountMinor!.Value);
        sums.GetValueOrDefault("provider:alipay").ShouldBe((captured, captured));
        sums["channel:api"].In.ShouldBe(captured);
        foreach (var channel in sold.GroupBy(s => s.Channel))
        {
            var (all, stuck) = (channel.Sum(s => s.Paid), channel.Where(s => waits.Contains((s.Channel, s.Id))).Sum(s => s.Paid));
            sums["channel:" + channel.Key].ShouldBe((all, all - stuck), channel.Key);
        }
    }
}
