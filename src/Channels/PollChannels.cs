using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Guidan.Channels;

/// <summary>How often channels are asked.</summary>
public sealed record PollSettings(TimeSpan Every, TimeSpan SubscriptionEvery)
{
    public static readonly PollSettings Default = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10));
}

/// <summary>
/// Asks each channel what has changed since the last success, with an overlap, so that a webhook that never came costs
/// minutes and no order. Every body goes through the inbox like a webhook's. It also sees that webhooks are subscribed.
/// </summary>
[Operation("channels.poll", "查询渠道订单", "Poll a channel")]
internal sealed class PollChannels(
    ShopDb db, ChannelShops shops, Inbox inbox, Cases cases, PollSettings settings, PublicAddress address, TimeProvider clock, ILogger<PollChannels> log) : IJob
{
    public const string PollCase = "channel.poll";
    public const string SubscriptionCase = "channel.subscription";
    private const int PagesMost = 20;
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SameSecond = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FailingMost = TimeSpan.FromMinutes(30);
    private static readonly Statement Begin = new(
        """
        insert into channels_poll (channel, through, found, subscription) values ($1, $2, 0, 0) on conflict do nothing
        """);
    private static readonly Statement IsHere = new("select 1 from kernel_inbox where source = $1 and event_key = $2");

    public string Name => "channels.poll";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken ct)
    {
        foreach (var shop in shops.All.Where(s => s is { CanPoll: true, IsConfigured: true }))
        {
            var now = clock.GetUtcNow();
            var poll = await db.Read<ChannelPoll>().FirstOrDefaultAsync(p => p.Channel == shop.Code, ct);
            if (poll is null)
            {
                // The first question is about what changed just before; older orders come by file.
                await db.Housekeep(() => db.Execute(Begin, shop.Code, now));
                poll = await db.Read<ChannelPoll>().FirstAsync(p => p.Channel == shop.Code, ct);
            }
            await db.Rest();
            if (IsDue(poll.TriedAt, poll.Cursor is null ? settings.Every : TimeSpan.Zero, now)) await Ask(shop, poll, now, ct);
            if (IsDue(poll.SubscriptionAt, settings.SubscriptionEvery, now)) await Check(shop, now, ct);
        }
    }

    // A clock that was set back must not stop the asking.
    private static bool IsDue(DateTimeOffset? last, TimeSpan every, DateTimeOffset now) => last is null || now - last >= every || now < last;

    private async Task Ask(IChannelShop shop, ChannelPoll poll, DateTimeOffset now, CancellationToken ct)
    {
        var (cursor, began, found) = (poll.Cursor, poll.AskedFor ?? now, 0);
        ChannelOrdersPage? page = null;
        for (var pages = 0; pages < PagesMost; pages++)
        {
            page = await Answer(shop, poll.Through - Overlap, cursor, ct);
            if (page.Reason is not null) break;
            foreach (var order in page.Orders) found += await Store(shop, order) ? 1 : 0;
            cursor = page.Next;
            if (cursor is null) break;
        }
        await Note(shop, page!.Reason, cursor, began, found, now, isQuiet: page.Reason is null && found == 0 && poll.FailingSince is null);
    }

    private async Task<ChannelOrdersPage> Answer(IChannelShop shop, DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        try
        {
            return await shop.OrdersChanged(since, cursor, ct);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(cause, "Asking {Channel} failed", shop.Code);
            return new([], cursor, new("没有得到答复", "There was no answer"));
        }
    }

    private async Task<bool> Store(IChannelShop shop, PolledOrder order)
    {
        // Shops write down whole seconds: what changed a moment ago may change again in the same one, so it is taken twice.
        var early = order.UpdatedAt > clock.GetUtcNow() - SameSecond ? ":early" : "";
        var key = $"poll:{order.ExternalId}:{order.UpdatedAt:O}{early}";
        var source = ChannelShops.SourceOf(shop.Code);
        // Overlapping windows bring most orders again: reading is cheaper than a write that changes nothing.
        if ((await db.Query(IsHere, r => r.Int(0), source, key)).Count > 0) return false;
        return await inbox.Store(source, key, order.Body, new Dictionary<string, string>());
    }

    private async Task Note(IChannelShop shop, Text? reason, string? cursor, DateTimeOffset began, int found, DateTimeOffset now, bool isQuiet)
    {
        await Noted(shop, isQuiet, reason is { } failed ? "poll failed: " + failed.En : $"polled, {found} new", async () =>
        {
            var poll = await db.Set<ChannelPoll>().FirstAsync(p => p.Channel == shop.Code);
            (poll.TriedAt, poll.Found, poll.Error) = (now, found, reason?.En);
            if (reason is { } why)
            {
                poll.FailingSince ??= now;
                if (now - poll.FailingSince >= FailingMost) await cases.Open(PollCase, shop.Code,
                    new($"{shop.Title.Zh} 已经{(int)FailingMost.TotalMinutes}分钟查不到订单：{why.Zh}", $"{shop.Title.En} could not be asked for {(int)FailingMost.TotalMinutes} minutes: {why.En}"),
                    new("核对渠道的地址和密钥，看渠道是否在维护；恢复后会自己补齐", "Check the address and keys of the channel; once it answers, what was missed is fetched by itself"),
                    since: poll.FailingSince, reopen: true);
            }
            else
            {
                poll.FailingSince = null;
                (poll.Cursor, poll.AskedFor) = cursor is null ? (null, null) : (cursor, (DateTimeOffset?)began);
                if (cursor is null) (poll.Through, poll.SucceededAt) = (began, now);
                await cases.Close(PollCase, shop.Code, "it answers again");
            }
        });
    }

    // A look that changes nothing is no event: hundreds of them a day would drown the audit log.
    private async Task Noted(IChannelShop shop, bool isQuiet, string what, Func<Task> write)
    {
        if (isQuiet)
        {
            await db.Housekeep(write);
            return;
        }
        var noted = await db.InTransaction<Done>(this, async () =>
        {
            await write();
            db.Record("channel:" + shop.Code, null, what);
            return new Done();
        });
        Invariant.That(noted.IsOk, "what a channel answered is noted");
    }

    private async Task Check(IChannelShop shop, DateTimeOffset now, CancellationToken ct)
    {
        SubscriptionAnswer answer;
        try
        {
            answer = await shop.CheckSubscription(WebhookOf(address, shop.Code), mend: true, ct);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(cause, "Checking the subscription at {Channel} failed", shop.Code);
            answer = new(SubscriptionState.Unknown, new("没有得到答复", "There was no answer"));
        }
        var before = db.Read<ChannelPoll>().First(p => p.Channel == shop.Code).Subscription;
        await db.Rest();
        await Noted(shop, isQuiet: before == answer.State, $"subscription {before} → {answer.State} {answer.Sentence?.En}".TrimEnd(), async () =>
        {
            var poll = await db.Set<ChannelPoll>().FirstAsync(p => p.Channel == shop.Code);
            (poll.SubscriptionAt, poll.Subscription, poll.SubscriptionWords) = (now, answer.State, answer.Sentence is { } words ? Json.Write(words) : null);
            if (answer.State == SubscriptionState.Missing) await cases.Open(SubscriptionCase, shop.Code,
                new($"{shop.Title.Zh} 不再给本店发通知：{answer.Sentence?.Zh}", $"{shop.Title.En} does not send webhooks any more: {answer.Sentence?.En}"),
                new("在渠道后台重新添加通知地址；在此之前靠定时查询，最多晚几分钟", "Add the webhook at the channel again; until then polling brings orders, minutes later"), reopen: true);
            else if (answer.State is SubscriptionState.Exists or SubscriptionState.Mended) await cases.Close(SubscriptionCase, shop.Code, "subscribed again");
        });
    }

    /// <summary>Where a channel sends its webhooks.</summary>
    public static Uri WebhookOf(PublicAddress address, string channel) => address.Of($"/api/channels/{channel}/webhooks");
}
