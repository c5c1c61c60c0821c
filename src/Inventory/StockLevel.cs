namespace Guidan.Inventory;

/// <summary>A place that holds goods.</summary>
internal sealed class Location
{
    /// <summary>Short and stable, such as HZ.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Orders are served from the lowest position that has enough.</summary>
    public int Position { get; set; }
}

/// <summary>How much of a SKU is at a location. Changed only by guarded statements, never read, decided and written back.</summary>
internal sealed class StockLevel
{
    public required string Sku { get; init; }
    public required string Location { get; init; }

    /// <summary>Units in the place.</summary>
    public long OnHand { get; set; }

    /// <summary>Units promised to placed orders; the promise expires.</summary>
    public long Reserved { get; set; }

    /// <summary>Units that belong to paid orders.</summary>
    public long Allocated { get; set; }
}

/// <summary>The line below which the merchant is warned.</summary>
internal sealed class StockWarning
{
    public required string Sku { get; init; }
    public long WarnAt { get; set; }
}

/// <summary>One change of a level. Rows are only ever added; their sums are the level.</summary>
internal sealed class StockMovement
{
    public required string Sku { get; init; }
    public Guid Id { get; init; }
    public required string Location { get; init; }
    public StockMovementKind Kind { get; init; }
    public long OnHand { get; init; }
    public long Reserved { get; init; }
    public long Allocated { get; init; }
    public long? OrderNumber { get; init; }
    public required string Reason { get; init; }
    public required string Actor { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>Why a level changed.</summary>
public enum StockMovementKind { Receive, Adjust, Reserve, Release, Allocate, Deallocate, Ship, Return }

/// <summary>What one order holds of one SKU at one location.</summary>
internal sealed class Reservation
{
    public required string Sku { get; init; }
    public long OrderNumber { get; init; }
    public required string Location { get; init; }

    /// <summary>Promised, not paid.</summary>
    public long Reserved { get; set; }

    /// <summary>Paid, not shipped.</summary>
    public long Allocated { get; set; }

    /// <summary>Gone to the customer.</summary>
    public long Shipped { get; set; }

    public DateTimeOffset At { get; init; }
}
