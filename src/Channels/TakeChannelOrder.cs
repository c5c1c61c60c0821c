using System.Security.Cryptography;
using System.Text;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>What became of an event of a channel.</summary>
/// <param name="Became">placed, followed, waiting, dismissed, older.</param>
public sealed record ArrivalOutcome(string Became, string? Number, string? Cause)
{
    /// <summary>As the inbox keeps it: what became of it, and the order or the reason.</summary>
    public string InWords() => $"{Became} {Number ?? Cause}".Trim();
}

/// <summary>
/// Takes in an order as a channel has it now: once as an order here, then following what happens there, or waiting
/// visibly with its cause. It may be given the same event, or an older one, any number of times.
/// </summary>
[Operation("channels.take_order", "归单", "Take in a channel's order")]
internal sealed class TakeChannelOrder(
    ShopDb db, ArrivalBook arrivals, OrderIntake intake, FollowChannelOrder follow, ChannelNews news, Claims claims, ShopCurrency currency, IntakeSettings settings,
    InboxReceipt receipt, TimeProvider clock)
{
    private const int TriesMost = 5;

    /// <param name="inbox">The stored message whose body it is.</param>
    public async Task<Result<ArrivalOutcome>> Run(string channel, ChannelOrder order, Guid inbox)
    {
        for (var attempt = 1; ; attempt++)
        {
            var taken = await Write(() => Take(channel, order, inbox));
            if (taken.IsOk) return taken;
            // Somebody took the units between the plan and the guard: look again.
            if (taken.Refusal!.Code == Stock.Moved && attempt < TriesMost) continue;
            return await Write(() => Keep(channel, order, inbox, taken.Refusal));
        }
    }

    /// <summary>A body that cannot be read waits for a person, under the channel's id or its event's key.</summary>
    public Task<Result<ArrivalOutcome>> Unreadable(string channel, ChannelOrderFault fault, string eventKey, Guid inbox) =>
        Write(async () =>
        {
            var id = fault.ExternalId ?? "event-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(eventKey)))[..16];
            var arrival = await arrivals.Open(channel, id, fault.ExternalNumber ?? id, inbox, DateTimeOffset.UnixEpoch);
            if (arrival.State != ArrivalState.Waiting || arrival.Cause is not (null or ArrivalCauses.Unreadable))
            {
                // A readable state of this order is known already; what cannot be read does not take its place.
                db.Record("arrival:" + arrival.Subject, null, "an event that cannot be read: " + fault.Field);
                return Became(arrival, "older");
            }
            arrival.InboxId = inbox;
            await arrivals.Wait(arrival, [new(ArrivalCauses.Unreadable, new($"{fault.Field}：{fault.Reason.Zh}", $"{fault.Field}: {fault.Reason.En}"), Field: fault.Field)]);
            return Became(arrival, "waiting");
        });

    // The message that brought the event is done in the same commit.
    private Task<Result<ArrivalOutcome>> Write(Func<Task<Result<ArrivalOutcome>>> work) => db.InTransaction<ArrivalOutcome>(this, async () =>
    {
        var taken = await work();
        if (taken.IsOk) receipt.Give(taken.Value.InWords());
        return taken;
    });

    private async Task<Result<ArrivalOutcome>> Take(string channel, ChannelOrder order, Guid inbox)
    {
        var arrival = await arrivals.Open(channel, order.ExternalId, order.ExternalNumber, inbox, order.UpdatedAt);
        if (await IsOlder(arrival, order, inbox))
        {
            db.Record("arrival:" + arrival.Subject, null, "an older event; nothing changed");
            return Became(arrival, "older");
        }
        Note(arrival, order, inbox);
        if (arrival.State == ArrivalState.Placed) return await Followed(arrival, order);
        if (arrival.State == ArrivalState.Dismissed && arrival.Cause == ArrivalCauses.Dismissed)
        {
            db.Record("arrival:" + arrival.Subject, null, "changed at the channel; it stays dismissed");
            return Became(arrival, "dismissed");
        }
        if (OverThere(order) is { } over)
        {
            await arrivals.Dismiss(arrival, over);
            return Became(arrival, "dismissed");
        }
        return await Place(arrival, order);
    }

    // Of two bodies of one second the one that tells of more is the newer, whichever came first.
    private async Task<bool> IsOlder(ChannelArrival arrival, ChannelOrder order, Guid inbox)
    {
        if (order.UpdatedAt != arrival.ChangedAt || arrival.InboxId == inbox) return order.UpdatedAt < arrival.ChangedAt;
        return await arrivals.BodyOf(arrival) is { } known && (known.Canceled && !order.Canceled || known.Fulfilled && !order.Fulfilled
            || known.Refunded > order.Refunded || StepOf(known.Payment) > StepOf(order.Payment));
    }

    private static int StepOf(ChannelPayment payment) => payment switch
    {
        ChannelPayment.Pending => 0,
        ChannelPayment.PartlyPaid => 1,
        ChannelPayment.Paid => 2,
        ChannelPayment.PartlyRefunded => 3,
        _ => 4,
    };

    private async Task<Result<ArrivalOutcome>> Place(ChannelArrival arrival, ChannelOrder order)
    {
        var goods = await arrivals.GoodsOf(arrival.Channel, order);
        var buyer = arrivals.BuyerOf(arrival)!;
        var (ready, problems) = ArrivalCheck.Of(arrival.Channel, order, buyer, goods, currency.Code, settings, arrival.IsPriceAccepted, clock.GetUtcNow());
        if (ready is null)
        {
            await arrivals.Wait(arrival, problems);
            return Became(arrival, "waiting");
        }
        var placed = await intake.Place(ready, FollowChannelOrder.PaymentOf(arrival, order));
        if (!placed.IsOk) return placed.Refusal!;
        // The last line of defence against a second order: whatever the row says, one id of a channel is one order.
        if (!await claims.TryTake(ChannelShops.SourceOf(arrival.Channel), arrival.ExternalId, OrderNumbers.Plain(placed.Value.Number))) return Known;
        foreach (var (theirs, variant) in goods)
        {
            if (await db.Execute(ChannelSql.Know, arrival.Channel, theirs, variant.Sku) == 1) news.Known(arrival.Channel, variant.Sku);
        }
        await arrivals.Placed(arrival, placed.Value.Number);
        return await follow.Begin(arrival, order, placed.Value.Verdict) is { } refusal ? refusal : Became(arrival, "placed");
    }

    private async Task<Result<ArrivalOutcome>> Followed(ChannelArrival arrival, ChannelOrder order)
    {
        var goods = await arrivals.GoodsOf(arrival.Channel, order);
        var buyer = arrivals.BuyerOf(arrival)!;
        var (now, problems) = ArrivalCheck.Of(arrival.Channel, order, buyer, goods, currency.Code, new IntakeSettings(), true, clock.GetUtcNow());
        if (await follow.Run(arrival, order, now, problems) is { } refusal) return refusal;
        return Became(arrival, "followed");
    }

    // A refusal undid everything; what must not be lost is written now: the newest body, and why it does not go on.
    private async Task<Result<ArrivalOutcome>> Keep(string channel, ChannelOrder order, Guid inbox, Refusal refusal)
    {
        var arrival = await arrivals.Open(channel, order.ExternalId, order.ExternalNumber, inbox, order.UpdatedAt);
        if (order.UpdatedAt >= arrival.ChangedAt) Note(arrival, order, inbox);
        var problem = new ArrivalProblem(refusal.Code == "stock.insufficient" ? ArrivalCauses.Stock : ArrivalCauses.Refused,
            new($"{refusal.Title.Zh}：{refusal.Detail.Zh}", $"{refusal.Title.En}: {refusal.Detail.En}"),
            Sku: refusal.Facts.GetValueOrDefault("sku") as string, Asked: refusal.Facts.GetValueOrDefault("asked") as long?,
            Available: refusal.Facts.GetValueOrDefault("available") as long?);
        if (arrival.State == ArrivalState.Placed)
        {
            await follow.Stuck(arrival, refusal);
            return Became(arrival, "followed");
        }
        await arrivals.Wait(arrival, [problem]);
        return Became(arrival, "waiting");
    }

    private void Note(ChannelArrival arrival, ChannelOrder order, Guid inbox)
    {
        (arrival.InboxId, arrival.ChangedAt, arrival.ExternalNumber) = (inbox, order.UpdatedAt, order.ExternalNumber);
        (arrival.Amount, arrival.Currency, arrival.Payment) = (order.Total, order.Currency, order.Payment);
        if (!arrival.IsMended) arrivals.Keep(arrival, ArrivalCheck.RecipientOf(order.Recipient));
    }

    // Nothing to do here: a test, an order that ended there without money kept, one that was shipped there.
    private static string? OverThere(ChannelOrder order) => order.IsTest ? ArrivalCauses.Test
        : order.Canceled && !KeepsMoney(order) ? ArrivalCauses.Canceled
        : order.Fulfilled ? ArrivalCauses.Shipped : null;

    private static bool KeepsMoney(ChannelOrder order) => order.Payment switch
    {
        ChannelPayment.Paid or ChannelPayment.PartlyPaid => true,
        ChannelPayment.PartlyRefunded => order.Refunded < order.Total,
        _ => false,
    };

    private ArrivalOutcome Became(ChannelArrival arrival, string became)
    {
        arrivals.Save(arrival);
        return new(became, arrival.OrderNumber is { } number ? OrderNumbers.Plain(number) : null, arrival.Cause);
    }

    private static readonly Refusal Known = Refusal.Conflict("arrival.known",
        new("这张渠道订单已经归单", "This order of the channel is home already"),
        new("同一个渠道单号只生成一个订单", "One id of a channel makes one order"),
        new("在订单里按渠道单号查它", "Find it among the orders by the channel's number"));
}
