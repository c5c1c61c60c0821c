using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Guidan.Sandbox;

/// <summary>Signs answers over the raw text of the node, or spoils them as the faults say.</summary>
internal sealed class AlipayAnswer(SandboxParty party, FaultBoard board)
{
    private static readonly object Busy = new
    {
        code = "20000", msg = "Service Currently Unavailable", sub_code = "isp.unknow-error", sub_msg = "系统繁忙",
    };

    public static object Ok(params (string Name, object? Value)[] fields) =>
        new[] { ("code", (object?)"10000"), ("msg", "Success") }.Concat(fields)
            .Where(field => field.Item2 is not null)
            .ToDictionary(field => field.Item1, field => field.Item2);

    public static object Refused(string subCode, string subMsg) =>
        new { code = "40004", msg = "Business Failed", sub_code = subCode, sub_msg = subMsg };

    public static object Invalid(string subCode, string subMsg) =>
        new { code = "40002", msg = "Invalid Arguments", sub_code = subCode, sub_msg = subMsg };

    public string Body(string nodeName, object node, Encoding charset, bool signed = true, bool twice = false)
    {
        var json = JsonSerializer.Serialize(node, Fact.Json);
        var sign = signed ? SandboxSignature.Rsa2(json, party.ProviderPrivateKey, charset) : "bm90IGEgc2lnbmF0dXJl";
        var repeated = twice ? $"\"{nodeName}\":{{\"code\":\"10000\",\"trade_status\":\"TRADE_SUCCESS\"}}," : "";
        return $"{{{repeated}\"{nodeName}\":{json},\"sign\":\"{sign}\"}}";
    }

    /// <summary>Does the act and answers, or whatever the fault of the moment makes of that.</summary>
    public async Task Give(HttpContext context, string method, Encoding charset, Func<object> act)
    {
        var name = method.Replace('.', '_') + "_response";
        var fault = board.TakeAnswer(method);
        if (fault == "slow") await Task.Delay(TimeSpan.FromSeconds(board.Now.DelaySeconds), context.RequestAborted);
        var node = fault is "unavailable" or "garbage" or "error" ? Busy : act();
        switch (fault)
        {
            case "lost":
                context.Abort();
                break;
            case "garbage":
                await Write(context, "<html><body>nginx</body></html>", charset, 200);
                break;
            case "error":
                await Write(context, "", charset, 500);
                break;
            default:
                var body = Body(name, fault == "busy" ? Busy : node, charset, fault != "unsigned", fault == "twice");
                await Write(context, body, charset, 200);
                break;
        }
    }

    public static async Task Write(HttpContext context, string body, Encoding charset, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = $"text/html;charset={charset.WebName}";
        await context.Response.Body.WriteAsync(charset.GetBytes(body), context.RequestAborted);
    }
}
