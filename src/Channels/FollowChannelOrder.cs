using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>
/// Brings an order that is here to where it stands at its channel: changed before shipping, paid, refunded, canceled.
/// What cannot follow opens a case; it never overwrites what happened here. Works in the caller's transaction.
/// </summary>
internal sealed class FollowChannelOrder(ShopDb db, OrderIntake intake, Cases cases)
{
    public const string EditedCase = "channel.edited";
    public const string CanceledCase = "channel.canceled_shipped";
    public const string ShippedCase = "channel.shipped_elsewhere";
    public const string PartlyCase = "channel.partly_refunded";
    public const string MoneyCase = "channel.money";

    /// <param name="now">The order as it would be placed now; null with the problems that speak against it.</param>
    /// <returns>A refusal undoes everything and is told in a case of its own.</returns>
    public async Task<Refusal?> Run(ChannelArrival arrival, ChannelOrder order, IntakeOrder? now, IReadOnlyList<ArrivalProblem> problems)
    {
        var number = arrival.OrderNumber!.Value;
        var looked = await intake.Look(number);
        if (!looked.IsOk) return looked.Refusal;
        var here = looked.Value;
        db.Record("arrival:" + arrival.Subject, null, $"at the channel: {order.Payment}{(order.Canceled ? ", canceled" : "")}");
        if (!order.Canceled && await Edited(arrival, here, now, problems) is { } refusal) return refusal;
        if (await Paid(arrival, order, number) is { } unpaid) return unpaid;
        if (await GoneBack(arrival, order, number) is { } unreturned) return unreturned;
        if (order.Canceled && here.State != OrderState.Canceled && await Canceled(arrival, order, number) is { } uncanceled) return uncanceled;
        if (order.Fulfilled && here.Shipped < here.Units && here.State != OrderState.Canceled && !order.Canceled)
            await Open(ShippedCase, arrival, new("渠道说已经发完货，这里还没发完", "The channel says that all is shipped; here it is not"),
                new("核对是谁发的：已发就在这里登记单号，没发就到渠道撤销发货", "See who shipped: enter the tracking number here, or undo it at the channel"));
        else await cases.Close(ShippedCase, arrival.Subject, "agrees again");
        if (!order.Canceled) await cases.Close(CanceledCase, arrival.Subject, "not canceled any more");
        return null;
    }

    /// <summary>What the channel has taken for an order that is about to be placed; null when nothing.</summary>
    public static IntakePayment? PaymentOf(ChannelArrival arrival, ChannelOrder order) => IsPaid(order) && order.Total > 0 ? Payment(arrival, order) : null;

    /// <summary>An order that was placed a moment ago is what its channel says, but for what came after.</summary>
    /// <param name="verdict">What was decided about its money.</param>
    public async Task<Refusal?> Begin(ChannelArrival arrival, ChannelOrder order, string? verdict)
    {
        var number = arrival.OrderNumber!.Value;
        db.Record("arrival:" + arrival.Subject, null, $"at the channel: {order.Payment}{(order.Canceled ? ", canceled" : "")}");
        if (verdict is not null) await Tell(arrival, verdict);
        if (await GoneBack(arrival, order, number) is { } unreturned) return unreturned;
        return order.Canceled ? await Canceled(arrival, order, number) : null;
    }

    /// <summary>What the channel changed cannot be followed; everything of that event was undone.</summary>
    public async Task Stuck(ChannelArrival arrival, Refusal refusal)
    {
        db.Record("arrival:" + arrival.Subject, null, "cannot follow: " + refusal.Code);
        await Open(EditedCase, arrival, new($"渠道改了这单，没能跟上：{refusal.Title.Zh}，{refusal.Detail.Zh}",
            $"The channel changed this order and it could not follow: {refusal.Title.En}; {refusal.Detail.En}"), refusal.Remedy);
    }

    /// <summary>All of it has left: whoever was to ship, and whatever was refunded before, no parcel waits for a decision any more.</summary>
    public async Task Shipped(ChannelArrival arrival)
    {
        await cases.Close(ShippedCase, arrival.Subject, "shipped here");
        await cases.Close(PartlyCase, arrival.Subject, "shipped here");
    }

    private async Task<Refusal?> Edited(ChannelArrival arrival, IntakeState here, IntakeOrder? now, IReadOnlyList<ArrivalProblem> problems)
    {
        if (now is null)
        {
            var why = problems[0].Sentence;
            await Open(EditedCase, arrival, new($"渠道改了这单，没能跟上：{why.Zh}", $"The channel changed this order and it could not follow: {why.En}"),
                ArrivalCauses.Of(problems[0].Cause).Remedy);
            return null;
        }
        if (!IsSame(here, now))
        {
            var followed = await intake.Follow(here.Number, now);
            if (followed.Refusal is { Code: OrderIntake.TooLateCode or OrderIntake.DearerCode } no)
            {
                // Nothing was written yet: money and cancellation go on, a person settles the rest.
                await Stuck(arrival, no);
                return null;
            }
            if (!followed.IsOk) return followed.Refusal;
        }
        if (now.Recipient != here.Recipient && here.Shipped == 0 && here.State is OrderState.Placed or OrderState.Confirmed)
        {
            var moved = await intake.Readdress(here.Number, now.Recipient);
            if (!moved.IsOk) return moved.Refusal;
        }
        await cases.Close(EditedCase, arrival.Subject, "the order follows its channel again");
        return null;
    }

