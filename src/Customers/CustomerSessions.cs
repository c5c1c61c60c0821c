using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>A session that was just begun.</summary>
/// <param name="Secret">What the cookie holds; nobody else ever sees it.</param>
public sealed record CustomerSessionStart(string Secret, DateTimeOffset ExpiresAt);

/// <summary>
/// Begins, recognizes and ends sessions. However somebody proves who he is (today by password), a session begins here.
/// </summary>
public sealed class CustomerSessions(ShopDb db, Caller caller, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);
    private static readonly Statement Insert = new(
        "insert into customers_session (hash, customer_id, created_at, expires_at) values ($1, $2, $3, $4)");
    private static readonly Statement FindOwner = new("select customer_id from customers_session where hash = $1 and expires_at > $2");
    private static readonly Statement EndOne = new("delete from customers_session where hash = $1");
    private static readonly Statement EndAllOf = new("delete from customers_session where customer_id = $1");
    private static readonly Statement EndOld = new("delete from customers_session where expires_at < $1");

    /// <summary>Whoever the cookie belongs to is the caller from here on; false when it opens nothing (any more).</summary>
    public async Task<bool> Recognize(string secret)
    {
        if (!Secrets.LooksLikeSession(secret)) return false;
        var found = await db.Query(FindOwner, r => r.Id(0), Secrets.HashOf(secret), clock.GetUtcNow());
        if (found.Count == 0) return false;
        Become(found[0]);
        return true;
    }

    /// <summary>The caller is this customer; his name stays out of histories and logs.</summary>
    internal void Become(Guid customer) => (caller.CustomerId, caller.Id) = (customer, customer.ToString("N"));

    /// <summary>Begins a session in the running transaction.</summary>
    internal CustomerSessionStart Begin(Guid customer)
    {
        var now = clock.GetUtcNow();
        var start = new CustomerSessionStart(Secrets.NewSession(), now + Lasts);
        db.Later(Insert, [Secrets.HashOf(start.Secret), customer, now, start.ExpiresAt]);
        return start;
    }

    internal void End(string secret) => db.Later(EndOne, [Secrets.HashOf(secret)], rows: null);

    internal void EndAll(Guid customer) => db.Later(EndAllOf, [customer], rows: null);

    internal async Task Sweep() => await db.Execute(EndOld, clock.GetUtcNow());
}

/// <summary>Sweeps sessions that are over.</summary>
internal sealed class EndOldCustomerSessions(ShopDb db, CustomerSessions sessions) : IJob
{
    public string Name => "customers.end_old_sessions";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task Run(CancellationToken ct) => db.Housekeep(sessions.Sweep);
}
