using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Guidan.Notices;

/// <summary>Whether receivers in private networks are allowed; only for tests and shops that never leave one machine.</summary>
internal sealed record WebhookSettings(bool AllowPrivate)
{
    public static WebhookSettings Of(IConfiguration configuration) => new(configuration["Webhooks:AllowPrivate"] == "true");
}

/// <summary>Posts one signed message; every failure is an answer, never an exception.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int ExcerptMost = 500;
    private const int ReadMost = 2_048;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    // One for good, with the guard of its own: an invoker adds nothing that a signed message could do without.
    private readonly HttpMessageInvoker http;
    private readonly TimeProvider clock;

    public WebhookSender(WebhookSettings settings, TimeProvider clock)
    {
        this.clock = clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (!settings.AllowPrivate) handler.ConnectCallback = PublicAddressesOnly.Connect;
        http = new HttpMessageInvoker(handler);
    }

    public void Dispose() => http.Dispose();

    public async Task<WebhookAnswer> Send(string url, IReadOnlyList<string> secrets, string id, string body, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        int Took() => (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        try
        {
            using var request = Signed(url, secrets, id, body);
            using var response = await http.SendAsync(request, patience.Token);
            var excerpt = await Excerpt(response, patience.Token);
            return new((int)response.StatusCode, excerpt, Took(), Asked(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, $"No answer within {Patience.TotalSeconds} s", Took(), null);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or UriFormatException or System.Net.Sockets.SocketException)
        {
            return new(null, Short(cause.InnerException is { } inner ? $"{cause.Message} {inner.Message}" : cause.Message), Took(), null);
        }
    }

    private HttpRequestMessage Signed(string url, IReadOnlyList<string> secrets, string id, string body)
    {
        var at = clock.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(secrets, id, at, body));
        request.Headers.TryAddWithoutValidation("User-Agent", "Guidan");
        return request;
    }

    private TimeSpan? Asked(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static async Task<string> Excerpt(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[ReadMost];
        var read = await stream.ReadAtLeastAsync(bytes, ReadMost, throwOnEndOfStream: false, ct);
        return Short(Encoding.UTF8.GetString(bytes, 0, read));
    }

    // PostgreSQL keeps no zero characters.
    private static string Short(string text)
    {
        var plain = text.Replace('\0', ' ').Trim();
        return plain.Length <= ExcerptMost ? plain : plain[..ExcerptMost];
    }
}