    // What was asked and what it costs, line by line; how discounts fall on lines changes with refunds at some channels.
    private static bool IsSame(IntakeState here, IntakeOrder now) => here.Total == now.Total
        && here.Lines.SequenceEqual(now.Lines.Select(l => new IntakeLineState(l.Variant.Sku, l.Quantity, l.UnitPrice, l.Discount)));

    private async Task<Refusal?> Paid(ChannelArrival arrival, ChannelOrder order, long number)
    {
        if (!IsPaid(order)) return null;
        var here = (await intake.Look(number)).Value;
        return here.Paid >= here.Total || here.Paid > 0 ? null : await Pay(arrival, order, number);
    }

    private static bool IsPaid(ChannelOrder order) =>
        order.Payment is ChannelPayment.Paid or ChannelPayment.Refunded or ChannelPayment.PartlyRefunded;

    private async Task<Refusal?> Pay(ChannelArrival arrival, ChannelOrder order, long number)
    {
        var paid = await intake.Pay(number, Payment(arrival, order));
        if (!paid.IsOk) return paid.Refusal;
        await Tell(arrival, paid.Value);
        return null;
    }

    // The channel may name one transaction for several orders; with the order's id it is this order's money.
    private static IntakePayment Payment(ChannelArrival arrival, ChannelOrder order) => new(arrival.Channel,
        order.TransactionId is { } id ? $"{id}/{order.ExternalId}" : order.ExternalId, order.PaidAt ?? order.UpdatedAt);

    private async Task Tell(ChannelArrival arrival, string verdict)
    {
        if (verdict.StartsWith("Accept", StringComparison.Ordinal) || verdict == nameof(MoneyVerdict.ReturnAll)) return;
        await Open(MoneyCase, arrival, new($"渠道说已付，没能入账（{verdict}）", $"Paid at the channel, not booked ({verdict})"),
            new("到渠道核对这笔款，再在订单里处理", "Check this payment at the channel, then deal with it in the order"));
    }

    private async Task<Refusal?> GoneBack(ChannelArrival arrival, ChannelOrder order, long number)
    {
        if (order.Refunded == 0) return null;
        var rest = await intake.GoneBack(number, arrival.Channel, order.Refunded, order.CancelReason ?? "refunded at the channel");
        if (!rest.IsOk) return rest.Refusal;
        if (rest.Value > 0)
            await Open(MoneyCase, arrival, new($"渠道说退的比这里记的付款多{new Money(rest.Value, order.Currency).Show()}",
                    $"The channel gave back {new Money(rest.Value, order.Currency).Show()} more than was paid here"),
                new("到渠道核对这单的收款和退款", "Check the payments and refunds of this order at the channel"));
        var here = (await intake.Look(number)).Value;
        if (rest.Value == 0 && here.Paid > 0) await cases.Close(MoneyCase, arrival.Subject, "the money agrees again");
        if (!order.Canceled && here.Shipped < here.Units && here.State != OrderState.Canceled && order.Refunded < order.Total)
            await Open(PartlyCase, arrival, new($"渠道退了一部分（{new Money(order.Refunded, order.Currency).Show()}），货还没发完",
                    $"The channel refunded a part ({new Money(order.Refunded, order.Currency).Show()}) before all was shipped"),
                new("核对哪几件不用发，发其余的", "See which goods are not to be sent, and ship the rest"));
        else await cases.Close(PartlyCase, arrival.Subject, "shipped, or all went back");
        return null;
    }

    private async Task<Refusal?> Canceled(ChannelArrival arrival, ChannelOrder order, long number)
    {
        var here = (await intake.Look(number)).Value;
        if (here.State == OrderState.Canceled) return null;
        if (here.Shipped == 0 && here.State is OrderState.Placed or OrderState.Confirmed)
        {
            var canceled = await intake.Cancel(number, order.CancelReason ?? "canceled at the channel");
            if (canceled.IsOk) await cases.Close(EditedCase, arrival.Subject, "canceled at the channel");
            return canceled.Refusal;
        }
        if (order.Refunded >= order.Total) await cases.Close(CanceledCase, arrival.Subject, "the money went back at the channel");
        else await Open(CanceledCase, arrival, new("渠道取消了这单，货已经发出", "The channel canceled this order; goods have left already"),
            new("请快递拦截，或等退回后在渠道退款", "Have the parcel intercepted, or refund it at the channel once it is back"));
        return null;
    }

    private Task Open(string kind, ChannelArrival arrival, Text cause, Text remedy) =>
        cases.Open(kind, arrival.Subject, cause, remedy, arrival.OrderNumber, ArrivalBook.AmountOf(arrival), reopen: true);
}
