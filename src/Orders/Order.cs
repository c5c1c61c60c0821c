using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>A customer's order as it was at the moment of ordering, with the sums that later facts add up to.</summary>
internal sealed class Order
{
    public const string ShopChannel = "shop";
    public const string ApiChannel = "api";

    /// <summary>Its one name: 18 digits.</summary>
    public long Number { get; init; }

    public OrderState State { get; set; }

    /// <summary>Derived, kept for lists; <see cref="Derive"/> is the only one that sets it.</summary>
    public DisplayState Display { get; private set; }

    /// <summary>Where it came from: <c>shop</c>, <c>api</c>, a channel's code.</summary>
    public required string Channel { get; init; }

    public string? ExternalNumber { get; init; }
    public DateTimeOffset PlacedAt { get; init; }
    public required string Currency { get; init; }

    /// <summary>Goods before discount; minor units, as all amounts here.</summary>
    public long Goods { get; set; }

    public long Discount { get; set; }
    public long Freight { get; set; }

    /// <summary>What a channel added as tax; zero for the shop's own orders, whose prices contain it.</summary>
    public long Tax { get; set; }

    /// <summary>Goods − discount + freight + tax.</summary>
    public long Total { get; set; }

    /// <summary>What arrived and belongs to this order.</summary>
    public long Paid { get; set; }

    /// <summary>What went back, confirmed by the provider.</summary>
    public long Refunded { get; set; }

    /// <summary>What is on its way back.</summary>
    public long Refunding { get; set; }

    public long Units { get; set; }
    public long Shipped { get; set; }
    public long Delivered { get; set; }
    public string? PaymentMethod { get; set; }
    public required string DeliveryMethod { get; init; }

    /// <summary>Name, phone, e-mail and address as sealed JSON.</summary>
    public required byte[] Recipient { get; set; }

    /// <summary>Blind index of the phone number, for exact search and for the customer's look-up.</summary>
    public required byte[] PhoneIndex { get; set; }

    public required byte[] NameIndex { get; set; }

    /// <summary>Province and city: enough for a list, too little to find a person.</summary>
    public required string Place { get; set; }

    /// <summary>The signed-in customer, or null for a guest.</summary>
    public Guid? CustomerId { get; set; }

    public string? BuyerNote { get; init; }
    public string? Note { get; set; }
    public string? Flag { get; set; }

    /// <summary>Why it waits for a person, or null; it blocks shipping.</summary>
    public string? Hold { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>Until then it is kept unpaid.</summary>
    public DateTimeOffset? PayBy { get; set; }

    public DateTimeOffset? PaidAt { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? ShippedAt { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
    public DateTimeOffset? CanceledAt { get; set; }

    /// <summary>Counts changes; the update that raises it also locks the row.</summary>
    public long Version { get; set; }

    public long Due => Math.Max(0, Total - Paid);

    /// <summary>It came from another shop, where its customer ordered and pays.</summary>
    public bool IsChannels => Channel is not (ShopChannel or ApiChannel);

    /// <summary>What may still be refunded.</summary>
    public long Refundable => Paid - Refunded - Refunding;

    public PaymentState Payment => OrderStates.Payment(Total, Paid, Refunded, State == OrderState.Placed && PaymentMethod is not null, false);

    public FulfillmentState Fulfillment => OrderStates.Fulfillment(Units, Shipped, Delivered);

    public string Plain => OrderNumbers.Plain(Number);

    /// <summary>Moves the decided state; a move that the table does not list is refused and changes nothing.</summary>
    public Refusal? MoveTo(OrderState next)
    {
        if (!OrderStates.Moves.Allows(State, next))
            return Refusal.Conflict("order.forbidden_move",
                new("订单现在不能这样变", "The order cannot move like that"),
                new($"{Plain} 现在是“{OrderStates.NameOf(Display).Zh}”", $"{Plain} is now “{OrderStates.NameOf(Display).En}”"),
                new("刷新看最新状态，再决定下一步", "Refresh, look at the state, then decide"));
        State = next;
        Derive();
        return null;
    }

    /// <summary>Computes the display state from what is decided and what the sums say.</summary>
    public void Derive() => Display = OrderStates.Display(State, Total, Paid, Refunded, Refunding, Units, Shipped);
}

/// <summary>One line of an order, as it was at the moment of ordering; later edits of the product do not touch it.</summary>
internal sealed class OrderLine
{
    public long OrderNumber { get; init; }
    public int Line { get; init; }
    public required string Sku { get; init; }
    public Guid ProductId { get; init; }
    public required string Slug { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required string OptionsZh { get; init; }
    public required string OptionsEn { get; init; }
    public string? Image { get; init; }
    public long UnitPrice { get; init; }
    public long Quantity { get; init; }

    /// <summary>This line's share of all discounts; minor units.</summary>
    public long Discount { get; init; }

    /// <summary>This line's share of the freight; minor units.</summary>
    public long Freight { get; init; }

    /// <summary>This line's share of the tax that a channel added; minor units.</summary>
    public long Tax { get; init; }

    /// <summary>Unit price × quantity − discount.</summary>
    public long Total { get; init; }

    public long Shipped { get; set; }

    /// <summary>Units that were refunded before they were shipped, and will not be.</summary>
    public long Dropped { get; set; }

    /// <summary>Units that came back into stock after they had been shipped.</summary>
    public long Returned { get; set; }

    /// <summary>What is still to be shipped.</summary>
    public long Left => Quantity - Dropped - Shipped;

    /// <summary>What the first so many units carry together: price less discount plus tax.</summary>
    public long Carried(long units) => UnitPrice * units - OfUnits(Discount, Quantity, units) + OfUnits(Tax, Quantity, units);

    // The sum of OfUnit over the first units.
    private static long OfUnits(long amount, long quantity, long units) => amount / quantity * units + Math.Min(units, amount % quantity);

    /// <summary>
    /// What the n-th unit (0 first) carries of an amount of its line: the line's amount in equal parts, the first ones
    /// taking the remainder, so that the units add up to the line exactly.
    /// </summary>
    public static long OfUnit(long amount, long quantity, long unit) => amount / quantity + (unit < amount % quantity ? 1 : 0);
}

/// <summary>One fact in an order's life: who, when, what, from which state to which. Rows are only ever added.</summary>
internal sealed class OrderEvent
{
    public long OrderNumber { get; init; }
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string ActorName { get; init; }

    /// <summary>What happened: <c>placed</c>, <c>paid</c>, <c>confirmed</c>, <c>shipped</c>, …</summary>
    public required string Kind { get; init; }

    public OrderState? From { get; init; }
    public OrderState? To { get; init; }

    /// <summary>Figures of the fact as JSON: amount, tracking number.</summary>
    public string? Facts { get; init; }

    public string? Reason { get; init; }
}
