using System.Globalization;
using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>
/// Tells WooCommerce of a shipment: the parcel in the field that its shipment tracking reads, a note to the buyer, and
/// the order completed when nothing is left. It looks first, so a lost answer costs nothing.
/// </summary>
internal sealed class WooShipments(ChannelWire wire)
{
    private const string Tracking = "_wc_shipment_tracking_items";

    public async Task<ChannelAnswer> Tell(ChannelShipment shipment, CancellationToken cancellation)
    {
        var path = $"/orders/{Uri.EscapeDataString(shipment.OrderExternalId)}";
        var answer = await wire.Get(path, cancellation);
        if (!answer.IsOk) return answer.AsAnswer;
        if (Payload.Answer(answer.Body, Order) is not { } order) return WireAnswer.Unreadable.AsAnswer;
        if (order.Status is "cancelled" or "refunded" or "failed" or "trash") return new(ChannelAnswerState.Refused, $"order.{order.Status}");
        if (shipment.TrackingNumber is not null && await Note(path, shipment, cancellation) is { } failed) return failed;
        var isKnown = shipment.TrackingNumber is null || order.Parcels.Any(p => p["tracking_id"] == shipment.ShipmentKey);
        var completes = shipment.Completes && order.Status != "completed";
        if (isKnown && !completes) return ChannelAnswer.Done;
        var changes = new Dictionary<string, object>();
        if (completes) changes["status"] = "completed";
        if (!isKnown) changes["meta_data"] = new[] { new { key = Tracking, value = order.Parcels.Append(Parcel(shipment)).ToList() } };
        return (await wire.Put(path, changes, cancellation)).AsAnswer;
    }

    // Notes have no key of their own; the number of the parcel is one.
    private async Task<ChannelAnswer?> Note(string path, ChannelShipment shipment, CancellationToken cancellation)
    {
        var there = await wire.Get($"{path}/notes?type=any", cancellation);
        if (!there.IsOk) return there.AsAnswer;
        var notes = Payload.Answer(there.Body, root => root.Items().Select(n => n.Text("note") ?? "").ToList());
        if (notes is null) return WireAnswer.Unreadable.AsAnswer;
        if (notes.Any(n => n.Contains(shipment.TrackingNumber!, StringComparison.Ordinal))) return null;
        var words = string.Join(" ", new[] { shipment.Carrier, shipment.TrackingNumber }.Where(w => w is not null));
        var note = $"已发货：{words} / Shipped: {words}";
        var told = await wire.Post($"{path}/notes", new { note, customer_note = true }, cancellation);
        return told.IsOk ? null : told.AsAnswer;
    }

    private static Dictionary<string, string> Parcel(ChannelShipment shipment) => new()
    {
        ["tracking_provider"] = shipment.Carrier ?? "", ["custom_tracking_provider"] = "", ["custom_tracking_link"] = "",
        ["tracking_number"] = shipment.TrackingNumber!, ["tracking_id"] = shipment.ShipmentKey,
        ["date_shipped"] = shipment.ShippedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };

    private static Told Order(PayloadNode root) => new(root.Needed("status"), root.List("meta_data")
        .Where(m => m.Text("key") == Tracking).SelectMany(m => m.List("value")).Select(Fields).ToList());

    private static Dictionary<string, string> Fields(PayloadNode parcel) => Names.ToDictionary(n => n, n => parcel.Text(n) ?? "");

    private static readonly string[] Names =
        ["tracking_provider", "custom_tracking_provider", "custom_tracking_link", "tracking_number", "tracking_id", "date_shipped"];

    private sealed record Told(string Status, List<Dictionary<string, string>> Parcels);
}
