namespace Guidan.Payments;

/// <summary>
/// One payment provider on the other end of the wire. Every call may be repeated with the same numbers without a
/// second effect. Outcomes are values: an answer that was lost, unsigned or not understood is <c>Unknown</c>, never
/// a failure, and is cleared up by asking again. Never call these inside a transaction.
/// </summary>
public interface IPaymentProvider : IMoneyHolder
{
    /// <summary>Whether every setting is present and readable; a method that is not must not be offered.</summary>
    bool IsConfigured { get; }

    /// <summary>What is missing or unreadable in the settings, one sentence each, zh-CN and English.</summary>
    IReadOnlyList<(string Zh, string En)> Missing { get; }

    /// <summary>Prepares where the payer goes. May ask the provider; write the payment row first.</summary>
    Task<StartAnswer> Start(PaymentToStart payment, CancellationToken cancellation);

    /// <summary>Asks what became of a payment. The answer, not a notice, is the truth.</summary>
    Task<ProviderAnswer> Query(string outTradeNo, CancellationToken cancellation);

    /// <summary>
    /// Ends an unpaid payment. Release stock only on <see cref="TradeState.Closed"/> without
    /// <see cref="ProviderAnswer.PaidAt"/>; an answer of <see cref="TradeState.Paid"/> means that it came too late.
    /// <see cref="TradeState.NotFound"/> means that the payer has not arrived; the payer still may, until expiry.
    /// </summary>
    Task<ProviderAnswer> Close(string outTradeNo, CancellationToken cancellation);

    /// <summary>Sends money back. Retry only with the same refund number and amount.</summary>
    Task<RefundAnswer> Refund(RefundToSend refund, CancellationToken cancellation);

    /// <summary>Asks what became of a refund; at the earliest ten seconds after it was sent.</summary>
    Task<RefundAnswer> QueryRefund(RefundToSend refund, CancellationToken cancellation);

    /// <summary>Verifies and reads what arrived, on its raw bytes. Never throws, whatever the bytes are.</summary>
    NoticeReading ReadNotice(RawNotice notice);
}

/// <summary>
/// A payment about to begin. Amount in minor units; <c>OutTradeNo</c> is ours and unique per attempt.
/// </summary>
public sealed record PaymentToStart(
    string OutTradeNo, long AmountMinor, string Currency, string Subject,
    Uri NotifyUrl, Uri ReturnUrl, DateTimeOffset ExpiresAt);

/// <summary>
/// What the payer does next: <c>redirect</c> to an address, or <c>qr</c> to show the address as a code.
/// </summary>
public sealed record PaymentAction(string Type, string Url);

/// <summary>Either an action, or the reason why there is none.</summary>
public sealed record StartAnswer(PaymentAction? Action, string? Reason = null, string? RawText = null);

/// <summary>State of a payment in the provider's books.</summary>
public enum TradeState
{
    /// <summary>No trustworthy answer; ask again.</summary>
    Unknown,

    /// <summary>The provider has never seen it: the payer has not arrived yet.</summary>
    NotFound,

    /// <summary>The payer arrived and has not paid.</summary>
    Waiting,

    /// <summary>Paid and refundable.</summary>
    Paid,

    /// <summary>Over: never paid, or, when a paid time stands beside it, everything has gone back.</summary>
    Closed,

    /// <summary>Paid and no longer refundable. Equal to paid when seen first.</summary>
    Finished,
}

/// <summary>
/// The provider's word on a payment. Amounts in minor units; compare amount and currency with our own row before
/// acting. <c>RefundedMinor</c> is the total refunded so far where the provider says so.
/// </summary>
public sealed record ProviderAnswer(
    TradeState State, string RawText, string? Reason = null, string? TransactionId = null, long? AmountMinor = null,
    string? Currency = null, DateTimeOffset? PaidAt = null, long? RefundedMinor = null);

/// <summary>A refund to send. <c>RefundNo</c> is ours, unique per refund and the same on every retry.</summary>
public sealed record RefundToSend(
    string OutTradeNo, string RefundNo, long AmountMinor, string Currency, string Reason);

/// <summary>State of a refund in the provider's books.</summary>
public enum RefundState
{
    /// <summary>No trustworthy answer; ask, then retry with the same number.</summary>
    Unknown,

    /// <summary>The provider has no refund of this number: send the same number again.</summary>
    NotFound,

    /// <summary>Accepted, not yet confirmed; ask again.</summary>
    Processing,

    /// <summary>The money has gone back.</summary>
    Succeeded,

    /// <summary>Refused; no money moved under this number.</summary>
    Failed,
}

/// <summary>The provider's word on a refund.</summary>
public sealed record RefundAnswer(RefundState State, string RawText, string? Reason = null);

/// <summary>What arrived at the callback address, byte by byte. Header names compare without case.</summary>
public sealed record RawNotice(
    byte[] Body, IReadOnlyDictionary<string, string> Headers, string? ContentType, DateTimeOffset ReceivedAt);

/// <summary>What to answer to the provider.</summary>
public sealed record NoticeAnswer(int StatusCode, string ContentType, string Body);

/// <summary>Whether a notice may be believed.</summary>
public enum NoticeVerdict
{
    /// <summary>Signed by the provider and readable.</summary>
    Genuine,

    /// <summary>Not signed by the provider.</summary>
    Forged,

    /// <summary>Cannot be read; nothing is said about who sent it.</summary>
    Malformed,
}

/// <summary>
/// The reading of a notice. <c>Reason</c> is a stable code unless genuine. Give <c>OnStored</c> only once the notice
/// is durable, also for an order that we do not know; give <c>OnRefused</c> for everything that was not stored.
/// </summary>
public sealed record NoticeReading(
    NoticeVerdict Verdict, NoticeAnswer OnStored, NoticeAnswer OnRefused, string? Reason = null,
    PaymentNotice? Notice = null);

/// <summary>
/// A fact that the provider reported. <c>EventKey</c> is the same for every repeat of the same fact.
/// <c>AddressedToUs</c> is false when seller or app is another; such a notice is recorded as a case, never acted on.
/// </summary>
public sealed record PaymentNotice(
    string EventKey, string OutTradeNo, string? TransactionId, TradeState State, long? AmountMinor, string Currency,
    bool AddressedToUs, DateTimeOffset? OccurredAt, DateTimeOffset? PaidAt = null, NoticeRefund? Refund = null);

/// <summary>Refund facts inside a notice: our refund number, the total refunded so far (minor units), when.</summary>
public sealed record NoticeRefund(
    string? RefundNo, long? RefundedMinor, DateTimeOffset? RefundedAt, RefundState State = RefundState.Succeeded);
