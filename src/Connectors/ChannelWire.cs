using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>Calls a shop's interface once and says what came of it. It never retries: the caller knows whether that is safe.</summary>
/// <param name="sign">Adds the keys; answers why there are none, or null.</param>
internal sealed class ChannelWire(HttpClient http, Func<string> root, Func<HttpRequestMessage, CancellationToken, ValueTask<WireAnswer?>> sign)
{
    /// <summary>A full page of orders with many lines; more is asked for in smaller pages.</summary>
    public const long AnswerMost = 32 * 1024 * 1024;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<WireAnswer> Get(string path, CancellationToken cancellation) => Send(HttpMethod.Get, path, null, cancellation);

    public Task<WireAnswer> Post(string path, object body, CancellationToken cancellation) => Send(HttpMethod.Post, path, body, cancellation);

    public Task<WireAnswer> Put(string path, object body, CancellationToken cancellation) => Send(HttpMethod.Put, path, body, cancellation);

    /// <summary>Sends one request as it is.</summary>
    public static async Task<WireAnswer> Send(HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
            return WireAnswer.Of((int)answer.StatusCode, bytes, Links(answer), RetryAfter(answer));
        }
        catch (HttpRequestException error)
        {
            return WireAnswer.Lost(error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? WireAnswer.TooLarge : $"wire.{error.HttpRequestError}");
        }
        catch (IOException)
        {
            return WireAnswer.Lost("wire.ResponseEnded");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WireAnswer.Lost("wire.timeout");
        }
    }

    private async Task<WireAnswer> Send(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(root().TrimEnd('/') + path));
        if (await sign(request, cancellation) is { } keyless) return keyless;
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("Guidan");
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, Plain), Encoding.UTF8, "application/json");
        return await Send(http, request, cancellation);
    }

    private static string? Links(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links) ? string.Join(",", links) : null;

    private static int? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Retry-After", out var values) && double.TryParse(values.First(), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400 ? (int)Math.Ceiling(seconds) : null;
}

/// <summary>An answer, or why there is none.</summary>
/// <param name="Reason">A stable code, for logs and rows; null when all is well.</param>
/// <param name="MayPass">Asking again later may help.</param>
internal sealed record WireAnswer(byte[] Body, string? Links, string? Reason, bool MayPass, Text Sentence)
{
    public const string TooLarge = "answer.too_large";

    /// <summary>An answer that is not what was asked for: cut off, a proxy's page.</summary>
    public static readonly WireAnswer Unreadable = Lost("answer.unreadable");

    public bool IsOk => Reason is null;

    public ChannelAnswer AsAnswer => IsOk ? ChannelAnswer.Done
        : new(MayPass ? ChannelAnswerState.Retry : ChannelAnswerState.Refused, Reason);

    public static WireAnswer Lost(string reason) => new([], null, reason, true, reason switch
    {
        "wire.timeout" => new("对方没有按时回答，稍后再试", "There was no answer in time; it is tried again later"),
        TooLarge => new("对方的回答太大，没有收下", "The answer was too large and was not taken"),
        "answer.unreadable" => new("对方的回答不完整或看不懂，稍后再试", "The answer was not whole or could not be understood; it is tried again later"),
        _ => new("连不上对方，检查网络和地址", "There is no connection; check the network and the address"),
    });

    public static WireAnswer Of(int status, byte[] body, string? links, int? retryAfter)
    {
        if (status is >= 200 and < 300) return new(body, links, null, false, default);
        return status switch
        {
            // What the settings or the shop's plan forbid today may be allowed tomorrow without the message changing.
            401 or 403 => new(body, links, $"http.{status}", true, new("对方拒绝访问，检查密钥和权限", "Access was refused; check the keys and their rights")),
            429 => new(body, links, retryAfter is { } wait ? $"http.429 retry-after={wait}" : "http.429", true,
                new($"问得太频繁，{retryAfter ?? 2}秒后再试", $"Asked too often; tried again after {retryAfter ?? 2} seconds")),
            >= 300 and < 400 => new(body, links, $"http.{status}", true,
                new("对方要求转到别的地址，没有跟随，检查地址", "The answer points to another address and was not followed; check the address")),
            402 or 408 or 423 or >= 500 => new(body, links, $"http.{status}", true,
                new($"对方的服务出错（{status}），稍后再试", $"The other side failed ({status}); it is tried again later")),
            _ => new(body, links, $"http.{status}", false, new($"对方不接受（{status}）", $"The other side does not take it ({status})")),
        };
    }
}
