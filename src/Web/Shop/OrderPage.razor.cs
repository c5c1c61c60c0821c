using Guidan.Kernel;
using Microsoft.AspNetCore.Components;

namespace Guidan.Web.Storefront;

public partial class OrderPage
{
    private const int EventsShown = 6;

    [Parameter, EditorRequired] public OrderView View { get; set; } = null!;

    /// <summary>Why the last thing asked for was not done, or null.</summary>
    [Parameter] public Refusal? Refused { get; set; }

    private string Title => OrderTitle.Of(View, L);

    private string Tel => Facts.Shop.Phone.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private string ParcelTitle(ParcelView parcel)
    {
        var goods = L[parcel.Goods];
        if (parcel.DeliveredAt is { } at) return L[$"{goods}，{L.When(at)}送到了", $"{goods}, delivered {L.When(at)}"];
        var carried = parcel.Carrier is { } carrier ? L[$"，{carrier.Zh}送", $", by {carrier.En}"] : "";
        return parcel.Arrives is { } day
            ? L[$"{goods}{carried}，预计{L.DateAndWeekday(day)}到", $"{goods}{carried}, due {L.DateAndWeekday(day)}"]
            : goods + carried;
    }

    private string LineWords(OrderLineView line)
    {
        var words = line.Words.Zh.Length > 0 ? L[line.Words] + L["，", ", "] : "";
        var status = L[line.Status];
        return words + L[$"{line.Quantity}件", $"{line.Quantity} pc"] + (status.Length > 0 ? L["，", ", "] + status : "");
    }

    private string CancelWords => View.Paid.IsZero
        ? L["还没有付款，取消后货就放回架上，没有钱要退。", "Nothing is paid yet; the goods go back on the shelf and there is nothing to refund."]
        : L[$"付的{View.Paid}全部退回{View.Payment.Method.Zh}，一般几分钟到账。取消后不能恢复，要买得重新下单。", $"All {View.Paid} go back to {View.Payment.Method.En}, usually within minutes. It cannot be undone; to buy, order again."];

    private string CancelButton => View.Paid.IsZero
        ? L["取消这个订单", "Cancel this order"]
        : L[$"取消订单，退回{View.Paid}", $"Cancel order, refund {View.Paid}"];

    private string SumName => View.Paid.IsZero
        ? View.State == ShownState.Canceled ? L["没有扣钱", "Not charged"] : L["应付", "To pay"]
        : L["实付", "Paid"];

    private Money SumAmount => View.Paid.IsZero
        ? View.State == ShownState.Canceled ? View.Paid : View.Total
        : View.Paid - View.Refunds.Aggregate(Money.Zero(View.Paid.Currency), (sum, r) => sum + r.Amount);
}
