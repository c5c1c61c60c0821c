using Guidan.Fulfillment;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Web.Storefront;

/// <summary>One order as its customer sees it, put together from the modules that each know a part.</summary>
public sealed class OrderDesk(OrderQueries orders, ShipmentQueries shipments, PickupCodes codes, Deliveries deliveries, Operations.Cases cases,
    ShopCalendar calendar)
{
    private const int PickupDays = 7;

    public Task<Result<OrderDetail>> Find(string number, string? token, string? phone) => orders.FindOwn(number, token, phone);

    public async Task<OrderView?> View(string number, string token, ShopWords words, DateTimeOffset now)
    {
        var found = await orders.FindOwn(number, token, null);
        if (!found.IsOk) return null;
        var order = found.Value;
        var plain = long.Parse(order.Brief.Number);
        var method = (await deliveries.Enabled()).FirstOrDefault(m => m.Code == order.DeliveryMethod);
        var pays = await deliveries.PaymentName(order.Brief.PaymentMethod);
        var parcels = (await shipments.Of(plain)).Select(s => ParcelOf(s, order, method)).ToList();
        var state = (ShownState)(int)order.Brief.Status;
        var dates = order.Dates;
        var waiting = state == ShownState.AwaitingShipment;
        var (_, ships) = deliveries.Next();
        var shipsBy = waiting && method is { IsPickup: false } ? calendar.StartOf(ships).AddHours(16) : (DateTimeOffset?)null;
        return new OrderView(order.Brief.Number, order.Token, order.Brief.PlacedAt, state,
            OrderTroubles.Of(order, parcels, pays, cases.OpenOfOrder(plain), now), Steps(order, state), parcels,
            waiting && method is { IsPickup: true } ? PickupOf(plain, method, now) : null,
            order.Lines.Select(l => LineOf(l, state)).ToList(), order.Money.Goods,
            [.. Extras(order)],
            order.Money.Freight, order.Money.Total, order.Money.Paid,
            order.Refunds.Where(r => r.State != RefundStep.Failed)
                .Select(r => new RefundView(r.Amount, pays, r.ConfirmedAt ?? r.RequestedAt, r.State == RefundStep.Succeeded)).ToList(),
            order.Recipient.Name, order.Recipient.Phone ?? "", AddressOf(order), AddressNote(state), method?.Name ?? Text.Same(order.DeliveryMethod),
            order.Hold is not null || state == ShownState.Paid ? ReviewOf(order) : null, shipsBy,
            shipsBy is null || method is null ? null : ships.AddDays(method.DaysMax),
            new(pays, order.Money.Due, dates.PaidAt, dates.PaidAt is null ? dates.PayBy : null, null, await deliveries.Payments(words)),
            new(state == ShownState.AwaitingPayment && !order.Money.Due.IsZero, order.Actions.Cancel, order.Actions.Complete, null), order.BuyerNote, order.Brief.CustomerId is null);
    }

    private PickupView PickupOf(long number, DeliveryMethod method, DateTimeOffset now) => new(codes.Of(number),
        method.Pickup?.Address ?? new("", ""), method.Pickup?.Hours ?? new("", ""), calendar.DateOf(now).AddDays(PickupDays));

    private static IEnumerable<SumLine> Extras(OrderDetail order)
    {
        if (!order.Money.Discount.IsZero) yield return new(new("优惠", "Discount"), -order.Money.Discount);
        if (!order.Money.Tax.IsZero) yield return new(new("税", "Tax"), order.Money.Tax);
    }

    private static Text ReviewOf(OrderDetail order) => order.Hold is null
        ? new("通常几分钟内核对完，您不用做什么。", "Checking usually takes minutes; you need not do anything.")
        : new("店里正在核对一处细节，可能会打电话给您。", "The shop is checking a detail and may call you.");

    // The customer typed the address and must be able to recognize it; the number of the house stays hidden.
    private static string AddressOf(OrderDetail order)
    {
        var r = order.Recipient;
        return r.Province is null ? "" : string.Concat(r.Province, r.City == r.Province ? "" : r.City, r.District, r.Line);
    }

    private static Text AddressNote(ShownState state) => state switch
    {
        ShownState.AwaitingPayment or ShownState.Paid or ShownState.AwaitingShipment =>
            new("发货前要改地址，打电话给我们。", "To change it before shipping, call us."),
        ShownState.PartlyShipped or ShownState.Shipped =>
            new("已发出，地址不能改；可以请快递员改放驿站。", "It has left; the courier can leave it at a pickup point."),
        _ => new("手机号和门牌只显示一部分。", "Phone and house number are shown in part."),
    };

    private static OrderLineView LineOf(Orders.OrderLineView line, ShownState state)
    {
        Text status = line.Refunded == line.Quantity ? new("已退款", "refunded")
            : line.Refunded > 0 ? new($"退了{line.Refunded}件", $"{line.Refunded} refunded")
            : line.Shipped == 0
            ? state is ShownState.PartlyShipped ? new("正在打包", "being packed") : new("", "")
            : line.Shipped < line.Quantity ? new($"发出{line.Shipped}件", $"{line.Shipped} sent") : new("", "");
        return new(line.Slug, Text.Same(line.Name), Text.Same(line.Options), Goods.PictureOf(line.Image, Text.Same(line.Name)), (int)line.Quantity,
            line.Total, status);
    }

    private ParcelView ParcelOf(ShipmentView parcel, OrderDetail order, DeliveryMethod? method)
    {
        var names = order.Lines.ToDictionary(l => l.Sku, l => l.Name);
        string Goods(string unit, string between) => string.Join(between,
            parcel.Lines.Select(l => $"{names.GetValueOrDefault(l.Sku, l.Sku)}{unit.Replace("#", $"{l.Quantity}", StringComparison.Ordinal)}"));
        var counter = parcel.Carrier == "pickup";
        var arrives = method is null || counter ? (DateOnly?)null : calendar.DateOf(parcel.ShippedAt).AddDays(method.DaysMax);
        return new(new(Goods("#件", "、"), Goods(" × #", ", ")), counter ? null : Text.Same(parcel.CarrierName), counter ? null : parcel.TrackingNumber,
            Sites.GetValueOrDefault(parcel.Carrier), arrives, parcel.DeliveredAt,
            parcel.Events.Select(e => new ParcelEvent(e.At, Text.Same(e.Text))).ToList(), (int)parcel.Lines.Sum(l => l.Quantity));
    }

    private static List<OrderStep> Steps(OrderDetail order, ShownState state)
    {
        var d = order.Dates;
        var way = new List<(ShownState State, DateTimeOffset? At)>
        {
            (ShownState.AwaitingPayment, order.Brief.PlacedAt), (ShownState.Paid, d.PaidAt), (ShownState.AwaitingShipment, d.ConfirmedAt),
            (state == ShownState.PartlyShipped ? state : ShownState.Shipped, d.ShippedAt), (ShownState.Completed, d.CompletedAt),
        };
        if (way.All(s => s.State != state))
        {
            // The order left the usual way: what it passed, and where it is now.
            var end = state == ShownState.Canceled ? d.CanceledAt : order.Refunds.Select(r => r.ConfirmedAt ?? r.RequestedAt).DefaultIfEmpty().Max();
            way = [.. way.Where(s => s.At is not null), (state, end)];
        }
        return way.ConvertAll(s => new OrderStep(s.State, s.At, s.State == state));
    }

    private static readonly Dictionary<string, string> Sites = new()
    {
        ["shunfeng"] = "https://www.sf-express.com/", ["zhongtong"] = "https://www.zto.com/", ["yuantong"] = "https://www.yto.net.cn/",
        ["yunda"] = "https://www.yundaex.com/", ["shentong"] = "https://www.sto.cn/", ["jtexpress"] = "https://www.jtexpress.com.cn/",
        ["jd"] = "https://www.jdl.com/", ["ems"] = "https://www.ems.com.cn/", ["youzhengguonei"] = "https://www.ems.com.cn/",
    };
}
