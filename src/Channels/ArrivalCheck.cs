using Guidan.Catalog;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>What the merchant accepts from channels.</summary>
/// <param name="PricePercent">How far a channel's unit price may be from ours; null for any price.</param>
public sealed record IntakeSettings(int? PricePercent = null);

/// <summary>Decides whether a channel's order can become an order here; pure.</summary>
internal static class ArrivalCheck
{
    private const long UnitsMost = 1_000_000;
    private const long AmountMost = 1_000_000_000_000;

    /// <summary>Either the order as it will be placed, or everything that is in the way, the first thing to do first.</summary>
    /// <param name="skus">Our SKU for each SKU of the channel, where it is known.</param>
    public static (IntakeOrder? Order, IReadOnlyList<ArrivalProblem> Problems) Of(string channel, ChannelOrder order, Recipient recipient,
        IReadOnlyDictionary<string, SellableVariant> skus, string currency, IntakeSettings settings, bool accepted, DateTimeOffset now)
    {
        var problems = new List<ArrivalProblem>();
        if (order.Currency != currency)
            problems.Add(new(ArrivalCauses.Currency, new($"渠道收的是{order.Currency}，本店卖的是{currency}", $"The channel took {order.Currency}, this shop sells in {currency}")));
        var sums = SumsOf(order);
        if (sums is { } fault && (!accepted || fault.Field == Absurd)) problems.Add(fault);
        problems.AddRange(order.Lines.Where(l => !skus.ContainsKey(TheirsOf(l))).DistinctBy(TheirsOf).Select(Unknown));
        if (settings.PricePercent is { } percent && !accepted && order.Currency == currency)
            problems.AddRange(order.Lines.Where(l => skus.ContainsKey(TheirsOf(l)))
                .Where(l => IsFar(l.UnitPrice, skus[TheirsOf(l)].Price.Amount, percent)).Select(l => Dear(l, skus[TheirsOf(l)], currency)));
        problems.AddRange(Mendable(recipient).Select(e => new ArrivalProblem(ArrivalCauses.Address, e.Value, Field: e.Key)));
        if (problems.Count > 0) return (null, problems.OrderBy(p => ArrivalCauses.RankOf(p.Cause)).ToList());
        return (Placed(channel, order, recipient, skus, now), []);
    }

    /// <summary>What is missing of a recipient; abroad not every place has a province.</summary>
    public static Dictionary<string, Text> Mendable(Recipient recipient)
    {
        var errors = recipient.Check(needsAddress: true);
        if (recipient.Address?.Country is null or "" or "CN" or "中国") return errors;
        if (string.IsNullOrWhiteSpace(recipient.Address.Province)) errors.Remove("shippingAddress.province");
        return errors;
    }

    /// <summary>A channel's recipient in our words.</summary>
    public static Recipient RecipientOf(ChannelRecipient r) => new(new(r.Name ?? "", r.Phone, string.IsNullOrWhiteSpace(r.Email) ? null : r.Email),
        new(r.Country, r.Province, r.City, r.District, r.Line, r.Postcode));

    private const string Absurd = "absurd";

    private static ArrivalProblem? SumsOf(ChannelOrder o)
    {
        if (o.Lines.Count == 0 || o.Lines.Any(l => l.Quantity is < 1 or > UnitsMost || l.UnitPrice < 0 || l.Discount < 0 || l.Tax < 0)
            || ((long[])[o.Goods, o.Discount, o.Freight, o.Tax, o.Total, o.Refunded]).Any(a => a is < 0 or > AmountMost)
            || o.Lines.Any(l => l.UnitPrice > AmountMost / l.Quantity || l.Discount > l.UnitPrice * l.Quantity))
            return new(ArrivalCauses.Price, new("没有商品，或数量、金额是负的或大得离谱", "It has no goods, or quantities or amounts are negative or absurd"), Field: Absurd);
        var goods = o.Lines.Sum(l => l.UnitPrice * l.Quantity);
        var total = goods - o.Lines.Sum(l => l.Discount) + o.Freight + o.Tax;
        if (goods == o.Goods && o.Lines.Sum(l => l.Discount) == o.Discount && total == o.Total) return null;
        return new(ArrivalCauses.Price, new($"各行加起来是{new Money(total, o.Currency).Show()}，渠道的合计是{new Money(o.Total, o.Currency).Show()}",
            $"The lines add up to {new Money(total, o.Currency).Show()}, the channel's total is {new Money(o.Total, o.Currency).Show()}"),
            Expected: new(total, o.Currency), Actual: new(o.Total, o.Currency));
    }

