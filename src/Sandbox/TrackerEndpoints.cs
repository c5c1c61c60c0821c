using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>The two addresses of the simulated Kuaidi100: subscribe and query.</summary>
internal static class TrackerEndpoints
{
    public static void MapTracker(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/poll", Subscribe);
        routes.MapPost("/poll/query.do", Query);
    }

    private static async Task<IResult> Subscribe(HttpContext context, Parcels parcels, SandboxParty party)
    {
        var fields = await SandboxForm.Read(context.Request);
        if (fields is null || Json(fields) is not { } param) return Answer("700", "订阅方的订阅数据存在错误");
        if (AlipayDesk.Text(param, "key") != party.TrackerKey) return Answer("600", "您不是合法的订阅者");
        var carrier = AlipayDesk.Text(param, "company") ?? "";
        var number = AlipayDesk.Text(param, "number") ?? "";
        if (carrier.Length is 0 or > 64) return Answer("701", "订阅方的订阅公司不合法");
        if (number.Length is < 6 or > 32) return Answer("700", "单号长度应为6到32位");
        var wishes = param.TryGetProperty("parameters", out var found) ? found : default;
        if (!Uri.TryCreate(AlipayDesk.Text(wishes, "callbackurl"), UriKind.Absolute, out var callback))
            return Answer("700", "回调地址有误");
        return parcels.Follow(carrier, number, callback.AbsoluteUri, AlipayDesk.Text(wishes, "salt"))
            ? Answer("200", "提交成功")
            : Answer("501", "重复订阅");
    }

    private static async Task<IResult> Query(HttpContext context, Parcels parcels, SandboxParty party)
    {
        var fields = await SandboxForm.Read(context.Request);
        if (fields is null || Json(fields) is not { } param) return Answer("400", "提交的数据不完整");
        var sign = SandboxSignature.Md5(fields["param"] + party.TrackerKey + party.TrackerCustomer);
        if (fields.GetValueOrDefault("customer") != party.TrackerCustomer || fields.GetValueOrDefault("sign") != sign)
            return Answer("503", "验证签名失败");
        var parcel = parcels.Find(AlipayDesk.Text(param, "num"));
        return parcel is null || parcel.Carrier != AlipayDesk.Text(param, "com") || parcel.Events.Count == 0
            ? Answer("500", "查询无结果，请隔段时间再查")
            : Results.Json(Parcels.Result(parcel), Fact.Json);
    }

    private static JsonElement? Json(Dictionary<string, string> fields)
    {
        try
        {
            using var document = JsonDocument.Parse(fields.GetValueOrDefault("param", ""));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Answer(string code, string message) =>
        Results.Json(new { result = code == "200", returnCode = code, message }, Fact.Json);
}
