using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>What is asked for: a SKU and how many.</summary>
public sealed record LineAsked(string Sku, long Quantity);

/// <summary>One priced line; amounts in minor units.</summary>
internal sealed record PricedLine(SellableVariant Variant, long Quantity, long Discount, long Freight)
{
    public long Goods => Variant.Price.Amount * Quantity;
    public long Total => Goods - Discount;
}

/// <summary>A priced basket. Discount and freight are shared out over the lines so that every line knows its part.</summary>
internal sealed record Priced(IReadOnlyList<PricedLine> Lines, string Currency, long Goods, long Discount, long Freight)
{
    public long Total => Goods - Discount + Freight;
    public long Units => Lines.Sum(l => l.Quantity);

    /// <summary>Prices lines; pure.</summary>
    /// <param name="freightFor">What the chosen delivery costs for goods of this worth.</param>
    public static Priced Of(IReadOnlyList<(SellableVariant Variant, long Quantity)> lines, string currency, Func<Money, Money> freightFor)
    {
        long goods = 0;
        foreach (var (variant, quantity) in lines) goods = checked(goods + variant.Price.Amount * quantity);
        var freight = freightFor(new Money(goods, currency));
        var shares = freight.Allot(lines.Select(l => l.Variant.Price.Amount * l.Quantity).ToArray());
        return new(lines.Select((l, i) => new PricedLine(l.Variant, l.Quantity, 0, shares[i])).ToList(), currency, goods, 0, freight.Amount);
    }
}

/// <summary>Reads prices and refuses what cannot be sold.</summary>
internal sealed class Pricing(SellableVariants variants, Limits limits, ShopCurrency currency)
{
    /// <summary>Merges lines of one SKU and finds their variants; refuses unknown, unlisted and absurd ones by field.</summary>
    public async Task<Result<IReadOnlyList<(SellableVariant Variant, long Quantity)>>> Find(IReadOnlyList<LineAsked> asked)
    {
        if (asked.Count == 0) return Refusal.Invalid("lines", new("订单里没有商品", "The order has no goods"));
        if (asked.Count > limits.OrderLines)
            return Refusal.Invalid("lines", new($"一单最多{limits.OrderLines}种商品", $"An order has at most {limits.OrderLines} lines"));
        var errors = new Dictionary<string, Text>();
        for (var i = 0; i < asked.Count; i++)
        {
            if (asked[i].Quantity < 1 || asked[i].Quantity > limits.LineUnits)
                errors[$"lines[{i}].quantity"] = new($"数量应在1到{limits.LineUnits}之间", $"The quantity is between 1 and {limits.LineUnits}");
        }
        if (errors.Count > 0) return Refusal.Invalid(errors);
        var found = await variants.Find(asked.Select(l => l.Sku).Distinct().ToList());
        for (var i = 0; i < asked.Count; i++)
        {
            if (!found.TryGetValue(asked[i].Sku, out var variant) || !variant.IsListed || variant.Price.Currency != currency.Code)
                errors[$"lines[{i}].sku"] = new($"{asked[i].Sku} 没有在售", $"{asked[i].Sku} is not for sale");
        }
        if (errors.Count > 0) return Refusal.Invalid(errors);
        // Two lines of one SKU are one demand: each alone could pass a check that both together fail.
        return asked.GroupBy(l => l.Sku).Select(g => (found[g.Key], g.Sum(l => l.Quantity))).ToList();
    }
}
