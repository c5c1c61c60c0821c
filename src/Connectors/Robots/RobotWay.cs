using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Guidan.Kernel;
using Guidan.Notices;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>The robot of a group chat: it takes a text over HTTPS and answers with a code, zero for yes.</summary>
public abstract class RobotWay(HttpClient http, IOptionsMonitor<RobotOptions> options) : INoticeWay
{
    private const int ReasonMost = 300;

    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract Text Name { get; }

    /// <summary>Its section of the configuration.</summary>
    protected abstract string Section { get; }

    /// <summary>How long a text may be; bytes of UTF-8.</summary>
    protected abstract int BytesMost { get; }

    /// <summary>The field of the answer that is zero for yes, and the one that says why not.</summary>
    protected abstract (string Code, string Words) AnswerFields { get; }

    /// <summary>Its settings.</summary>
    protected RobotOptions Options => options.Get(Section);

    /// <inheritdoc/>
    public bool IsOn => Options is { Url.Length: > 0 } or { Secret.Length: > 0 };

    /// <inheritdoc/>
    public bool IsReady => IsOn && Wrong is null;

    private Text? Wrong => Uri.TryCreate(Options.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
        ? null : new($"{Section}:Url 不是 https 地址", $"{Section}:Url is no https address");

    /// <summary>Whether the group takes it shows only when something is sent.</summary>
    public Task<Text?> Trouble(CancellationToken ct) => Task.FromResult(IsOn ? Wrong : null);

    /// <inheritdoc/>
    public async Task<Delivery> Send(Letter letter, CancellationToken ct)
    {
        var (url, body) = Request(Cut($"{letter.Subject}\n\n{letter.Body}"));
        try
        {
            using var answer = await http.PostAsJsonAsync(url, body, ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            return answer.IsSuccessStatusCode ? Read(text) : Delivery.Retry($"HTTP {(int)answer.StatusCode} {Short(text)}");
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return Delivery.Retry(cause.Message);
        }
    }

    /// <summary>Where a text is posted, signed if need be, and as what.</summary>
    protected abstract (Uri Url, object Body) Request(string text);

    // A text that is refused may be taken later: too many at once, a wrong secret that is put right.
    private Delivery Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var code = json.RootElement.TryGetProperty(AnswerFields.Code, out var found) && found.TryGetInt32(out var number) ? number : -1;
            var words = json.RootElement.TryGetProperty(AnswerFields.Words, out var said) ? said.ToString() : text;
            return code == 0 ? Delivery.Done : Delivery.Retry($"{code} {Short(words)}");
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return Delivery.Retry("not JSON: " + Short(text));
        }
    }

    private string Cut(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= BytesMost) return text;
        var kept = new StringBuilder();
        var left = BytesMost - Encoding.UTF8.GetByteCount("…");
        foreach (var rune in text.EnumerateRunes())
        {
            if ((left -= rune.Utf8SequenceLength) < 0) break;
            kept.Append(rune);
        }
        return kept.Append('…').ToString();
    }

    private static string Short(string text) => text.Length <= ReasonMost ? text : text[..ReasonMost];
}
