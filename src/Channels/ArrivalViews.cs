using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>One order of a channel in the list of those that are not home.</summary>
/// <param name="Detail">The first thing in the way, with its figures.</param>
/// <param name="Remedies">What can be clicked: match_sku, mend, accept, retry, dismiss.</param>
public sealed record ArrivalRow(string Channel, string ChannelName, string ExternalId, string ExternalNumber, ArrivalState State, string? Cause,
    string? CauseText, string? Detail, string? Remedy, IReadOnlyList<string> Remedies, CustomerBrief? Buyer, Money? Amount, ChannelPayment Payment,
    DateTimeOffset Since, DateTimeOffset? ChangedAt, int Attempts, DateTimeOffset TriedAt, string? Order, string? Reason, ArrivalSuggestion? Suggested = null);

/// <summary>What an unknown SKU of a channel seems to be here.</summary>
/// <param name="Theirs">What the channel calls it, as the remedy wants it.</param>
public sealed record ArrivalSuggestion(string Theirs, string Sku, string Goods, string Options);

/// <summary>One thing in the way, in the reader's language.</summary>
public sealed record ProblemView(string Cause, string Text, string? Theirs, string? Name, string? Sku, string? Field, long? Asked,
    long? Available, Money? Expected, Money? Actual);

/// <summary>One line as the channel has it, with our goods where they are known.</summary>
public sealed record ArrivalLineView(string ExternalId, string Theirs, string Name, string Options, long Quantity, Money UnitPrice, Money Discount,
    Money Tax, string? Sku, string? Goods);

/// <summary>What the channel sent last, for those who may see people's data.</summary>
public sealed record RawView(string EventKey, DateTimeOffset ReceivedAt, string Sha256, string? Body);

/// <summary>One order of a channel with everything that is known of it.</summary>
public sealed record ArrivalDetail(ArrivalRow Row, IReadOnlyList<ProblemView> Problems, RecipientView? Recipient, bool Mended,
    IReadOnlyList<ArrivalLineView> Lines, Money? Goods, Money? Discount, Money? Freight, Money? Tax, Money? Refunded, string? Note, RawView? Raw);

/// <summary>What a customer is told of an order of another shop that is no order here.</summary>
/// <param name="Case">The kind of its case while it waits: the catalogue of causes has the words.</param>
/// <param name="Words">What became of it otherwise.</param>
public sealed record ArrivalTruth(Text Channel, string ExternalNumber, string? Case, Text? Words, DateTimeOffset Since);

/// <summary>How a channel is doing.</summary>
/// <param name="LagSeconds">How old the oldest change may be that is not here yet; null where nothing is polled.</param>
public sealed record ChannelHealth(string Channel, string Name, bool Configured, IReadOnlyList<string> Missing, bool Polls, string WebhookUrl,
    DateTimeOffset? LastWebhookAt, DateTimeOffset? LastPollAt, DateTimeOffset? PollTriedAt, long? LagSeconds, string? PollError,
    DateTimeOffset? FailingSince, SubscriptionState? Subscription, string? SubscriptionText, DateTimeOffset? SubscriptionAt, int Waiting);
