using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>
/// Holds the shop's exports against what buyers and outside parties wrote down. It shares no code with the shop: every
/// rule is written here a second time, from the documents.
/// </summary>
internal sealed class Auditor(Books books)
{
    private static readonly HashSet<(string, string)> Moves =
        [("placed", "confirmed"), ("placed", "canceled"), ("confirmed", "completed"), ("confirmed", "canceled")];

    private static readonly HashSet<string> BringsMoney = ["accept", "accept_and_return_excess", "return_all"];

    /// <summary>Everything that follows from the exports alone.</summary>
    public Auditor Consistent()
    {
        Numbers();
        Sums();
        Histories();
        Stock();
        Ledger();
        Money();
        Chains();
        return this;
    }

    /// <summary>Every order that a buyer was told of is there once, as he was told; and there is no other.</summary>
    public Auditor Kept(IReadOnlyCollection<Asked> journal)
    {
        journal.ShouldNotContain(a => a.Told == Told.Unknown, "answers are cleared up first");
        var byNumber = books.Orders.ToDictionary(o => o.Number);
        var told = journal.Where(a => a.Told == Told.Ordered).ToList();
        foreach (var asked in told)
        {
            byNumber.ShouldContainKey(asked.Number!, $"order {asked.Number} was acknowledged and is gone");
            var (order, answer) = (byNumber[asked.Number!], asked.Answer!);
            order.Total.ShouldBe((long)answer["total"]!["amount"]!, $"the total of {asked.Number}");
            order.Customer.Name.ShouldBe(asked.Name, $"the customer of {asked.Number}");
            order.Lines.ToDictionary(l => l.Sku, l => l.Quantity).ShouldBe(asked.Goods, ignoreOrder: true, $"the lines of {asked.Number}");
            foreach (var line in answer["lines"]!.AsArray())
                order.Lines.Single(l => l.Sku == (string)line!["sku"]!).UnitPrice.ShouldBe((long)line!["unitPrice"]!["amount"]!);
        }
        told.GroupBy(a => a.Key).ShouldAllBe(g => g.Select(a => a.Number).Distinct().Count() == 1, "one key, one order");
        var own = books.Orders.Where(o => o.IsOwn).ToList();
        own.Select(o => o.Number).Except(told.Select(a => a.Number!)).ShouldBeEmpty("orders that nobody was told of and no key resolves to");
        told.DistinctBy(a => a.Key).Count().ShouldBe(own.Count);
        return this;
    }

    /// <summary>The provider's money is our money: captures and refunds match one to one, or a case is open.</summary>
    public Auditor Matches(IReadOnlyList<OutsideFact> outside)
    {
        var captured = outside.Where(f => f.Kind == "trade.paid").ToDictionary(f => f.OutTradeNo!, f => outside.First(c => c.Kind == "trade.created" && c.OutTradeNo == f.OutTradeNo).AmountMinor!.Value);
        var booked = books.Payments.Where(p => p is { Provider: "alipay", PaidAmount: > 0 }).ToDictionary(p => p.OutTradeNo, p => p.PaidAmount);
        var excused = books.Cases.Where(c => c.State == "open").Select(c => c.Order).ToHashSet();
        captured.Where(c => !excused.Contains(c.Key[..18])).ShouldBe(booked.Where(b => !excused.Contains(b.Key[..18])), ignoreOrder: true, "captures");
        var returned = outside.Where(f => f.Kind == "trade.refunded").ToDictionary(f => f.RequestNo!, f => f.AmountMinor!.Value);
        var confirmed = books.Refunds.Where(r => r is { Provider: "alipay", State: "succeeded" }).ToDictionary(r => r.RefundNo, r => r.Amount);
        confirmed.Where(c => !returned.TryGetValue(c.Key, out var amount) || amount != c.Value).ShouldBeEmpty("refunds that the provider does not know");
        returned.Keys.Except(books.Refunds.Select(r => r.RefundNo)).ShouldBeEmpty("refunds that nobody asked for");
        return this;
    }

