using Guidan.Kernel;
using Guidan.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Orders;

/// <summary>
/// Asks providers what became of payments that they have not reported, by schedule, so that a lost callback does not
/// matter; and ends unpaid orders whose time is over, but never before the provider has closed the payment.
/// </summary>
internal sealed class AskProviders(ShopDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int BatchMost = 100;
    private const int AtOnce = 8;

    public string Name => "payments.ask";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Read<PaymentRequest>().Where(r => r.NextQueryAt != null && r.NextQueryAt <= now)
            .OrderBy(r => r.NextQueryAt).Take(BatchMost).ToListAsync(ct);
        await Each(due, (s, request) => s.GetRequiredService<AskPayment>().Handle(request, ct), ct);
        var late = await db.Read<Order>().Where(o => o.PayBy != null && o.PayBy <= now).OrderBy(o => o.PayBy).Take(BatchMost)
            .Select(o => o.Number).ToListAsync(ct);
        await Each(late, (s, number) => s.GetRequiredService<CloseUnpaid>().Handle(number, CloseUnpaid.TimeOver, ct), ct);
    }

    // Several at once, because a slow provider must not hold up the questions behind; one scope for each.
    private Task Each<T>(IReadOnlyList<T> items, Func<IServiceProvider, T, Task> work, CancellationToken ct) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (item, _) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, item);
        });
}

/// <summary>Asks once about one attempt, and plans the next question.</summary>
[Operation("payments.ask", "查询付款", "Ask about a payment")]
internal sealed class AskPayment(ShopDb db, Providers providers, TakePaymentFact take, TimeProvider clock)
{
    private static readonly Statement Plan = new(
        "update payments_request set next_query_at = $3, queries = queries + 1 where order_number = $1 and attempt = $2 and state <> 1");

    public async Task Handle(PaymentRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = QuerySchedule.Next(request.CreatedAt, request.ExpiresAt, request.Queries + 1, now);
        // Planned first: a crash in the call must not ask for ever without pause.
        await db.Housekeep(() => db.Execute(Plan, request.OrderNumber, request.Attempt, next));
        if (providers.Find(request.Provider) is not { IsConfigured: true } provider) return;
        var answer = await provider.Query(request.OutTradeNo, ct);
        await take.Handle(new(request.Provider, request.OutTradeNo, answer.TransactionId, FactSource.Query, answer.State,
            answer.AmountMinor, answer.Currency, answer.PaidAt));
    }
}
