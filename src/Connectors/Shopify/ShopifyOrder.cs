using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>
/// Reads an order as Shopify's webhooks and its Admin API write it. Amounts are those of the shop's currency. Goods that
/// were taken out of the order without money going back never were ordered; what went back as money stands in refunds.
/// </summary>
internal static class ShopifyOrder
{
    private const string Wrapper = "order";

    public static ChannelOrderReading Read(ReadOnlyMemory<byte> body) => Payload.Order(body, Wrapper, Understand);

    private static ChannelOrder Understand(Payload payload, PayloadNode order)
    {
        var id = order.NeededId("id");
        var number = order.Text("name") ?? order.Text("order_number") ?? id;
        payload.Knows(id.Length == 0 ? null : id, number);
        var currency = Currency(payload, order);
        var digits = Money.Decimals(currency);
        var canceledAt = order.Time("cancelled_at");
        var included = order.Flag("taxes_included");
        var refunds = ShopifyRefunds.Read(payload, order, digits);
        // Canceling writes a refund of every line even when nothing was paid; the lines of a canceled order stay what they were.
        var lines = ShopifyLines.Read(payload, order, digits, included, canceledAt is null ? refunds.Removed : []);
        var freight = payload.Fit(Freight(order, digits), "shipping_lines");
        var removed = canceledAt is null ? refunds.Removed : [];
        var tax = included ? 0 : order.Amount("total_tax", digits) - removed.Sum(r => r.Tax);
        var total = order.NeededAmount("total_price", digits) - removed.Sum(r => r.Subtotal + (included ? 0 : r.Tax));
        var expected = lines.Goods - lines.Discount + freight + tax;
        // The total of an edited order may still be that of the first day; the current one tells then.
        if (total != expected && order.AmountOrNull("current_total_price", digits) is { } now && now + refunds.Paid == expected)
            total = expected;
        var payment = Payment(payload, order);
        var createdAt = order.NeededTime("created_at");
        return new(id, number, createdAt, order.NeededTime("updated_at"), canceledAt is not null, order.Text("cancel_reason"),
            payment, currency, lines.Goods, lines.Discount, freight, tax, total, refunds.Paid, lines.All, Recipient(order),
            Note(order), order.Flag("test"), Method(order), Transaction(order),
            payment is ChannelPayment.Pending or ChannelPayment.Voided ? null : order.Time("processed_at") ?? createdAt,
            order.Text("fulfillment_status") == "fulfilled");
    }

    private static string Currency(Payload payload, PayloadNode order)
    {
        var currency = order.Needed("currency");
        if (currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper)) return currency;
        payload.Blame("currency", new("币种应为三个大写字母", "The currency is three capital letters"));
        return "";
    }

    // Tips, duties and fees are neither goods nor tax.
    private static Int128 Freight(PayloadNode order, int digits)
    {
        Int128 freight = order.Amount("total_tip_received", digits);
        foreach (var name in new[] { "original_total_duties_set", "original_total_additional_fees_set" })
            freight += order.Node(name).Node("shop_money").Amount("amount", digits);
        foreach (var line in order.List("shipping_lines").Where(l => !l.Flag("is_removed")))
            freight += line.AmountOrNull("discounted_price", digits)
                ?? line.Amount("price", digits) - line.List("discount_allocations").Sum(a => a.Amount("amount", digits));
        return freight;
    }

    private static ChannelPayment Payment(Payload payload, PayloadNode order)
    {
        switch (order.Text("financial_status"))
        {
            // Authorized money is promised, not taken.
            case null or "pending" or "authorized" or "expired": return ChannelPayment.Pending;
            case "paid": return ChannelPayment.Paid;
            case "partially_paid": return ChannelPayment.PartlyPaid;
            case "refunded": return ChannelPayment.Refunded;
            case "partially_refunded": return ChannelPayment.PartlyRefunded;
            case "voided": return ChannelPayment.Voided;
            default:
                payload.Blame("financial_status", new("付款状态不认识", "The payment state is not known"));
                return ChannelPayment.Pending;
        }
    }

    private static ChannelRecipient Recipient(PayloadNode order)
    {
        var (to, bill, customer) = (order.Node("shipping_address"), order.Node("billing_address"), order.Node("customer"));
        // Without an address to ship to, goods are picked up or are none; the payer's address is not where they go.
        var person = to.IsThere ? to : bill.IsThere ? bill : customer;
        var country = to.Text("country_code");
        return new(
            person.Text("name") ?? Join(" ", person.Text("first_name"), person.Text("last_name")),
            to.Text("phone") ?? order.Text("phone") ?? customer.Text("phone") ?? bill.Text("phone"),
            order.Text("email") ?? order.Text("contact_email") ?? customer.Text("email"),
            country, ChinaProvinces.Name(country, to.Text("province_code"), to.Text("province")), to.Text("city"), null,
            Join(" ", to.Text("address1"), to.Text("address2")), to.Text("zip"));
    }

    private static string? Note(PayloadNode order) => Join("\n", order.Text("note"),
        Join("\n", order.Pairs("note_attributes", "name", "value").Where(a => a.Name[0] != '_').Select(a => $"{a.Name}: {a.Value}").ToArray()));

    private static string? Method(PayloadNode order) =>
        order.Words("payment_gateway_names").FirstOrDefault() ?? order.Text("gateway");

    private static string? Transaction(PayloadNode order) => order.List("transactions")
        .Where(t => t.Text("kind") is "sale" or "capture" && t.Text("status") is null or "success")
        .Select(t => t.Text("authorization") ?? t.Text("id")).FirstOrDefault(t => t is not null);

    private static string? Join(string between, params string?[] parts)
    {
        var said = parts.Where(p => !string.IsNullOrEmpty(p)).ToList();
        return said.Count == 0 ? null : string.Join(between, said);
    }
}