    /// <summary>What outside parties delivered and we thanked for is in the books.</summary>
    public Auditor Heard(IReadOnlyList<OutsideFact> outside)
    {
        var sent = outside.Where(f => f.Kind == "notice.queued").ToDictionary(f => f.NoticeId!);
        var (keys, bodies) = (books.Inbox.Select(m => m.EventKey!).ToHashSet(), books.Inbox.Select(m => m.BodySha256!).ToHashSet());
        var ends = keys.Select(k => k.Split(':')[^1]).ToHashSet();
        bool IsHere(OutsideFact notice) => notice.Fields is { } fields && notice.Party switch
        {
            "alipay" => ends.Contains(fields["notify_id"]),
            "kuaidi100" => keys.Contains(Sha256(fields["param"])),
            // Greetings carry nothing that could be kept.
            _ => fields.ContainsKey("greeting") || bodies.Contains(Sha256(fields["body"])),
        };
        outside.Where(f => f.Kind == "notice.tried" && f.Result == "accepted").Where(f => !IsHere(sent[f.NoticeId!]))
            .ShouldBeEmpty("notices that were thanked for and are gone");
        return this;
    }

    /// <summary>Nothing waits and nothing is dead.</summary>
    public Auditor Settled()
    {
        books.Outbox.Where(m => m.State != "done").ShouldBeEmpty("outgoing messages");
        books.Inbox.Where(m => m.State != "done").ShouldBeEmpty("arrived messages");
        return this;
    }

    private void Numbers()
    {
        books.Orders.Select(o => o.Number).ShouldBeUnique();
        books.Orders.ShouldAllBe(o => o.Number.Length == 18 && o.Number.All(char.IsAsciiDigit));
        books.Payments.Where(p => p.TransactionId is not null).Select(p => (p.Provider, p.TransactionId)).ShouldBeUnique();
    }

    private void Sums()
    {
        foreach (var order in books.Orders)
        {
            order.Total.ShouldBe(order.Goods - order.Discount + order.Freight + order.Tax, order.Number);
            order.Lines.Sum(l => l.UnitPrice * l.Quantity).ShouldBe(order.Goods, order.Number);
            order.Lines.Sum(l => l.Freight).ShouldBe(order.Freight, order.Number);
            order.Lines.Sum(l => l.Quantity - l.Dropped).ShouldBe(order.Units, order.Number);
            foreach (var line in order.Lines)
            {
                line.Units.Sum(u => u.Count).ShouldBe(line.Quantity, order.Number);
                line.Units.Sum(u => u.Count * u.Total).ShouldBe(line.Total, order.Number);
                line.Units.Sum(u => u.Count * u.Freight).ShouldBe(line.Freight, order.Number);
            }
        }
    }

    private void Histories()
    {
        foreach (var order in books.Orders)
        {
            var moves = order.History.Where(e => e.To is not null).ToList();
            moves.Count(m => m.From is null && m.To == "placed").ShouldBe(1, $"{order.Number} begins once");
            var at = "placed";
            while (moves.Find(m => m.From == at) is { } next)
            {
                Moves.ShouldContain((at, next.To!), order.Number);
                at = next.To!;
            }
            (at, moves.Count(m => m.From is not null)).ShouldBe((order.State, moves.Count - 1), order.Number);
        }
    }

