using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Channels;

/// <summary>How each channel is doing: set up, heard of, asked, waiting.</summary>
internal sealed class ChannelHealths(ShopDb db, ChannelShops shops, ArrivalQueries arrivals, PublicAddress address, Caller caller, TimeProvider clock)
{
    // Ids are in the order of arrival: a channel that spoke lately is among the newest.
    private static readonly Statement LastWebhook = new(
        """
        select max(received_at) from (select source, event_key, received_at from kernel_inbox order by id desc limit 5000) newest
        where source = $1 and event_key not like 'poll:%'
        """);

    public async Task<IReadOnlyList<ChannelHealth>> Read()
    {
        var waiting = await arrivals.Waiting();
        var polls = await db.Read<ChannelPoll>().ToDictionaryAsync(p => p.Channel);
        var healths = new List<ChannelHealth>();
        foreach (var shop in shops.All.Where(s => s.Code != FileShop.FileCode)) healths.Add(await Of(shop, polls.GetValueOrDefault(shop.Code), waiting.GetValueOrDefault(shop.Code)));
        return healths;
    }

    private async Task<ChannelHealth> Of(IChannelShop shop, ChannelPoll? poll, int waiting)
    {
        var heard = (await db.Query(LastWebhook, r => r.TimeOrNull(0), ChannelShops.SourceOf(shop.Code))).FirstOrDefault();
        var words = poll?.SubscriptionWords is { } json ? Json.Read<Text>(json).In(caller.Tongue) : null;
        return new(shop.Code, shop.Title.In(caller.Tongue), shop.IsConfigured, shop.Missing.Select(m => m.In(caller.Tongue)).ToList(), shop.CanPoll,
            PollChannels.WebhookOf(address, shop.Code).ToString(), heard, poll?.SucceededAt, poll?.TriedAt,
            poll is null || !shop.IsConfigured ? null : (long)Math.Max(0, (clock.GetUtcNow() - poll.Through).TotalSeconds), poll?.Error,
            poll?.FailingSince, poll?.SubscriptionAt is null ? null : poll.Subscription, words, poll?.SubscriptionAt, waiting);
    }
}
