using System.Globalization;
using System.Text;
using Guidan.Catalog;
using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Channels;

/// <summary>Reads channels' orders for lists, for one page, and for the customer who asks.</summary>
public sealed class ArrivalQueries
{
    private const int CountMost = 1_000;
    private const int BodyMost = 256 * 1024;
    private static readonly Statement Upward = Page("(a.since, a.channel, a.external_id) > ($4, $5, $6)", "");
    private static readonly Statement Downward = Page("(a.since, a.channel, a.external_id) < ($4, $5, $6)", " desc");
    private static readonly Statement WaitingOf = new(
        "select channel, count(*) from (select channel from channels_arrival where state = 0 limit $1) few group by channel");

    private readonly ShopDb db;
    private readonly ChannelShops shops;
    private readonly ArrivalBook arrivals;
    private readonly AlikeVariants alike;
    private readonly Caller caller;

    internal ArrivalQueries(ShopDb db, ChannelShops shops, ArrivalBook arrivals, AlikeVariants alike, Caller caller) =>
        (this.db, this.shops, this.arrivals, this.alike, this.caller) = (db, shops, arrivals, alike, caller);

    /// <summary>Waiting ones the oldest first, the others the newest first.</summary>
    public async Task<Result<Page<ArrivalRow>>> List(ArrivalState state, string? channel, string? cause, PageAsk ask)
    {
        var waiting = state == ArrivalState.Waiting;
        var place = Position(ask.After) ?? (waiting ? (DateTimeOffset.UnixEpoch, "", "") : (DateTimeOffset.UnixEpoch.AddYears(1_000), "", ""));
        var keys = await db.Query(waiting ? Upward : Downward, r => (r.Text(0), r.Text(1), r.Time(2)), (int)state, channel ?? "", cause ?? "",
            place.Item1, place.Item2, place.Item3, ask.Limit + 1);
        var page = Page<(string Channel, string Id, DateTimeOffset Since)>.From(keys, ask.Limit,
            k => $"{EngineValues.ToMicroseconds(k.Item3).ToString(CultureInfo.InvariantCulture)} {k.Item1} {k.Item2}");
        var ids = page.Items.Select(k => k.Id).ToList();
        var rows = (await db.Read<ChannelArrival>().Where(a => ids.Contains(a.ExternalId)).ToListAsync()).ToDictionary(a => (a.Channel, a.ExternalId));
        var suggested = waiting ? await Suggestions(rows.Values) : [];
        return page.Select(k => RowOf(rows[(k.Channel, k.Id)]) with { Suggested = suggested.GetValueOrDefault((k.Channel, k.Id)) });
    }

    // The first thing in the way is what the row tells and what its first button mends.
    private async Task<Dictionary<(string, string), ArrivalSuggestion>> Suggestions(IEnumerable<ChannelArrival> rows)
    {
        var (suggested, known) = (new Dictionary<(string, string), ArrivalSuggestion>(), new Dictionary<string, SellableVariant?>());
        foreach (var row in rows.Where(r => r.Cause == ArrivalCauses.Sku))
        {
            if (ProblemsOf(row)[0] is not { Theirs: { } theirs } problem) continue;
            var meant = await Meant(problem.Name ?? "") ?? await Meant(theirs);
            if (meant is not null)
                suggested[(row.Channel, row.ExternalId)] = new(theirs, meant.Sku, meant.Name.In(caller.Tongue), meant.Options.In(caller.Tongue));
        }
        return suggested;

        async Task<SellableVariant?> Meant(string words) => known.TryGetValue(words, out var before) ? before : known[words] = await alike.Find(words);
    }

    /// <summary>One order with its problems and, for those who may see it, what the channel sent.</summary>
    public async Task<Result<ArrivalDetail>> Find(string channel, string externalId)
    {
        var arrival = await db.Read<ChannelArrival>().FirstOrDefaultAsync(a => a.Channel == channel && a.ExternalId == externalId);
        if (arrival is null) return Refusal.NotFound("arrival.unknown", new("这张渠道订单", "This order of the channel"));
        var message = await db.Read<InboxMessage>().FirstOrDefaultAsync(m => m.Id == arrival.InboxId);
        var order = message is null ? null : ChannelInbox.Read(shops, channel, message)?.Order;
        var goods = order is null ? [] : await arrivals.GoodsOf(channel, order);
        Money? M(long? amount) => order is null || amount is null ? null : new Money(amount.Value, order.Currency);
        return new ArrivalDetail(RowOf(arrival), ProblemsOf(arrival).Select(Seen).ToList(), RecipientOf(arrival), arrival.IsMended,
            order?.Lines.Select(l =>
            {
                var ours = goods.GetValueOrDefault(ArrivalCheck.TheirsOf(l));
                return new ArrivalLineView(l.ExternalId, ArrivalCheck.TheirsOf(l), l.Name, l.Options, l.Quantity, new(l.UnitPrice, order.Currency),
                    new(l.Discount, order.Currency), new(l.Tax, order.Currency), ours?.Sku, ours?.Name.In(caller.Tongue));
            }).ToList() ?? [], M(order?.Goods), M(order?.Discount), M(order?.Freight), M(order?.Tax), M(order?.Refunded), order?.Note,
            message is null ? null : new(message.EventKey, message.ReceivedAt, message.BodyHash, SeesPeople && message.Body.Length <= BodyMost
                ? Encoding.UTF8.GetString(message.Body) : null));
    }

