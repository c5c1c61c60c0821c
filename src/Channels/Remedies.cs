using Guidan.Catalog;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>A remedy was applied; the order has been tried again since.</summary>
public sealed record Remedied(string Channel, string ExternalId);

/// <summary>What the remedies share: the row locked and waiting, then another try in a transaction of its own.</summary>
internal sealed class Remedies(ShopDb db, ArrivalBook arrivals, TryArrival again)
{
    /// <param name="change">Changes the locked row; a refusal undoes it.</param>
    /// <param name="dismissed">Also for orders that were dismissed.</param>
    public async Task<Result<Remedied>> Apply(object useCase, string channel, string externalId, Func<ChannelArrival, Task<Refusal?>> change, bool dismissed = false)
    {
        var applied = await db.InTransaction<Remedied>(useCase, async () =>
        {
            if (await arrivals.Find(channel, externalId) is not { } arrival) return Unknown;
            if (arrival.State == ArrivalState.Placed || arrival.State == ArrivalState.Dismissed && !dismissed) return Over(arrival);
            if (await change(arrival) is { } refusal) return refusal;
            arrivals.Save(arrival);
            return new Remedied(channel, externalId);
        });
        if (applied.IsOk) await again.Run(channel, externalId);
        return applied;
    }

    private static readonly Refusal Unknown = Refusal.NotFound("arrival.unknown", new("这张渠道订单", "This order of the channel"));

    private static Refusal Over(ChannelArrival arrival) => Refusal.Conflict("arrival.over",
        new("它已经不在等了", "It is not waiting any more"),
        arrival.OrderNumber is { } number ? new($"已归为订单 {OrderNumbers.Plain(number)}", $"It became order {OrderNumbers.Plain(number)}")
            : new("已决定不归单", "It was dismissed"),
        new("刷新列表看最新状态", "Reload the list to see its state"));
}

/// <summary>Says which of our SKUs a channel means; all orders that wait for it go on.</summary>
[Operation("channels.match_sku", "对应货号", "Match a channel's SKU", Permission = ChannelsModule.Write)]
internal sealed class MatchSku(ShopDb db, Remedies remedies, SellableVariants variants, ChannelNews news, TimeProvider clock)
{
    private const int NameMost = 400;

    /// <param name="Theirs">What the channel calls it, as the problem says.</param>
    public sealed record Command(string Theirs, string Sku);

    public async Task<Result<Remedied>> Handle(string channel, string externalId, Command command)
    {
        var (theirs, sku) = (command.Theirs.Trim(), command.Sku.Trim());
        if (theirs.Length is 0 or > NameMost) return Refusal.Invalid("theirs", new("没写渠道货号", "The channel's SKU is missing"));
        if (!(await variants.Find([sku])).ContainsKey(sku)) return Refusal.Invalid("sku", new($"本店没有货号 {sku}", $"This shop has no SKU {sku}"));
        return await remedies.Apply(this, channel, externalId, async _ =>
        {
            await db.Execute(ChannelSql.Match, channel, theirs, sku);
            news.Known(channel, sku);
            await db.Execute(ChannelSql.TryAgain, channel, ArrivalCauses.Sku, clock.GetUtcNow());
            db.Record($"channel-sku:{channel}:{theirs}", null, sku);
            return null;
        });
    }
}

/// <summary>Fills in what a channel did not say about the recipient.</summary>
[Operation("channels.mend", "补收件信息", "Mend a recipient", Permission = ChannelsModule.Write)]
internal sealed class MendArrival(ShopDb db, Remedies remedies, ArrivalBook arrivals)
{
    public sealed record Command(Contact Contact, Address ShippingAddress);

    public async Task<Result<Remedied>> Handle(string channel, string externalId, Command command)
    {
        var recipient = new Recipient(command.Contact with { Email = string.IsNullOrWhiteSpace(command.Contact.Email) ? null : command.Contact.Email.Trim() },
            command.ShippingAddress);
        var errors = ArrivalCheck.Mendable(recipient);
        if (errors.Count > 0) return Refusal.Invalid(errors);
        return await remedies.Apply(this, channel, externalId, arrival =>
        {
            arrivals.Keep(arrival, recipient);
            arrival.IsMended = true;
            db.Record("arrival:" + arrival.Subject, null, "recipient mended");
            return Task.FromResult<Refusal?>(null);
        });
    }
}

/// <summary>Takes the channel's prices as they are, although sums or settings speak against it.</summary>
[Operation("channels.accept", "接受渠道价格", "Accept a channel's price", Permission = ChannelsModule.Write)]
internal sealed class AcceptArrival(ShopDb db, Remedies remedies)
{
    public Task<Result<Remedied>> Handle(string channel, string externalId) => remedies.Apply(this, channel, externalId, arrival =>
    {
        arrival.IsPriceAccepted = true;
        db.Record("arrival:" + arrival.Subject, null, $"price accepted: {ArrivalBook.AmountOf(arrival)}");
        return Task.FromResult<Refusal?>(null);
    });
}

/// <summary>Tries an order again, also one that was dismissed.</summary>
[Operation("channels.retry", "重试归单", "Try an order again", Permission = ChannelsModule.Write)]
internal sealed class RetryArrival(ShopDb db, Remedies remedies)
{
    public Task<Result<Remedied>> Handle(string channel, string externalId) => remedies.Apply(this, channel, externalId, arrival =>
    {
        if (arrival.State == ArrivalState.Dismissed) (arrival.State, arrival.Cause, arrival.Problems, arrival.Reason) = (ArrivalState.Waiting, null, null, null);
        db.Record("arrival:" + arrival.Subject, null, "tried again");
        return Task.FromResult<Refusal?>(null);
    }, dismissed: true);
}

/// <summary>Decides that an order will not be placed here; its record, and what it says about money, stay.</summary>
[Operation("channels.dismiss", "不归单", "Dismiss a channel's order", Permission = ChannelsModule.Write)]
internal sealed class DismissArrival(ShopDb db, ArrivalBook arrivals, Caller caller)
{
    private const int ReasonMost = 500;

    public sealed record Command(string? Reason = null);

    public async Task<Result<Remedied>> Handle(string channel, string externalId, Command command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > ReasonMost)
            return Refusal.Invalid("reason", new($"写明为什么不归单，最多{ReasonMost}个字符", $"Say why in at most {ReasonMost} characters"));
        if (Fields.Remark("reason", command.Reason) is { } unseen) return unseen;
        return await db.InTransaction<Remedied>(this, async () =>
        {
            if (await arrivals.Find(channel, externalId) is not { } arrival) return Refusal.NotFound("arrival.unknown", new("这张渠道订单", "This order of the channel"));
            if (arrival.State != ArrivalState.Waiting) return Closed;
            await arrivals.Dismiss(arrival, ArrivalCauses.Dismissed, command.Reason.Trim(), caller.Actor);
            arrivals.Save(arrival);
            return new Remedied(channel, externalId);
        });
    }

    private static readonly Refusal Closed = Refusal.Conflict("arrival.over",
        new("它已经不在等了", "It is not waiting any more"),
        new("已经归单，或别人先处理了", "It is home, or somebody else dealt with it first"),
        new("刷新列表看最新状态", "Reload the list to see its state"));
}
