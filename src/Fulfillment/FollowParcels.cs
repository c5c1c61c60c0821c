using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Fulfillment;

/// <summary>Asks about parcels whose carrier does not report, and completes orders that were delivered long enough ago.</summary>
internal sealed class FollowParcels(ShopDb db, IServiceScopeFactory scopes, IEnumerable<ICarrierTracking> trackers, ShopProfiles profiles, TimeProvider clock) : IJob
{
    private const int BatchMost = 50;
    private static readonly TimeSpan AgainAfter = TimeSpan.FromHours(4);
    private static readonly Statement Plan = new("update fulfillment_shipment set next_query_at = $3 where order_number = $1 and id = $2");

    public string Name => "parcels.follow";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (trackers.FirstOrDefault(t => t.IsConfigured) is { } tracker)
        {
            var due = await db.Read<Shipment>().Where(s => s.NextQueryAt != null && s.NextQueryAt <= now)
                .OrderBy(s => s.NextQueryAt).Take(BatchMost).ToListAsync(ct);
            foreach (var shipment in due) await Ask(tracker, shipment, now, ct);
        }
        await CompleteDelivered(now, ct);
    }

    private async Task Ask(ICarrierTracking tracker, Shipment shipment, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await own.Housekeep(() => own.Execute(Plan, shipment.OrderNumber, shipment.Id, now + AgainAfter));
        var order = await scope.ServiceProvider.GetRequiredService<OrderShipping>().Find(shipment.OrderNumber);
        var answer = await tracker.Query(new ParcelToFollow(shipment.Carrier, shipment.TrackingNumber, order?.Recipient.Contact.Phone, null), ct);
        if (answer.Report is { } report) await scope.ServiceProvider.GetRequiredService<TakeTracking>().Handle(report);
    }

    private async Task CompleteDelivered(DateTimeOffset now, CancellationToken ct)
    {
        var before = now - TimeSpan.FromDays((await profiles.Current()).AutoCompleteDays);
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<OrderQueries>().DeliveredBefore(before, BatchMost);
        foreach (var number in due)
        {
            await using var own = scopes.CreateAsyncScope();
            await own.ServiceProvider.GetRequiredService<CompleteDelivered>().Handle(number);
        }
    }
}

/// <summary>Completes an order by itself, some days after delivery.</summary>
[Operation("orders.complete_by_time", "到期自动完成", "Complete by time")]
internal sealed class CompleteDelivered(ShopDb db, OrderShipping orders)
{
    public Task<Result<bool>> Handle(long number) => db.InTransaction<bool>(this, async () => await orders.Complete(number, "auto")
        ? true : Refusal.Conflict("order.not_now", default, default, default));
}
