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

    private Text? Wrong => NoticeWire.WrongAddress(Section, Options.Url);

    /// <summary>Whether the group takes it shows only when something is sent.</summary>
    public Task<Text?> Trouble(CancellationToken ct) => Task.FromResult(IsOn ? Wrong : null);

    /// <inheritdoc/>
    public async Task<Delivery> Send(Letter letter, CancellationToken ct)
    {
        var (url, body) = Request(Cut($"{letter.Subject}\n\n{letter.Body}"));
        return await NoticeWire.Post(http, url, JsonContent.Create(body), Read, ct);
    }

    /// <summary>Where a text is posted, signed if need be, and as what.</summary>
    protected abstract (Uri Url, object Body) Request(string text);

    // A text that is refused may be taken later: too many at once, a wrong secret that is put right.
    private Delivery Read(JsonElement json)
    {
        var code = json.TryGetProperty(AnswerFields.Code, out var found) && found.TryGetInt32(out var number) ? number : -1;
        var words = json.TryGetProperty(AnswerFields.Words, out var said) ? said.ToString() : json.ToString();
        return code == 0 ? Delivery.Done : Delivery.Retry($"{code} {NoticeWire.Short(words)}");
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
}
