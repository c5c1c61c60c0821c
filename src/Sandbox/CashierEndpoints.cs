using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>Where the payer decides what happens.</summary>
internal static class CashierEndpoints
{
    public static void MapCashier(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cashier/refused", (HttpContext context, string? field) =>
        {
            var words = Words(context);
            return Page(context, CashierPage.Message(
                words, words.Refused, words.RefusedDetail(field ?? ""), "/cashier/refused"), 400);
        });
        routes.MapGet("/cashier/{tradeNo}", (HttpContext context, string tradeNo, AlipayBook book, AlipayDesk desk) =>
            book.Find(null, tradeNo) is { } trade ? Show(context, trade, desk, failed: false) : Unknown(context));
        routes.MapPost("/cashier/{tradeNo}", Act);
    }

    private static async Task<IResult> Act(HttpContext context, string tradeNo, AlipayBook book, AlipayDesk desk)
    {
        if (book.Find(null, tradeNo) is not { } trade) return Unknown(context);
        var form = await SandboxForm.Read(context.Request);
        switch (form?.GetValueOrDefault("act"))
        {
            case "pay":
                return Leave(context, trade, book.Pay(trade, NoticeMode.Normal), desk);
            case "pay-lost":
                return Leave(context, trade, book.Pay(trade, NoticeMode.Lost), desk);
            case "pay-twice":
                return Leave(context, trade, book.Pay(trade, NoticeMode.Twice), desk);
            case "fail":
                if (trade.IsOpen) book.Fail(trade);
                return Show(context, trade, desk, failed: true);
            case "cancel" when trade.ReturnUrl is { } back:
                return SeeOther(context, back);
            default:
                return Show(context, trade, desk, failed: false);
        }
    }

    private static IResult Leave(HttpContext context, AlipayTrade trade, bool paid, AlipayDesk desk) =>
        paid && desk.ReturnAddress(trade) is { } address
            ? SeeOther(context, address)
            : Show(context, trade, desk, failed: false);

    private static IResult Show(HttpContext context, AlipayTrade trade, AlipayDesk desk, bool failed)
    {
        var back = trade.PaidAt is not null && trade.ClosedAt is null ? desk.ReturnAddress(trade) : trade.ReturnUrl;
        return Page(context, CashierPage.Trade(Words(context), trade, failed, back), 200);
    }

    private static IResult Unknown(HttpContext context)
    {
        var words = Words(context);
        return Page(context, CashierPage.Message(words, words.Unknown, words.UnknownDetail, "/cashier/0"), 404);
    }

    internal static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(303);
    }

    internal static IResult Page(HttpContext context, string html, int status)
    {
        // No form-action: browsers apply it to the redirect back to the shop as well.
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Text(html, "text/html; charset=utf-8", statusCode: status);
    }

    private static CashierWords Words(HttpContext context) => new(IsEnglish(context));

    internal static bool IsEnglish(HttpContext context)
    {
        var asked = context.Request.Query["lang"].ToString();
        if (asked.Length == 0) asked = context.Request.Headers.AcceptLanguage.ToString();
        return asked.TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase);
    }
}
