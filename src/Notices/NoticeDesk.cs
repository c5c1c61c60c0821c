using System.Collections.Concurrent;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>A letter to a customer that is to be written: about which fact of which order. It holds no personal data.</summary>
internal sealed record OrderLetterAsked(long Number, Guid Fact);

/// <summary>A letter to the staff, whole.</summary>
internal sealed record StaffLetterAsked(string Way, Letter Letter);

/// <summary>Ways that have just failed rest a while, so that a dead one holds nothing else up.</summary>
internal sealed class RestingWays(TimeProvider clock)
{
    private static readonly TimeSpan RestFor = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, DateTimeOffset> until = new();

    public bool Rests(string way) => until.TryGetValue(way, out var end) && end > clock.GetUtcNow();

    public void Rest(string way) => until[way] = clock.GetUtcNow() + RestFor;

    public void Wake(string way) => until.TryRemove(way, out _);
}

/// <summary>Takes letters from the outbox, writes those to customers, and gives them to their way.</summary>
internal sealed class NoticeDesk(ShopDb db, IEnumerable<INoticeWay> ways, RestingWays resting, OrderNews orders, ShopProfiles shop,
    PublicAddress address, ShopCalendar calendar) : IReceiver
{
    public const string ReceiverName = "notices";
    public const string OrderKind = "order";
    public const string StaffKind = "staff";

    public string Name => ReceiverName;

    public async Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        if (kind == OrderKind) return await ToCustomer(Json.Read<OrderLetterAsked>(payload), ct);
        var asked = Json.Read<StaffLetterAsked>(payload);
        return await By(asked.Way, asked.Letter, ct);
    }

    private async Task<Delivery> ToCustomer(OrderLetterAsked asked, CancellationToken ct)
    {
        if (await orders.Find(asked.Number, asked.Fact) is not { Email: not null } news) return Delivery.Done;
        var tongue = (Tongue)(await db.Query(AlertSql.WishOf, r => r.Int(0), asked.Number)).FirstOrDefault();
        var payBy = news.PayBy is { } at ? calendar.Local(at).ToString(tongue == Tongue.Zh ? "M月d日HH:mm" : "d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null;
        var link = address.Of($"/o/{OrderNumbers.Plain(news.Number)}?token={Uri.EscapeDataString(news.Token)}");
        var letter = OrderLetters.Of(news, await shop.Current(), link, payBy, tongue);
        await db.Rest();
        var delivery = await By(StaffWays.Mail, letter, ct);
        // A mailbox that does not exist is the customer's own affair: it is noted, and nobody is called for it.
        return delivery.State == MessageState.Dead ? new(MessageState.Done, delivery.Reason, null) : delivery;
    }

    private async Task<Delivery> By(string code, Letter letter, CancellationToken ct)
    {
        if (ways.FirstOrDefault(w => w.Code == code) is not { IsReady: true } way) return Delivery.Retry($"{code} is not set up");
        if (resting.Rests(code)) return Delivery.Retry($"{code} has just failed");
        var delivery = await way.Send(letter, ct);
        if (delivery.State == MessageState.Waiting) resting.Rest(code);
        else resting.Wake(code);
        return delivery;
    }
}
