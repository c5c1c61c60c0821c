using System.Text.Encodings.Web;
using System.Text.Json;
using Guidan.Fulfillment;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>Kuaidi100 as the party that follows parcels of all carriers.</summary>
internal sealed class Kuaidi100Tracking(HttpClient http, IOptions<Kuaidi100Options> settings) : ICarrierTracking
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Kuaidi100Options options = settings.Value;

    public string Code => "kuaidi100";

    public bool IsConfigured => Missing.Count == 0;

    public IReadOnlyList<(string Zh, string En)> Missing => Check().ToList();

    public async Task<SubscribeAnswer> Subscribe(ParcelToFollow parcel, CancellationToken cancellation)
    {
        if (!IsConfigured) return new(SubscribeState.Refused, "", "not_configured");
        if (parcel.CallbackUrl is null) return new(SubscribeState.Refused, "", "callback.missing");
        var param = JsonSerializer.Serialize(new
        {
            company = parcel.Carrier,
            number = parcel.TrackingNumber,
            from = "",
            to = "",
            key = options.Key,
            parameters = new
            {
                callbackurl = parcel.CallbackUrl.AbsoluteUri,
                salt = options.Salt,
                resultv2 = "4",
                autoCom = "0",
                phone = parcel.Phone ?? "",
            },
        }, Plain);
        var (text, reason) = await Post("/poll", new() { ["schema"] = "json", ["param"] = param }, cancellation);
        if (text is null) return new(SubscribeState.Unknown, "", reason);
        return ReturnCode(text) switch
        {
            // 501: asked for before. The pushes come, which is all that we want.
            "200" or "501" => new(SubscribeState.Subscribed, text),
            null or "500" => new(SubscribeState.Unknown, text, "answer.unreadable"),
            var code => new(SubscribeState.Refused, text, code),
        };
    }

    public async Task<TrackingAnswer> Query(ParcelToFollow parcel, CancellationToken cancellation)
    {
        if (!IsConfigured) return new(null, "", "not_configured");
        var param = JsonSerializer.Serialize(new
        {
            com = parcel.Carrier,
            num = parcel.TrackingNumber,
            phone = parcel.Phone ?? "",
            resultv2 = "4",
        }, Plain);
        var (text, reason) = await Post("/poll/query.do", new()
        {
            ["customer"] = options.Customer,
            ["sign"] = Kuaidi100Signature.OfQuery(param, options.Key, options.Customer),
            ["param"] = param,
        }, cancellation);
        return text is null ? new(null, "", reason) : ReadAnswer(text);
    }

    public PushReading ReadPush(RawPush push) => Kuaidi100Push.Read(push, options);

    private async Task<(string? Text, string? Reason)> Post(
        string path, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        try
        {
            using var form = new FormUrlEncodedContent(fields);
            using var answer = await http.PostAsync(
                new Uri(options.BaseUrl.TrimEnd('/') + path), form, cancellation);
            if (!answer.IsSuccessStatusCode) return (null, $"http.{(int)answer.StatusCode}");
            return (await answer.Content.ReadAsStringAsync(cancellation), null);
        }
        catch (HttpRequestException error)
        {
            return (null, $"wire.{error.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "wire.timeout");
        }
    }

    private static TrackingAnswer ReadAnswer(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (Kuaidi100Report.Text(root, "status") == "200" && Kuaidi100Report.Read(root, null) is { } report)
                return new(report, text);
            return new(null, text, Kuaidi100Report.Text(root, "returnCode") ?? "answer.unreadable");
        }
        catch (JsonException)
        {
            return new(null, text, "answer.unreadable");
        }
    }

    private static string? ReturnCode(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Kuaidi100Report.Text(document.RootElement, "returnCode");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<(string Zh, string En)> Check()
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out _))
            yield return ("填写快递100地址（BaseUrl）", "Set Kuaidi100's address (BaseUrl)");
        if (options.Customer.Length == 0)
            yield return ("填写快递100客户编号（Customer）", "Set the Kuaidi100 customer number (Customer)");
        if (options.Key.Length == 0)
            yield return ("填写快递100授权密钥（Key）", "Set the Kuaidi100 key (Key)");
        if (options.Salt.Length == 0)
            yield return ("填写推送签名用的盐值（Salt）", "Set the salt that signs pushes (Salt)");
    }
}