    private void Stock()
    {
        foreach (var level in books.Levels)
        {
            var moved = books.Movements.Where(m => (m.Sku, m.Location) == (level.Sku, level.Location)).ToList();
            (moved.Sum(m => m.OnHand), moved.Sum(m => m.Reserved), moved.Sum(m => m.Allocated))
                .ShouldBe((level.OnHand, level.Reserved, level.Allocated), $"movements of {level.Sku}");
            var held = books.Held.Where(h => (h.Sku, h.Location) == (level.Sku, level.Location)).ToList();
            (held.Sum(h => h.Reserved), held.Sum(h => h.Allocated)).ShouldBe((level.Reserved, level.Allocated), $"what orders hold of {level.Sku}");
            (level.OnHand >= 0 && level.Reserved >= 0 && level.Allocated >= 0 && level.Available >= 0).ShouldBeTrue($"{level.Sku} is below zero");
        }
        var holds = books.Held.ToLookup(h => (h.Order, h.Sku));
        foreach (var (order, line) in books.Orders.SelectMany(o => o.Lines.Select(l => (o, l))))
        {
            var held = holds[(order.Number, line.Sku)].ToList();
            var left = order.State == "canceled" ? 0 : line.Quantity - line.Dropped - line.Shipped;
            var due = order.Paid >= order.Total ? (0L, left) : (left, 0L);
            (held.Sum(h => h.Reserved), held.Sum(h => h.Allocated)).ShouldBe(order.State == "canceled" ? (0, 0) : due, $"{order.Number} {line.Sku}");
        }
    }

    private void Ledger()
    {
        foreach (var entry in books.Ledger)
        {
            entry.Postings.Sum(p => p.Debit).ShouldBe(entry.Postings.Sum(p => p.Credit), $"{entry.Kind} {entry.Memo}");
            entry.Postings.Sum(p => p.Debit).ShouldBeGreaterThan(0);
        }
        foreach (var provider in books.Payments.Select(p => p.Provider).Distinct())
        {
            var clearing = books.Ledger.Where(e => e.Kind != "fee").SelectMany(e => e.Postings).Where(p => p.Account == "1012." + provider).ToList();
            clearing.Sum(p => p.Debit).ShouldBe(books.Facts.Where(f => f.Provider == provider && BringsMoney.Contains(f.Verdict)).Sum(f => f.Amount!.Value), $"captures of {provider} in the ledger");
            clearing.Sum(p => p.Credit).ShouldBe(books.Refunds.Where(r => r.Provider == provider && r.State == "succeeded").Sum(r => r.Amount), $"refunds of {provider} in the ledger");
        }
    }

    private void Money()
    {
        var (facts, refunds) = (books.Facts.ToLookup(f => f.Order), books.Refunds.ToLookup(r => r.Order));
        foreach (var order in books.Orders)
        {
            var came = facts[order.Number].Where(f => BringsMoney.Contains(f.Verdict)).Sum(f => f.Amount!.Value);
            var back = refunds[order.Number].ToList();
            order.Paid.ShouldBe(came - back.Where(r => !r.OfSale).Sum(r => r.Amount), $"paid of {order.Number}");
            order.Refunded.ShouldBe(back.Where(r => r is { OfSale: true, State: "succeeded" }).Sum(r => r.Amount), $"refunded of {order.Number}");
            (order.Refunded + order.Refunding).ShouldBeLessThanOrEqualTo(order.Paid, order.Number);
        }
    }

    private void Chains()
    {
        var told = new Dictionary<string, int>();
        foreach (var chain in books.Audit.Where(a => a.Type == "entry").GroupBy(a => a.Chain))
        {
            var (seq, hash) = (0L, new string('0', 64));
            foreach (var row in chain.OrderBy(r => r.Seq))
            {
                (row.Seq, row.PreviousHash).ShouldBe((++seq, hash), $"audit chain {chain.Key}");
                hash = Sha256(hash + row.Text);
                row.Hash.ShouldBe(hash, $"audit chain {chain.Key} at {seq}");
                var target = (string)JsonNode.Parse(row.Text)!["target"]!;
                told[target] = told.GetValueOrDefault(target) + 1;
            }
        }
        foreach (var order in books.Orders)
            told.GetValueOrDefault("order:" + order.Number).ShouldBeGreaterThanOrEqualTo(order.History.Count, $"audit rows of {order.Number}");
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
