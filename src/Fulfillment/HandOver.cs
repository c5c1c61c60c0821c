using System.Globalization;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Fulfillment;

/// <summary>Makes and checks the code that a customer shows at the counter.</summary>
public sealed class PickupCodes(Sealer sealer)
{
    /// <summary>Six digits that only this shop can make for this order.</summary>
    public string Of(long number)
    {
        var token = System.Text.Encoding.ASCII.GetBytes(sealer.Token("pickup", OrderNumbers.Plain(number)));
        uint sum = 2166136261;
        foreach (var b in token) sum = (sum ^ b) * 16777619;
        return (sum % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

/// <summary>Hands goods over at the counter against the customer's code; that is shipment, delivery and receipt in one.</summary>
[Operation("orders.hand_over", "核销自提", "Hand over at the counter", Permission = "orders.ship")]
internal sealed class HandOver(ShopDb db, OrderShipping orders, PickupCodes codes, Claims claims, TimeProvider clock)
{
    private const int WrongMost = 5;

    public sealed record Command(string Code);

    public async Task<Result<OrderMoved>> Handle(long number, Command command)
    {
        if (await orders.Find(number) is not { } order) return Refusal.NotFound("order.unknown", new("订单", "The order"));
        if (!order.Delivery.IsPickup)
            return Refusal.Conflict("order.not_pickup", new("这单不是自提", "This order is not for pickup"),
                new($"配送方式是{order.Delivery.Name.Zh}", $"It goes by {order.Delivery.Name.En}"), new("按配送方式发货", "Ship it as ordered"));
        if (command.Code != codes.Of(number)) return await Wrong(number);
        return await db.InTransaction<OrderMoved>(this, async () =>
        {
            var shipped = await orders.Ship(number, null, Shipment.Counter, null);
            if (!shipped.IsOk) return shipped.Refusal!;
            var now = clock.GetUtcNow();
            var units = shipped.Value.Lines.Sum(l => l.Quantity);
            db.Set<Shipment>().Add(new Shipment
            {
                OrderNumber = number, Id = Guid.CreateVersion7(now), Carrier = Shipment.Counter, TrackingNumber = "",
                Contents = Json.Write(shipped.Value.Lines), Units = units, ShippedAt = now, DeliveredAt = now, State = TrackingState.Delivered,
            });
            await orders.Deliver(number, units, null, "handed over");
            var done = await orders.Complete(number, "handed over");
            return new OrderMoved(OrderNumbers.Plain(number), done ? DisplayState.Completed : DisplayState.Shipped);
        });
    }

    // Six digits could be tried out: after five wrong ones a day the code must be looked up by hand.
    private async Task<Result<OrderMoved>> Wrong(long number)
    {
        var day = clock.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var left = 0;
        await db.Housekeep(async () =>
        {
            for (var i = 1; i <= WrongMost && left == 0; i++)
            {
                if (await claims.TryTake("pickup.wrong", $"{OrderNumbers.Plain(number)}:{day}:{i}", "wrong")) left = WrongMost - i + 1;
            }
        });
        return left == 0
            ? new Refusal(RefusalKind.Limited, "pickup.locked", new("今天试错太多次", "Too many wrong codes today"),
                new("这单的取件码错了5次", "The code of this order was wrong five times"),
                new("请客户打开订单页核对，或明天再试", "Ask the customer to open the order page, or try tomorrow"))
            { RetryAfterSeconds = 3600 }
            : Refusal.Invalid("code", new("取件码不对，请客户打开订单页核对", "The code is wrong; ask the customer to open the order page"));
    }
}
