using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>What people (or rules standing in for them) decide about an order. Amounts and quantities decide the rest.</summary>
public enum OrderState { Placed, Confirmed, Completed, Canceled }

/// <summary>Whether the money is there; derived from amounts.</summary>
public enum PaymentState { Unpaid, Pending, Paid, PartlyRefunded, Refunded, Failed }

/// <summary>Whether the goods are on their way; derived from quantities.</summary>
public enum FulfillmentState { Unfulfilled, Partly, Shipped, Delivered }

/// <summary>The one state that merchant and customer see; derived.</summary>
public enum DisplayState
{
    AwaitingPayment, Paid, AwaitingShipment, PartlyShipped, Shipped, Completed, Refunding, RefundCompleted, Canceled,
}

/// <summary>The legal moves, and what each display state is called and means.</summary>
public static class OrderStates
{
    public static readonly Transitions<OrderState> Moves = new(
        (OrderState.Placed, OrderState.Confirmed),
        (OrderState.Placed, OrderState.Canceled),
        (OrderState.Confirmed, OrderState.Completed),
        (OrderState.Confirmed, OrderState.Canceled));

    private static readonly Dictionary<DisplayState, (Text Name, Text Meaning)> Words = new()
    {
        [DisplayState.AwaitingPayment] = (new("待付款", "Awaiting payment"), new("下了单，还没付款", "Placed, not paid")),
        [DisplayState.Paid] = (new("支付成功", "Paid"), new("付了款，等商家确认", "Paid, waiting for the merchant's confirmation")),
        [DisplayState.AwaitingShipment] = (new("待发货", "Awaiting shipment"), new("确认了，还没发货", "Confirmed, nothing shipped")),
        [DisplayState.PartlyShipped] = (new("部分发货", "Partly shipped"), new("发出了一部分", "Some goods are shipped")),
        [DisplayState.Shipped] = (new("发货完成", "Shipped"), new("全部交给了承运方，还没确认收货", "All handed to the carrier, receipt not confirmed")),
        [DisplayState.Completed] = (new("已完成", "Completed"),
            new("确认收货了，或送达满约定天数", "Receipt confirmed, or the agreed days after delivery have passed")),
        [DisplayState.Refunding] = (new("退款中", "Refunding"), new("有退款还没到账", "A refund is on its way")),
        [DisplayState.RefundCompleted] = (new("已完成退款", "Refund completed"),
            new("付的钱全部退回，支付方已确认", "Everything paid has gone back, confirmed by the provider")),
        [DisplayState.Canceled] = (new("已取消", "Canceled"), new("发货前取消了", "Canceled before anything was shipped")),
    };

    /// <summary>What a display state is called.</summary>
    public static Text NameOf(DisplayState state) => Words[state].Name;

    /// <summary>When an order is in a display state.</summary>
    public static Text MeaningOf(DisplayState state) => Words[state].Meaning;

    /// <summary>The truth table of the payment state.</summary>
    /// <param name="pending">A payment was started and neither paid nor ended.</param>
    public static PaymentState Payment(long total, long paid, long refunded, bool pending, bool failed) =>
        (paid, refunded) switch
        {
            ( > 0, _) when refunded >= paid => PaymentState.Refunded,
            ( > 0, > 0) => PaymentState.PartlyRefunded,
            _ when paid >= total => PaymentState.Paid,
            _ when pending => PaymentState.Pending,
            _ when failed => PaymentState.Failed,
            _ => PaymentState.Unpaid,
        };

    /// <summary>The truth table of the fulfillment state.</summary>
    public static FulfillmentState Fulfillment(long units, long shipped, long delivered) => shipped switch
    {
        0 => FulfillmentState.Unfulfilled,
        _ when shipped < units => FulfillmentState.Partly,
        _ when delivered >= units => FulfillmentState.Delivered,
        _ => FulfillmentState.Shipped,
    };

    /// <summary>The truth table of the display state.</summary>
    /// <param name="refunding">Minor units that are being refunded and not confirmed.</param>
    public static DisplayState Display(OrderState state, long total, long paid, long refunded, long refunding, long units, long shipped)
    {
        if (refunding > 0) return DisplayState.Refunding;
        if (paid > 0 && refunded >= paid) return DisplayState.RefundCompleted;
        return state switch
        {
            OrderState.Canceled => DisplayState.Canceled,
            OrderState.Completed => DisplayState.Completed,
            OrderState.Placed => paid >= total ? DisplayState.Paid : DisplayState.AwaitingPayment,
            _ when shipped == 0 => DisplayState.AwaitingShipment,
            _ when shipped < units => DisplayState.PartlyShipped,
            _ => DisplayState.Shipped,
        };
    }
}