    /// <summary>How many wait, by channel; counted up to a thousand.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Waiting() =>
        (await db.Query(WaitingOf, r => (r.Text(0), r.Int(1)), CountMost)).ToDictionary(r => r.Item1, r => r.Item2);

    /// <summary>What waits since when, by the kind of its case, the oldest first; a thousand at the most.</summary>
    public async Task<IReadOnlyList<(string Kind, DateTimeOffset Since)>> Standing() =>
        (await db.Read<ChannelArrival>().Where(a => a.State == ArrivalState.Waiting).OrderBy(a => a.Since).Select(a => new { a.Cause, a.Since })
            .Take(CountMost).ToListAsync()).ConvertAll(a => (ArrivalCauses.CaseOf(a.Cause ?? ArrivalCauses.Refused), a.Since));

    /// <summary>What the customer with this phone is told of the order with this number of another shop; null when it is not his.</summary>
    public async Task<ArrivalTruth?> ForCustomer(string number, string phone)
    {
        var names = ExternalNumbers.Spellings(number);
        if (names.Count == 0 || phone.Length > 40) return null;
        var index = arrivals.IndexOf(phone);
        var found = await db.Read<ChannelArrival>().Where(a => names.Contains(a.ExternalNumber) && a.State != ArrivalState.Placed)
            .OrderByDescending(a => a.Since).Take(ExternalNumbers.Most).ToListAsync();
        return found.Find(a => a.PhoneIndex is { } kept && kept.AsSpan().SequenceEqual(index)) is not { } arrival ? null
            : new(TitleOf(arrival.Channel), arrival.ExternalNumber,
                arrival.State == ArrivalState.Waiting ? ArrivalCauses.CaseOf(arrival.Cause ?? ArrivalCauses.Refused) : null,
                ArrivalCauses.Of(arrival.Cause).Ended, arrival.Since);
    }

    internal Text TitleOf(string channel) => shops.Find(channel)?.Title ?? Text.Same(channel);

    private bool SeesPeople => caller.Permissions.Contains("customers.personal");

    private ArrivalRow RowOf(ChannelArrival a)
    {
        var cause = a.Cause is null ? null : ArrivalCauses.Of(a.Cause);
        var buyer = arrivals.BuyerOf(a);
        return new(a.Channel, TitleOf(a.Channel).In(caller.Tongue), a.ExternalId, a.ExternalNumber, a.State, a.Cause, cause?.Title.In(caller.Tongue),
            ProblemsOf(a).FirstOrDefault()?.Sentence.In(caller.Tongue), cause?.Remedy.In(caller.Tongue), cause?.Remedies ?? [],
            buyer is null ? null : new(SeesPeople ? buyer.Contact.Name : Masks.Name(buyer.Contact.Name),
                Masks.Phone(Phones.Normalize(buyer.Contact.Phone ?? "")), buyer.Address?.City ?? ""),
            ArrivalBook.AmountOf(a), a.Payment, a.Since, a.ChangedAt == DateTimeOffset.UnixEpoch ? null : a.ChangedAt, a.Attempts, a.TriedAt,
            a.OrderNumber is { } number ? OrderNumbers.Plain(number) : null, a.Reason);
    }

    private ProblemView Seen(ArrivalProblem p) => new(p.Cause, p.Sentence.In(caller.Tongue), p.Theirs, p.Name, p.Sku, p.Field, p.Asked, p.Available,
        p.Expected, p.Actual);

    private RecipientView? RecipientOf(ChannelArrival a)
    {
        if (arrivals.BuyerOf(a) is not { } buyer) return null;
        var (contact, address) = (buyer.Contact, buyer.Address ?? new Address());
        return SeesPeople
            ? new(contact.Name, contact.Phone, contact.Email, address.Country, address.Province, address.City, address.District, address.Line, address.Postcode)
            : new(Masks.Name(contact.Name), Masks.Phone(Phones.Normalize(contact.Phone ?? "")), contact.Email is { } mail ? Masks.Email(mail) : null,
                address.Country, address.Province, address.City, address.District, address.Line is null ? null : "****", address.Postcode);
    }

    private static List<ArrivalProblem> ProblemsOf(ChannelArrival a) => a.Problems is null ? [] : Json.Read<List<ArrivalProblem>>(a.Problems);

    private static Statement Page(string place, string direction) => new(
        $"""
        select a.channel, a.external_id, a.since from channels_arrival a
        where a.state = $1 and ($2 = '' or a.channel = $2) and ($3 = '' or a.cause = $3) and {place}
        order by a.since{direction}, a.channel{direction}, a.external_id{direction} limit $7
        """);

    private static (DateTimeOffset, string, string)? Position(string? after)
    {
        var parts = (after ?? "").Split(' ', 3);
        return parts.Length == 3 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at) ? (EngineValues.FromMicroseconds(at), parts[1], parts[2]) : null;
    }
}
