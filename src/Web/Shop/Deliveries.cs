using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Web.Storefront;

/// <summary>How goods reach the customer and when, and how they are paid.</summary>
public sealed class Deliveries(DeliveryMethods methods, PaymentMethods payments, ShopCalendar calendar, TimeProvider clock)
{
    /// <summary>Orders paid before this hour of the shop's day leave on the same day.</summary>
    private const int LastHour = 16;
    private const int FewProvinces = 6;

    public async Task<IReadOnlyList<DeliveryMethod>> Enabled() => (await methods.Current()).Methods.Where(m => m.Enabled).ToList();

    /// <summary>The method that most choose: the first that brings the goods.</summary>
    public async Task<DeliveryMethod?> Usual() => (await Enabled()).FirstOrDefault(m => !m.IsPickup);

    /// <summary>When what is paid next leaves the house.</summary>
    public (DateTimeOffset PayBefore, DateOnly Ships) Next()
    {
        var now = clock.GetUtcNow();
        var today = calendar.DateOf(now);
        var close = calendar.StartOf(today).AddHours(LastHour);
        return now < close ? (close, today) : (calendar.StartOf(today.AddDays(1)).AddHours(LastHour), today.AddDays(1));
    }

    public async Task<ShippingPromise> Promise(string currency)
    {
        var (before, ships) = Next();
        var usual = await Usual();
        return usual is null ? new(before, ships, ships, ships, new("自提", "Pickup"), Money.Zero(currency), null)
            : new(before, ships, ships.AddDays(usual.DaysMin), ships.AddDays(usual.DaysMax), usual.Name, usual.Price, usual.FreeFrom);
    }

    public async Task<IReadOnlyList<DeliveryChoice>> Choices(string province, Language l)
    {
        var (_, ships) = Next();
        return (await Enabled()).Select(m => new DeliveryChoice(m.Code, m.Name, m.Price, m.FreeFrom, SpeedOf(m, ships, l), ReachOf(m), m.Pros, m.Cons,
            province.Length > 0 && !m.IsPickup && !m.Reach.Covers(province)
                ? new($"{m.Name.Zh}不到{Regions.ShortProvince(province)}，换一种", $"{m.Name.En} does not reach {Regions.NameOf(province).En}; choose another") : null,
            m.Pickup?.Address, m.IsPickup)).ToList();
    }

    private static Text SpeedOf(DeliveryMethod method, DateOnly ships, Language l)
    {
        if (method.IsPickup) return Text.Same(l[$"{l.Date(ships.AddDays(method.DaysMax))}起可取", $"ready from {l.Date(ships.AddDays(method.DaysMax))}"]);
        var days = l.Days(ships.AddDays(method.DaysMin), ships.AddDays(method.DaysMax));
        return Text.Same(l[$"{days}送到", $"arrives {days}"]);
    }

    private static Text ReachOf(DeliveryMethod method)
    {
        if (method.IsPickup) return new("到店取", "At the shop");
        var names = method.Reach.Provinces;
        if (names.Count == 0) return method.Reach.Excluded ? new("全国都到", "Everywhere in China") : new("暂不送货", "Nowhere for now");
        var few = names.Take(FewProvinces).Select(Regions.NameOf).ToList();
        var more = names.Count > FewProvinces;
        var (zh, en) = (string.Join("、", few.Select(n => n.Zh)) + (more ? "等" : ""), string.Join(", ", few.Select(n => n.En)) + (more ? " and others" : ""));
        return method.Reach.Excluded ? new($"不到{zh}", $"Not to {en}") : new($"只到{zh}", $"Only to {en}");
    }

    /// <summary>In the merchant's order. Where none can take money now, all are shown and the order waits for its payment.</summary>
    public async Task<IReadOnlyList<PaymentChoice>> Payments(ShopWords words)
    {
        var offered = (await payments.Offered(Tongue.Zh)).Select(o => o.Code).ToHashSet();
        var enabled = (await payments.Current()).Methods.Where(m => m.Enabled).ToList();
        return enabled.Where(m => offered.Count == 0 || offered.Contains(m.Code))
            .Select(m => new PaymentChoice(m.Code, m.Name, words.PaymentNotes.GetValueOrDefault(m.Code), null)).ToList();
    }

    public async Task<Text> PaymentName(string? code) =>
        (await payments.Current()).Methods.FirstOrDefault(m => m.Code == code)?.Name ?? new("付款方", "the payment provider");
}
