using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>The lines of a Shopify order with what each takes of the discounts, before anything was refunded.</summary>
internal sealed record ShopifyLines(IReadOnlyList<ChannelLine> All, long Goods, long Discount)
{
    public static ShopifyLines Read(Payload payload, PayloadNode order, int digits, bool included, IReadOnlyList<RemovedGoods> removed)
    {
        var nodes = order.List("line_items");
        var lines = nodes.Select((node, i) => Line(payload, node, i, digits, included, removed)).ToList();
        if (lines.Count == 0) payload.Blame("line_items", new("订单里没有商品", "The order has no goods"));
        // Older versions of the API tell an order's discount only as a sum.
        if (!nodes.Any(n => n.Has("discount_allocations"))) lines = Share(order.Amount("total_discounts", digits), lines, order);
        lines = lines.Where(l => l.Quantity > 0).ToList();
        return new(lines, payload.Fit(lines.Aggregate((Int128)0, (sum, l) => sum + Goods(l)), "line_items"),
            payload.Fit(lines.Aggregate((Int128)0, (sum, l) => sum + l.Discount), "line_items"));

        static Int128 Goods(ChannelLine line) => (Int128)line.UnitPrice * line.Quantity;
    }

    private static ChannelLine Line(
        Payload payload, PayloadNode line, int index, int digits, bool included, IReadOnlyList<RemovedGoods> removed)
    {
        var id = line.Text("id") ?? $"#{index + 1}";
        var price = line.NeededAmount("price", digits);
        var gone = removed.Where(r => r.LineId == id).ToList();
        var discount = line.Has("discount_allocations")
            ? line.List("discount_allocations").Sum(a => a.Amount("amount", digits))
            : line.Amount("total_discount", digits);
        var goneDiscount = gone.Sum(r => payload.Fit((Int128)price * r.Quantity - r.Subtotal, line.Path));
        var tax = included ? 0 : line.List("tax_lines").Sum(t => t.Amount("price", digits)) - gone.Sum(r => r.Tax);
        var variant = line.Text("variant_title");
        return new(id, line.Text("sku"), line.Text("title") ?? line.Text("name") ?? line.Text("sku") ?? id,
            Options(variant == "Default Title" ? null : variant, line), Math.Max(0, line.Count("quantity") - gone.Sum(r => r.Quantity)),
            price, discount - goneDiscount, tax);
    }

    // What a customer had written on the goods belongs to the variant; names with a line before them are the shop's own.
    private static string Options(string? variant, PayloadNode line) => string.Join(" / ", line.Pairs("properties", "name", "value")
        .Where(p => p.Name[0] != '_').Select(p => $"{p.Name}: {p.Value}").Prepend(variant).Where(o => o is not null));

    private static List<ChannelLine> Share(long all, List<ChannelLine> lines, PayloadNode order)
    {
        var left = all - lines.Sum(l => l.Discount);
        if (left <= 0 || lines.Count == 0) return lines;
        var shares = new Money(left, "").Allot(lines.Select(l => Math.Max(0, (long)Int128.Min((Int128)l.UnitPrice * l.Quantity - l.Discount,
            ExactAmount.Most))).ToList());
        return lines.Select((line, i) => line with { Discount = line.Discount + shares[i] }).ToList();
    }
}
