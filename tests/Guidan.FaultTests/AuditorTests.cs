
namespace Guidan.FaultTests;

/// <summary>An auditor who notices nothing would pass every fault: here he must notice.</summary>
public sealed class AuditorTests
{
    [Fact]
    public async Task The_auditor_notices_whatever_is_changed_in_the_books()
    {
        await using var world = await World.Open("sqlite");
        await world.Stock(100, "AUD-1", "AUD-2");
        var buyers = new Buyers(world, ["AUD-1"], 1);
        for (var i = 0; i < 3; i++) await buyers.Order(new Dictionary<string, long> { ["AUD-1"] = 2, ["AUD-2"] = 1 });
        await buyers.Pay(buyers.Journal.First(), "normal");
        await World.Eventually(async () => (await Books.Read(world.Shop.Admin)).Orders.Count(o => o.Paid > 0).ShouldBe(1));
        var (whole, outside) = (await Books.Read(world.Shop.Admin), await world.Journal());
        void Audit(Books books) => new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside);
        Audit(whole);

        var damages = new Dictionary<string, Action<Books>>
        {
            ["an order is gone"] = b => b.Orders.RemoveAt(0),
            ["an order is there twice"] = b => b.Orders.Add(b.Orders[0]),
            ["a total differs"] = b => b.Orders[0] = b.Orders[0] with { Total = b.Orders[0].Total + 1 },
            ["a quantity differs"] = b => b.Orders[0].Lines[0] = b.Orders[0].Lines[0] with { Quantity = 9 },
            ["a customer differs"] = b => b.Orders[0] = b.Orders[0] with { Customer = new("somebody else", null) },
            ["a history skips a state"] = b => b.Orders[0].History.RemoveAll(e => e.To == "confirmed"),
            ["a payment is gone"] = b => b.Payments.RemoveAll(p => p.PaidAmount > 0),
            ["a fact is gone"] = b => b.Facts.RemoveAll(f => f.Verdict == "accept"),
            ["paid differs"] = b => b.Orders[0] = b.Orders[0] with { Paid = b.Orders[0].Paid + 1 },
            ["an entry does not balance"] = b => b.Ledger[0].Postings[0] = b.Ledger[0].Postings[0] with { Debit = 1, Credit = 0 },
            ["a level differs"] = b => b.Levels[0] = b.Levels[0] with { OnHand = 99 },
            ["a movement is gone"] = b => b.Movements.RemoveAt(0),
            ["a promise is gone"] = b => b.Held.RemoveAt(0),
            ["a notice is gone"] = b => b.Inbox.Clear(),
            ["an audit row is gone"] = b => b.Audit.RemoveAt(3),
            ["an audit text differs"] = b => b.Audit[3] = b.Audit[3] with { Text = b.Audit[3].Text.Replace("seq", "sEq", StringComparison.Ordinal) },
        };
        foreach (var (what, damage) in damages)
        {
            var books = await Books.Read(world.Shop.Admin);
            damage(books);
            Should.Throw<ShouldAssertException>(() => Audit(books), what);
        }
    }
}
