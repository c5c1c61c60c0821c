namespace Guidan.Sandbox;

/// <summary>What the simulated Shopify shop says, zh-CN first.</summary>
internal sealed record StoreWords(bool English) : IPageWords
{
    public string Lang => English ? "en" : "zh-CN";
    public string Other => English ? "zh-CN" : "en";
    public string OtherName => English ? "中文" : "English";
    public string Title => Say("模拟Shopify店铺", "Simulated Shopify shop");
    public string Notice => Say(
        "这里是模拟，不会动用真钱，也和Shopify公司无关。下的单会按Shopify的方式通知归单。",
        "A simulation: no real money moves, and Shopify has no part in it. Orders reach Guidan the way Shopify sends them.");
    public string Order => Say("下一单", "Place an order");
    public string Goods => Say("商品", "Goods");
    public string NoGoods => Say("这个店里还没有商品，请在下面填货号", "There are no goods here yet; write a SKU below");
    public string OtherSku => Say("或者填别的货号", "Or write another SKU");
    public string OtherSkuHint => Say(
        "填一个后台没有的货号，看后台怎么处理认不出的商品。",
        "Write a SKU that the back office does not have, to see what becomes of goods that nobody recognizes.");
    public string Quantity => Say("数量", "Quantity");
    public string Name => Say("收货人", "Recipient");
    public string Phone => Say("手机号", "Phone");
    public string Line => Say("杭州市的详细地址", "Street in Hangzhou");
    public string PaidNow => Say("已付款", "Paid");
    public string Submit => Say("提交订单", "Place order");
    public string Bad => Say("没有下成：数量应为1到100000，货号最长100个字符。", "Not placed: the quantity is 1 to 100,000, a SKU has at most 100 characters.");
    public string Placed(string number) => Say($"订单{number}", $"Order {number}");
    public string State => Say("付款", "Payment");
    public string StateName(string state) => state switch
    {
        "pending" => Say("待付款", "Pending"),
        "paid" => Say("已付款", "Paid"),
        "partially_refunded" => Say("部分退款", "Partly refunded"),
        "refunded" => Say("已退款", "Refunded"),
        _ => Say("已作废", "Voided"),
    };
    public string Canceled => Say("已取消", "Canceled");
    public string Shipped => Say("发货", "Shipped");
    public string NotYet => Say("还没有", "Not yet");
    public string Pay => Say("付款", "Pay");
    public string Cancel => Say("取消订单", "Cancel order");
    public string CancelAndRefund => Say("取消并退款", "Cancel and refund");
    public string RefundHalf => Say("退一半的钱", "Refund half");
    public string Again => Say("再下一单", "Place another");
    public string Refused => Say("这个订单现在不能这样改。", "This order cannot be changed like that now.");
    public string Unknown => Say("没有这个订单", "No such order");
    public string UnknownDetail => Say("地址可能不完整，请重新下单。", "The address may be incomplete. Place a new order.");

    private string Say(string zh, string en) => English ? en : zh;
}
