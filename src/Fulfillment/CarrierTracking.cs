namespace Guidan.Fulfillment;

/// <summary>
/// A party that follows parcels for us. Its word is kept whole, also codes that we do not know. Never call these
/// inside a transaction.
/// </summary>
public interface ICarrierTracking
{
    /// <summary>Stable code, also the last part of the callback address: <c>kuaidi100</c>.</summary>
    string Code { get; }

    /// <summary>Whether every setting is present.</summary>
    bool IsConfigured { get; }

    /// <summary>What is missing in the settings, one sentence each, zh-CN and English.</summary>
    IReadOnlyList<(string Zh, string En)> Missing { get; }

    /// <summary>Asks for pushes about a parcel. Asking twice is harmless.</summary>
    Task<SubscribeAnswer> Subscribe(ParcelToFollow parcel, CancellationToken cancellation);

    /// <summary>Asks once for all that is known of a parcel.</summary>
    Task<TrackingAnswer> Query(ParcelToFollow parcel, CancellationToken cancellation);

    /// <summary>Verifies and reads a push on its raw bytes. Never throws, whatever the bytes are.</summary>
    PushReading ReadPush(RawPush push);
}

/// <summary>A parcel to follow. Some carriers (SF) tell nothing without the last digits of a phone.</summary>
public sealed record ParcelToFollow(string Carrier, string TrackingNumber, string? Phone, Uri? CallbackUrl);

/// <summary>What became of a subscription.</summary>
public enum SubscribeState
{
    /// <summary>No trustworthy answer; ask again.</summary>
    Unknown,

    /// <summary>Pushes will come (also when they were asked for before).</summary>
    Subscribed,

    /// <summary>Refused: wrong number, unknown carrier, no right.</summary>
    Refused,
}

/// <summary>The answer to a subscription.</summary>
public sealed record SubscribeAnswer(SubscribeState State, string RawText, string? Reason = null);

/// <summary>Where a parcel is.</summary>
public enum TrackingState
{
    /// <summary>A code that we do not know; the text says what it means.</summary>
    Unknown,

    /// <summary>Announced to the carrier, not handed over yet.</summary>
    Announced,

    /// <summary>Collected by the carrier (揽收).</summary>
    PickedUp,

    /// <summary>On its way (在途).</summary>
    InTransit,

    /// <summary>With the courier or in a pick-up box (派件).</summary>
    OutForDelivery,

    /// <summary>Signed for (签收).</summary>
    Delivered,

    /// <summary>Delayed, damaged, lost, wrong address (疑难).</summary>
    Problem,

    /// <summary>The recipient refused it (拒签).</summary>
    Refused,

    /// <summary>On its way back to the sender (退回).</summary>
    Returning,

    /// <summary>Back with the sender (退签).</summary>
    Returned,

    /// <summary>Handed to another carrier or address (转投).</summary>
    Forwarded,

    /// <summary>At the customs (清关).</summary>
    Customs,
}

/// <summary>One event of a parcel. <c>State</c> is null when the carrier gave the event no code of its own.</summary>
public sealed record TrackingEvent(DateTimeOffset At, string Text, TrackingState? State, string? RawCode);

/// <summary>
/// All that is known of a parcel, newest event first. It replaces what was known before; it is no increment.
/// <c>CorrectedCarrier</c> is set when the tracker found that the parcel belongs to another carrier.
/// </summary>
public sealed record TrackingReport(
    string Carrier, string TrackingNumber, TrackingState State, string RawState, bool Finished,
    IReadOnlyList<TrackingEvent> Events, string? CorrectedCarrier = null);

/// <summary>The answer to a query: a report, or the reason why there is none.</summary>
public sealed record TrackingAnswer(TrackingReport? Report, string RawText, string? Reason = null);

/// <summary>What arrived at the callback address, byte by byte.</summary>
public sealed record RawPush(
    byte[] Body, IReadOnlyDictionary<string, string> Headers, string? ContentType, DateTimeOffset ReceivedAt);

/// <summary>What to answer to the tracker.</summary>
public sealed record PushAnswer(int StatusCode, string ContentType, string Body);

/// <summary>Whether a push may be believed.</summary>
public enum PushVerdict
{
    /// <summary>Signed by the tracker and readable.</summary>
    Genuine,

    /// <summary>Not signed by the tracker.</summary>
    Forged,

    /// <summary>Cannot be read.</summary>
    Malformed,
}

/// <summary>
/// The reading of a push. Give <c>OnStored</c> only once it is durable. <c>Aborted</c> means that the tracker gave up
/// on the parcel: check number and carrier, subscribe again at the earliest after 30 minutes; <c>Note</c> says why.
/// </summary>
public sealed record PushReading(
    PushVerdict Verdict, PushAnswer OnStored, PushAnswer OnRefused, string? Reason = null, string? EventKey = null,
    TrackingReport? Report = null, bool Aborted = false, string? Note = null);
