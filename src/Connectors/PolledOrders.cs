using Guidan.Channels;

namespace Guidan.Connectors;

/// <summary>Orders of a page, byte by byte.</summary>
internal static class PolledOrders
{
    /// <summary>
    /// An order whose id or time cannot be read is handed on all the same, under the name of its bytes: whoever reads it
    /// says what is wrong with it, and nothing is passed over in silence.
    /// </summary>
    public static PolledOrder Of(PayloadNode order, string timeField, DateTimeOffset since)
    {
        var bytes = order.Bytes;
        return Payload.Answer(bytes, root => new PolledOrder(root.NeededId("id"), root.NeededTime(timeField), bytes))
            ?? new PolledOrder(BodyProof.Name(bytes), since, bytes);
    }
}
