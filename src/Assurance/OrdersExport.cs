using System.Text.Json;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>Orders with their lines, what each unit carries, and their history; one order a line.</summary>
internal sealed class OrdersExport() : ExportKind("orders")
{
    private static readonly Statement Page = new(
        """
        select number, channel, external_number, placed_at, currency, state, display, goods, discount, freight, total, paid, refunded,
            refunding, units, shipped, delivered, payment_method, delivery_method, recipient, place, pay_by, paid_at, confirmed_at,
            shipped_at, delivered_at, completed_at, canceled_at, cancel_reason, hold, version, tax
        from orders_order where number > $1 and placed_at <= $2 order by number limit $3
        """);
    private static readonly Statement Lines = new(
        """
        select order_number, line, sku, name_zh, name_en, options_zh, options_en, unit_price, quantity, discount, freight, total, shipped, tax, dropped, returned
        from orders_line where order_number >= $1 and order_number <= $2 order by order_number, line
        """);
    private static readonly Statement Events = new(
        """
        select order_number, id, at, actor, kind, "from", "to", facts, reason from orders_event
        where order_number >= $1 and order_number <= $2 order by order_number, id
        """);

    /// <summary>One object that is written later, when the others that belong to it are read too.</summary>
    private sealed record Part(long Order, Action<Utf8JsonWriter> Write);

    public override async Task<string?> Write(ExportReading reading, ExportLines lines, DateTimeOffset until, string? after, int limit)
    {
        var key = ExportKey.Read(after ?? "", [0L]);
        var orders = await reading.Db.Query(Page, r => OrderOf(r, reading), [.. key, until, limit]);
        if (orders.Count == 0) return null;
        var (first, last) = (orders[0].Order, orders[^1].Order);
        var goods = (await reading.Db.Query(Lines, LineOf, first, last)).ToLookup(p => p.Order, p => p.Write);
        var history = (await reading.Db.Query(Events, EventOf, first, last)).ToLookup(p => p.Order, p => p.Write);
        foreach (var order in orders)
        {
            lines.Add(to =>
            {
                order.Write(to);
                Array(to, "lines", goods[order.Order]);
                Array(to, "history", history[order.Order]);
            });
        }
        return orders.Count < limit ? null : ExportKey.Write([last]);
    }

    private static void Array(Utf8JsonWriter to, string name, IEnumerable<Action<Utf8JsonWriter>> parts)
    {
        to.WriteStartArray(name);
        foreach (var part in parts)
        {
            to.WriteStartObject();
            part(to);
            to.WriteEndObject();
        }
        to.WriteEndArray();
    }

    // The row under the reader is gone when the order is written, so everything is taken out of it first.
    private static Part OrderOf(Row r, ExportReading reading)
    {
        var number = r.Long(0);
        var (channel, external, currency, place) = (r.Text(1), r.TextOrNull(2), r.Text(4), r.Text(20));
        var (state, display) = (r.Int(5), r.Int(6));
        var amounts = Enumerable.Range(7, 10).Select(r.Long).ToArray();
        var (payment, delivery, cancelReason, hold, version) = (r.TextOrNull(17), r.Text(18), r.TextOrNull(28), r.TextOrNull(29), r.Long(30));
        var tax = r.Long(31);
        var times = new[] { r.Time(3) }.Select(t => (DateTimeOffset?)t).Concat(Enumerable.Range(21, 7).Select(r.TimeOrNull)).ToArray();
        var recipient = Recipient(number, r.Bytes(19), reading);
        return new(number, to =>
        {
            to.PutOrder("number", number);
            to.WriteString("channel", channel);
            to.WriteString("externalNumber", external);
            to.Put("placedAt", times[0]);
            to.PutCode<DisplayState>("status", display);
            to.PutCode<OrderState>("state", state);
            to.WriteString("currency", currency);
            string[] names = ["goods", "discount", "freight", "total", "paid", "refunded", "refunding", "units", "shipped", "delivered"];
            for (var i = 0; i < names.Length; i++) to.Put(names[i], amounts[i]);
            to.WriteString("paymentMethod", payment);
            to.WriteString("deliveryMethod", delivery);
            WriteRecipient(to, recipient, place, reading.Personal);
            string[] moments = ["payBy", "paidAt", "confirmedAt", "shippedAt", "deliveredAt", "completedAt", "canceledAt"];
            for (var i = 0; i < moments.Length; i++) to.Put(moments[i], times[i + 1]);
            to.WriteString("cancelReason", cancelReason);
            to.WriteString("hold", hold);
            to.Put("version", version);
            to.Put("tax", tax);
        });
    }

