using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Guidan.Connectors;

/// <summary>
/// Signs a request, sends it once and believes only an answer that Alipay signed. It never retries: whether a second
/// try is safe is known to the caller alone.
/// </summary>
internal sealed class AlipayGateway(HttpClient http, AlipayOptions options, TimeProvider clock)
{
    private const int LargestAnswer = 1024 * 1024;

    private static readonly JsonSerializerOptions Plain = new()
    {
        // The text goes into a signed form field, not into HTML, so Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string SignedAddress(
        string method, IReadOnlyDictionary<string, object> content, params (string Name, string Value)[] further)
    {
        var fields = SignedFields(method, content, further);
        return $"{options.Gateway}?{Query(fields)}";
    }

    public async Task<AlipayReply> Call(
        string method, IReadOnlyDictionary<string, object> content, CancellationToken cancellation)
    {
        var fields = SignedFields(method, content);
        var body = new Dictionary<string, string> { ["biz_content"] = fields["biz_content"] };
        fields.Remove("biz_content");
        try
        {
            using var form = new FormUrlEncodedContent(body);
            // The gateway reads the character set from the address before it reads the body.
            using var answer = await http.PostAsync(new Uri($"{options.Gateway}?{Query(fields)}"), form, cancellation);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
            if (answer.StatusCode != HttpStatusCode.OK)
                return new(AlipayOutcome.Unknown, Show(bytes), $"http.{(int)answer.StatusCode}");
            return Read(method, bytes);
        }
        catch (HttpRequestException error)
        {
            return new(AlipayOutcome.Unknown, "", $"wire.{error.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(AlipayOutcome.Unknown, "", "wire.timeout");
        }
    }

    internal AlipayReply Read(string method, byte[] bytes)
    {
        if (bytes.Length > LargestAnswer) return new(AlipayOutcome.Unknown, "", "answer.too_large");
        string text;
        try
        {
            text = Charset.Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return new(AlipayOutcome.Unknown, Show(bytes), "answer.not_text");
        }

        var name = method.Replace('.', '_') + "_response";
        if (AlipaySignature.AnswerNode(text, name) is not { } found)
            return new(AlipayOutcome.Unknown, text, "answer.unreadable");
        if (!AlipaySignature.Verify(found.Node, found.Sign, Charset.Utf8, options.ProviderPublicKey))
            return new(AlipayOutcome.Unknown, text, "answer.not_signed");
        using var document = JsonDocument.Parse(found.Node);
        return Judge(text, document.RootElement.Clone());
    }

    private static AlipayReply Judge(string text, JsonElement node)
    {
        var reply = new AlipayReply(AlipayOutcome.Ok, text, Node: node);
        var sub = reply.Text("sub_code");
        return reply.Text("code") switch
        {
            "10000" => reply,
            // Alipay says of its own system errors that the act may have happened all the same.
            "40004" when sub is null || sub.EndsWith("SYSTEM_ERROR", StringComparison.Ordinal) =>
                reply with { Outcome = AlipayOutcome.Unknown, Reason = sub ?? "40004" },
            "40004" => reply with { Outcome = AlipayOutcome.BusinessFailed, Reason = sub },
            var code => reply with { Outcome = AlipayOutcome.Unknown, Reason = sub ?? code ?? "answer.no_code" },
        };
    }

    private SortedDictionary<string, string> SignedFields(
        string method, IReadOnlyDictionary<string, object> content, params (string Name, string Value)[] further)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = options.AppId,
            ["method"] = method,
            ["format"] = "JSON",
            ["charset"] = "utf-8",
            ["sign_type"] = "RSA2",
            ["timestamp"] = BeijingTime.Write(clock.GetUtcNow()),
            ["version"] = "1.0",
            ["biz_content"] = JsonSerializer.Serialize(content, Plain),
        };
        foreach (var (name, value) in further) fields[name] = value;
        fields["sign"] = AlipaySignature.Sign(AlipaySignature.RequestText(fields), Charset.Utf8, options.PrivateKey);
        return fields;
    }

    private static string Query(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    private static string Show(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2000)));
}
