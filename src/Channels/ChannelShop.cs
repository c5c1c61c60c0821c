using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Channels;

/// <summary>
/// One kind of shop at the other end of a wire. Outcomes are values: what was lost, unsigned or not understood is
/// said, never thrown. Never call the asynchronous ones inside a transaction.
/// </summary>
public interface IChannelShop : IMoneyHolder
{
    /// <summary>Whether webhooks can be verified; without it everything that claims to come from there is refused.</summary>
    bool IsConfigured { get; }

    /// <summary>What is missing or unreadable in the settings, one sentence each.</summary>
    IReadOnlyList<Text> Missing { get; }

    /// <summary>Header lines that belong to the proof and are kept beside the raw body.</summary>
    IReadOnlyList<string> ProofHeaders { get; }

    /// <summary>Verifies what arrived on its raw bytes, in constant time. Never throws, whatever the bytes are.</summary>
    WebhookReading ReadWebhook(RawWebhook raw);

    /// <summary>Reads a genuine body, of a webhook or of a poll. Never throws, whatever the bytes are.</summary>
    ChannelOrderReading ReadOrder(ReadOnlyMemory<byte> body);

    /// <summary>Whether it can be asked for orders, subscriptions, and told about shipments and stock.</summary>
    bool CanPoll { get; }

    /// <summary>
    /// Orders changed at or after a time, oldest change first; <paramref name="cursor"/> is the next page of the same
    /// question. Bodies are the exact bytes of one order each.
    /// </summary>
    Task<ChannelOrdersPage> OrdersChanged(DateTimeOffset since, string? cursor, CancellationToken cancellation);

    /// <summary>Whether our webhooks are still subscribed at the channel, and sets them up when asked to mend.</summary>
    /// <param name="callback">Where the channel must send its webhooks.</param>
    Task<SubscriptionAnswer> CheckSubscription(Uri callback, bool mend, CancellationToken cancellation);

    /// <summary>Tells that goods left. Telling the same shipment twice has one effect.</summary>
    Task<ChannelAnswer> TellShipment(ChannelShipment shipment, CancellationToken cancellation);

    /// <summary>Tells how many of a SKU, as the channel calls it, can be sold now.</summary>
    Task<ChannelAnswer> TellStock(string sku, long available, CancellationToken cancellation);
}

/// <summary>What arrived, byte by byte.</summary>
/// <param name="Header">A header line by its name without case; null when there was none.</param>
public readonly record struct RawWebhook(byte[] Body, Func<string, string?> Header, DateTimeOffset ReceivedAt);

/// <summary>Whether a webhook may be believed.</summary>
public enum WebhookVerdict
{
    /// <summary>From the channel, and about an order.</summary>
    Genuine,

    /// <summary>Not proven to be from the channel, or too old.</summary>
    Forged,

    /// <summary>Cannot be what the channel sends.</summary>
    Malformed,

    /// <summary>Nothing to keep: a greeting, or a subject other than an order. Answered with 200.</summary>
    Ping,
}

/// <summary>The reading of a webhook.</summary>
/// <param name="EventKey">The same for every repeat of the same event; set when genuine.</param>
/// <param name="Reason">A stable code unless genuine, for logs and figures.</param>
public readonly record struct WebhookReading(WebhookVerdict Verdict, string? EventKey = null, string? Reason = null);

/// <summary>Either an order or the reason why the body is none.</summary>
public sealed record ChannelOrderReading(ChannelOrder? Order, ChannelOrderFault? Fault = null);

/// <summary>Why a body cannot be read as an order.</summary>
/// <param name="Field">The path of the field as the channel writes it.</param>
/// <param name="ExternalId">The channel's id, when at least that could be read; likewise the number.</param>
public sealed record ChannelOrderFault(string Field, Text Reason, string? ExternalId = null, string? ExternalNumber = null);

/// <summary>How far an order is paid, in the channel's eyes.</summary>
public enum ChannelPayment { Pending, Paid, PartlyPaid, Refunded, PartlyRefunded, Voided }

