using Guidan.Kernel;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>WeCom's robot (企业微信群机器人). The key in its address is all that it asks for.</summary>
public sealed class WeComRobot(HttpClient http, IOptionsMonitor<RobotOptions> options) : RobotWay(http, options)
{
    /// <summary>Section of the configuration that holds its settings.</summary>
    public const string SectionName = "Notices:WeCom";

    /// <inheritdoc/>
    public override string Code => "wecom";

    /// <inheritdoc/>
    public override Text Name => new("企业微信群机器人", "WeCom robot");

    /// <inheritdoc/>
    protected override string Section => SectionName;

    /// <inheritdoc/>
    protected override int BytesMost => 2_000;

    /// <inheritdoc/>
    protected override (string Code, string Words) AnswerFields => ("errcode", "errmsg");

    /// <inheritdoc/>
    protected override (Uri Url, object Body) Request(string text) => (new(Options.Url), new { msgtype = "text", text = new { content = text } });
}
