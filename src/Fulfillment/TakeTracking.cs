using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Fulfillment;

/// <summary>Records what a carrier says about a parcel, and marks the order delivered when it is.</summary>
[Operation("parcels.track", "登记物流", "Record tracking")]
internal sealed class TakeTracking(ShopDb db, OrderShipping orders, Claims claims, InboxReceipt receipt, TimeProvider clock)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromHours(4);

    /// <summary>True when the parcel is ours.</summary>
    public async Task<bool> Handle(TrackingReport report)
    {
        var number = await NumberOf(report.Carrier, report.TrackingNumber) ?? await NumberOf(report.CorrectedCarrier, report.TrackingNumber);
        if (number is not { } found) return false;
        var result = await db.InTransaction<Done>(this, async () =>
        {
            var shipment = await db.Set<Shipment>().FirstOrDefaultAsync(s => s.OrderNumber == found && s.TrackingNumber == report.TrackingNumber);
            if (shipment is null) return new Done();
            await Apply(shipment, report);
            receipt.Give(null);
            return new Done();
        });
        return result.IsOk;
    }

    /// <summary>A person says that a parcel has arrived.</summary>
    public async Task<Result<Done>> ByHand(object useCase, long number, Guid id) => await db.InTransaction<Done>(useCase, async () =>
    {
        var shipment = await db.Set<Shipment>().FirstOrDefaultAsync(s => s.OrderNumber == number && s.Id == id);
        if (shipment is null) return Refusal.NotFound("parcel.unknown", new("包裹", "The parcel"));
        if (shipment.DeliveredAt is null) await Deliver(shipment, "by hand");
        db.Record("parcel:" + shipment.TrackingNumber, null, "delivered", "by hand");
        return new Done();
    });

    private async Task<long?> NumberOf(string? carrier, string tracking) => carrier is not null
        && await claims.BecameOf("parcel:" + carrier, tracking) is { } number && OrderNumbers.TryParse(number, out var parsed) ? parsed : null;

    // The report is a full list, newest first: it replaces what was known, so what comes twice or late adds nothing.
    private async Task Apply(Shipment shipment, TrackingReport report)
    {
        var now = clock.GetUtcNow();
        var before = shipment.State;
        var newest = report.Events.Count > 0 ? report.Events.Max(e => e.At) : (DateTimeOffset?)null;
        var known = shipment.Log;
        if (known.Count == 0 || newest >= known.Max(e => e.At) && report.Events.Count >= known.Count)
        {
            if (report.Events.Count > known.Count) shipment.MovedAt = now;
            shipment.Events = Json.Write(report.Events.OrderByDescending(e => e.At).ToList());
            if (Shipment.MayMove(before, report.State)) shipment.State = report.State;
        }
        shipment.NextQueryAt = report.Finished || shipment.State == TrackingState.Delivered ? null : now + AskEvery;
        db.Record("parcel:" + shipment.TrackingNumber, before.ToString(), shipment.State.ToString());
        if (shipment.State == TrackingState.Delivered && shipment.DeliveredAt is null) await Deliver(shipment, null);
    }

    private async Task Deliver(Shipment shipment, string? reason)
    {
        (shipment.DeliveredAt, shipment.State, shipment.NextQueryAt) = (clock.GetUtcNow(), TrackingState.Delivered, null);
        var refusal = await orders.Deliver(shipment.OrderNumber, shipment.Units, shipment.TrackingNumber, reason);
        Invariant.That(refusal is null, "a parcel belongs to an order");
    }
}

/// <summary>Marks a parcel delivered on a person's word.</summary>
[Operation("orders.mark_delivered", "标记送达", "Mark delivered", Permission = "orders.ship")]
internal sealed class MarkDelivered(TakeTracking take)
{
    public Task<Result<Done>> Handle(long number, Guid shipment) => take.ByHand(this, number, shipment);
}
