using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Guidan.Kernel;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>Feishu's robot (飞书自定义机器人). Time and secret together are the key that nothing is signed with, in the body.</summary>
public sealed class FeishuRobot(HttpClient http, IOptionsMonitor<RobotOptions> options, TimeProvider clock) : RobotWay(http, options)
{
    /// <summary>Section of the configuration that holds its settings.</summary>
    public const string SectionName = "Notices:Feishu";

    /// <inheritdoc/>
    public override string Code => "feishu";

    /// <inheritdoc/>
    public override Text Name => new("飞书群机器人", "Feishu robot");

    /// <inheritdoc/>
    protected override string Section => SectionName;

    /// <inheritdoc/>
    protected override int BytesMost => 18_000;

    /// <inheritdoc/>
    protected override (string Code, string Words) AnswerFields => ("code", "msg");

    /// <inheritdoc/>
    protected override (Uri Url, object Body) Request(string text)
    {
        var body = new Dictionary<string, object> { ["msg_type"] = "text", ["content"] = new { text } };
        if (Options.Secret.Length > 0)
        {
            var at = clock.GetUtcNow().ToUnixTimeSeconds();
            (body["timestamp"], body["sign"]) = (at.ToString(CultureInfo.InvariantCulture), SignatureOf(at, Options.Secret));
        }
        return (new(Options.Url), body);
    }

    /// <param name="at">Seconds since 1970.</param>
    internal static string SignatureOf(long at, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{at}\n{secret}"), Array.Empty<byte>()));
}
