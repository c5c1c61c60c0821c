namespace Guidan.Channels;

/// <summary>Where an order of a channel stands: it waits for somebody, it is an order here, or it never will be.</summary>
public enum ArrivalState { Waiting, Placed, Dismissed }

/// <summary>One order of a channel, from its first event on. The bodies lie in the inbox; here stands what became of it.</summary>
internal sealed class ChannelArrival
{
    public required string Channel { get; init; }

    /// <summary>The channel's id; for a body without one, the key of its event.</summary>
    public required string ExternalId { get; init; }

    public required string ExternalNumber { get; set; }
    public ArrivalState State { get; set; }

    /// <summary>Why it waits or was dismissed; null when it is placed and nothing is in the way.</summary>
    public string? Cause { get; set; }

    /// <summary>Everything that is in the way, as JSON.</summary>
    public string? Problems { get; set; }

    /// <summary>The body that counts: the newest that the channel sent.</summary>
    public Guid InboxId { get; set; }

    /// <summary>When the channel says that it last changed; older events never overwrite newer ones.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    public long? OrderNumber { get; set; }

    /// <summary>Minor units; what the channel says is the total.</summary>
    public long Amount { get; set; }

    public string? Currency { get; set; }
    public ChannelPayment Payment { get; set; }

    /// <summary>Who receives it, sealed; the channel's word, or what a person mended.</summary>
    public byte[]? Buyer { get; set; }

    public bool IsMended { get; set; }
    public byte[]? PhoneIndex { get; set; }

    /// <summary>A person accepted the channel's price although sums or settings speak against it.</summary>
    public bool IsPriceAccepted { get; set; }

    public DateTimeOffset Since { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset TriedAt { get; set; }

    /// <summary>When it is tried again by itself; null while that would change nothing.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Why a person dismissed it.</summary>
    public string? Reason { get; set; }

    /// <summary>Its name in cases and in the audit log.</summary>
    public string Subject => SubjectOf(Channel, ExternalId);

    public static string SubjectOf(string channel, string externalId) => $"{channel}:{externalId}";
}

/// <summary>What a channel calls one of our SKUs.</summary>
internal sealed class ChannelSku
{
    public required string Channel { get; init; }

    /// <summary>The SKU as the channel writes it.</summary>
    public required string Theirs { get; init; }

    public required string Sku { get; set; }

    /// <summary>A person said so; otherwise it is the same SKU on both sides.</summary>
    public bool IsMatched { get; set; }
}

/// <summary>How far a channel was asked for its orders, and how that goes.</summary>
internal sealed class ChannelPoll
{
    public required string Channel { get; init; }

    /// <summary>Everything that changed before this moment is here.</summary>
    public DateTimeOffset Through { get; set; }

    /// <summary>The page of the running question, and when that question was begun.</summary>
    public string? Cursor { get; set; }
    public DateTimeOffset? AskedFor { get; set; }

    public DateTimeOffset? TriedAt { get; set; }
    public DateTimeOffset? SucceededAt { get; set; }
    public DateTimeOffset? FailingSince { get; set; }
    public string? Error { get; set; }
    public int Found { get; set; }
    public DateTimeOffset? SubscriptionAt { get; set; }
    public SubscriptionState Subscription { get; set; }
    public string? SubscriptionWords { get; set; }
}
