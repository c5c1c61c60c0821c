using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>The title of an order page: it answers what the customer came to ask.</summary>
public static class OrderTitle
{
    public static string Of(OrderView order, Language l) => order.State switch
    {
        ShownState.AwaitingPayment => order.Payment.PayBefore is { } before
            ? l[$"等您付款{order.Payment.Due}，货给您留到{l.When(before)}", $"Pay {order.Payment.Due}; we keep the goods until {l.When(before)}"]
            : l[$"等您付款{order.Payment.Due}", $"Waiting for your payment of {order.Payment.Due}"],
        ShownState.Paid => l["钱收到了，正在核对订单", "Payment received; checking your order"],
        ShownState.AwaitingShipment => Waiting(order, l),
        ShownState.PartlyShipped or ShownState.Shipped => Moving(order, l),
        ShownState.Completed => l["东西您收到了，订单已完成", "You have your goods; the order is complete"],
        ShownState.Refunding => l[$"{Pending(order)}正在退回{l[order.Payment.Method]}", $"{Pending(order)} is on its way back to {l[order.Payment.Method]}"],
        ShownState.RefundCompleted => l[$"{order.Refunded}已退回{l[order.Payment.Method]}", $"{order.Refunded} is back on {l[order.Payment.Method]}"],
        _ => order.Paid.IsZero
            ? l["订单取消了，没有扣钱", "Order canceled; you were not charged"]
            : l["订单取消了", "Order canceled"],
    };

    private static string Waiting(OrderView order, Language l)
    {
        if (order.Pickup is not null) return l["货备好了，凭码来取", "Ready for pickup: bring your code"];
        var ships = order.ShipsBy is { } by ? l[$"{l.When(by)}前寄出", $"Leaves by {l.When(by)}"] : l["正在打包", "Being packed"];
        return order.Arrives is { } day ? ships + l[$"，{l.Date(day)}到", $", arrives {l.Date(day)}"] : ships;
    }

    // Two parcels with different fates are two half sentences, the one that moves first.
    private static string Moving(OrderView order, Language l)
    {
        var delivered = order.Parcels.Where(p => p.DeliveredAt is not null).Sum(p => p.Units);
        var onTheWay = order.Parcels.Where(p => p.DeliveredAt is null).ToList();
        var halves = new List<string>();
        if (onTheWay.Count > 0)
        {
            var units = onTheWay.Sum(p => p.Units);
            var arrives = onTheWay.Max(p => p.Arrives);
            var what = units == order.Units ? l["在路上", "On its way"] : l[$"{l.Items(units)}在路上", $"{Start(l.Items(units), l)} on the way"];
            halves.Add(what + (arrives is { } day ? l[$"，{l.Date(day)}到", $", arriving {l.Date(day)}"] : ""));
        }
        if (delivered > 0)
        {
            var at = l.When(order.Parcels.Max(p => p.DeliveredAt)!.Value);
            halves.Add(delivered == order.Units ? l[$"{at}送到了", $"Delivered {at}"] : l[$"{l.Items(delivered)}送到了", $"{l.Items(delivered)} delivered"]);
        }
        var missing = order.Units - delivered - onTheWay.Sum(p => p.Units);
        if (!order.Refunded.IsZero && order.Refunded < order.Paid)
            halves.Add(missing > 0
                ? l[$"{l.Items(missing)}没货，钱已退", $"{l.Items(missing)} missing and refunded"]
                : l[$"{order.Refunded}已退", $"{order.Refunded} refunded"]);
        else if (order.State == ShownState.PartlyShipped) halves.Add(l["其余正在打包", "the rest is being packed"]);
        return string.Join(l["；", "; "], halves);
    }

    private static Money Pending(OrderView order)
    {
        var open = order.Refunds.Where(r => !r.Confirmed).ToList();
        return open.Count > 0 ? open.Aggregate(Money.Zero(order.Total.Currency), (sum, r) => sum + r.Amount) : order.Paid - order.Refunded;
    }

    private static string Start(string words, Language l) => l.English ? char.ToUpperInvariant(words[0]) + words[1..] : words;
}
