using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>What the chain of one order is read from: rows that outside parties caused, each by the order's key.</summary>
internal static class ChainSql
{
    public static readonly Statement Order = new(
        """
        select channel, external_number, placed_at, currency, state, total, paid, refunded, refunding, units, shipped, delivered, paid_at, confirmed_at
        from orders_order where number = $1
        """);

    public static readonly Statement Arrival = new(
        """
        select coalesce(i.received_at, a.since), i.event_key, coalesce(i.body_hash, '') from channels_arrival a
        left join kernel_inbox i on i.id = a.inbox_id where a.order_number = $1 order by a.since
        """);

    public static readonly Statement Facts = new(
        """
        select source, at, transaction_id, out_trade_no, amount, currency from payments_fact
        where order_number = $1 and state in (3, 5) order by at, id
        """);

    /// <summary>$2: the kind of line.</summary>
    public static readonly Statement BillLines = new(
        """
        select at, transaction_id, refund_no, amount, currency, state from assurance_bill_line where order_number = $1 and kind = $2 order by at, line
        """);

    public static readonly Statement Held = new(
        """
        select cast(coalesce(sum(reserved), 0) as bigint), cast(coalesce(sum(allocated), 0) as bigint), cast(coalesce(sum(shipped), 0) as bigint), min(at)
        from inventory_reservation where order_number = $1 and sku in (select sku from orders_line where order_number = $1)
        """);

    public static readonly Statement Parcels = new(
        """
        select carrier, tracking_number, shipped_at, units, moved_at, delivered_at, events from fulfillment_shipment where order_number = $1 order by shipped_at, id
        """);

    public static readonly Statement Refunds = new(
        """
        select id, made_under, amount, currency, step, requested_at, confirmed_at, provider from payments_refund where order_number = $1 order by requested_at, id
        """);

    /// <summary>The newest sentence of a carrier's log.</summary>
    public static string Newest(string events)
    {
        using var log = JsonDocument.Parse(events);
        return log.RootElement.GetArrayLength() == 0 ? "" : log.RootElement[0].GetProperty("text").GetString() ?? "";
    }
}
