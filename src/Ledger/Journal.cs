using Guidan.Kernel;

namespace Guidan.Ledger;

/// <summary>One side of an entry. Exactly one of debit and credit is above zero; minor units.</summary>
public readonly record struct PostingLine(string Account, long Debit, long Credit);

/// <summary>
/// The door to the money ledger: double entry, append-only. An entry is balanced or it is a programmer's error.
/// There is no balance to update: balances are sums.
/// </summary>
public sealed class Journal(ShopDb db, TimeProvider clock)
{
    private static readonly Statement InsertEntry = new(
        "insert into ledger_entry (order_number, id, kind, memo, currency, at) values ($1, $2, $3, $4, $5, $6)");
    private static readonly Statement InsertPosting = new(
        """
        insert into ledger_posting (order_number, entry_id, line, account, debit, credit)
        values ($1, $2, $3, $4, $5, $6)
        """);

    /// <summary>A debit line.</summary>
    public static PostingLine Debit(string account, long amount) => new(account, amount, 0);

    /// <summary>A credit line.</summary>
    public static PostingLine Credit(string account, long amount) => new(account, 0, amount);

    /// <summary>Adds an entry to the running transaction. Lines of zero are left out; an entry of none is not made.</summary>
    /// <param name="orderNumber">The order whose money it is; 0 for money that belongs to none.</param>
    /// <param name="kind">What happened: <c>sale</c>, <c>payment</c>, <c>refund</c>.</param>
    /// <param name="memo">The document behind it: a transaction id, a refund number.</param>
    public void Post(long orderNumber, string kind, string memo, string currency, params PostingLine[] lines)
    {
        var kept = lines.Where(l => l.Debit != 0 || l.Credit != 0).ToList();
        if (kept.Count == 0) return;
        Invariant.That(kept.All(l => l.Debit >= 0 && l.Credit >= 0 && (l.Debit == 0) != (l.Credit == 0)),
            "a posting has one side, above zero");
        Invariant.That(kept.Sum(l => l.Debit) == kept.Sum(l => l.Credit), $"entry {kind} of order {orderNumber} does not balance");
        Invariant.That(kept.All(l => Accounts.Find(l.Account) is not null), "every posting names an account of the chart");
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Later(InsertEntry, [orderNumber, id, kind, memo, currency, now]);
        for (var i = 0; i < kept.Count; i++)
            db.Later(InsertPosting, [orderNumber, id, i + 1, kept[i].Account, kept[i].Debit, kept[i].Credit]);
    }
}
