using System.Security.Cryptography;
using System.Text;
using Guidan.Kernel;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>DingTalk's robot (钉钉自定义机器人). It signs time and secret with the secret, in the address.</summary>
public sealed class DingTalkRobot(HttpClient http, IOptionsMonitor<RobotOptions> options, TimeProvider clock) : RobotWay(http, options)
{
    /// <summary>Section of the configuration that holds its settings.</summary>
    public const string SectionName = "Notices:DingTalk";

    /// <inheritdoc/>
    public override string Code => "dingtalk";

    /// <inheritdoc/>
    public override Text Name => new("钉钉群机器人", "DingTalk robot");

    /// <inheritdoc/>
    protected override string Section => SectionName;

    /// <inheritdoc/>
    protected override int BytesMost => 18_000;

    /// <inheritdoc/>
    protected override (string Code, string Words) AnswerFields => ("errcode", "errmsg");

    /// <inheritdoc/>
    protected override (Uri Url, object Body) Request(string text)
    {
        var url = Options.Url;
        if (Options.Secret.Length > 0)
        {
            var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
            url += $"{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={at}&sign={Uri.EscapeDataString(SignatureOf(at, Options.Secret))}";
        }
        return (new(url), new { msgtype = "text", text = new { content = text } });
    }

    /// <param name="at">Milliseconds since 1970.</param>
    internal static string SignatureOf(long at, string secret) => Convert.ToBase64String(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}\n{secret}")));
}
