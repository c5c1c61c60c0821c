namespace Guidan.Sandbox;

/// <summary>What the cashier says, zh-CN first.</summary>
internal sealed record CashierWords(bool English) : IPageWords
{
    public string Lang => English ? "en" : "zh-CN";
    public string Other => English ? "zh-CN" : "en";
    public string OtherName => English ? "中文" : "English";
    public string Title => Say("模拟支付宝收银台", "Simulated Alipay cashier");
    public string Notice => Say(
        "这里是模拟，不会动用真钱，也和支付宝公司无关。",
        "A simulation: no real money moves, and Alipay has no part in it.");
    public string Subject => Say("商品", "For");
    public string Number => Say("商户订单号", "Shop's number");
    public string TradeNumber => Say("交易号", "Trade number");
    public string Until => Say("付款截止", "Pay before");
    public string Beijing(string time) => Say($"北京时间{time}", $"{time} Beijing time");
    public string Pay(string amount) => Say($"付款{amount}", $"Pay {amount}");
    public string PayLost => Say("付款，但通知丢失", "Pay, but lose the notice");
    public string PayTwice => Say("付款，通知来两次", "Pay, and notify twice");
    public string Fail => Say("付款失败", "Let the payment fail");
    public string Cancel => Say("不付了，回到商店", "Leave without paying");
    public string Further => Say("试试出错的情形", "Try what can go wrong");
    public string FurtherHint => Say(
        "通知丢失时，商店要自己来问才知道付了款；通知来两次时，只能算一次。",
        "When the notice is lost, the shop must ask to learn of the payment; when it comes twice, it must count once.");
    public string Failed => Say(
        "没有付成，钱没有扣。可以再付一次。",
        "The payment did not go through and you were not charged. You can pay again.");
    public string Paid => Say("已经付款", "Paid");
    public string PaidDetail => Say("商店收到通知后会处理订单。", "The shop handles the order once it is notified.");
    public string Closed => Say("这笔交易已关闭", "This payment is closed");
    public string ClosedDetail => Say(
        "没有扣钱。请回商店重新付款。",
        "You were not charged. Go back to the shop to pay again.");
    public string Refunded => Say("这笔钱已经全部退回", "All of this payment has gone back");
    public string Back => Say("回到商店", "Back to the shop");
    public string Unknown => Say("没有这笔交易", "No such payment");
    public string UnknownDetail => Say(
        "地址可能不完整。请回商店重新付款。",
        "The address may be incomplete. Go back to the shop and pay again.");
    public string Refused => Say("商店发来的付款请求有误", "The shop's request to pay is not valid");
    public string RefusedDetail(string field) => Say(
        $"没有扣钱。有问题的一项：{field}。请回商店重新付款，或告诉店家。",
        $"You were not charged. The faulty part: {field}. Go back and pay again, or tell the shop.");

    private string Say(string zh, string en) => English ? en : zh;
}
