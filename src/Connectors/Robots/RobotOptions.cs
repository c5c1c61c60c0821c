namespace Guidan.Connectors;

/// <summary>Settings of the robot of a group, bound from <c>Notices:DingTalk</c>, <c>Notices:Feishu</c>, <c>Notices:WeCom</c>.</summary>
public sealed class RobotOptions
{
    /// <summary>The address that the group's settings show, with its token or key; empty where there is no robot.</summary>
    public string Url { get; set; } = "";

    /// <summary>What DingTalk and Feishu sign with (加签、签名校验); empty where the group does not ask for it.</summary>
    public string Secret { get; set; } = "";
}
