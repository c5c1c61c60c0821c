using Guidan.Kernel;

namespace Guidan.Ledger;

/// <summary>One account's sums over all time.</summary>
public sealed record AccountBalance(string Code, string Name, Money Debit, Money Credit, Money Balance);

/// <summary>Every account with its sums; balanced when debits equal credits, which they always must.</summary>
public sealed record TrialBalanceView(IReadOnlyList<AccountBalance> Accounts, bool Balanced);

/// <summary>Sums the ledger by account.</summary>
public sealed class TrialBalance(ShopDb db)
{
    private static readonly Statement Sums = new(
        """
        select p.account, e.currency, cast(sum(p.debit) as bigint), cast(sum(p.credit) as bigint) from ledger_posting p
        join ledger_entry e on e.order_number = p.order_number and e.id = p.entry_id
        group by p.account, e.currency order by p.account, e.currency
        """);

    public async Task<TrialBalanceView> Read(Tongue tongue)
    {
        var rows = await db.Query(Sums, r => (Code: r.Text(0), Currency: r.Text(1), Debit: r.Long(2), Credit: r.Long(3)));
        var accounts = rows.Select(r =>
        {
            var account = Accounts.Find(r.Code);
            var debitSide = account?.Kind is AccountKind.Asset or AccountKind.Expense;
            return new AccountBalance(r.Code, account?.Name.In(tongue) ?? r.Code, new(r.Debit, r.Currency), new(r.Credit, r.Currency),
                new(debitSide ? r.Debit - r.Credit : r.Credit - r.Debit, r.Currency));
        }).ToList();
        var balanced = rows.GroupBy(r => r.Currency).All(g => g.Sum(r => r.Debit) == g.Sum(r => r.Credit));
        return new(accounts, balanced);
    }
}
