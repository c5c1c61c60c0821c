using System.Globalization;
using Guidan.Fulfillment;

namespace Guidan.Web.Demo;

/// <summary>The parcels of the demo's past: their numbers, and what their carriers said of them.</summary>
internal static class Parcel
{
    private static readonly (string Code, TrackingState State, double Part, string Words)[] Way =
    [
        ("103", TrackingState.PickedUp, 0.02, "【杭州市】快件已被【转塘揽投部】揽收"),
        ("1001", TrackingState.InTransit, 0.15, "【杭州市】快件离开【杭州转运中心】，发往【{0}转运中心】"),
        ("1002", TrackingState.InTransit, 0.7, "【{0}】快件到达【{0}转运中心】"),
        ("501", TrackingState.OutForDelivery, 0.9, "【{0}】快递员正在派件，请保持电话畅通"),
        ("301", TrackingState.Delivered, 1, "【{0}】快件已签收，签收人：本人"),
    ];

    public static string NumberOf(PastOrder order)
    {
        var digits = (7_300_000_000_000L + order.Index * 914_771L).ToString(CultureInfo.InvariantCulture);
        return order.Delivery.Carrier == "shunfeng" ? "SF" + digits : digits;
    }

    /// <summary>All that a carrier has said of the parcel until a moment. One that has stalled got no further than on its way.</summary>
    public static TrackingReport Report(PastOrder order, string carrier, string number, DateTimeOffset until)
    {
        var city = order.Person.Address.City ?? "";
        var events = Way.Where(w => order.Fate != Fate.Stalled || w.Part < 0.5)
            .Select(w => new TrackingEvent(order.ShippedAt + (order.DeliveredAt - order.ShippedAt) * w.Part,
                string.Format(CultureInfo.InvariantCulture, w.Words, city), w.State, w.Code))
            .Where(e => e.At <= until).OrderByDescending(e => e.At).ToList();
        var last = events.Count > 0 ? events[0] : null;
        return new(carrier, number, last?.State ?? TrackingState.Announced, last?.RawCode ?? "0",
            last?.State == TrackingState.Delivered, events);
    }
}
