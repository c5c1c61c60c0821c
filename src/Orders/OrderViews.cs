using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

public sealed record LineBrief(string Sku, string Name, string Options, string? Image, long Quantity);

public sealed record CustomerBrief(string Name, string Phone, string Place);

public sealed record Attention(string Code, string Text);

/// <summary>One order in the back office's list.</summary>
/// <param name="CustomerId">The buyer's account, or null for a guest.</param>
public sealed record OrderRow(string Number, string Channel, string? ExternalNumber, DateTimeOffset PlacedAt, CustomerBrief Customer,
    Money Total, Money Paid, string? PaymentMethod, DisplayState Status, string StatusText, PaymentState Payment,
    FulfillmentState Fulfillment, IReadOnlyList<Attention> Attention, DateTimeOffset? Deadline, IReadOnlyList<LineBrief> Lines,
    int LineCount, long UnitCount, string? Flag, string? Note, IReadOnlyList<string> Tags, string? Next,
    Guid? CustomerId);

/// <param name="Refunded">Units that were refunded; those of refused refunds are not counted.</param>
/// <param name="Dropped">Units that were refunded before they were shipped, and will not be.</param>
/// <param name="Returned">Units that came back into stock after they had been shipped.</param>
public sealed record OrderLineView(string Id, string Sku, string Slug, string Name, string Options, string? Image, Money UnitPrice, long Quantity,
    Money Discount, Money Total, long Shipped, long Refunded, long Dropped, long Returned);

/// <param name="FreightLeft">What of the freight may still be refunded.</param>
public sealed record OrderMoney(Money Goods, Money Discount, Money Freight, Money Total, Money Paid, Money Refunded, Money Refundable, Money Due, Money Tax, Money FreightLeft);

public sealed record RecipientView(string Name, string? Phone, string? Email, string? Country, string? Province, string? City, string? District, string? Line, string? Postcode);

public sealed record PaymentView(string OutTradeNo, string Provider, PaymentRequestState State, Money Amount, DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt, string? TransactionId, DateTimeOffset? NextQueryAt, DateTimeOffset ExpiresAt);

/// <param name="Lines">What it gives back of which line; empty for an amount.</param>
public sealed record RefundView(Guid Id, Money Amount, string Reason, RefundStep State, DateTimeOffset RequestedAt, DateTimeOffset? ConfirmedAt, string? Error,
    IReadOnlyList<RefundedLine> Lines, Money? Freight);

public sealed record TimelineEntry(DateTimeOffset At, string Actor, string Kind, string Text, string? Reason);

public sealed record OrderActions(bool Confirm, bool Hold, bool Release, bool Cancel, bool Ship, bool Refund, bool Complete);

/// <summary>An order with everything that Orders and Payments know about it.</summary>
public sealed record OrderDetail(OrderRow Brief, IReadOnlyList<OrderLineView> Lines, OrderMoney Money, RecipientView Recipient,
    string DeliveryMethod, string? BuyerNote, IReadOnlyList<PaymentView> Payments, IReadOnlyList<RefundView> Refunds,
    IReadOnlyList<TimelineEntry> Timeline, OrderActions Actions, string? Hold, string? CancelReason, string Token, OrderDates Dates);

public sealed record OrderDates(DateTimeOffset? PayBy, DateTimeOffset? PaidAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ShippedAt,
    DateTimeOffset? DeliveredAt, DateTimeOffset? CompletedAt, DateTimeOffset? CanceledAt);