/// <summary>
/// An order as it stands at a channel. Amounts are minor units of <c>Currency</c>, exact. Lines and totals are those
/// before refunds; what went back stands in <c>Refunded</c> alone. <c>Total = Goods − Discount + Freight + Tax</c> is
/// expected and checked by the intake, not by the reader; fees that are neither goods nor tax count as freight.
/// </summary>
/// <param name="Tax">What is added to the prices; tax that the prices contain is not stated.</param>
/// <param name="Fulfilled">The channel says that everything was shipped, by whomever.</param>
public sealed record ChannelOrder(
    string ExternalId, string ExternalNumber, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    bool Canceled, string? CancelReason, ChannelPayment Payment, string Currency,
    long Goods, long Discount, long Freight, long Tax, long Total, long Refunded,
    IReadOnlyList<ChannelLine> Lines, ChannelRecipient Recipient, string? Note = null, bool IsTest = false,
    string? PaymentMethod = null, string? TransactionId = null, DateTimeOffset? PaidAt = null, bool Fulfilled = false);

/// <summary>One line of a channel's order.</summary>
/// <param name="Options">The variant in words, such as <c>红 / L</c>; empty when there is none.</param>
/// <param name="Discount">The whole line's share of all discounts, also of those on the order.</param>
/// <param name="Tax">The whole line's tax, when the channel says so; zero otherwise.</param>
public sealed record ChannelLine(
    string ExternalId, string? Sku, string Name, string Options, long Quantity, long UnitPrice, long Discount, long Tax);

/// <summary>Who receives the goods; anything may be missing at a channel.</summary>
/// <param name="Country">Two letters.</param>
public sealed record ChannelRecipient(
    string? Name, string? Phone, string? Email, string? Country, string? Province, string? City, string? District,
    string? Line, string? Postcode);

/// <summary>One page of changed orders, or the reason why there is none.</summary>
public sealed record ChannelOrdersPage(IReadOnlyList<PolledOrder> Orders, string? Next, Text? Reason = null);

/// <summary>One order's exact bytes with what its event key is made of.</summary>
public sealed record PolledOrder(string ExternalId, DateTimeOffset UpdatedAt, byte[] Body);

/// <summary>What is known of a subscription.</summary>
public enum SubscriptionState
{
    /// <summary>No trustworthy answer; ask again.</summary>
    Unknown,

    /// <summary>Everything is subscribed.</summary>
    Exists,

    /// <summary>Something is not subscribed.</summary>
    Missing,

    /// <summary>Something was not subscribed and is now.</summary>
    Mended,
}

/// <summary>The answer about a subscription, with what is missing or was mended.</summary>
public sealed record SubscriptionAnswer(SubscriptionState State, Text? Sentence = null);

/// <summary>Goods of a channel's order that left us.</summary>
/// <param name="ShipmentKey">Ours, the same on every try.</param>
/// <param name="Completes">Nothing of the order is left to ship.</param>
public sealed record ChannelShipment(
    string OrderExternalId, string OrderExternalNumber, string ShipmentKey, string? Carrier, string? TrackingNumber,
    DateTimeOffset ShippedAt, IReadOnlyList<ChannelShipmentLine> Lines, bool Completes);

/// <summary>A line of the channel's order and how many of it left.</summary>
public sealed record ChannelShipmentLine(string ExternalId, string Sku, long Quantity);

/// <summary>What became of telling.</summary>
public enum ChannelAnswerState
{
    /// <summary>The channel knows.</summary>
    Done,

    /// <summary>Not known to have arrived; tell again.</summary>
    Retry,

    /// <summary>The channel will not take it, however often it is told.</summary>
    Refused,
}

/// <summary>The channel's answer, with its reason unless done.</summary>
public sealed record ChannelAnswer(ChannelAnswerState State, string? Reason = null)
{
    /// <summary>The channel knows.</summary>
    public static readonly ChannelAnswer Done = new(ChannelAnswerState.Done);
}
