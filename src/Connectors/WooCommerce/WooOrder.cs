using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>
/// Reads an order as WooCommerce's webhooks and its REST API write it. Lines are without tax there, so all tax is added
/// on top; fees count as freight, and negative ones as a discount.
/// </summary>
internal static class WooOrder
{
    public static ChannelOrderReading Read(ReadOnlyMemory<byte> body) => Payload.Order(body, "order", Understand);

    /// <summary>Carts on their way to become orders.</summary>
    public static bool IsDraft(string status) => status is "checkout-draft" or "auto-draft" or "draft";

    private static ChannelOrder Understand(Payload payload, PayloadNode order)
    {
        var id = order.NeededId("id");
        var number = order.Text("number") ?? id;
        payload.Knows(id.Length == 0 ? null : id, number);
        var currency = order.Needed("currency");
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper))
            payload.Blame("currency", new("币种应为三个大写字母", "The currency is three capital letters"));
        var digits = Money.Decimals(currency);
        var fees = order.List("fee_lines").Select(f => f.Amount("total", digits)).ToList();
        var lines = Lines(payload, order, digits, -fees.Where(f => f < 0).Sum());
        var goods = payload.Fit(lines.Aggregate((Int128)0, (sum, l) => sum + (Int128)l.UnitPrice * l.Quantity), "line_items");
        var discount = payload.Fit(lines.Aggregate((Int128)0, (sum, l) => sum + l.Discount), "line_items");
        var freight = payload.Fit((Int128)order.Amount("shipping_total", digits) + fees.Where(f => f > 0).Sum(), "shipping_total");
        var total = order.NeededAmount("total", digits);
        var tax = order.Amount("total_tax", digits);
        var rounding = total - (goods - discount + freight + tax);
        // Each line is rounded only to be shown; where there is tax, the last digit of the sum may differ by that.
        if (tax > 0 && Math.Abs(rounding) <= lines.Count + fees.Count + 2) tax += rounding;
        var refunded = payload.Fit(order.List("refunds").Aggregate((Int128)0, (sum, r) => sum - r.Amount("total", digits)), "refunds");
        var created = order.NeededTime("date_created_gmt");
        var paidAt = order.Time("date_paid_gmt");
        var status = order.Needed("status");
        var payment = Payment(status, order, paidAt, refunded, total);
        return new(id, number, created, order.Time("date_modified_gmt") ?? created, status is "cancelled" or "trash", null, payment,
            currency, goods, discount, freight, tax, total, refunded, lines, Recipient(order), order.Text("customer_note"),
            false, order.Text("payment_method_title") ?? order.Text("payment_method"), order.Text("transaction_id"), paidAt,
            status == "completed");
    }

    // Money on delivery is not here yet while the order is processed; the date of payment tells.
    private static ChannelPayment Payment(string status, PayloadNode order, DateTimeOffset? paidAt, long refunded, long total)
    {
        var isTold = order.HasField("date_paid_gmt") || order.HasField("date_paid");
        var paid = paidAt is not null || order.Has("date_paid")
            || !isTold && status is "processing" or "completed" && order.Text("payment_method") != "cod";
        if (status == "refunded" || refunded > 0 && refunded >= total) return ChannelPayment.Refunded;
        if (refunded > 0) return ChannelPayment.PartlyRefunded;
        if (paid) return ChannelPayment.Paid;
        return status is "cancelled" or "trash" ? ChannelPayment.Voided : ChannelPayment.Pending;
    }

    private static List<ChannelLine> Lines(Payload payload, PayloadNode order, int digits, long discounted)
    {
        var lines = order.List("line_items").Select((node, i) => Line(payload, node, i, digits)).ToList();
        if (lines.Count == 0) payload.Blame("line_items", new("订单里没有商品", "The order has no goods"));
        if (discounted == 0 || lines.Count == 0) return lines;
        var shares = new Money(discounted, "").Allot(lines.Select(l => (long)Int128.Clamp((Int128)l.UnitPrice * l.Quantity - l.Discount, 0, ExactAmount.Most)).ToList());
        return lines.Select((line, i) => line with { Discount = line.Discount + shares[i] }).ToList();
    }

    // A line's sum need not be a multiple of its quantity: the price is the next higher one, and what it is too much is discount.
    private static ChannelLine Line(Payload payload, PayloadNode line, int index, int digits)
    {
        var id = line.Text("id") ?? $"#{index + 1}";
        var quantity = line.Count("quantity");
        var total = line.NeededAmount("total", digits);
        var before = line.AmountOrNull("subtotal", digits) ?? total;
        if (quantity == 0) payload.Blame($"{line.Path}.quantity", new("数量为零", "The quantity is zero"));
        var price = quantity == 0 ? 0 : (long)(((Int128)before + quantity - 1) / quantity);
        if (before < 0) payload.Blame($"{line.Path}.subtotal", new("商品金额是负数", "The amount of the goods is negative"));
        var name = System.Net.WebUtility.HtmlDecode(line.Text("name") ?? line.Text("sku") ?? id);
        return new(id, line.Text("sku"), name, Options(line), quantity, price,
            payload.Fit((Int128)price * quantity - total, line.Path), line.Amount("total_tax", digits));
    }

    private static string Options(PayloadNode line)
    {
        var shown = line.Pairs("meta_data", "display_key", "display_value").Where(m => m.Name[0] != '_').ToList();
        if (shown.Count == 0) shown = line.Pairs("meta_data", "key", "value").Where(m => m.Name[0] != '_').ToList();
        return System.Net.WebUtility.HtmlDecode(string.Join(" / ", shown.Select(m => m.Value)));
    }

    private static ChannelRecipient Recipient(PayloadNode order)
    {
        var (ship, bill) = (order.Node("shipping"), order.Node("billing"));
        // Shops that ship to the payer's address leave the other one empty.
        var to = ship.Has("address_1") && ship.Text("address_1") is not null ? ship : bill;
        var country = to.Text("country");
        var line = string.Join(" ", new[] { to.Text("address_1"), to.Text("address_2") }.Where(l => l is not null));
        return new(Name(to) ?? Name(bill), ship.Text("phone") ?? bill.Text("phone"), bill.Text("email"), country,
            ChinaProvinces.Name(country, to.Text("state"), to.Text("state")), to.Text("city"), null, line.Length == 0 ? null : line, to.Text("postcode"));
    }

    // Chinese names are written without a space, family name first.
    private static string? Name(PayloadNode person)
    {
        var (first, last) = (person.Text("first_name"), person.Text("last_name"));
        if (first is null || last is null) return first ?? last;
        return IsHan(first) && IsHan(last) ? last + first : $"{first} {last}";
    }

    private static bool IsHan(string text) => text.All(c => c is >= '\u4e00' and <= '\u9fff');
}
