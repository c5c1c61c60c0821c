namespace Guidan.Assurance;

/// <summary>Every equation, in the order in which people read them.</summary>
internal static class Equations
{
    public static readonly IReadOnlyList<Equation> All =
    [
        OrderEquations.Numbers, RecordEquations.Keys, OrderEquations.Sums, OrderEquations.Refunds, OrderEquations.Display, OrderEquations.History, OrderEquations.Watched,
        MoneyEquations.Orders, MoneyEquations.Ledger, MoneyEquations.Providers, MoneyEquations.Transactions,
        MoneyEquations.Bills, MoneyEquations.Entries, MoneyEquations.Total,
        StockEquations.Movements, StockEquations.Reservations, StockEquations.Orders,
        RecordEquations.Audit, RecordEquations.Inbox, RecordEquations.Outbox,
    ];

    public static Equation? Find(string name) => All.FirstOrDefault(e => e.Name == name);
}
