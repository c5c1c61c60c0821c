using System.Text;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>Words to the staff: what happened, what to do, where.</summary>
internal sealed class StaffLetters(ShopProfiles shop, PublicAddress address, NoticeSettings settings)
{
    private const int ShownMost = 10;

    private static readonly Dictionary<string, Text> OrderWords = new()
    {
        ["placed"] = new("新订单", "New order"), ["paid"] = new("收到付款", "Paid"), ["confirmed"] = new("已确认", "Confirmed"),
        ["shipped"] = new("已发货", "Shipped"), ["delivered"] = new("已送达", "Delivered"), ["completed"] = new("已完成", "Completed"),
        ["canceled"] = new("已取消", "Canceled"), ["refund_requested"] = new("申请退款", "Refund requested"), ["refunded"] = new("已退款", "Refunded"),
    };

    public Task<(string Subject, string Body)> Opened(IReadOnlyList<Alert> alerts) => Of(alerts,
        new("有事要处理", "Something needs you"), n => new($"{n}件事要处理", $"{n} things need you"), remedies: true);

    public Task<(string Subject, string Body)> Escalated(IReadOnlyList<Alert> alerts) => Of(alerts,
        new("还没人看", "Nobody has looked yet"), n => new($"{n}件事还没人看", $"Nobody has looked at {n} things yet"), remedies: true);

    public Task<(string Subject, string Body)> Closed(IReadOnlyList<Alert> alerts) => Of(alerts,
        new("已经好了", "Cured"), n => new($"{n}件事已经好了", $"{n} things are cured"), remedies: false);

    public async Task<(string Subject, string Body)> Orders(IReadOnlyList<(long Number, string Kind)> news)
    {
        var title = new Text(
            string.Join("，", news.GroupBy(n => n.Kind).Select(g => $"{Word(g.Key).Zh}{g.Count()}单")),
            string.Join(", ", news.GroupBy(n => n.Kind).Select(g => $"{Word(g.Key).En}: {g.Count()}")));
        var lines = news.Select(n => In(new($"{Word(n.Kind).Zh} {OrderNumbers.Grouped(n.Number)}", $"{Word(n.Kind).En} {OrderNumbers.Grouped(n.Number)}"))
            + "\n" + address.Of("/admin/orders/" + OrderNumbers.Plain(n.Number)));
        return await Whole(title, lines.ToList());
    }

    private Task<(string Subject, string Body)> Of(IReadOnlyList<Alert> alerts, Text one, Func<int, Text> several, bool remedies)
    {
        var title = alerts.Count == 1 ? new Text($"{one.Zh}：{alerts[0].CauseZh}", $"{one.En}: {alerts[0].CauseEn}") : several(alerts.Count);
        var lines = alerts.Select(a => In(a.Cause) + (remedies ? "\n" + In(new("办法：", "What to do: ")) + In(a.Remedy) : "")
            + "\n" + address.Of(a.OrderNumber is { } n ? "/admin/orders/" + OrderNumbers.Plain(n) : "/admin/settings/notices"));
        return Whole(title, lines.ToList());
    }

    private async Task<(string Subject, string Body)> Whole(Text title, List<string> lines)
    {
        var body = new StringBuilder();
        foreach (var line in lines.Take(ShownMost)) body.Append(line).Append("\n\n");
        if (lines.Count > ShownMost)
            body.Append(In(new($"还有{lines.Count - ShownMost}条，在后台看", $"{lines.Count - ShownMost} more in the back office"))).Append('\n').Append(address.Of("/admin")).Append('\n');
        return ($"{In((await shop.Current()).Name)}{In(new("：", ": "))}{In(title)}", body.ToString().TrimEnd());
    }

    private string In(Text text) => text.In(settings.Tongue);

    private static Text Word(string kind) => OrderWords.GetValueOrDefault(kind, Text.Same(kind));
}
