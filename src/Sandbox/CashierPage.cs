using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Guidan.Sandbox;

/// <summary>The payer's page, whole on the server: no script, one file, both languages.</summary>
internal static class CashierPage
{
    private const string Style = """
        :root{--page:#F6F4EF;--card:#FFF;--text:#1B2422;--soft:#55605C;--line:#E5E1D8;--edge:#CFCABF;--main:#0B5D61;
        --on:#FFF;--tint:#E3F0EF;--red:#B3261E;--redtint:#FCEBE8;--amber:#7D5200;--ambertint:#FAEFD6}
        @media(prefers-color-scheme:dark){:root{--page:#121716;--card:#1A201F;--text:#E6EAE8;--soft:#A7B1AD;
        --line:#2E3634;--edge:#414A47;--main:#5CC4C0;--on:#04211F;--tint:#12302F;--red:#FF8A7A;--redtint:#3A1B18;
        --amber:#E8BE6A;--ambertint:#33270F}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--text);font:16px/28px -apple-system,"Segoe UI","PingFang SC",
        "HarmonyOS Sans SC",MiSans,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei UI",sans-serif;
        font-variant-numeric:tabular-nums;font-synthesis:none;line-break:strict;text-autospace:normal}
        header{display:flex;justify-content:space-between;align-items:center;height:64px;max-width:480px;
        margin:0 auto;padding:0 16px;font-weight:600}
        header a{display:inline-flex;align-items:center;min-height:44px;font-weight:400}
        a{color:var(--main);text-underline-offset:4px}
        main{max-width:480px;margin:0 auto;padding:0 16px 48px}
        .sim{background:var(--ambertint);color:var(--amber);border-radius:8px;padding:8px 16px;font-size:14px;
        line-height:22px;margin:0 0 16px}
        .bad{background:var(--redtint);color:var(--red);border-radius:8px;padding:8px 16px;margin:0 0 16px}
        .card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px}
        h1{font-size:24px;line-height:32px;margin:0 0 8px;font-weight:600}
        h2{font-size:16px;line-height:24px;margin:24px 0 4px;font-weight:600}
        p{margin:0 0 16px}
        .sum{font-size:32px;line-height:40px;font-weight:600;margin:0 0 16px;white-space:nowrap}
        dl{margin:0 0 24px;border-top:1px solid var(--line);font-size:14px;line-height:22px}
        dl div{display:flex;gap:16px;justify-content:space-between;border-bottom:1px solid var(--line);padding:8px 0}
        dt{color:var(--soft);flex:none}dd{margin:0;text-align:right;overflow-wrap:anywhere}
        form{margin:0}
        button,.button{display:block;width:100%;min-height:44px;border-radius:8px;border:1px solid var(--edge);
        background:var(--card);color:var(--text);font:inherit;line-height:24px;padding:9px 16px;margin:0 0 8px;
        cursor:pointer;text-align:center;text-decoration:none}
        button.main,.button.main{background:var(--main);border-color:var(--main);color:var(--on);font-weight:600}
        button:hover{border-color:var(--main)}
        :focus-visible{outline:2px solid var(--main);outline-offset:2px}
        .hint{color:var(--soft);font-size:14px;line-height:22px;margin:0 0 12px}
        """;

    // Chinese stays readable in the source of the page; what could be markup is still escaped.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

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
        return Whole(words, page.Append("</section>").ToString(), $"/cashier/{trade.TradeNo}");
    }

    public static string Message(CashierWords words, string title, string detail, string path) =>
        Whole(words, $"<section class=\"card\"><h1>{title}</h1><p>{Html.Encode(detail)}</p></section>", path);

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

    private static string Whole(CashierWords words, string content, string path) => $"""
        <!doctype html><html lang="{words.Lang}"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark"><title>{words.Title}</title><style>{Style}</style></head><body>
        <header><span>{words.Title}</span>
        <a href="{Html.Encode(path)}?lang={words.Other}" lang="{words.Other}">{words.OtherName}</a></header>
        <main><p class="sim">{words.Notice}</p>{content}</main></body></html>
        """;
}
