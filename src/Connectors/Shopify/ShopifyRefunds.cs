namespace Guidan.Connectors;

/// <summary>Goods that were taken out of an order without money going back.</summary>
/// <param name="Subtotal">After discounts; with tax where prices contain it.</param>
internal sealed record RemovedGoods(string LineId, long Quantity, long Subtotal, long Tax);

/// <summary>What a Shopify order's refunds say: money that went back, and goods that editing the order took out.</summary>
internal sealed record ShopifyRefunds(long Paid, IReadOnlyList<RemovedGoods> Removed)
{
    public static ShopifyRefunds Read(Payload payload, PayloadNode order, int digits)
    {
        Int128 paid = 0;
        var removed = new List<RemovedGoods>();
        foreach (var refund in order.List("refunds"))
        {
            var moneys = refund.List("transactions").Where(t => t.Text("kind") == "refund").ToList();
            foreach (var money in moneys.Where(t => t.Text("status") is null or "success")) paid += money.Amount("amount", digits);
            if (moneys.Count > 0) continue;
            removed.AddRange(refund.List("refund_line_items").Select(line => new RemovedGoods(
                line.Text("line_item_id") ?? "", line.Count("quantity"), line.Amount("subtotal", digits), line.Amount("total_tax", digits))));
        }
        return new(payload.Fit(paid, "refunds"), removed);
    }
}
