using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>How far the staff has been told of a cause.</summary>
public enum AlertState
{
    /// <summary>It may cure itself before anybody is disturbed.</summary>
    Waiting,
    Told,
    Escalated,

    /// <summary>Cured, and those who were told of it are still to be told of that.</summary>
    Closing,
    Closed,
}

/// <summary>Something that people are told of once: one row per cause.</summary>
internal sealed class Alert
{
    /// <summary>An order that is paid and waits for a person's confirmation.</summary>
    public const string ToConfirm = "order.to_confirm";

    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required string CauseZh { get; init; }
    public required string CauseEn { get; init; }
    public required string RemedyZh { get; init; }
    public required string RemedyEn { get; init; }
    public long? OrderNumber { get; init; }
    public AlertState State { get; init; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the next step is due; null while there is none.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ToldAt { get; init; }
    public DateTimeOffset? EscalatedAt { get; init; }
    public DateTimeOffset? SeenAt { get; init; }
    public string? SeenBy { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public Text Cause => new(CauseZh, CauseEn);
    public Text Remedy => new(RemedyZh, RemedyEn);
}

/// <summary>What an alert's next step is.</summary>
/// <param name="To">The state after it.</param>
/// <param name="Next">How long until the step after it; null when there is none.</param>
internal readonly record struct AlertStep(AlertState To, TimeSpan? Next, bool TellFirst, bool TellNext)
{
    /// <summary>Decides by what was told and seen; each is told once.</summary>
    /// <param name="patience">How long an unread alert waits for the next person.</param>
    public static AlertStep Of(Alert alert, TimeSpan patience) => alert.State switch
    {
        AlertState.Waiting => new(AlertState.Told, patience, true, false),
        AlertState.Told when alert.SeenAt is null => new(AlertState.Escalated, null, false, true),
        AlertState.Closing => new(AlertState.Closed, null, alert.ToldAt is not null, alert.EscalatedAt is not null),
        var state => new(state, null, false, false),
    };
}
