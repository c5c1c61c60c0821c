namespace Guidan.FaultTests;

/// <summary>The provider's callbacks go wrong.</summary>
public sealed class NoticeTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Orders_become_paid_by_asking_when_no_callback_ever_arrives(string engine)
    {
        await using var world = await World.Open(engine);
        await world.Stock(1_000, "LOST-1");
        await world.Fault(new { drop = true });
        var buyers = new Buyers(world, ["LOST-1"], 1);
        for (var i = 0; i < 10; i++) await buyers.Pay(await buyers.Order(new Dictionary<string, long> { ["LOST-1"] = 1 }), "normal");

        // Five minutes is what the shop promises; its clock and the provider's are moved that far, in steps that it sees.
        for (var i = 0; i < 5; i++) await world.MoveClocks(TimeSpan.FromMinutes(1));

        await World.Eventually(async () =>
        {
            var books = await Books.Read(world.Shop.Admin);
            books.Orders.ShouldAllBe(o => o.Status == "awaiting_shipment" && o.Paid == o.Total);
            books.Facts.ShouldAllBe(f => f.Source == "query");
            books.Inbox.ShouldBeEmpty();
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(await world.Journal());
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
            outside.Count(f => f.Kind == "notice.tried" && f.Result == "accepted").ShouldBeGreaterThanOrEqualTo(7);
            outside.Where(f => f.Kind == "notice.forged").ShouldAllBe(f => f.Answer != "success");
            outside.ShouldContain(f => f.Kind == "notice.forged");
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside).Settled();
        });
    }
}