    private static ArrivalProblem Unknown(ChannelLine line) => new(ArrivalCauses.Sku, line.Sku is { } sku
            ? sku == line.Name ? new($"渠道货号{sku}不知道是哪件商品", $"The channel's SKU {sku} is not known here")
            : new($"渠道货号{sku}（{line.Name}）不知道是哪件商品", $"The channel's SKU {sku} ({line.Name}) is not known here")
            : new($"“{line.Name}”没有货号", $"“{line.Name}” has no SKU"),
        Theirs: TheirsOf(line), Name: line.Options.Length > 0 ? $"{line.Name} {line.Options}" : line.Name, Asked: line.Quantity);

    /// <summary>What a line's goods are called at the channel: its SKU, or its name where it has none.</summary>
    public static string TheirsOf(ChannelLine line) => line.Sku ?? "name:" + line.Name + (line.Options.Length > 0 ? " " + line.Options : "");

    private static bool IsFar(long theirs, long ours, int percent) => (Int128)Math.Abs(theirs - ours) * 100 > (Int128)ours * percent;

    private static ArrivalProblem Dear(ChannelLine line, SellableVariant ours, string currency) => new(ArrivalCauses.Price,
        new($"{ours.Sku}渠道卖{new Money(line.UnitPrice, currency).Show()}，本店{ours.Price.Show()}",
            $"{ours.Sku} is {new Money(line.UnitPrice, currency).Show()} at the channel and {ours.Price.Show()} here"),
        line.Sku, line.Name, ours.Sku, Expected: ours.Price, Actual: new(line.UnitPrice, currency));

    // What a person accepted although it does not add up becomes freight or a discount: the channel's total is what was paid.
    private static IntakeOrder Placed(string channel, ChannelOrder o, Recipient recipient, IReadOnlyDictionary<string, SellableVariant> skus, DateTimeOffset now)
    {
        var goods = o.Lines.Sum(l => l.UnitPrice * l.Quantity);
        var discounts = o.Lines.Select(l => l.Discount).ToArray();
        var (freight, tax) = (o.Freight, o.Tax);
        var missing = o.Total - (goods - discounts.Sum() + freight + tax);
        if (missing > 0) freight += missing;
        if (missing < 0) (freight, tax) = Lower(-missing, discounts, o.Lines, freight, tax);
        var taxes = TaxesOf(o, tax);
        return new IntakeOrder(channel, o.ExternalNumber, o.CreatedAt < now ? o.CreatedAt : now, o.Currency, goods, discounts.Sum(), freight, tax, o.Total,
            o.Lines.Select((l, i) => new IntakeLine(skus[TheirsOf(l)], l.Quantity, l.UnitPrice, discounts[i], taxes[i])).ToList(),
            recipient, o.PaymentMethod, o.Note);
    }

    private static (long Freight, long Tax) Lower(long by, long[] discounts, IReadOnlyList<ChannelLine> lines, long freight, long tax)
    {
        for (var i = 0; i < discounts.Length && by > 0; i++)
        {
            var part = Math.Min(by, lines[i].UnitPrice * lines[i].Quantity - discounts[i]);
            discounts[i] += part;
            by -= part;
        }
        var ofFreight = Math.Min(by, freight);
        return (freight - ofFreight, tax - (by - ofFreight));
    }

    // Lines carry their own tax; what is on the order alone, such as tax on freight, is shared out by worth.
    private static long[] TaxesOf(ChannelOrder o, long tax)
    {
        var own = o.Lines.Select(l => l.Tax).ToArray();
        if (own.Sum() > tax) return new Money(tax, o.Currency).Allot(o.Lines.Select(l => l.UnitPrice * l.Quantity).ToList());
        var rest = new Money(tax - own.Sum(), o.Currency).Allot(o.Lines.Select(l => l.UnitPrice * l.Quantity).ToList());
        return own.Select((t, i) => t + rest[i]).ToArray();
    }
}
