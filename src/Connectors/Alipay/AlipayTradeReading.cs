using Guidan.Payments;

namespace Guidan.Connectors;

/// <summary>What Alipay's words mean in ours.</summary>
internal static class AlipayTradeReading
{
    public static TradeState State(string? status) => status switch
    {
        "WAIT_BUYER_PAY" => TradeState.Waiting,
        "TRADE_SUCCESS" => TradeState.Paid,
        "TRADE_FINISHED" => TradeState.Finished,
        "TRADE_CLOSED" => TradeState.Closed,
        _ => TradeState.Unknown,
    };

    public static ProviderAnswer Trade(AlipayReply reply, string outTradeNo)
    {
        if (reply.Text("out_trade_no") != outTradeNo)
            return new(TradeState.Unknown, reply.RawText, "answer.other_trade");
        var state = State(reply.Text("trade_status"));
        var amount = AlipayAmount.ToMinor(reply.Text("total_amount"));
        if (state == TradeState.Unknown || amount is null)
            return new(TradeState.Unknown, reply.RawText, "answer.unreadable");
        var paidAt = BeijingTime.Read(reply.Text("send_pay_date"));
        return new(
            state, reply.RawText, TransactionId: reply.Text("trade_no"), AmountMinor: amount, Currency: "CNY",
            PaidAt: paidAt,
            // A trade that was paid closes only when all of it went back.
            RefundedMinor: state == TradeState.Closed && paidAt is not null ? amount : null);
    }

    public static RefundAnswer Refund(AlipayReply reply, RefundToSend refund)
    {
        if (reply.Outcome == AlipayOutcome.Unknown) return new(RefundState.Unknown, reply.RawText, reply.Reason);
        if (reply.Outcome == AlipayOutcome.BusinessFailed)
            // "Same number, other amount" says that money may have moved under this number: that is no failure.
            return reply.Reason == "ACQ.DISCORDANT_REPEAT_REQUEST"
                ? new(RefundState.Unknown, reply.RawText, reply.Reason)
                : new(RefundState.Failed, reply.RawText, reply.Reason);
        if (reply.Text("out_trade_no") != refund.OutTradeNo)
            return new(RefundState.Unknown, reply.RawText, "answer.other_trade");
        return reply.Text("fund_change") == "Y"
            ? new(RefundState.Succeeded, reply.RawText)
            // No new money moved: either this number was refunded before, or the bank takes its time.
            : new(RefundState.Processing, reply.RawText, "fund_change=N");
    }

    public static RefundAnswer RefundFound(AlipayReply reply, RefundToSend refund)
    {
        if (reply.Outcome == AlipayOutcome.BusinessFailed && reply.Reason == "ACQ.TRADE_NOT_EXIST")
            return new(RefundState.NotFound, reply.RawText, reply.Reason);
        if (reply.Outcome != AlipayOutcome.Ok) return new(RefundState.Unknown, reply.RawText, reply.Reason);
        var number = reply.Text("out_request_no");
        var amount = reply.Text("refund_amount");
        var status = reply.Text("refund_status");
        if (status is null && amount is null) return new(RefundState.NotFound, reply.RawText);
        if (status is not (null or "" or "REFUND_SUCCESS"))
            return new(RefundState.Processing, reply.RawText, status);
        if (number is not null && number != refund.RefundNo)
            return new(RefundState.Unknown, reply.RawText, "answer.other_refund");
        return amount is not null && AlipayAmount.ToMinor(amount) != refund.AmountMinor
            ? new(RefundState.Unknown, reply.RawText, "answer.other_amount")
            : new(RefundState.Succeeded, reply.RawText);
    }
}
