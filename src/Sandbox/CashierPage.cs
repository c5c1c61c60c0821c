using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Guidan.Sandbox;

/// <summary>The payer's page, whole on the server: no script, one file, both languages.</summary>
internal static class CashierPage
{
    private static readonly HtmlEncoder Html = SandboxPage.Html;

    public static string Trade(CashierWords words, AlipayTrade trade, bool failed, string? backTo)
    {
        var amount = string.Create(
            CultureInfo.InvariantCulture, $"¥{trade.AmountMinor / 100:N0}.{trade.AmountMinor % 100:00}");
        var page = new StringBuilder();
        if (failed && trade.IsOpen) page.Append($"<p class=\"bad\" role=\"alert\">{words.Failed}</p>");
        page.Append("<section class=\"card\">");
        if (trade.IsOpen) page.Append($"<h1>{Html.Encode(trade.Subject)}</h1>");
        else Outcome(page, words, trade);
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"sum\">{amount}</p><dl>");
        if (!trade.IsOpen) Row(page, words.Subject, trade.Subject);
        Row(page, words.Number, trade.OutTradeNo);
        Row(page, words.TradeNumber, trade.TradeNo);
        if (trade.IsOpen) Row(page, words.Until, words.Beijing(ChinaTime.Text(trade.ExpiresAt)));
        page.Append("</dl>");
        if (trade.IsOpen) Buttons(page, words, trade, amount);
        else if (backTo is not null)
            page.Append($"<a class=\"button main\" href=\"{Html.Encode(backTo)}\">{words.Back}</a>");
        return SandboxPage.Whole(words, page.Append("</section>").ToString(), $"/cashier/{trade.TradeNo}");
    }

    public static string Message(CashierWords words, string title, string detail, string path) =>
        SandboxPage.Whole(words, $"<section class=\"card\"><h1>{title}</h1><p>{Html.Encode(detail)}</p></section>", path);

    private static void Outcome(StringBuilder page, CashierWords words, AlipayTrade trade)
    {
        var (title, detail) = trade switch
        {
            { ClosedAt: not null, PaidAt: not null } => (words.Refunded, ""),
            { ClosedAt: not null } => (words.Closed, words.ClosedDetail),
            _ => (words.Paid, words.PaidDetail),
        };
        page.Append($"<h1>{title}</h1><p>{detail}</p>");
    }

    private static void Buttons(StringBuilder page, CashierWords words, AlipayTrade trade, string amount)
    {
        page.Append(CultureInfo.InvariantCulture,
            $"<form method=\"post\" action=\"/cashier/{trade.TradeNo}?lang={words.Lang}\">");
        Button(page, "pay", words.Pay(amount), "main");
        Button(page, "cancel", words.Cancel);
        page.Append($"<h2>{words.Further}</h2><p class=\"hint\">{words.FurtherHint}</p>");
        Button(page, "pay-lost", words.PayLost);
        Button(page, "pay-twice", words.PayTwice);
        Button(page, "fail", words.Fail);
        page.Append("</form>");
    }

    private static void Button(StringBuilder page, string act, string text, string style = "") =>
        page.Append($"<button name=\"act\" value=\"{act}\" class=\"{style}\">{text}</button>");

    private static void Row(StringBuilder page, string name, string value) =>
        page.Append($"<div><dt>{name}</dt><dd>{Html.Encode(value)}</dd></div>");
}
