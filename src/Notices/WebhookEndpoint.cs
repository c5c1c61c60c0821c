using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>Whether a receiver is sent to.</summary>
public enum WebhookState
{
    On,

    /// <summary>By a person: nothing is kept for it.</summary>
    Off,

    /// <summary>By the program, because it is gone or was down for days: what happens is kept until somebody looks.</summary>
    Down,
}

/// <summary>A receiver of webhooks.</summary>
internal sealed class WebhookEndpoint
{
    public Guid Id { get; init; }
    public required string Url { get; set; }

    /// <summary>Sealed: <c>whsec_</c> and base64.</summary>
    public required byte[] Secret { get; set; }

    /// <summary>The secret before the last change, signed with beside the new one until <see cref="OldUntil"/>.</summary>
    public byte[]? OldSecret { get; set; }

    public DateTimeOffset? OldUntil { get; set; }

    /// <summary>Event types between commas, with one at either end, so that a statement can look for one.</summary>
    public required string Events { get; set; }

    public WebhookState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    public static string Place(Guid id) => $"notices_endpoint.secret.{id:N}";

    public static string Join(IEnumerable<string> events) => $",{string.Join(',', events)},";

    public IReadOnlyList<string> EventList => Events.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One event on its way to one receiver; the id is the event's and the same for every receiver and try.</summary>
internal sealed class WebhookDelivery
{
    public Guid Endpoint { get; init; }
    public Guid Id { get; init; }

    /// <summary>What keeps its order: an order number, a SKU, a case.</summary>
    public required string Stream { get; init; }

    public required string Type { get; init; }
    public required string Payload { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public MessageState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>The last HTTP status; null when there was no answer.</summary>
    public int? Status { get; set; }

    /// <summary>The beginning of the last answer, or why there was none.</summary>
    public string? Answer { get; set; }

    public int? Milliseconds { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
