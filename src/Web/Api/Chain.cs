using Guidan.Fulfillment;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Web.Api;

/// <summary>One link of an order's chain of proof.</summary>
/// <param name="State">ok, open, broken or not_yet.</param>
internal sealed record ChainLink(string Link, string State, DateTimeOffset? At, string Text);

/// <summary>Puts the links of an order together: where it came from, what was paid, kept, shipped, delivered.</summary>
internal static class Chain
{
    public static IReadOnlyList<ChainLink> Of(OrderDetail order, IReadOnlyList<ShipmentView> parcels, Tongue tongue)
    {
        var b = order.Brief;
        var canceled = b.Status is DisplayState.Canceled || order.CancelReason is not null;
        var shipped = order.Lines.Sum(l => l.Shipped);
        return
        [
            Link("order", "ok", b.PlacedAt, new("订单", "Order")),
            Payment(order, canceled),
            Link("stock", canceled ? "not_yet" : "ok", b.PlacedAt, canceled ? new("已放回", "Given back")
                : shipped >= b.UnitCount ? new($"{b.UnitCount}件已出库", $"{b.UnitCount} units shipped")
                : order.Money.Paid.IsZero ? new($"{b.UnitCount}件已预留", $"{b.UnitCount} units promised")
                : new($"{b.UnitCount - shipped}件已锁定", $"{b.UnitCount - shipped} units kept")),
            shipped == 0 ? Link("shipment", "not_yet", null, new("还没到这步", "Not yet"))
                : Link("shipment", shipped >= b.UnitCount ? "ok" : "open", parcels.Count > 0 ? parcels[0].ShippedAt : null,
                    new($"发了{shipped}件，共{b.UnitCount}件", $"{shipped} of {b.UnitCount} units")),
            Delivery(parcels),
        ];

        ChainLink Link(string link, string state, DateTimeOffset? at, Text text) => new(link, state, at, text.In(tongue));

        ChainLink Payment(OrderDetail o, bool over)
        {
            var paid = o.Payments.FirstOrDefault(p => p.State == PaymentRequestState.Paid);
            if (paid is not null) return Link("payment", "ok", paid.PaidAt, new($"付款{paid.Amount.Show()}", $"Paid {paid.Amount.Show()}"));
            return over ? Link("payment", "not_yet", null, new("没有收款", "No payment"))
                : Link("payment", "open", null, new($"等待付款{o.Money.Due.Show()}", $"Waiting for {o.Money.Due.Show()}"));
        }

        ChainLink Delivery(IReadOnlyList<ShipmentView> all)
        {
            if (all.Count == 0) return Link("delivery", "not_yet", null, new("还没到这步", "Not yet"));
            return all.All(p => p.DeliveredAt is not null) ? Link("delivery", "ok", all.Max(p => p.DeliveredAt), new("全部送达", "All delivered"))
                : Link("delivery", "open", all.Max(p => p.Events.Count > 0 ? p.Events[0].At : p.ShippedAt), Text.Same(all.First(p => p.DeliveredAt is null).StateText));
        }
    }
}
