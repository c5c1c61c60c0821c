using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>
/// The process is killed at one named step: the other end has done what it was asked, and the shop has not heard of it.
/// The proxy knows the step; the program knows nothing of being tested.
/// </summary>
public sealed class StepTests
{
    private static readonly Dictionary<string, long> Goods = new() { ["STEP-1"] = 2 };

    [Fact]
    public async Task A_commit_that_was_made_and_not_heard_of_is_found_again_under_its_key()
    {
        await using var world = await World.Open("postgres", proxied: true);
        await world.Stock(1_000, "STEP-1");
        var buyers = new Buyers(world, ["STEP-1"], 1);
        var paid = new List<Asked>();
        for (var i = 0; i < 3; i++) paid.Add(await buyers.Order(Goods));
        foreach (var asked in paid) await buyers.Pay(asked, "normal");
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Orders.Count(o => o.Paid > 0).ShouldBe(3));

        // An order.
        var key = Guid.CreateVersion7().ToString("N");
        var commit = world.Database!.Withhold(key, "COMMIT\0");
        var ordering = buyers.Order(Goods, key);
        await Killed(world, commit, ordering);
        (await buyers.BecameOf(key)).ShouldNotBeNull("the database had committed");
        (await buyers.Order(Goods, key)).Told.ShouldBe(Told.Ordered);

        // What the back office does to the money, the goods and the order; the same key says each time that it is done.
        var (refunded, shipped, canceled) = (paid[0].Number, paid[1].Number, paid[2].Number);
        foreach (var (path, body) in new (string, object)[]
        {
            ($"/api/admin/orders/{refunded}/refunds", new { amount = new { amount = 700, currency = "CNY" }, reason = "step" }),
            ($"/api/admin/orders/{shipped}/fulfillments", new { carrier = "shunfeng", trackingNumber = "SF1234567890" }),
            ($"/api/admin/orders/{canceled}/cancel", new { reason = "step" }),
            ("/api/admin/stock/STEP-1/movements", new { quantity = 5, reason = "step" }),
        })
        {
            key = Guid.CreateVersion7().ToString("N");
            commit = world.Database!.Withhold(key, "COMMIT\0");
            await Killed(world, commit, Ask(world, path, body, key));
            (await Ask(world, path, body, key)).IsSuccessStatusCode.ShouldBeTrue(path);
        }

        // A notice: stored, and the provider was not thanked for it, so it comes again.
        var late = await buyers.Order(Goods);
        commit = world.Database!.Withhold("out_trade_no=" + late.Number, "COMMIT\0");
        await Killed(world, commit, buyers.Pay(late, "normal"));

        await world.MoveClocks(TimeSpan.FromMinutes(5));
        var books = await world.Settled(buyers);
        books.Orders.Count.ShouldBe(5);
        books.Refunds.Select(r => (r.Order, r.State)).ShouldBe([(refunded!, "succeeded"), (canceled!, "succeeded")], ignoreOrder: true);
        books.Orders.Single(o => o.Number == shipped).Shipped.ShouldBe(2);
        books.Orders.Single(o => o.Number == canceled).State.ShouldBe("canceled");
        books.Orders.Single(o => o.Number == late.Number).Paid.ShouldBe(books.Orders.Single(o => o.Number == late.Number).Total);
        // 1,000 and 5 came; one order of two left.
        books.Levels.Select(l => l.OnHand).ShouldBe([1_003L]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_the_provider_did_and_could_not_say_is_done_once(string engine)
    {
        await using var world = await World.Open(engine, proxied: true);
        await world.Stock(1_000, "STEP-1");
        var buyers = new Buyers(world, ["STEP-1"], 1);
        var (returning, unseen, unpaid) = (await buyers.Order(Goods), await buyers.Order(Goods), await buyers.Order(Goods));
        await buyers.Pay(returning, "normal");
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Orders.Count(o => o.Paid > 0).ShouldBe(1));

        // Asked to give money back: it has, and the process dies before it hears so.
        var answer = world.Outside!.Withhold("method=alipay.trade.refund&");
        await world.Post($"/api/admin/orders/{returning.Number}/refunds", new { amount = new { amount = 700, currency = "CNY" }, reason = "step" });
        await Killed(world, answer, Task.CompletedTask);
        (await world.Journal()).Count(f => f.Kind == "trade.refunded").ShouldBe(1);

        // Asked what became of a payment: it was paid.
        await buyers.Pay(unseen, "lost");
        answer = world.Outside!.Withhold("method=alipay.trade.query&");
        await world.MoveClocks(TimeSpan.FromMinutes(1));
        await Killed(world, answer, Task.CompletedTask);

        // Asked to close what nobody paid: it is closed.
        await buyers.Arrive(unpaid);
        answer = world.Outside!.Withhold("method=alipay.trade.close&");
        await world.Shop.MoveClock(TimeSpan.FromMinutes(40));
        await Killed(world, answer, Task.CompletedTask);
        (await world.Journal()).ShouldContain(f => f.Kind == "trade.closed" && f.OutTradeNo == unpaid.OutTradeNo);

        await world.MoveClocks(TimeSpan.FromMinutes(3));
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Orders.Single(o => o.Number == unpaid.Number).State.ShouldBe("canceled"));
        var books = await world.Settled(buyers);
        books.Refunds.Select(r => (r.Order, r.Amount, r.State)).ShouldBe([(returning.Number!, 700L, "succeeded")]);
        (await world.Journal()).Count(f => f.Kind == "trade.refunded").ShouldBe(1);
        books.Orders.Single(o => o.Number == unseen.Number).Status.ShouldBe("awaiting_shipment");
        books.Levels.Select(l => (l.OnHand, l.Reserved, l.Allocated)).ShouldBe([(1_000L, 0L, 4L)]);
    }

    // Dies at the step, and is started again; what it was asked for ends as it may.
    private static async Task Killed(World world, Task step, Task asking)
    {
        await step;
        await world.Shop.Kill();
        try
        {
            await asking;
        }
        catch (Exception cause) when (Unanswered.Is(cause))
        {
            // Nobody answered any more.
        }
        await world.Shop.Start();
    }

    private static async Task<HttpResponseMessage> Ask(World world, string path, object body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await world.Shop.Admin.SendAsync(request);
    }
}
