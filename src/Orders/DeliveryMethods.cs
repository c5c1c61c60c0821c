using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Which provinces a method serves: those listed, or all but those.</summary>
public sealed record Reach(IReadOnlyList<string> Provinces, bool Excluded)
{
    public static readonly Reach Everywhere = new([], true);

    public bool Covers(string? province)
    {
        var listed = Provinces.Any(p => province is not null
            && (province.StartsWith(p, StringComparison.Ordinal) || p.StartsWith(province, StringComparison.Ordinal)));
        return Excluded ? !listed : listed;
    }
}

/// <summary>Where goods wait for those who come for them.</summary>
public sealed record PickupPoint(Text Address, Text Hours);

/// <summary>A way to bring goods to the customer, with what speaks for and against it.</summary>
/// <param name="Kind">courier, post, pickup or sf.</param>
/// <param name="FreeFrom">Goods worth this much or more travel free; null for never.</param>
/// <param name="Carrier">The carrier proposed when shipping.</param>
public sealed record DeliveryMethod(string Code, Text Name, string Kind, bool Enabled, Money Price, Money? FreeFrom,
    int DaysMin, int DaysMax, Reach Reach, Text Pros, Text Cons, string? Carrier, PickupPoint? Pickup)
{
    public bool IsPickup => Kind == "pickup";

    /// <summary>What this method costs for goods of this worth.</summary>
    public Money FreightFor(Money goods) => FreeFrom is { } free && goods >= free ? Money.Zero(goods.Currency) : Price;
}

/// <summary>The ways to deliver, in the order in which they are offered.</summary>
public sealed record DeliverySettings(IReadOnlyList<DeliveryMethod> Methods)
{
    public static DeliverySettings Default(string currency) => new(
    [
        new("courier", new("快递", "Courier"), "courier", true, new(1000, currency), new(9900, currency), 2, 4, Reach.Everywhere,
            new("价格适中，全国大部分地区都到", "Fair price, reaches most of the country"),
            new("偏远地区要多等一两天", "Remote places take a day or two more"), "zhongtong", null),
        new("post", new("邮政", "Post"), "post", true, new(800, currency), null, 4, 8, Reach.Everywhere,
            new("最便宜，乡镇村都到", "Cheapest, reaches every village"),
            new("慢，物流更新少", "Slow, with few tracking updates"), "youzhengguonei", null),
        new("pickup", new("自提", "Self-pickup"), "pickup", false, Money.Zero(currency), null, 0, 1, Reach.Everywhere,
            new("免运费，当天可取", "No freight, ready the same day"),
            new("要自己来，限营业时间", "You come yourself, in opening hours"), null, null),
        new("sf", new("顺丰", "SF Express"), "sf", true, new(2300, currency), null, 1, 2, Reach.Everywhere,
            new("最快，准时，服务好", "Fastest, punctual, good service"),
            new("运费较高", "Costs more"), "shunfeng", null),
    ]);
}

/// <summary>Reads the ways to deliver.</summary>
public sealed class DeliveryMethods(Settings settings, Cached<DeliverySettings> cached, ShopCurrency currency)
{
    internal const string Group = "delivery";

    public async ValueTask<DeliverySettings> Current() => await cached.Get(async () => (await Stored()).Value);

    internal Task<(DeliverySettings Value, long Version)> Stored() => settings.Get(Group, DeliverySettings.Default(currency.Code));

    /// <summary>Finds an enabled method by code or by its name in either language; the first one when nothing is asked.</summary>
    public async Task<Result<DeliveryMethod>> Find(string? asked)
    {
        var enabled = (await Current()).Methods.Where(m => m.Enabled).ToList();
        var found = string.IsNullOrEmpty(asked) ? enabled.FirstOrDefault()
            : enabled.Find(m => m.Code == asked || m.Name.Zh == asked || string.Equals(m.Name.En, asked, StringComparison.OrdinalIgnoreCase));
        if (found is not null) return found;
        var codes = string.Join(", ", enabled.Select(m => m.Code));
        return Refusal.Invalid("deliveryMethod", new($"没有这种配送方式，可选：{codes}", $"No such delivery method; choose one of: {codes}"));
    }
}

/// <summary>The currency in which this shop sells.</summary>
public sealed record ShopCurrency(string Code);
