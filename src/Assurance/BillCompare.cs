using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>A line of a bill beside what the books have of it.</summary>
/// <param name="Known">What the claim on the transaction became; null when the books know nothing of it.</param>
/// <param name="Booked">The amount in the books, for payments.</param>
/// <param name="Refund">Our refund of that number.</param>
internal sealed record LineInBooks(BillRow Line, string? Known, long? Booked, (long Amount, RefundStep Step)? Refund);

/// <summary>A movement of the books that no bill shows.</summary>
internal sealed record NotInBill(bool IsRefund, string Number, string OutTradeNo, long Order, Money Amount, DateTimeOffset At);

/// <summary>What becomes of a line.</summary>
internal enum LineVerdict { Matched, Wait, AskProvider, Differs }

/// <summary>Compares one line of a bill with the books: pure, so that every combination can be tested.</summary>
internal static class BillCompare
{
    public static (LineVerdict Verdict, Difference? Difference) Judge(LineInBooks row) => row.Line.Kind switch
    {
        BillLineKind.Payment => Payment(row),
        BillLineKind.Refund => Refund(row),
        _ => (LineVerdict.Matched, null),
    };

    /// <summary>What the provider's own answer adds about money that the books do not know: true when it says the same as the bill.</summary>
    public static bool? Confirms(BillRow line, ProviderAnswer answer) => answer.State switch
    {
        TradeState.Unknown => null,
        // Everything went back since: the money was there all the same.
        TradeState.Paid or TradeState.Finished => answer.AmountMinor == line.Amount,
        TradeState.Closed => answer.PaidAt is not null && answer.AmountMinor == line.Amount,
        _ => false,
    };

    public static Difference NotConfirmed(BillRow line, ProviderAnswer answer) => new(Difference.Unconfirmed, line.TransactionId, OrderOf(line),
        AmountOf(line), line.At, new(
            $"账单上有这笔款，支付方查询却说：{Said(answer, Tongue.Zh)}", $"The bill shows this money, but the provider's answer is: {Said(answer, Tongue.En)}"));

    public static Difference Missing(NotInBill row) => row.IsRefund
        ? new(Difference.RefundMissing, row.Number, row.Order, row.Amount, row.At,
            new("我们记着退款成功，账单上没有", "The books say that this refund succeeded; the bill does not show it"))
        : new(Difference.PaymentMissing, row.Number, row.Order == 0 ? null : row.Order, row.Amount, row.At,
            new("我们记着收到这笔款，账单上没有", "The books say that this money arrived; the bill does not show it"));

    private static (LineVerdict, Difference?) Payment(LineInBooks row)
    {
        if (row.Known is null) return (LineVerdict.AskProvider, null);
        if (row.Booked is { } booked && booked != row.Line.Amount)
            return (LineVerdict.Differs, new(Difference.OtherAmount, row.Line.TransactionId, OrderOf(row.Line), AmountOf(row.Line), row.Line.At,
                new($"账单写{AmountOf(row.Line).Show()}，我们记的是{new Money(booked, row.Line.Currency).Show()}",
                    $"The bill says {AmountOf(row.Line).Show()}, the books {new Money(booked, row.Line.Currency).Show()}")));
        return (LineVerdict.Matched, null);
    }

    private static (LineVerdict, Difference?) Refund(LineInBooks row) => row.Refund switch
    {
        null => (LineVerdict.Differs, Unknown(row, new("账单上有这笔退款，我们没有记", "The bill shows this refund; the books do not"))),
        { Step: RefundStep.Failed } => (LineVerdict.Differs, Unknown(row, new("账单说退款成功，我们记的是没退成", "The bill says that it went back, the books that it failed"))),
        var (amount, _) when amount != row.Line.Amount => (LineVerdict.Differs, new(Difference.RefundAmount, row.Line.RefundNo!, OrderOf(row.Line),
            AmountOf(row.Line), row.Line.At, new($"账单退了{AmountOf(row.Line).Show()}，我们记的是{new Money(amount, row.Line.Currency).Show()}",
                $"The bill says {AmountOf(row.Line).Show()} went back, the books {new Money(amount, row.Line.Currency).Show()}"))),
        { Step: RefundStep.Succeeded } => (LineVerdict.Matched, null),
        // It is on its way here, and asked about until the provider confirms it.
        _ => (LineVerdict.Wait, null),
    };

    private static Difference Unknown(LineInBooks row, Text cause) =>
        new(Difference.RefundUnknown, row.Line.RefundNo!, OrderOf(row.Line), AmountOf(row.Line), row.Line.At, cause);

    private static long? OrderOf(BillRow line) => line.OrderNumber == 0 ? null : line.OrderNumber;

    private static Money AmountOf(BillRow line) => new(line.Amount, line.Currency);

    private static string Said(ProviderAnswer answer, Tongue tongue) => answer.State switch
    {
        TradeState.NotFound => new Text("没有这笔交易", "it knows no such trade").In(tongue),
        TradeState.Waiting => new Text("还没付款", "it is not paid").In(tongue),
        TradeState.Closed => new Text("交易关闭了，没付过", "it was closed unpaid").In(tongue),
        _ => new Text("金额是", "the amount is ").In(tongue) + new Money(answer.AmountMinor ?? 0, answer.Currency ?? "CNY").Show(),
    };
}
