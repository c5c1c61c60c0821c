using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>How ways of notices talk: a request over HTTPS, an answer in JSON, and what cannot be told apart is tried again.</summary>
internal static class NoticeWire
{
    private const int ReasonMost = 300;

    /// <summary>What is wrong with an address that secrets are sent to; null when nothing is.</summary>
    public static Text? WrongAddress(string section, string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
        ? null : new($"{section}:Url 不是 https 地址", $"{section}:Url is no https address");

    /// <param name="read">What an answer means; whatever it lacks makes it unreadable.</param>
    public static async Task<Delivery> Post(HttpClient http, Uri url, HttpContent body, Func<JsonElement, Delivery> read, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsync(url, body, ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            return answer.IsSuccessStatusCode ? Read(text, read) : Delivery.Retry($"HTTP {(int)answer.StatusCode} {Short(text)}");
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return Delivery.Retry(cause.Message);
        }
    }

    public static string Short(string text) => text.Length <= ReasonMost ? text : text[..ReasonMost];

    private static Delivery Read(string text, Func<JsonElement, Delivery> read)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return read(json.RootElement);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Delivery.Retry("not as expected: " + Short(text));
        }
    }
}
