using Guidan.Kernel;
using Guidan.Inventory;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>
/// What this process remembers between beats: which channels sell a SKU, and that stock has come which waiting orders
/// may take. It is a hint; the rows decide.
/// </summary>
internal sealed class ChannelBoard
{
    private volatile IReadOnlyDictionary<string, string[]> sellers = new Dictionary<string, string[]>();
    private int stockCame = 1;

    /// <summary>Channels that know one of our SKUs and can be told.</summary>
    public string[] SellersOf(string sku) => sellers.TryGetValue(sku, out var channels) ? channels : [];

    public void Learn(IReadOnlyDictionary<string, string[]> known) => sellers = known;

    public void StockCame() => Volatile.Write(ref stockCame, 1);

    /// <summary>True once after stock has come.</summary>
    public bool TakeStockCame() => Interlocked.Exchange(ref stockCame, 0) == 1;

    /// <summary>When the last look at everything was.</summary>
    public long LookedAt { get; set; } = long.MinValue;

    /// <summary>The next beat looks at everything again.</summary>
    public void LookSoon() => LookedAt = long.MinValue;
}

/// <summary>Writes what channels must be told, in the transaction in which it happens.</summary>
internal sealed class ChannelNews(ShopDb db, ChannelShops shops, ChannelBoard board, Outbox outbox, OutboxSignal signal, TimeProvider clock)
    : IShipmentFollower, IStockFollower
{
    // Several changes within this time are one message.
    private static readonly TimeSpan StockPause = TimeSpan.FromSeconds(2);

    internal sealed record StockMessage(string Sku);

    public void Shipped(ShippedNews news)
    {
        if (shops.Find(news.Channel) is not { } shop) return;
        var (receiver, plain) = (ChannelShops.SourceOf(news.Channel), OrderNumbers.Plain(news.Number));
        if (shop.CanPoll) outbox.Send(receiver, plain, "shipment", news);
        // A stream of its own: what is said here does not wait for a channel that is away.
        if (news.Completes) outbox.Send(receiver, "left:" + plain, "left", news);
    }

    public void Changed(string sku, long available)
    {
        if (available > 0) db.AfterCommit(board.StockCame);
        foreach (var channel in board.SellersOf(sku)) Tell(channel, sku);
    }

    /// <summary>A channel sells this SKU: it is told how many there are, now and from now on.</summary>
    public void Known(string channel, string sku)
    {
        if (shops.Find(channel) is not { CanPoll: true }) return;
        Tell(channel, sku);
        db.AfterCommit(board.LookSoon);
    }

    private void Tell(string channel, string sku)
    {
        var now = clock.GetUtcNow();
        db.Later(ChannelSql.TellOnce, [OrderedId.At(now), ChannelShops.SourceOf(channel), "sku:" + sku, Json.Write(new StockMessage(sku)), now,
            now + StockPause], rows: null);
        db.AfterCommit(signal.Wake);
    }
}

/// <summary>Tells one channel what happened here: parcels that left, and how much of a SKU can be sold now.</summary>
internal sealed class TellChannel(string channel, ShopDb db, ChannelShops shops, ArrivalBook arrivals, FollowChannelOrder follow, Stock stock) : IReceiver
{
    private static readonly Statement TheirNames = new("select theirs from channels_sku where channel = $1 and sku = $2 order by theirs");

    public string Name => ChannelShops.SourceOf(channel);

    public async Task<Delivery> Deliver(string kind, string payload, CancellationToken ct)
    {
        if (kind == "left") return await Left(Json.Read<ShippedNews>(payload).Number);
        if (shops.Find(channel) is not { CanPoll: true } shop) return Delivery.Dead($"{channel} cannot be told");
        if (!shop.IsConfigured) return Delivery.Retry($"{channel} is not configured");
        return kind == "shipment" ? await Shipment(shop, Json.Read<ShippedNews>(payload), ct)
            : await Level(shop, Json.Read<ChannelNews.StockMessage>(payload).Sku, ct);
    }

    private async Task<Delivery> Left(long number)
    {
        if (Of(number) is { } arrival) await db.Housekeep(() => follow.Shipped(arrival));
        return Delivery.Done;
    }

    private ChannelArrival? Of(long number) => db.Read<ChannelArrival>().FirstOrDefault(a => a.OrderNumber == number && a.Channel == channel);

    private async Task<Delivery> Shipment(IChannelShop shop, ShippedNews news, CancellationToken ct)
    {
        if (Of(news.Number) is not { } arrival || db.Read<InboxMessage>().FirstOrDefault(m => m.Id == arrival.InboxId) is not { } message
            || ChannelInbox.Read(shops, channel, message)?.Order is not { } order) return Delivery.Dead("the channel's own order is not readable");
        var goods = await arrivals.GoodsOf(channel, order);
        await db.Rest();
        var left = news.Lines.ToDictionary(l => l.Sku, l => l.Quantity);
        var lines = new List<ChannelShipmentLine>();
        foreach (var line in order.Lines)
        {
            var ours = goods.GetValueOrDefault(ArrivalCheck.TheirsOf(line))?.Sku;
            if (ours is null || !left.TryGetValue(ours, out var units) || units == 0) continue;
            var part = Math.Min(units, line.Quantity);
            left[ours] -= part;
            lines.Add(new(line.ExternalId, line.Sku ?? "", part));
        }
        return Of(await shop.TellShipment(new(arrival.ExternalId, arrival.ExternalNumber, $"{OrderNumbers.Plain(news.Number)}-{news.UnitsSoFar}",
            news.Carrier, news.Tracking, news.At, lines, news.Completes), ct));
    }

    // The message says only which SKU: the figure is read when it is told, so that an old one never overtakes a new one.
    private async Task<Delivery> Level(IChannelShop shop, string sku, CancellationToken ct)
    {
        var available = (await stock.Levels(sku)).Sum(l => Math.Max(0, l.Available));
        var names = await db.Query(TheirNames, r => r.Text(0), channel, sku);
        await db.Rest();
        foreach (var theirs in names.Where(n => !n.StartsWith("name:", StringComparison.Ordinal)))
        {
            var told = Of(await shop.TellStock(theirs, available, ct));
            if (told.State != MessageState.Done) return told;
        }
        return Delivery.Done;
    }

    private static Delivery Of(ChannelAnswer answer) => answer.State switch
    {
        ChannelAnswerState.Done => Delivery.Done,
        ChannelAnswerState.Retry => Delivery.Retry(answer.Reason ?? "no answer"),
        _ => Delivery.Dead(answer.Reason ?? "refused"),
    };
}
