using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Guidan.Kernel;

namespace Guidan.Sandbox;

/// <summary>Where a person buys at the simulated Shopify shop and looks at the order.</summary>
internal static class StorePage
{
    private static readonly HtmlEncoder Html = SandboxPage.Html;

    public static string Form(StoreWords words, IReadOnlyList<Goods> shelf, bool failed)
    {
        var page = new StringBuilder();
        if (failed) page.Append($"<p class=\"bad\" role=\"alert\">{words.Bad}</p>");
        page.Append($"<section class=\"card\"><h1>{words.Order}</h1><form method=\"post\" action=\"/store?lang={words.Lang}\">");
        if (shelf.Count == 0) page.Append($"<p class=\"hint\">{words.NoGoods}</p>");
        else
        {
            page.Append($"<label>{words.Goods}<select name=\"sku\">");
            foreach (var goods in shelf)
                page.Append($"<option value=\"{Html.Encode(goods.Sku)}\">{Html.Encode($"{goods.Name} {goods.Options} {new Money(goods.Price, "CNY").Show()} {goods.Sku}")}</option>");
            page.Append("</select></label>");
        }
        Input(page, "other", words.OtherSku, "", "maxlength=\"100\"");
        page.Append($"<p class=\"hint\">{words.OtherSkuHint}</p>");
        Input(page, "quantity", words.Quantity, "1", "type=\"number\" min=\"1\" max=\"100000\" required");
        var buyer = new SaleBuyer();
        Input(page, "name", words.Name, buyer.Name!, "maxlength=\"100\"");
        Input(page, "phone", words.Phone, buyer.Phone!, "maxlength=\"30\"");
        Input(page, "line", words.Line, buyer.Line!, "maxlength=\"200\"");
        page.Append($"<label class=\"check\"><input type=\"checkbox\" name=\"paid\" value=\"1\" checked>{words.PaidNow}</label>");
        page.Append($"<button class=\"main\">{words.Submit}</button></form></section>");
        return SandboxPage.Whole(words, page.ToString(), "/store");
    }

    public static string Order(StoreWords words, Sale sale, bool refused)
    {
        var page = new StringBuilder();
        if (refused) page.Append($"<p class=\"bad\" role=\"alert\">{words.Refused}</p>");
        page.Append($"<section class=\"card\"><h1>{Html.Encode(words.Placed(sale.Number))}</h1>");
        page.Append($"<p class=\"sum\">{Html.Encode(new Money(sale.Total, sale.Currency).Show())}</p><dl>");
        foreach (var line in sale.Lines) Row(page, words.Goods, string.Create(CultureInfo.InvariantCulture, $"{line.Name} × {sale.Kept(line)}"));
        Row(page, words.State, words.StateName(sale.Payment) + (sale.CanceledAt is null ? "" : $" · {words.Canceled}"));
        if (sale.Shipments.Count == 0) Row(page, words.Shipped, words.NotYet);
        foreach (var parcel in sale.Shipments) Row(page, words.Shipped, $"{parcel.Company} {parcel.Number}");
        page.Append($"</dl><form method=\"post\" action=\"/store/{sale.Id}?lang={words.Lang}\">");
        if (sale.CanceledAt is null && sale.PaidAt is null) Button(page, "pay", words.Pay, "main");
        if (sale.PaidAt is not null && sale.Refunded == 0) Button(page, "refund", words.RefundHalf);
        if (sale.CanceledAt is null && sale.Shipments.Count == 0) Button(page, "cancel", sale.PaidAt is null ? words.Cancel : words.CancelAndRefund);
        page.Append($"</form><a class=\"button\" href=\"/store?lang={words.Lang}\">{words.Again}</a></section>");
        return SandboxPage.Whole(words, page.ToString(), $"/store/{sale.Id}");
    }

    public static string Message(StoreWords words, string title, string detail) =>
        SandboxPage.Whole(words, $"<section class=\"card\"><h1>{title}</h1><p>{detail}</p></section>", "/store");

    private static void Input(StringBuilder page, string name, string label, string value, string further) =>
        page.Append($"<label>{label}<input name=\"{name}\" value=\"{Html.Encode(value)}\" {further}></label>");

    private static void Button(StringBuilder page, string act, string text, string style = "") =>
        page.Append($"<button name=\"act\" value=\"{act}\" class=\"{style}\">{text}</button>");

    private static void Row(StringBuilder page, string name, string value) =>
        page.Append($"<div><dt>{name}</dt><dd>{Html.Encode(value)}</dd></div>");
}
