using System.Globalization;

namespace Guidan.Sandbox;

/// <summary>A payment in the simulated Alipay's books.</summary>
internal sealed class AlipayTrade
{
    public required string OutTradeNo { get; init; }
    public required string TradeNo { get; init; }
    public required long AmountMinor { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public string? NotifyUrl { get; init; }
    public string? ReturnUrl { get; init; }

    public DateTimeOffset? PaidAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The payer chose that notices of this trade get lost.</summary>
    public bool NoticesLost { get; set; }

    public List<AlipayRefund> Refunds { get; } = [];

    public long RefundedMinor => Refunds.Sum(refund => refund.AmountMinor);

    public bool IsOpen => PaidAt is null && ClosedAt is null;

    public string Status =>
        ClosedAt is not null ? "TRADE_CLOSED"
        : FinishedAt is not null ? "TRADE_FINISHED"
        : PaidAt is not null ? "TRADE_SUCCESS"
        : "WAIT_BUYER_PAY";

    public static string Yuan(long minor) => string.Create(
        CultureInfo.InvariantCulture, $"{(minor < 0 ? "-" : "")}{Math.Abs(minor) / 100}.{Math.Abs(minor) % 100:00}");

    /// <summary>Null for what is not yuan with at most two decimals.</summary>
    public static long? Minor(string? yuan) =>
        yuan is { Length: <= 12 } && yuan.All(letter => char.IsAsciiDigit(letter) || letter == '.') &&
        decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) &&
        amount * 100 == decimal.Truncate(amount * 100)
            ? (long)(amount * 100)
            : null;
}

/// <summary>Money that went back under one request number.</summary>
internal sealed record AlipayRefund(string RequestNo, long AmountMinor, string? Reason, DateTimeOffset At);
