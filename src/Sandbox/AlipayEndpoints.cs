using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>The gateway address of the simulated Alipay: who asks is proven by the signature, then the desk decides.</summary>
internal static class AlipayEndpoints
{
    public static void MapAlipay(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/gateway.do", ["GET", "POST"], Gateway);
        routes.MapGet("/bills/{token}.csv.zip", (string token, AlipayBills bills) =>
            bills.Download(token) is { } zip ? Results.File(zip, "application/zip") : Results.NotFound());
    }

    private static async Task Gateway(
        HttpContext context, AlipayDesk desk, AlipayAnswer answer, SandboxParty party)
    {
        var fields = await SandboxForm.Read(context.Request);
        var charset = SandboxSignature.Charset(fields?.GetValueOrDefault("charset"));
        if (fields is null)
        {
            await Refuse(context, answer, charset, "isv.invalid-parameter");
            return;
        }

        if (Objection(fields, party, charset) is { } objection)
        {
            await Refuse(context, answer, charset, objection);
            return;
        }

        if (Content(fields) is not { } content)
        {
            await Refuse(context, answer, charset, "isv.invalid-parameter");
            return;
        }

        var method = fields.GetValueOrDefault("method", "");
        if (method == "alipay.trade.page.pay") Page(context, desk, fields, content);
        else if (desk.Method(method, content) is { } act) await answer.Give(context, method, charset, act);
        else await Refuse(context, answer, charset, "isv.invalid-method");
    }

    private static void Page(
        HttpContext context, AlipayDesk desk, Dictionary<string, string> fields, JsonElement content)
    {
        var (trade, refused) = desk.Page(fields, content);
        context.Response.Redirect(trade is null ? $"/cashier/refused?field={refused}" : $"/cashier/{trade.TradeNo}");
    }

    private static string? Objection(Dictionary<string, string> fields, SandboxParty party, Encoding charset)
    {
        if (fields.GetValueOrDefault("app_id") != party.AppId) return "isv.invalid-app-id";
        if (fields.GetValueOrDefault("sign_type") != "RSA2") return "isv.invalid-signature-type";
        var content = SandboxSignature.Content(fields, "sign");
        var sign = fields.GetValueOrDefault("sign", "");
        return SandboxSignature.IsRsa2(content, sign, party.MerchantPublicKey, charset)
            ? null
            : "isv.invalid-signature";
    }

    private static JsonElement? Content(Dictionary<string, string> fields)
    {
        try
        {
            using var document = JsonDocument.Parse(fields.GetValueOrDefault("biz_content", "{}"));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task Refuse(HttpContext context, AlipayAnswer answer, Encoding charset, string code)
    {
        var body = answer.Body("error_response", AlipayAnswer.Invalid(code, "请检查请求"), charset);
        return AlipayAnswer.Write(context, body, charset, 200);
    }
}