    // A recipient whose key is gone was erased: the order stays, the person does not.
    private static Recipient? Recipient(long number, byte[] box, ExportReading reading)
    {
        try
        {
            return Json.Read<Recipient>(reading.Sealer.Open(box, "orders_order.recipient." + OrderNumbers.Plain(number)));
        }
        catch (Exception cause) when (cause is System.Security.Cryptography.CryptographicException or JsonException or InvariantBroken)
        {
            return null;
        }
    }

    private static void WriteRecipient(Utf8JsonWriter to, Recipient? recipient, string place, bool whole)
    {
        to.WriteStartObject("customer");
        var contact = recipient?.Contact;
        to.WriteString("name", whole || contact is null ? contact?.Name : Masks.Name(contact.Name));
        to.WriteString("phone", whole || contact?.Phone is null ? contact?.Phone : Masks.Phone(contact.Phone));
        to.WriteString("email", whole || contact?.Email is null ? contact?.Email : Masks.Email(contact.Email));
        to.WriteString("place", place);
        to.WriteString("address", whole ? recipient?.Address?.OneLine : null);
        to.WriteBoolean("masked", !whole);
        to.WriteEndObject();
    }

    private static Part LineOf(Row r)
    {
        var (number, line, sku) = (r.Long(0), r.Long(1), r.Text(2));
        var words = Enumerable.Range(3, 4).Select(r.Text).ToArray();
        var figures = Enumerable.Range(7, 9).Select(r.Long).ToArray();
        return new(number, to =>
        {
            to.Put("line", line);
            to.WriteString("sku", sku);
            to.WriteString("name", words[0]);
            to.WriteString("nameEn", words[1]);
            to.WriteString("options", words[2]);
            to.WriteString("optionsEn", words[3]);
            string[] names = ["unitPrice", "quantity", "discount", "freight", "total", "shipped", "tax", "dropped", "returned"];
            for (var i = 0; i < names.Length; i++) to.Put(names[i], figures[i]);
            WriteUnits(to, figures[0], figures[1], figures[2], figures[3]);
        });
    }

    // Equal units are told together: a line of ten thousand units has at most three kinds of them.
    private static void WriteUnits(Utf8JsonWriter to, long price, long quantity, long discount, long freight)
    {
        to.WriteStartArray("units");
        var (firstDiscounts, firstFreights) = (discount % quantity, freight % quantity);
        long[] edges = [0, Math.Min(firstDiscounts, firstFreights), Math.Max(firstDiscounts, firstFreights), quantity];
        for (var i = 0; i < 3; i++)
        {
            var count = edges[i + 1] - edges[i];
            if (count == 0) continue;
            var (d, f) = (discount / quantity + (edges[i] < firstDiscounts ? 1 : 0), freight / quantity + (edges[i] < firstFreights ? 1 : 0));
            to.WriteStartObject();
            to.Put("count", count);
            to.Put("discount", d);
            to.Put("freight", f);
            to.Put("total", price - d);
            to.WriteEndObject();
        }
        to.WriteEndArray();
    }

    private static Part EventOf(Row r)
    {
        var (number, id, at, actor, kind) = (r.Long(0), r.Id(1), r.Time(2), r.Text(3), r.Text(4));
        int? from = r.IsNull(5) ? null : r.Int(5), target = r.IsNull(6) ? null : r.Int(6);
        var (facts, reason) = (r.TextOrNull(7), r.TextOrNull(8));
        return new(number, to =>
        {
            to.WriteString("id", id);
            to.Put("at", at);
            to.WriteString("actor", actor);
            to.WriteString("kind", kind);
            to.PutCode<OrderState>("from", from);
            to.PutCode<OrderState>("to", target);
            to.WriteString("reason", reason);
            to.WritePropertyName("facts");
            if (facts is null) to.WriteNullValue();
            else to.WriteRawValue(facts);
        });
    }
}
