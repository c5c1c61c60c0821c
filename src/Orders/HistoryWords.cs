using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Turns facts of an order's history into sentences for people.</summary>
internal static class HistoryWords
{
    /// <summary>The reason of what a rule did, told by the sentence itself.</summary>
    public const string Auto = "auto";

    /// <summary>Kinds that customers see; the rest is the shop's own business.</summary>
    private static readonly HashSet<string> Public =
        ["placed", "paid", "confirmed", "shipped", "delivered", "completed", "canceled", "refund_requested", "refunded", "money_returned",
            "edited", "readdressed", ClaimOrder.Kind];

    public static bool IsPublic(OrderEvent e) => Public.Contains(e.Kind);

    public static Text Of(OrderEvent e)
    {
        using var facts = JsonDocument.Parse(e.Facts ?? "{}");
        var f = facts.RootElement;
        return e.Kind switch
        {
            "placed" => new("提交了订单", "Order placed"),
            "paid" => new($"收到付款{Amount(f)}", $"Payment of {Amount(f)} received"),
            "payment_closed" => new("一次付款没付成，关闭了", "A payment attempt was closed unpaid"),
            "payment_started" => new("重新发起付款", "A new payment was started"),
            "confirmed" => new(e.Reason == Auto ? "自动确认，进入待发货" : "确认了订单，进入待发货",
                e.Reason == Auto ? "Confirmed by rule; waiting to be shipped" : "Confirmed; waiting to be shipped"),
            "held" => new("暂停处理", "Put on hold"),
            "released" => new("恢复处理", "Released"),
            "shipped" => new($"发出{Units(f)}件{Parcel(f, "，单号")}", $"{Units(f)} units shipped{Parcel(f, ", number ")}"),
            "delivered" => new($"送达{Units(f)}件", $"{Units(f)} units delivered"),
            "completed" => new("订单完成", "Order completed"),
            "canceled" => new("订单取消", "Order canceled"),
            "refund_requested" => new($"申请退款{Amount(f)}{(Units(f) is { Length: > 0 } zh ? $"，{zh}件" : "")}",
                $"Refund of {Amount(f)} requested{(Units(f) is { Length: > 0 } en ? $", {en} units" : "")}"),
            "refunded" => new($"{Amount(f)}已退回，支付方已确认", $"{Amount(f)} refunded, confirmed by the provider"),
            "refund_failed" => new($"退款{Amount(f)}没有成功", $"Refund of {Amount(f)} did not succeed"),
            "money_returned" => new($"多收的{Amount(f)}正在退回", $"{Amount(f)} received too much is going back"),
            "money_attached" => new($"把一笔无主的{Amount(f)}归到这单", $"{Amount(f)} without an order was attached to this one"),
            "edited" => new("下单的店铺改了订单内容", "The shop where it was ordered changed the order"),
            "readdressed" => new("收货信息改了", "The recipient was changed"),
            ClaimOrder.Kind => new("客户把订单收进了账户", "The customer added it to an account"),
            "noted" => new("改了备注", "Note changed"),
            "flagged" => new("改了旗标", "Flag changed"),
            _ => Text.Same(e.Kind),
        };
    }

    private static string Amount(JsonElement f) => f.TryGetProperty("amount", out var amount)
        ? new Money(amount.GetInt64(), f.TryGetProperty("currency", out var c) ? c.GetString()! : "CNY").Show() : "";

    private static string Units(JsonElement f) => f.TryGetProperty("units", out var units) && units.ValueKind == JsonValueKind.Number ? units.GetInt64().ToString() : "";

    private static string Parcel(JsonElement f, string before) =>
        f.TryGetProperty("tracking", out var tracking) && tracking.ValueKind == JsonValueKind.String ? before + tracking.GetString() : "";
}
