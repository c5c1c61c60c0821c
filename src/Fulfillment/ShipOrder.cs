using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Fulfillment;

/// <summary>Ships an order, whole or in part: stock goes out, the parcel is recorded, the carrier is asked to report.</summary>
[Operation("orders.ship", "发货", "Ship an order", Permission = "orders.ship")]
internal sealed class ShipOrder(ShopDb db, OrderShipping orders, Claims claims, Outbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan FirstQueryAfter = TimeSpan.FromHours(4);

    /// <param name="Lines">Null for everything that is left.</param>
    /// <param name="Carrier">A carrier's code; null for the one that the delivery method proposes.</param>
    public sealed record Command(IReadOnlyList<LineShipped>? Lines = null, string? Carrier = null, string? TrackingNumber = null);

    public async Task<Result<Shipped>> Handle(long number, Command command)
    {
        var tracking = command.TrackingNumber?.Trim() ?? "";
        if (tracking.Length is < 4 or > 40 || !tracking.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return Refusal.Invalid("trackingNumber", new("单号应为4到40位字母或数字", "A tracking number has 4 to 40 letters or digits"));
        if (command.Carrier is { } given && Carriers.Read(given) is null)
            return Refusal.Invalid("carrier", new($"没有这家承运方，可选：{Carriers.Codes}", $"No such carrier; choose one of: {Carriers.Codes}"));
        return await db.InTransaction<Shipped>(this, () => Ship(number, command, tracking));
    }

    private async Task<Result<Shipped>> Ship(long number, Command command, string tracking)
    {
        var order = await orders.Find(number);
        var carrier = (command.Carrier is { } given ? Carriers.Read(given) : order?.Delivery.Carrier) ?? Carriers.All[0].Code;
        // One parcel number is one parcel: a second entry of it would ship goods twice.
        if (!await claims.TryTake("parcel:" + carrier, tracking, OrderNumbers.Plain(number))) return Known(tracking);
        var shipped = await orders.Ship(number, command.Lines, carrier, tracking);
        if (!shipped.IsOk) return shipped.Refusal!;
        var now = clock.GetUtcNow();
        var shipment = new Shipment
        {
            OrderNumber = number, Id = Guid.CreateVersion7(now), Carrier = carrier, TrackingNumber = tracking,
            Contents = Json.Write(shipped.Value.Lines), Units = shipped.Value.Lines.Sum(l => l.Quantity), ShippedAt = now,
            State = TrackingState.Announced, NextQueryAt = now + FirstQueryAfter,
        };
        db.Set<Shipment>().Add(shipment);
        outbox.Send(SubscribeParcel.Receiver, OrderNumbers.Plain(number), "subscribe", new SubscribeParcel.Message(number, shipment.Id));
        return new Shipped(shipment.Id, OrderNumbers.Plain(number), carrier, tracking, shipped.Value.Lines, shipped.Value.Status);
    }

    private static Refusal Known(string tracking) => Refusal.Conflict("parcel.known",
        new("这个单号已经用过", "This tracking number is in use"),
        new($"{tracking} 已经登记在一个包裹上", $"{tracking} is on another parcel already"),
        new("核对单号；同一个包裹不用再登记", "Check the number; one parcel is entered once"));
}

/// <summary>A parcel that is on its way.</summary>
public sealed record Shipped(Guid Id, string Number, string Carrier, string TrackingNumber, IReadOnlyList<LineShipped> Lines, DisplayState Status);
