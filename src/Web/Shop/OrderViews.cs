using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>The one state that customer and merchant both see.</summary>
public enum ShownState
{
    AwaitingPayment, Paid, AwaitingShipment, PartlyShipped, Shipped, Completed, Refunding, RefundCompleted, Canceled,
}

/// <param name="Solved">Amber once it is put right, red while it is open.</param>
/// <param name="Fact">What happened, with the amount.</param>
/// <param name="Words">When, what is being done, and what the customer has to do: mostly nothing.</param>
/// <param name="Cause">The line of the catalogue that it tells, or null.</param>
public sealed record Trouble(bool Solved, Text Fact, Text Words, string? Cause = null);

public sealed record OrderStep(ShownState State, DateTimeOffset? At, bool Now);

public sealed record ParcelEvent(DateTimeOffset At, Text Words);

/// <param name="Carrier">The carrier's name, or null for pickup.</param>
/// <param name="CarrierUrl">The carrier's own page for this number.</param>
/// <param name="Goods">What is inside, such as 公道杯2只.</param>
public sealed record ParcelView(
    Text Goods, Text? Carrier, string? TrackingNumber, string? CarrierUrl, DateOnly? Arrives, DateTimeOffset? DeliveredAt,
    IReadOnlyList<ParcelEvent> Events, int Units);

public sealed record PickupView(string Code, Text Address, Text Hours, DateOnly Until);

/// <param name="Status">Where this line stands: 在路上, 正在打包, 已退.</param>
public sealed record OrderLineView(string Slug, Text Name, Text Words, Picture Picture, int Quantity, Money Total, Text Status);

public sealed record RefundView(Money Amount, Text To, DateTimeOffset At, bool Confirmed);

/// <param name="Method">Where the money goes or went, such as 支付宝.</param>
/// <param name="PayBefore">When the goods are let go again; null once paid.</param>
/// <param name="Failed">Why the last attempt failed, or null.</param>
public sealed record OrderPayment(Text Method, Money Due, DateTimeOffset? PaidAt, DateTimeOffset? PayBefore, Text? Failed,
    IReadOnlyList<PaymentChoice> Choices);

/// <summary>What the customer may do now.</summary>
/// <param name="Return">Where a return is asked for, or null while it cannot be.</param>
public sealed record OrderActions(bool Pay, bool Cancel, bool ConfirmReceipt, string? Return);

/// <param name="Review">Why a paid order waits before it is confirmed, or null.</param>
/// <param name="ShipsBy">When it leaves at the latest; null once shipped.</param>
/// <param name="OfGuest">It belongs to no account yet.</param>
public sealed record OrderView(
    string Number, string Token, DateTimeOffset PlacedAt, ShownState State, IReadOnlyList<Trouble> Troubles,
    IReadOnlyList<OrderStep> Steps, IReadOnlyList<ParcelView> Parcels, PickupView? Pickup, IReadOnlyList<OrderLineView> Lines,
    Money Goods, IReadOnlyList<SumLine> Discounts, Money Freight, Money Total, Money Paid, IReadOnlyList<RefundView> Refunds,
    string RecipientName, string RecipientPhone, string RecipientAddress, Text AddressNote, Text Delivery, Text? Review,
    DateTimeOffset? ShipsBy, DateOnly? Arrives, OrderPayment Payment, OrderActions Actions, string? Note, bool OfGuest)
{
    public int Units => Lines.Sum(l => l.Quantity);

    public Money Refunded => Refunds.Where(r => r.Confirmed).Aggregate(Money.Zero(Total.Currency), (sum, r) => sum + r.Amount);
}

/// <summary>What is known of a payment when the customer comes back from the provider.</summary>
public enum PayOutcome { Paid, Waiting, Failed, Unknown }

public sealed record PayReturnView(PayOutcome Outcome, string? Number, string? Token, Text Method, Money? Amount, Text? Why);

public sealed record HelpCase(Text Title, Text Words);

public sealed record HelpChapter(string Slug, Text Title, Text Intro, IReadOnlyList<Text> Steps, IReadOnlyList<HelpCase> Cases);

public sealed record HelpView(IReadOnlyList<HelpChapter> Chapters);

public sealed record SitemapEntry(string Path, DateOnly? Changed);
