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

    public string Name => "payments.ask";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Read<PaymentRequest>().Where(r => r.NextQueryAt != null && r.NextQueryAt <= now)
            .OrderBy(r => r.NextQueryAt).Take(BatchMost).ToListAsync(ct);
        foreach (var request in due) await In(s => s.GetRequiredService<AskPayment>().Handle(request, ct));
        var late = await db.Read<Order>().Where(o => o.PayBy != null && o.PayBy <= now).OrderBy(o => o.PayBy).Take(BatchMost)
            .Select(o => o.Number).ToListAsync(ct);
        foreach (var number in late) await In(s => s.GetRequiredService<CloseUnpaid>().Handle(number, CloseUnpaid.TimeOver, ct));
    }

    // One scope for each: one that fails leaves the others alone.
    private async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
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
