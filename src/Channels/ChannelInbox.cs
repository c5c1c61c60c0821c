using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Makes sense of the stored events of one channel: reads the body again, decides, acts.</summary>
internal sealed class ChannelInbox(string channel, ChannelShops shops, TakeChannelOrder take) : IInboxHandler
{
    /// <summary>The header that says that a body is in our own words, whatever channel it belongs to.</summary>
    public const string FormatHeader = "x-guidan-format";

    public string Source => ChannelShops.SourceOf(channel);

    public string StreamOf(InboxMessage message)
    {
        var reading = Read(shops, channel, message);
        return reading?.Order?.ExternalId ?? reading?.Fault?.ExternalId ?? message.EventKey;
    }

    public async Task<Delivery> Handle(InboxMessage message, CancellationToken ct)
    {
        if (Read(shops, channel, message) is not { } reading) return Delivery.Retry($"{channel} is not known");
        var taken = reading.Order is { } order ? await take.Run(channel, order, message.Id)
            : await take.Unreadable(channel, reading.Fault!, message.EventKey, message.Id);
        return taken.IsOk ? new(MessageState.Done, taken.Value.InWords(), null) : Delivery.Retry(taken.Refusal!.Code);
    }

    /// <summary>Reads a stored body in the way that it was written; null for a channel that nobody speaks for.</summary>
    public static ChannelOrderReading? Read(ChannelShops shops, string channel, InboxMessage message)
    {
        if (message.Headers.Contains(FormatHeader, StringComparison.Ordinal)) return StandardPayload.Read(message.Body);
        return shops.Find(channel)?.ReadOrder(message.Body);
    }
}
