using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Guidan.Kernel;

/// <summary>Writes refusals as problem documents (RFC 9457) in the caller's language.</summary>
public static partial class Problems
{
    public static async Task Write(HttpContext http, Refusal refusal, Tongue tongue)
    {
        var body = new JsonObject
        {
            ["type"] = "about:blank",
            ["status"] = (int)refusal.Kind,
            ["code"] = refusal.Code,
            ["title"] = refusal.Title.In(tongue),
            ["detail"] = refusal.Detail.In(tongue),
            ["remedy"] = refusal.Remedy.In(tongue),
        };
        if (refusal.Errors.Count > 0)
        {
            var errors = new JsonObject();
            foreach (var (field, sentence) in refusal.Errors) errors[field] = new JsonArray(sentence.In(tongue));
            body["errors"] = errors;
        }
        foreach (var (name, value) in refusal.Facts) body[name] = JsonSerializer.SerializeToNode(value, Json.Options);
        http.Response.StatusCode = (int)refusal.Kind;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (refusal.RetryAfterSeconds is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString();
        await http.Response.WriteAsync(body.ToJsonString(Json.Options));
    }

    /// <summary>What a framework's refusal to read the request means to the sender, with the field it stumbled on.</summary>
    public static Refusal Of(BadHttpRequestException cause) => cause.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => OtherType,
        _ when cause.InnerException is JsonException json => Of(json),
        _ => OfBinding(cause.Message),
    };

    /// <summary>What a bare status of the framework means; null for one that needs no words.</summary>
    public static Refusal? Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Refusal.Malformed("body", new("请求的内容读不懂", "The body of the request cannot be read")),
        StatusCodes.Status404NotFound => Refusal.NotFound("call.unknown", new("这个接口或编号", "This call or number")),
        StatusCodes.Status405MethodNotAllowed => new(RefusalKind.OtherMethod, "call.other_method",
            new("这个接口不能这样调用", "This call is not made like that"),
            new("地址对，请求方法不对", "The address is right, the method is not"),
            new("看接口文档里这个地址的方法", "See the API documents for the methods of this address")),
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => OtherType,
        _ => null,
    };

    /// <summary>The body is no JSON in UTF-8, by its own account.</summary>
    public static readonly Refusal OtherType = Refusal.Malformed("Content-Type",
        new("内容类型应为 application/json（UTF-8）", "The content type is application/json in UTF-8"));

    /// <summary>The request body is larger than the limit.</summary>
    public static readonly Refusal TooLarge = new(RefusalKind.TooLarge, "input.too_large",
        new("内容太大", "The request is too large"),
        new("超过了这个接口的大小上限", "It exceeds the size limit of this call"),
        new("分成几次提交", "Send it in parts"));

    public static Refusal Of(JsonException cause)
    {
        var missing = MissingProperties().Match(cause.Message);
        if (missing.Success)
        {
            var names = QuotedName().Matches(missing.Groups[1].Value).Select(m => m.Groups[1].Value).ToList();
            var prefix = Field(cause.Path);
            var errors = names.ToDictionary(n => prefix is "body" or "" ? n : $"{prefix}.{n}",
                n => new Text($"缺少 {n}", $"{n} is missing"));
            if (errors.Count > 0) return Refusal.Malformed("body", new("缺少必填项", "Required fields are missing")) with { Errors = errors };
        }
        var unknown = UnknownProperty().Match(cause.Message);
        if (unknown.Success)
        {
            var name = unknown.Groups[1].Value;
            return Refusal.Malformed(name, new($"没有 {name} 这一项", $"There is no field {name}"));
        }
        var field = Field(cause.Path);
        return Refusal.Malformed(field, new($"{field} 的值读不懂：类型、范围或编码不对",
            $"The value of {field} cannot be read: wrong type, range or encoding"));
    }

    private static Refusal OfBinding(string message)
    {
        var name = BoundParameter().Match(message);
        var field = name.Success ? name.Groups[1].Value : "body";
        return Refusal.Malformed(field, new($"{field} 的值读不懂", $"The value of {field} cannot be read"));
    }

    private static string Field(string? path) => path is null or "$" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    [GeneratedRegex("missing required properties including: (.*)$", RegexOptions.Singleline)]
    private static partial Regex MissingProperties();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex UnknownProperty();

    [GeneratedRegex("parameter \"[^\"]*?(\\w+)\"")]
    private static partial Regex BoundParameter();
}
