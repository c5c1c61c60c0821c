using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Tries a waiting order again: its newest stored body, read and judged as if it had just come.</summary>
internal sealed class TryArrival(ShopDb db, ChannelShops shops, TakeChannelOrder take)
{
    public async Task Run(string channel, string externalId)
    {
        var arrival = db.Read<ChannelArrival>().FirstOrDefault(a => a.Channel == channel && a.ExternalId == externalId);
        if (arrival is null || db.Read<InboxMessage>().FirstOrDefault(m => m.Id == arrival.InboxId) is not { } message) return;
        if (ChannelInbox.Read(shops, channel, message) is not { } reading) return;
        if (reading.Order is { } order) await take.Run(channel, order, message.Id);
        else await take.Unreadable(channel, reading.Fault!, message.EventKey, message.Id);
    }
}
