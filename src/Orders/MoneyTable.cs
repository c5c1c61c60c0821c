using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>What the shop does with a fact about money.</summary>
public enum MoneyVerdict
{
    /// <summary>Nothing new: no money has moved.</summary>
    Nothing,

    /// <summary>This very payment is in the books already.</summary>
    Repeat,

    /// <summary>The money belongs to the order.</summary>
    Accept,

    /// <summary>The order takes its due, the rest goes back.</summary>
    AcceptAndReturnExcess,

    /// <summary>All of it goes back: no live order is entitled to it.</summary>
    ReturnAll,

    /// <summary>The attempt is over without money.</summary>
    CloseAttempt,

    /// <summary>A person must look: the currency or the receiver is not ours.</summary>
    Hold,
}

/// <summary>How the amount that came compares with what was asked.</summary>
public enum AmountMatch { Equal, More, Less, OtherCurrency, Unsaid }

/// <summary>One row of the table: when it applies, what is done, and why.</summary>
public sealed record MoneyRow(Func<MoneyCase, bool> When, MoneyVerdict Verdict, Text Why);

/// <summary>Everything that the decision depends on.</summary>
/// <param name="Order">The order's decided state.</param>
/// <param name="OrderPaid">Its due was covered before this fact.</param>
/// <param name="Known">This transaction is in the books already.</param>
public sealed record MoneyCase(OrderState Order, bool OrderPaid, PaymentRequestState Attempt, TradeState Fact, AmountMatch Amount, bool Known);

/// <summary>
/// What each payment fact does, as data; the first row that applies decides. Every case ends as "the order lives" or
/// "the money goes back", or waits visibly for a person.
/// </summary>
public static class MoneyTable
{
    public static readonly IReadOnlyList<MoneyRow> Rows =
    [
        new(c => c.Fact is TradeState.Unknown or TradeState.NotFound or TradeState.Waiting, MoneyVerdict.Nothing,
            new("支付方还没收到钱", "The provider holds no money")),
        new(c => c.Known, MoneyVerdict.Repeat, new("这笔钱已经入账", "This money is in the books already")),
        new(c => c.Fact == TradeState.Closed && c.Attempt == PaymentRequestState.Paid, MoneyVerdict.Nothing,
            new("付过的交易关闭了，是退款的结果", "A paid trade was closed: the result of refunds")),
        new(c => c.Fact == TradeState.Closed, MoneyVerdict.CloseAttempt, new("这次付款没付成，结束了", "This attempt ended unpaid")),
        new(c => c.Amount is AmountMatch.OtherCurrency or AmountMatch.Unsaid, MoneyVerdict.Hold,
            new("币种不对或没写金额，等人看", "Another currency or no amount; a person looks")),
        new(c => c.Order == OrderState.Canceled, MoneyVerdict.ReturnAll, new("订单已取消，钱退回", "The order is canceled; the money goes back")),
        new(c => c.OrderPaid, MoneyVerdict.ReturnAll, new("订单已付过，多付的退回", "The order is paid; the second payment goes back")),
        new(c => c.Amount == AmountMatch.Less, MoneyVerdict.ReturnAll, new("金额不足，钱退回", "Too little arrived; it goes back")),
        new(c => c.Amount == AmountMatch.More, MoneyVerdict.AcceptAndReturnExcess, new("多付的退回", "The excess goes back")),
        new(_ => true, MoneyVerdict.Accept, new("付款成功", "Paid")),
    ];

    public static MoneyRow Decide(MoneyCase c) => Rows.First(r => r.When(c));

    public static AmountMatch Compare(long asked, string currency, long? came, string? cameIn) => came switch
    {
        null => AmountMatch.Unsaid,
        _ when cameIn is not null && cameIn != currency => AmountMatch.OtherCurrency,
        _ when came == asked => AmountMatch.Equal,
        _ => came > asked ? AmountMatch.More : AmountMatch.Less,
    };
}
