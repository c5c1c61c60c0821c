using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Payments;

/// <summary>The door to payment requests, facts and refunds of orders; every method works in the caller's transaction.</summary>
public sealed class PaymentRequests(ShopDb db, TimeProvider clock)
{
    private static readonly Statement Insert = new(
        """
        insert into payments_request (order_number, attempt, provider, amount, currency, state, created_at, expires_at, next_query_at, queries, paid_amount, accepted)
        values ($1, $2, $3, $4, $5, 0, $6, $7, $8, 0, 0, false)
        """);

    /// <summary>Writes a request before any provider hears of it.</summary>
    /// <param name="expiresAt">After this the provider takes no money for it.</param>
    public void Request(long orderNumber, int attempt, string provider, Money amount, DateTimeOffset expiresAt)
    {
        var now = clock.GetUtcNow();
        db.Later(Insert, [orderNumber, attempt, provider, amount.Amount, amount.Currency, now, expiresAt, QuerySchedule.At(now, 0)]);
    }

    /// <summary>Requests of an order, tracked when inside a transaction, oldest first.</summary>
    public Task<List<PaymentRequest>> Of(long orderNumber) => Rows<PaymentRequest>()
        .Where(r => r.OrderNumber == orderNumber).OrderBy(r => r.Attempt).ToListAsync();

    public Task<List<Refund>> RefundsOf(long orderNumber) => Rows<Refund>()
        .Where(r => r.OrderNumber == orderNumber).OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToListAsync();

    /// <summary>Keeps what a provider said.</summary>
    public void Keep(PaymentFact fact) => db.Set<PaymentFact>().Add(fact);

    public void Add(PaymentRequest request) => db.Set<PaymentRequest>().Add(request);

    public void Add(Refund refund) => db.Set<Refund>().Add(refund);

    private IQueryable<T> Rows<T>() where T : class => db.InsideTransaction ? db.Set<T>() : db.Read<T>();
}

/// <summary>The providers that this program can talk to, by code.</summary>
public sealed class Providers(IEnumerable<IPaymentProvider> all)
{
    public IReadOnlyList<IPaymentProvider> All { get; } = all.ToList();

    public IPaymentProvider? Find(string? code) => All.FirstOrDefault(p => p.Code == code);
}
