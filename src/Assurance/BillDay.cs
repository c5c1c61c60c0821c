using System.Globalization;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>Where the bill of a provider's day stands.</summary>
public enum BillState
{
    /// <summary>Not here yet; it is asked for again.</summary>
    Awaited,

    /// <summary>Here, and every line of it was held against the books.</summary>
    Matched,
}

/// <summary>The bill of one provider and day.</summary>
internal sealed class BillDay
{
    public required string Provider { get; init; }

    /// <summary>The provider's day as yyyyMMdd.</summary>
    public int Day { get; init; }

    public BillState State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Why it is not here, for people who look closer.</summary>
    public string? Error { get; set; }

    /// <summary>SHA-256 of the file; null when the provider says that nothing happened that day.</summary>
    public string? FileHash { get; set; }

    /// <summary>Who brought it: <c>system</c>, or a person.</summary>
    public string? Actor { get; set; }

    public DateTimeOffset? StoredAt { get; set; }
    public DateTimeOffset? MatchedAt { get; set; }
    public int Lines { get; set; }
    public int Differences { get; set; }

    /// <summary>Fees of the day that are in the ledger; minor units.</summary>
    public long FeesBooked { get; set; }

    public required string Currency { get; init; }

    public static int Number(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    /// <summary>The day in the subject of a bill's case, which is <c>provider:yyyyMMdd</c>; null in any other.</summary>
    public static DateOnly? OfSubject(string subject) =>
        DateOnly.TryParseExact(subject[(subject.IndexOf(':') + 1)..], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static DateOnly Read(int day) => new(day / 10_000, day / 100 % 100, day % 100);
}

/// <summary>How a line stands to the books.</summary>
public enum BillLineState { Open, Matched, Differs }

/// <summary>One line of a bill as it is kept; amounts in minor units, never negative.</summary>
internal sealed class BillRow
{
    public required string Provider { get; init; }
    public int Day { get; init; }
    public int Line { get; init; }
    public BillLineKind Kind { get; init; }
    public required string TransactionId { get; init; }
    public required string OutTradeNo { get; init; }

    /// <summary>The refund's number, or one made of the transaction and the moment where the provider gives none.</summary>
    public string? RefundNo { get; init; }

    public long Amount { get; init; }

    /// <summary>What the provider keeps; below zero when it gives a fee back.</summary>
    public long Fee { get; init; }

    public required string Currency { get; init; }
    public DateTimeOffset At { get; init; }
    public BillLineState State { get; set; }

    /// <summary>The order that its number names; 0 for a number that is none of ours.</summary>
    public long OrderNumber { get; init; }
}
