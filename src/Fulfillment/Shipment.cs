using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Fulfillment;

/// <summary>One parcel of an order, or goods handed over at the counter.</summary>
internal sealed class Shipment
{
    public const string Counter = "pickup";

    public long OrderNumber { get; init; }
    public Guid Id { get; init; }

    /// <summary>The carrier's code; <see cref="Counter"/> for goods handed over.</summary>
    public required string Carrier { get; set; }

    public required string TrackingNumber { get; init; }

    /// <summary>What is in it, as JSON.</summary>
    public required string Contents { get; init; }

    public long Units { get; init; }
    public DateTimeOffset ShippedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public TrackingState State { get; set; }

    /// <summary>What the carrier said so far, newest first, as JSON; each report replaces the one before.</summary>
    public string Events { get; set; } = "[]";

    /// <summary>When the carrier last said something new.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>When the carrier is asked, if it does not report by itself.</summary>
    public DateTimeOffset? NextQueryAt { get; set; }

    public IReadOnlyList<LineShipped> Lines => Json.Read<List<LineShipped>>(Contents);

    public IReadOnlyList<TrackingEvent> Log => Json.Read<List<TrackingEvent>>(Events);

    /// <summary>
    /// Whether a report may move the parcel from where it is: what was delivered stays delivered, unless the carrier says
    /// that it was refused or goes back.
    /// </summary>
    public static bool MayMove(TrackingState from, TrackingState to) =>
        from != TrackingState.Delivered || to is TrackingState.Refused or TrackingState.Returning or TrackingState.Returned;
}
