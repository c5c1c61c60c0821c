using Guidan.Catalog;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Channels;

/// <summary>Opens the rows of channels' orders and lets them wait, be placed or be dismissed; in the use cases' transactions.</summary>
internal sealed class ArrivalBook(ShopDb db, ChannelShops shops, SellableVariants variants, Sealer sealer, Cases cases, LiveFeed live, TimeProvider clock)
{
    /// <summary>Locks the row of an order, opening it when it is heard of for the first time. Whoever changes it saves it.</summary>
    public async Task<ChannelArrival> Open(string channel, string externalId, string externalNumber, Guid inbox, DateTimeOffset changedAt)
    {
        var now = clock.GetUtcNow();
        if (await db.Execute(ChannelSql.Open, channel, externalId, externalNumber, inbox, changedAt, now) == 0) return (await Find(channel, externalId))!;
        return new()
        {
            Channel = channel, ExternalId = externalId, ExternalNumber = externalNumber, InboxId = inbox, ChangedAt = changedAt,
            Since = now, TriedAt = now, Attempts = 1,
        };
    }

    /// <summary>Locks a row that is there; null when there is none. Whoever changes it saves it.</summary>
    public async Task<ChannelArrival?> Find(string channel, string externalId) =>
        await db.Execute(ChannelSql.Lock, channel, externalId, clock.GetUtcNow()) == 0 ? null
            : (await db.Query(ChannelSql.Read, r => Read(channel, externalId, r), channel, externalId)).Single();

    /// <summary>Writes what became of a locked row, with the rest of the transaction.</summary>
    public void Save(ChannelArrival a) => db.Later(ChannelSql.Write, [a.Channel, a.ExternalId, a.ExternalNumber, (int)a.State, a.Cause, a.Problems, a.InboxId,
        a.ChangedAt, a.OrderNumber, a.Amount, a.Currency, (int)a.Payment, a.Buyer, a.IsMended, a.PhoneIndex, a.IsPriceAccepted, a.Reason]);

    private static ChannelArrival Read(string channel, string externalId, Row r) => new()
    {
        Channel = channel, ExternalId = externalId, ExternalNumber = r.Text(0), State = (ArrivalState)r.Int(1), Cause = r.TextOrNull(2),
        Problems = r.TextOrNull(3), InboxId = r.Id(4), ChangedAt = r.Time(5), OrderNumber = r.LongOrNull(6), Amount = r.Long(7), Currency = r.TextOrNull(8),
        Payment = (ChannelPayment)r.Int(9), Buyer = r.BytesOrNull(10), IsMended = r.Flag(11), PhoneIndex = r.BytesOrNull(12), IsPriceAccepted = r.Flag(13),
        Since = r.Time(14), Attempts = r.Int(15), TriedAt = r.Time(16), Reason = r.TextOrNull(17),
    };

    /// <summary>The order as the body has it that counts so far; null when that cannot be read.</summary>
    public async Task<ChannelOrder?> BodyOf(ChannelArrival arrival) =>
        await db.Read<InboxMessage>().FirstOrDefaultAsync(m => m.Id == arrival.InboxId) is { } message
            ? ChannelInbox.Read(shops, arrival.Channel, message)?.Order : null;

    /// <summary>Our goods for what a channel's order calls its goods.</summary>
    public async Task<Dictionary<string, SellableVariant>> GoodsOf(string channel, ChannelOrder order)
    {
        var ours = new Dictionary<string, string>();
        foreach (var theirs in order.Lines.Select(ArrivalCheck.TheirsOf).Distinct())
            ours[theirs] = (await db.Query(ChannelSql.OurName, r => r.Text(0), channel, theirs)).FirstOrDefault() ?? theirs;
        var found = await variants.Find(ours.Values.Distinct().ToList());
        return ours.Where(o => found.ContainsKey(o.Value)).ToDictionary(o => o.Key, o => found[o.Value]);
    }

    /// <summary>The order waits, visibly: its causes stand in its row, and a case tells of the first.</summary>
    public async Task Wait(ChannelArrival arrival, IReadOnlyList<ArrivalProblem> problems)
    {
        var before = arrival.State == ArrivalState.Waiting ? arrival.Cause : null;
        var first = problems[0];
        (arrival.State, arrival.Cause, arrival.Problems) = (ArrivalState.Waiting, first.Cause, Json.Write(problems));
        if (before is not null && before != first.Cause) await cases.Close(ArrivalCauses.CaseOf(before), arrival.Subject, "another cause now");
        var cause = ArrivalCauses.Of(first.Cause);
        var (number, channel) = (arrival.ExternalNumber, shops.Find(arrival.Channel)?.Title ?? Text.Same(arrival.Channel));
        await cases.Open(ArrivalCauses.CaseOf(first.Cause), arrival.Subject,
            new($"{channel.Zh}的订单{number}还没归单：{first.Sentence.Zh}", $"Order {number} of {channel.En} is not home: {first.Sentence.En}"),
            cause.Remedy, amount: AmountOf(arrival), since: arrival.Since, reopen: true);
        db.Record("arrival:" + arrival.Subject, before, first.Cause);
        Tell(arrival);
    }

    /// <summary>The order is here.</summary>
    public async Task Placed(ChannelArrival arrival, long number)
    {
        await CloseCase(arrival, "placed as " + OrderNumbers.Plain(number));
        (arrival.State, arrival.Cause, arrival.Problems, arrival.OrderNumber) = (ArrivalState.Placed, null, null, number);
        db.Record("arrival:" + arrival.Subject, "waiting", "placed as " + OrderNumbers.Plain(number));
        Tell(arrival);
    }

    /// <summary>The order will not be placed; its record stays.</summary>
    public async Task Dismiss(ChannelArrival arrival, string cause, string? reason = null, string actor = "system")
    {
        await CloseCase(arrival, reason ?? cause, actor);
        (arrival.State, arrival.Cause, arrival.Reason) = (ArrivalState.Dismissed, cause, reason);
        db.Record("arrival:" + arrival.Subject, "waiting", "dismissed: " + cause, reason);
        Tell(arrival);
    }

    /// <summary>Who receives it, as it counts now.</summary>
    public Recipient? BuyerOf(ChannelArrival arrival) => arrival.Buyer is { } box
        ? Json.Read<Recipient>(sealer.Open(box, PlaceOf(arrival))) : null;

    /// <summary>Keeps who receives it, sealed, and findable by phone.</summary>
    public void Keep(ChannelArrival arrival, Recipient buyer)
    {
        arrival.Buyer = sealer.Seal(Json.Write(buyer), PlaceOf(arrival));
        arrival.PhoneIndex = string.IsNullOrWhiteSpace(buyer.Contact.Phone) ? null : IndexOf(buyer.Contact.Phone);
    }

    /// <summary>The blind index of a phone number.</summary>
    public byte[] IndexOf(string phone) => sealer.Index("phone", Phones.Normalize(phone));

    public static Money? AmountOf(ChannelArrival arrival) => arrival.Currency is { } currency ? new Money(arrival.Amount, currency) : null;

    private async Task CloseCase(ChannelArrival arrival, string outcome, string actor = "system")
    {
        if (arrival is { State: ArrivalState.Waiting, Cause: { } cause }) await cases.Close(ArrivalCauses.CaseOf(cause), arrival.Subject, outcome, actor);
    }

    private void Tell(ChannelArrival arrival)
    {
        var key = arrival.Subject;
        db.AfterCommit(() => live.Publish("arrival", key));
    }

    private static string PlaceOf(ChannelArrival arrival) => "channels_arrival.buyer." + arrival.Subject;
}
