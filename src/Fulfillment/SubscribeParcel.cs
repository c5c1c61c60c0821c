using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Fulfillment;

/// <summary>Asks the tracker to report on a parcel. If it never does, the parcel is asked about by schedule.</summary>
internal sealed class SubscribeParcel(ShopDb db, OrderShipping orders, IEnumerable<ICarrierTracking> trackers, PublicAddress address) : IReceiver
{
    public const string Receiver = "tracking";
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(1);

    internal sealed record Message(long OrderNumber, Guid ShipmentId);

    public string Name => Receiver;

    public async Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        var message = Json.Read<Message>(payload);
        var shipment = await db.Read<Shipment>().FirstAsync(s => s.OrderNumber == message.OrderNumber && s.Id == message.ShipmentId, ct);
        if (trackers.FirstOrDefault(t => t.IsConfigured) is not { } tracker) return new Delivery(MessageState.Done, "no tracker is set up", null);
        var order = await orders.Find(message.OrderNumber);
        var answer = await tracker.Subscribe(new ParcelToFollow(shipment.Carrier, shipment.TrackingNumber,
            order?.Recipient.Contact.Phone, address.Of($"/api/shipping/callbacks/{tracker.Code}")), ct);
        return answer.State switch
        {
            SubscribeState.Subscribed => Delivery.Done,
            SubscribeState.Refused => Delivery.Dead($"{tracker.Code} refused {shipment.TrackingNumber}: {answer.Reason}"),
            _ => Delivery.Retry(answer.Reason ?? "no answer", AgainAfter),
        };
    }
}
