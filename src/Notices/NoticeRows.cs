using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>A change of what can be sold of a SKU that receivers are still to be told of.</summary>
internal sealed class StockNote
{
    public Guid Id { get; init; }
    public required string Sku { get; init; }
    public DateTimeOffset DueAt { get; init; }
}

/// <summary>A fact of an order that the staff is still to be told of.</summary>
internal sealed class OrderNote
{
    public Guid Id { get; init; }
    public long OrderNumber { get; init; }
    public required string Kind { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>The customer of this order left an e-mail address and reads this language.</summary>
internal sealed class MailWish
{
    public long OrderNumber { get; init; }
    public Tongue Tongue { get; init; }
}
