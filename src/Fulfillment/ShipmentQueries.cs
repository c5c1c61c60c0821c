using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Fulfillment;

public sealed record TrackingLine(DateTimeOffset At, string Text, TrackingState? State);

/// <summary>A parcel as people see it.</summary>
public sealed record ShipmentView(Guid Id, string Carrier, string CarrierName, string TrackingNumber, DateTimeOffset ShippedAt,
    DateTimeOffset? DeliveredAt, TrackingState State, string StateText, IReadOnlyList<LineShipped> Lines, IReadOnlyList<TrackingLine> Events);

/// <summary>Reads parcels.</summary>
public sealed class ShipmentQueries(ShopDb db, Claims claims, Caller caller, TimeProvider clock)
{
    private static readonly TimeSpan StalledAfter = TimeSpan.FromHours(48);

    public async Task<IReadOnlyList<ShipmentView>> Of(long number) => (await db.Read<Shipment>().Where(s => s.OrderNumber == number)
        .OrderBy(s => s.ShippedAt).ToListAsync()).Select(View).ToList();

    /// <summary>The orders that a parcel with this number belongs to.</summary>
    public async Task<IReadOnlyList<long>> OrdersOf(string tracking)
    {
        var found = new List<long>();
        foreach (var carrier in Carriers.All)
        {
            if (await claims.BecameOf("parcel:" + carrier.Code, tracking) is { } number && OrderNumbers.TryParse(number, out var parsed)) found.Add(parsed);
        }
        return found;
    }

    /// <summary>Parcels on their way that have not moved for two days.</summary>
    public async Task<int> Stalled()
    {
        var before = clock.GetUtcNow() - StalledAfter;
        return await db.Read<Shipment>().CountAsync(s => s.DeliveredAt == null && (s.MovedAt ?? s.ShippedAt) < before);
    }

    private ShipmentView View(Shipment s) => new(s.Id, s.Carrier, Carriers.NameOf(s.Carrier).In(caller.Tongue), s.TrackingNumber, s.ShippedAt,
        s.DeliveredAt, s.State, Carriers.StateText(s.State).In(caller.Tongue), s.Lines,
        s.Log.Select(e => new TrackingLine(e.At, e.Text, e.State)).ToList());
}
