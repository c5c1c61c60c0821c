using System.Text;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>Words to a customer about his order: what happened, what it means, what he can do; pure.</summary>
internal static class OrderLetters
{
    private static readonly Dictionary<string, Text> Advice = new()
    {
        ["placed"] = new("请现在核对一遍：货、规格、数量、收货人、电话、地址。哪里不对，发货前可以在订单页取消再下一单，付过的钱全部退回。",
            "Please check it now: goods, options, quantities, name, phone, address. If anything is wrong, cancel on the order page before it is shipped and order again; everything you paid goes back."),
        ["paid"] = new("不用再付。接下来由店里确认、发货。", "There is nothing more to pay. The shop confirms and ships it next."),
        ["confirmed"] = new("接下来备货、发货。", "It is packed and shipped next."),
        ["shipped"] = new("物流在订单页上随时更新。收到时当面看一眼包裹有没有破损。", "The order page follows the parcel. Look at it for damage when it arrives."),
        ["delivered"] = new("打开核对一下。没有收到，或者东西不对，请马上打电话。", "Open it and check. If it has not arrived or something is wrong, call at once."),
        ["completed"] = new("谢谢您。要退货、要帮忙，订单页上都能找到。", "Thank you. Returns and help are on the order page."),
        ["canceled"] = new("付过的钱全部原路退回，不用申请。还想要，可以再下一单。", "Everything you paid goes back the way it came, without asking. If you still want it, order again."),
        ["refund_requested"] = new("钱从哪里来回哪里去，支付方确认后再写信告诉您。", "The money goes back the way it came; we write again when the provider has confirmed."),
        ["refunded"] = new("支付方已经确认，到账时间看您的银行或钱包，一般几天之内。", "The provider has confirmed; it reaches your bank or wallet within a few days as a rule."),
        ["money_returned"] = new("系统发现多收了，自己退回，您不用申请。这一单照常进行。", "The shop noticed that it received too much and returns it by itself; you need not ask. The order goes on as usual."),
    };

    private static readonly Text Unpaid = new("到了付款时限没有收到付款，货放回去给别人买了。其实付了的话，钱会自动全部退回。还想要，可以再下一单。",
        "No payment arrived in time, so the goods are on sale again. If you did pay, everything goes back by itself. If you still want it, order again.");

    /// <param name="link">Opens the order's page without signing in.</param>
    /// <param name="payBy">Until when it is kept unpaid, in the shop's time; null when nothing is due.</param>
    public static Letter Of(OrderNewsItem news, ShopProfile shop, Uri link, string? payBy, Tongue tongue)
    {
        string In(Text text) => text.In(tongue);
        var (number, name) = (OrderNumbers.Grouped(news.Number), In(shop.Name));
        var body = new StringBuilder()
            .Append(In(new($"{news.What.Zh}。", $"{news.What.En}."))).Append('\n')
            .Append(In(new($"订单 {number}，现在是“{news.Status.Zh}”（{news.Meaning.Zh}）。", $"Order {number} is now “{news.Status.En}” ({news.Meaning.En}).")))
            .Append("\n\n").Append(In(news is { Kind: "canceled", Unpaid: true } ? Unpaid : Advice.GetValueOrDefault(news.Kind, new("请到订单页核对。", "Please see the order page."))));
        if (news.Due.Amount > 0) body.Append('\n').Append(In(payBy is null
            ? new($"还要付{news.Due}。", $"{news.Due} is due.")
            : new($"还要付{news.Due}，请在{payBy}之前付。", $"{news.Due} is due; please pay before {payBy}.")));
        body.Append("\n\n");
        foreach (var line in news.Lines)
            body.Append(In(line.Name)).Append(In(line.Options) is { Length: > 0 } options ? $" {options}" : "").Append($" × {line.Quantity}\n");
        body.Append(In(new($"合计 {news.Total}", $"Total {news.Total}")))
            .Append("\n\n").Append(In(new("看订单、付款、取消，都在这里，不用登录：", "See it, pay or cancel here, without signing in:"))).Append('\n').Append(link)
            .Append("\n\n").Append(Foot(shop, name, tongue));
        return new(news.Email, In(new($"{name}：{news.What.Zh}（订单 {number}）", $"{name}: {news.What.En} (order {number})")), body.ToString(), $"{news.Id:N}.{OrderNumbers.Plain(news.Number)}");
    }

    private static string Foot(ShopProfile shop, string name, Tongue tongue)
    {
        if (shop.Phone.Length == 0) return new Text($"这封信由{name}自动发出。", $"{name} sends this by itself.").In(tongue);
        return new Text($"这封信由{name}自动发出。要帮忙请打 {shop.Phone}，{shop.ServiceHours.Zh}。",
            $"{name} sends this by itself. For help call {shop.Phone}, {shop.ServiceHours.En}.").In(tongue);
    }
}
