using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Guidan.Kernel;
using Guidan.Notices;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>
/// Text messages by Alibaba Cloud (阿里云短信, SendSms of 2017-05-25). What may be said is a template that was approved
/// beforehand; the subject of a letter fills its one variable.
/// </summary>
public sealed class AliyunSms(HttpClient http, IOptionsMonitor<AliyunSmsOptions> options, TimeProvider clock) : INoticeWay
{
    // What a variable of a template may hold.
    private const int VariableMost = 35;
    private const string AnswerField = "Code";
    private static readonly string[] Never = ["isv.MOBILE_NUMBER_ILLEGAL", "isv.MOBILE_COUNT_OVER_LIMIT"];

    private AliyunSmsOptions Options => options.CurrentValue;

    /// <inheritdoc/>
    public string Code => "sms";

    /// <inheritdoc/>
    public Text Name => new("短信", "Text message");

    /// <inheritdoc/>
    public bool IsOn => Needed.Any(n => n.Value.Length > 0);

    /// <inheritdoc/>
    public bool IsReady => IsOn && Wrong is null;

    private (string Name, string Value)[] Needed =>
        [("AccessKeyId", Options.AccessKeyId), ("AccessKeySecret", Options.AccessKeySecret), ("SignName", Options.SignName), ("TemplateCode", Options.TemplateCode)];

    private Text? Wrong
    {
        get
        {
            var missing = Needed.Where(n => n.Value.Length == 0).Select(n => $"{AliyunSmsOptions.Section}:{n.Name}").ToList();
            if (missing.Count > 0) return new($"没设 {string.Join("、", missing)}", $"{string.Join(", ", missing)} is not set");
            return NoticeWire.WrongAddress(AliyunSmsOptions.Section, Options.Url);
        }
    }

    /// <summary>Whether account, signature and template agree shows only when something is sent.</summary>
    public Task<Text?> Trouble(CancellationToken ct) => Task.FromResult(IsOn ? Wrong : null);

    /// <inheritdoc/>
    public async Task<Delivery> Send(Letter letter, CancellationToken ct)
    {
        if (letter.To is null) return Delivery.Dead("no phone number");
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccessKeyId"] = Options.AccessKeyId, ["Action"] = "SendSms", ["Format"] = "JSON", ["OutId"] = letter.Key, ["PhoneNumbers"] = letter.To,
            ["RegionId"] = "cn-hangzhou", ["SignName"] = Options.SignName, ["SignatureMethod"] = "HMAC-SHA1", ["SignatureNonce"] = Guid.CreateVersion7().ToString("N"),
            ["SignatureVersion"] = "1.0", ["TemplateCode"] = Options.TemplateCode,
            ["TemplateParam"] = Json.Write(new Dictionary<string, string> { [Options.Variable] = Cut(letter.Subject) }),
            ["Timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), ["Version"] = "2017-05-25",
        };
        fields["Signature"] = SignatureOf("POST", fields, Options.AccessKeySecret);
        return await NoticeWire.Post(http, new(Options.Url), new FormUrlEncodedContent(fields), json =>
        {
            var code = json.GetProperty(AnswerField).ToString();
            return code == "OK" ? Delivery.Done
                : Never.Contains(code) ? Delivery.Dead(code) : Delivery.Retry($"{code} {NoticeWire.Short(json.GetProperty("Message").ToString())}");
        }, ct);
    }

    /// <summary>Base64 of HMAC-SHA1 over method, path and sorted fields, each encoded by RFC 3986.</summary>
    internal static string SignatureOf(string method, SortedDictionary<string, string> fields, string secret)
    {
        var sorted = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
#pragma warning disable CA5350 // The provider's wire asks for it.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret + "&"), Encoding.UTF8.GetBytes($"{method}&%2F&{Uri.EscapeDataString(sorted)}")));
#pragma warning restore CA5350
    }

    private static string Cut(string text) => text.Length <= VariableMost ? text : text[..(VariableMost - 1)] + "…";
}
