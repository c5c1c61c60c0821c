using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Where a bill and the books differ; each becomes a case of its kind.</summary>
/// <param name="Subject">Within the bill: a transaction, a refund's number.</param>
internal sealed record Difference(string Kind, string Subject, long? Order, Money Amount, DateTimeOffset Since, Text Cause)
{
    public const string Unconfirmed = "bill.unconfirmed";
    public const string OtherAmount = "bill.amount";
    public const string PaymentMissing = "bill.payment_missing";
    public const string RefundUnknown = "bill.refund_unknown";
    public const string RefundMissing = "bill.refund_missing";
    public const string RefundAmount = "bill.refund_amount";

    /// <summary>The bill itself is not here.</summary>
    public const string NoBill = "bill.absent";

    /// <summary>The file is no whole bill.</summary>
    public const string Unreadable = "bill.unreadable";

    public static readonly IReadOnlyList<string> Kinds = [Unconfirmed, OtherAmount, PaymentMissing, RefundUnknown, RefundMissing, RefundAmount];
}
