using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Guidan.Fulfillment;

namespace Guidan.Connectors;

/// <summary>Reads a push. Without a matching signature nothing in it is believed.</summary>
internal static class Kuaidi100Push
{
    private static readonly JsonDocumentOptions OneOfEach = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly PushAnswer Stored = new(
        200, "application/json", """{"result":true,"returnCode":"200","message":"成功"}""");

    public static PushReading Read(RawPush push, Kuaidi100Options options)
    {
        var fields = FormBody.Read(push.Body, null, out _, out var reason);
        if (fields is null) return Refuse(PushVerdict.Malformed, reason, reason == "body.too_large" ? 413 : 400);
        if (!fields.TryGetValue("param", out var param)) return Refuse(PushVerdict.Malformed, "param.missing", 400);
        if (!fields.TryGetValue("sign", out var sign)) return Refuse(PushVerdict.Forged, "sign.missing", 401);
        // An empty salt would let anyone sign, so it counts as no agreement at all.
        if (options.Salt.Length == 0) return Refuse(PushVerdict.Forged, "salt.missing", 401);
        if (!Kuaidi100Signature.Matches(sign, Kuaidi100Signature.OfPush(param, options.Salt)))
            return Refuse(PushVerdict.Forged, "sign.wrong", 401);
        return Understand(param) ?? Refuse(PushVerdict.Malformed, "param.unreadable", 400);
    }

    private static PushReading? Understand(string param)
    {
        try
        {
            using var document = JsonDocument.Parse(param, OneOfEach);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("lastResult", out var result) ||
                result.ValueKind != JsonValueKind.Object)
                return null;
            var corrected = Kuaidi100Report.Text(root, "autoCheck") == "1" ? Kuaidi100Report.Text(root, "comNew") : null;
            if (Kuaidi100Report.Read(result, corrected) is not { } report) return null;
            return new(
                PushVerdict.Genuine, Stored, Failure(400), EventKey: EventKey(param), Report: report,
                Aborted: Kuaidi100Report.Text(root, "status") == "abort", Note: Kuaidi100Report.Text(root, "message"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string EventKey(string param) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(param)));

    private static PushReading Refuse(PushVerdict verdict, string reason, int status) =>
        new(verdict, Stored, Failure(status), reason);

    private static PushAnswer Failure(int status) => new(
        status, "application/json", """{"result":false,"returnCode":"500","message":"失败"}""");
}
