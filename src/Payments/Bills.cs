namespace Guidan.Payments;

/// <summary>What a line of a bill is about. Other movements (settlements, commissions) are kept and not matched.</summary>
public enum BillLineKind { Payment, Refund, Other }

/// <summary>One movement in a provider's bill of a day. Amounts in minor units and never negative.</summary>
/// <param name="Line">Its place in the file, from 1; with provider and day it is the line's name.</param>
/// <param name="OutTradeNo">The merchant's number as the provider has it; it need not be one of ours.</param>
/// <param name="RefundNo">The merchant's number of a refund.</param>
/// <param name="Fee">What the provider keeps for it; below zero when it gives a fee back.</param>
/// <param name="At">When it was paid or refunded.</param>
public sealed record BillLine(int Line, BillLineKind Kind, string TransactionId, string OutTradeNo, string? RefundNo,
    long Amount, long Fee, string Currency, DateTimeOffset At);

/// <summary>A bill's lines, or the reason why the file is no whole bill: half a bill would hide money.</summary>
public sealed record BillReading(IReadOnlyList<BillLine> Lines, Kernel.Text? Fault = null);

/// <summary>How fetching a bill ended.</summary>
public enum BillFetchState
{
    Fetched,

    /// <summary>The provider has none for that day: not made yet, or nothing happened.</summary>
    NotThere,

    /// <summary>No trustworthy answer; ask again.</summary>
    Failed,
}

/// <summary>The file as the provider gave it, or why there is none.</summary>
public sealed record BillFetch(BillFetchState State, byte[] File, string? Reason = null);

/// <summary>
/// A provider's daily bill: the third path by which money is known, beside its notices and its answers. Never call
/// <see cref="Fetch"/> inside a transaction.
/// </summary>
public interface IBillSource
{
    /// <summary>The provider's code.</summary>
    string Code { get; }

    bool IsConfigured { get; }

    /// <summary>Asks for the bill of a day of the provider; the provider makes it the morning after.</summary>
    Task<BillFetch> Fetch(DateOnly day, CancellationToken cancellation);

    /// <summary>The moment at which a day of the provider begins.</summary>
    DateTimeOffset StartOf(DateOnly day);

    /// <summary>Reads a bill, fetched or brought by hand. Never throws, whatever the bytes are, and never grows without bound.</summary>
    BillReading Read(byte[] file);
}
