using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>What is sent to one person or group.</summary>
/// <param name="To">An address where the way has addresses; a robot writes to its group.</param>
/// <param name="Key">The same for every try, so that whoever gets it twice can tell.</param>
public sealed record Letter(string? To, string Subject, string Body, string Key);

/// <summary>
/// One way to reach people: mail, the robot of a group. Connectors implement it; a letter is stored before it is given
/// to a way, and given again until it says done or never.
/// </summary>
public interface INoticeWay
{
    /// <summary>Stable: <c>mail</c>, <c>dingtalk</c>, <c>feishu</c>, <c>wecom</c>, <c>sms</c>.</summary>
    string Code { get; }

    Text Name { get; }

    /// <summary>Somebody has begun to set it up.</summary>
    bool IsOn { get; }

    /// <summary>Nothing that it needs is missing.</summary>
    bool IsReady { get; }

    /// <summary>What is wrong with the settings, as far as can be seen without sending; null when nothing is.</summary>
    Task<Text?> Trouble(CancellationToken ct);

    /// <summary>Dead means that this very letter will never be taken, such as for an address that does not exist.</summary>
    Task<Delivery> Send(Letter letter, CancellationToken ct);
}

/// <summary>Says after how long an unread alert goes to the next person.</summary>
public interface IAlertPatience
{
    TimeSpan Of(string kind, string subject);
}
