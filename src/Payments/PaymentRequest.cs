using System.Globalization;
using Guidan.Kernel;

namespace Guidan.Payments;

/// <summary>Where one attempt to pay stands. Closed and failed are final, but a late payment is still recorded as a fact.</summary>
public enum PaymentRequestState { Created, Paid, Closed, Failed }

/// <summary>One attempt to pay an order. The row exists before any provider hears of it.</summary>
public sealed class PaymentRequest
{
    public long OrderNumber { get; init; }

    /// <summary>1 for the first attempt of an order, then upwards.</summary>
    public int Attempt { get; init; }

    public required string Provider { get; init; }

    /// <summary>Minor units.</summary>
    public long Amount { get; init; }

    public required string Currency { get; init; }
    public PaymentRequestState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>After this the provider takes no money for it.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the provider is asked next; null when nothing is left to ask.</summary>
    public DateTimeOffset? NextQueryAt { get; set; }

    public int Queries { get; set; }
    public string? TransactionId { get; set; }

    /// <summary>The order took this money; false while unpaid, and for money that goes back.</summary>
    public bool Accepted { get; set; }

    /// <summary>What the provider says it took; minor units.</summary>
    public long PaidAmount { get; set; }

    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>Our number at the provider: the order's number and two digits of the attempt.</summary>
    public string OutTradeNo => OutTradeNoOf(OrderNumber, Attempt);

    public static string OutTradeNoOf(long orderNumber, int attempt) =>
        OrderNumbers.Plain(orderNumber) + attempt.ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>Reads our number back; false for one that is not ours.</summary>
    public static bool TryReadOutTradeNo(string? text, out long orderNumber, out int attempt)
    {
        (orderNumber, attempt) = (0, 0);
        return text is { Length: 20 } && OrderNumbers.TryParse(text[..18], out orderNumber)
            && int.TryParse(text[18..], NumberStyles.None, CultureInfo.InvariantCulture, out attempt) && attempt > 0;
    }
}

/// <summary>How the shop learned of a fact about money.</summary>
public enum FactSource { Notice, Query, Close, Bill, Channel }

/// <summary>What a provider said about a payment, kept for ever, with what the shop made of it.</summary>
public sealed class PaymentFact
{
    /// <summary>0 when no order of ours has that number.</summary>
    public long OrderNumber { get; init; }

    public Guid Id { get; init; }
    public required string Provider { get; init; }
    public required string OutTradeNo { get; init; }
    public string? TransactionId { get; init; }
    public FactSource Source { get; init; }
    public TradeState State { get; init; }
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The row of the decision table that was applied.</summary>
    public required string Verdict { get; init; }
}

/// <summary>Where the money that goes back stands.</summary>
public enum RefundStep { Requested, Sent, Succeeded, Failed }

/// <summary>One refund. The row, with the number that the provider will see, exists before the provider is called.</summary>
public sealed class Refund
{
    public long OrderNumber { get; init; }
    public Guid Id { get; init; }
    public int Attempt { get; init; }
    public required string Provider { get; init; }

    /// <summary>Minor units.</summary>
    public long Amount { get; init; }

    public required string Currency { get; init; }
    public required string Reason { get; init; }

    /// <summary>False for money that never belonged to a live order: it does not reduce what was sold.</summary>
    public bool OfSale { get; init; }

    public RefundStep Step { get; set; }
    public DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the provider confirmed it; only then it is shown as refunded.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public string? Error { get; set; }

    /// <summary>Our number at the provider; the same on every retry.</summary>
    public string RefundNo => "R" + Id.ToString("N");
}
