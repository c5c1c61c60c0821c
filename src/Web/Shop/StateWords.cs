using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>Name, definition and mark of each state that people see.</summary>
public static class StateWords
{
    public static Text Name(ShownState state) => state switch
    {
        ShownState.AwaitingPayment => new("待付款", "Awaiting payment"),
        ShownState.Paid => new("支付成功", "Paid"),
        ShownState.AwaitingShipment => new("待发货", "Awaiting shipment"),
        ShownState.PartlyShipped => new("部分发货", "Partly shipped"),
        ShownState.Shipped => new("发货完成", "Shipped"),
        ShownState.Completed => new("已完成", "Completed"),
        ShownState.Refunding => new("退款中", "Refunding"),
        ShownState.RefundCompleted => new("已完成退款", "Refund completed"),
        _ => new("已取消", "Canceled"),
    };

    public static Text Meaning(ShownState state) => state switch
    {
        ShownState.AwaitingPayment => new("订单记下了，货给您留着，还没收到钱。", "The order is recorded and the goods are kept; no money has arrived yet."),
        ShownState.Paid => new("钱到了，正在核对地址和库存。", "The money is here; address and stock are being checked."),
        ShownState.AwaitingShipment => new("核对好了，还没交给快递。", "Checked, not yet handed to the carrier."),
        ShownState.PartlyShipped => new("一部分交给了快递，其余还在打包。", "Part is with the carrier, the rest is being packed."),
        ShownState.Shipped => new("全部交给了快递，您还没确认收货。", "Everything is with the carrier; you have not confirmed receipt yet."),
        ShownState.Completed => new("您确认收到了，或送到后过了确认期。", "You confirmed receipt, or the time to do so has passed since delivery."),
        ShownState.Refunding => new("退款已经发出，等付款方确认。", "The refund is sent; the payment provider has yet to confirm it."),
        ShownState.RefundCompleted => new("付的钱全部退回，付款方确认了。", "All you paid has gone back, confirmed by the provider."),
        _ => new("发货前取消了。", "Canceled before anything was shipped."),
    };

    /// <summary>The class that colors the pill.</summary>
    public static string Mark(ShownState state) => state switch
    {
        ShownState.AwaitingPayment => "s-await",
        ShownState.Paid => "s-paid",
        ShownState.AwaitingShipment => "s-ship",
        ShownState.PartlyShipped => "s-part",
        ShownState.Shipped => "s-sent",
        ShownState.Completed => "s-done",
        ShownState.Refunding => "s-back",
        ShownState.RefundCompleted => "s-gone",
        _ => "s-off",
    };

    /// <summary>The 14 px shape, which fills as the order moves.</summary>
    public static string Shape(ShownState state) => state switch
    {
        ShownState.AwaitingPayment => Ring("stroke-dasharray=\"2.4 2\""),
        ShownState.Paid => Ring() + "<path d=\"M7 7V3a4 4 0 0 1 4 4z\"/>",
        ShownState.AwaitingShipment => Ring() + "<path d=\"M7 3a4 4 0 0 1 0 8z\"/>",
        ShownState.PartlyShipped => Ring() + "<path d=\"M7 7H3a4 4 0 1 0 4-4z\"/>",
        ShownState.Shipped => "<circle cx=\"7\" cy=\"7\" r=\"6.5\"/>",
        ShownState.Completed => "<path d=\"M2 7.5l3.5 3.5L12 4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        ShownState.Refunding => "<path d=\"M5.5 2 2 5.5 5.500 9M2.500 5.500H9a3 3 0 0 1 0 6H6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.700\"/>",
        ShownState.RefundCompleted => "<path d=\"M6 1 1 5.500 6 10V7h3a1.500 1.500 0 0 1 0 3H7v3h2a4.500 4.500 0 0 0 0-9H6z\"/>",
        _ => Ring() + "<path d=\"M3 11 11 3\" stroke=\"currentColor\" stroke-width=\"1.600\"/>",
    };

    private static string Ring(string more = "") =>
        $"<circle cx=\"7\" cy=\"7\" r=\"5.7\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.600\" {more}/>";
}
