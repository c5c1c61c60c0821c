using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Payments;

/// <summary>The door to payment requests, facts and refunds of orders; every method works in the caller's transaction.</summary>
public sealed class PaymentRequests(ShopDb db, TimeProvider clock)
{
    private static readonly Statement Insert = new(
        """
        insert into payments_request (order_number, attempt, provider, amount, currency, state, created_at, expires_at, next_query_at,
            transaction_id, paid_amount, paid_at, accepted, their_number, queries)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0)
        """);
    private static readonly Statement InsertFact = new(
        """
        insert into payments_fact (order_number, id, provider, out_trade_no, transaction_id, source, state, amount, currency, at, verdict)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """);

    /// <summary>Writes a request before any provider hears of it.</summary>
    /// <param name="expiresAt">After this the provider takes no money for it.</param>
    public void Request(long orderNumber, int attempt, string provider, Money amount, DateTimeOffset expiresAt)
    {
        var now = clock.GetUtcNow();
        Write(new()
        {
            OrderNumber = orderNumber, Attempt = attempt, Provider = provider, Amount = amount.Amount, Currency = amount.Currency,
            CreatedAt = now, ExpiresAt = expiresAt, NextQueryAt = QuerySchedule.At(now, 0),
        });
    }

    /// <summary>Writes a request that money has come for already, as it stands now: what is changed on it afterwards is lost.</summary>
    public void Write(PaymentRequest r) => db.Later(Insert, [r.OrderNumber, r.Attempt, r.Provider, r.Amount, r.Currency, (int)r.State, r.CreatedAt,
        r.ExpiresAt, r.NextQueryAt, r.TransactionId, r.PaidAmount, r.PaidAt, r.Accepted, r.TheirNumber]);

    /// <summary>Requests of an order, tracked when inside a transaction, oldest first.</summary>
    public Task<List<PaymentRequest>> Of(long orderNumber) => Rows<PaymentRequest>()
        .Where(r => r.OrderNumber == orderNumber).OrderBy(r => r.Attempt).ToListAsync();

    public Task<List<Refund>> RefundsOf(long orderNumber) => Rows<Refund>()
        .Where(r => r.OrderNumber == orderNumber).OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToListAsync();

    /// <summary>Keeps what a provider said.</summary>
    public void Keep(PaymentFact f) => db.Later(InsertFact, [f.OrderNumber, f.Id, f.Provider, f.OutTradeNo, f.TransactionId, (int)f.Source,
        (int)f.State, f.Amount, f.Currency, f.At, f.Verdict]);

    public void Add(Refund refund) => db.Set<Refund>().Add(refund);

    private IQueryable<T> Rows<T>() where T : class => db.InsideTransaction ? db.Set<T>() : db.Read<T>();
}

/// <summary>The providers that this program can talk to, by code.</summary>
/// <param name="others">Who else may hold money of ours: channels that took the payment themselves.</param>
public sealed class Providers(IEnumerable<IPaymentProvider> all, IEnumerable<IMoneyHolder> others)
{
    public IReadOnlyList<IPaymentProvider> All { get; } = all.ToList();

    public IPaymentProvider? Find(string? code) => All.FirstOrDefault(p => p.Code == code);

    /// <summary>What whoever holds the money is called; its code where nobody of that code is known any more.</summary>
    public Text TitleOf(string code) => All.Concat(others).FirstOrDefault(h => h.Code == code)?.Title ?? Text.Same(code);
}
