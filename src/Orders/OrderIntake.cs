using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>One line of an order from elsewhere, at that shop's price; amounts in minor units.</summary>
public sealed record IntakeLine(SellableVariant Variant, long Quantity, long UnitPrice, long Discount, long Tax);

/// <summary>An order as another shop took it. Every sum adds up; whoever brings it has checked that.</summary>
public sealed record IntakeOrder(string Channel, string ExternalNumber, DateTimeOffset PlacedAt, string Currency,
    long Goods, long Discount, long Freight, long Tax, long Total, IReadOnlyList<IntakeLine> Lines, Recipient Recipient,
    string? PaymentMethod, string? Note)
{
    /// <summary>What it takes out of stock, one row for each SKU.</summary>
    public IReadOnlyList<(string Sku, long Quantity)> Demand => Lines.GroupBy(l => l.Variant.Sku)
        .Select(g => (g.Key, g.Sum(l => l.Quantity))).ToList();
}

/// <summary>What a channel says it took for an order.</summary>
/// <param name="Provider">Who holds the money: the channel's code.</param>
public sealed record IntakePayment(string Provider, string TransactionId, DateTimeOffset? At);

/// <summary>An order that was placed, and what was decided about its money; null when none has come.</summary>
public sealed record IntakePlaced(long Number, string? Verdict);

/// <summary>Where an order from elsewhere stands, for whoever brings its next event.</summary>
public sealed record IntakeState(long Number, OrderState State, string Currency, long Total, long Paid, long GoneBack, long Units, long Shipped,
    Recipient Recipient, IReadOnlyList<IntakeLineState> Lines);

/// <summary>One line of it.</summary>
public sealed record IntakeLineState(string Sku, long Quantity, long UnitPrice, long Discount);

/// <summary>
/// The door through which orders of other shops come in and follow what happens there. It works in the caller's
/// transaction, never commits, and decides by the same tables as orders of the shop itself.
/// </summary>
public sealed class OrderIntake
{
    /// <summary>What left or is over does not follow a change; and no change may make more due than was paid.</summary>
    public const string TooLateCode = "order.too_late_to_change";
    public const string DearerCode = "order.dearer";

    private readonly ShopDb db;
    private readonly OrderBook book;
    private readonly Stock stock;
    private readonly PaymentRequests payments;
    private readonly IntakeUses uses;
    private readonly OrderNumbers numbers;
    private readonly TimeProvider clock;

    internal OrderIntake(ShopDb db, OrderBook book, Stock stock, PaymentRequests payments, IntakeUses uses, OrderNumbers numbers, TimeProvider clock) =>
        (this.db, this.book, this.stock, this.payments, this.uses, this.numbers, this.clock) = (db, book, stock, payments, uses, numbers, clock);

    /// <summary>
    /// Places an order and promises its stock, refused when there is not enough; what the channel holds for it already is
    /// taken in the same stroke, decided by the same table as any other money.
    /// </summary>
    public async Task<Result<IntakePlaced>> Place(IntakeOrder asked, IntakePayment? payment)
    {
        var plan = await stock.Plan(asked.Demand);
        if (plan.Shortage is not null) return plan.Shortage;
        var delivery = await uses.Delivery.Find(null);
        if (!delivery.IsOk) return delivery.Refusal!;
        var order = NewOrder(numbers.Next(), asked, delivery.Value.Code);
        InsertLines(order.Number, asked);
        book.Note(order.Number, "placed", to: OrderState.Placed, facts: new { total = order.Total, currency = order.Currency, channel = order.Channel });
        stock.Reserve(order.Number, plan.Takes);
        string? verdict = null;
        if (payment is not null)
        {
            var paid = await Take(order, attempt: 1, payment);
            if (!paid.IsOk) return paid.Refusal!;
            verdict = paid.Value;
        }
        book.Insert(order);
        await db.Save();
        return new IntakePlaced(order.Number, verdict);
    }

    private Order NewOrder(long number, IntakeOrder asked, string delivery)
    {
        var recipient = asked.Recipient;
        var order = new Order
        {
            Number = number, Channel = asked.Channel, ExternalNumber = asked.ExternalNumber, PlacedAt = asked.PlacedAt, Currency = asked.Currency,
            Goods = asked.Goods, Discount = asked.Discount, Freight = asked.Freight, Tax = asked.Tax, Total = asked.Total,
            Units = asked.Lines.Sum(l => l.Quantity), PaymentMethod = asked.PaymentMethod, DeliveryMethod = delivery,
            Recipient = book.Seal(number, recipient), PhoneIndex = book.PhoneIndex(recipient.Contact.Phone ?? ""),
            NameIndex = book.NameIndex(recipient.Contact.Name), Place = recipient.Place, BuyerNote = asked.Note,
        };
        order.Derive();
        return order;
    }

    /// <summary>Locks an order and tells where it stands.</summary>
    public async Task<Result<IntakeState>> Look(long number)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var o = opened.Value;
        return new IntakeState(number, o.State, o.Currency, o.Total, o.Paid,
            (await payments.RefundsOf(number)).Where(r => r.Step == RefundStep.Succeeded).Sum(r => r.Amount), o.Units, o.Shipped,
            book.RecipientOf(o), (await book.Lines(number)).Select(l => new IntakeLineState(l.Sku, l.Quantity, l.UnitPrice, l.Discount)).ToList());
    }

    /// <summary>The channel holds what was due: a fact like any other provider's, decided by the same table.</summary>
    /// <returns>What the table decided.</returns>
    public async Task<Result<string>> Pay(long number, IntakePayment payment)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        return await Take(opened.Value, (await payments.Of(number)).Select(a => a.Attempt).DefaultIfEmpty().Max() + 1, payment);
    }

    private async Task<Result<string>> Take(Order order, int attempt, IntakePayment payment)
    {
        // To a canceled order the money came too late: the table sends all of it back.
        var amount = order.Due;
        var now = clock.GetUtcNow();
        var request = new PaymentRequest
        {
            OrderNumber = order.Number, Attempt = attempt, Provider = payment.Provider, Amount = amount, Currency = order.Currency, CreatedAt = now, ExpiresAt = now,
        };
        var decided = await uses.Take.Decide(new Fact(payment.Provider, request.OutTradeNo, payment.TransactionId, FactSource.Channel, TradeState.Paid, amount,
            order.Currency, payment.At), order, request, await uses.Policies.Current());
        payments.Write(request);
        return decided;
    }

    /// <summary>Records what has gone back at the channel in total; what waited for it is confirmed by it.</summary>
    /// <returns>What could not be recorded because it is more than was ever paid.</returns>
    public async Task<Result<long>> GoneBack(long number, string provider, long total, string reason)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        await db.Save();
        var refunds = (await payments.RefundsOf(number)).Where(r => r.Provider == provider).ToList();
        var left = total - refunds.Where(r => r.Step == RefundStep.Succeeded).Sum(r => r.Amount);
        foreach (var refund in refunds.Where(r => r.Step is RefundStep.Requested or RefundStep.Sent))
        {
            if (left <= 0) break;
            // Another amount went back than was asked here: the asked one will not come any more.
            if (refund.Amount <= left) uses.Returning.Succeed(order, refund);
            else uses.Returning.Fail(order, refund, "another amount went back");
            if (refund.Step == RefundStep.Succeeded) left -= refund.Amount;
            await uses.Cases.Close(SendRefund.ChannelRefundCase, refund.RefundNo, "the channel has refunded");
        }
        var amount = Math.Min(left, order.Refundable);
        if (amount <= 0) return Math.Max(0, left);
        var paid = (await payments.Of(number)).First(r => r.Accepted);
        if (amount == order.Refundable && order.Shipped == 0) await uses.Returning.GiveUp(order, reason);
        uses.Returning.Happened(order, paid, amount, reason);
        return left - amount;
    }

    /// <summary>Cancels what was canceled at the channel; refused once something was shipped.</summary>
    public async Task<Result<OrderMoved>> Cancel(long number, string reason) => await uses.Cancel.Within(number, reason);

    /// <summary>
    /// Takes over lines and sums that were changed at the channel before anything was shipped; refused when there is not
    /// enough stock, when something has left already, or when more is due than was paid.
    /// </summary>
    public async Task<Result<OrderMoved>> Follow(long number, IntakeOrder changed)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.State is not (OrderState.Placed or OrderState.Confirmed) || order.Shipped > 0) return TooLate(order);
        if (order.Paid > 0 && changed.Total > order.Paid) return Dearer(order, changed);
        var (was, before) = (order.Units, order.Total);
        await stock.Release(number, "edited at the channel");
        var taken = await TakeAnew(order, changed);
        if (taken is not null) return taken;
        await db.Execute(OrderSql.RemoveLines, number);
        InsertLines(number, changed);
        (order.Goods, order.Discount, order.Freight, order.Tax, order.Total) =
            (changed.Goods, changed.Discount, changed.Freight, changed.Tax, changed.Total);
        order.Units = changed.Lines.Sum(l => l.Quantity);
        order.Derive();
        book.Note(number, "edited", facts: new { units = order.Units, was, total = order.Total, before, currency = order.Currency });
        return new OrderMoved(order.Plain, order.Display);
    }

    /// <summary>Takes over a recipient that was changed at the channel or mended here, as long as nothing was shipped.</summary>
    public async Task<Result<OrderMoved>> Readdress(long number, Recipient recipient)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.Shipped > 0) return TooLate(order);
        order.Recipient = book.Seal(number, recipient);
        (order.PhoneIndex, order.NameIndex) = (book.PhoneIndex(recipient.Contact.Phone ?? ""), book.NameIndex(recipient.Contact.Name));
        order.Place = recipient.Place;
        book.Note(number, "readdressed");
        return new OrderMoved(order.Plain, order.Display);
    }

    private async Task<Refusal?> TakeAnew(Order order, IntakeOrder changed)
    {
        if (order.Paid > 0) return await stock.AllocateAgain(order.Number, changed.Demand);
        var plan = await stock.Plan(changed.Demand);
        if (plan.Shortage is null) stock.Reserve(order.Number, plan.Takes);
        return plan.Shortage;
    }

    private void InsertLines(long number, IntakeOrder order)
    {
        var freight = new Money(order.Freight, order.Currency).Allot(order.Lines.Select(l => l.UnitPrice * l.Quantity).ToList());
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var (variant, quantity, price, discount, tax) = order.Lines[i];
            db.Later(OrderSql.InsertLine, [number, i + 1, variant.Sku, variant.ProductId, variant.Slug, variant.Name.Zh, variant.Name.En,
                variant.Options.Zh, variant.Options.En, variant.Image, price, quantity, discount, freight[i], price * quantity - discount, tax]);
        }
    }

    private static Refusal TooLate(Order order) => Refusal.Conflict(TooLateCode,
        new("已经发货或已经结束，不能再跟着改", "Shipped or over; it cannot follow the change any more"),
        new($"{order.Plain} 现在是“{OrderStates.NameOf(order.Display).Zh}”", $"{order.Plain} is now “{OrderStates.NameOf(order.Display).En}”"),
        new("和客户商量补发、退货或退款", "Agree with the customer on sending more, a return or a refund"));

    private static Refusal Dearer(Order order, IntakeOrder changed) => Refusal.Conflict(DearerCode,
        new("渠道改单后比已付的多", "After the change at the channel more is due than was paid"),
        new($"付了{new Money(order.Paid, order.Currency).Show()}，改后是{new Money(changed.Total, changed.Currency).Show()}",
            $"{new Money(order.Paid, order.Currency).Show()} was paid, the changed order is {new Money(changed.Total, changed.Currency).Show()}"),
        new("到渠道让客户补差价并另下一单，或在渠道改回原样", "Have the customer pay the difference with another order, or undo the change at the channel"));
}

/// <summary>The use cases behind <see cref="OrderIntake"/>.</summary>
internal sealed record IntakeUses(TakePaymentFact Take, CancelOrder Cancel, Returning Returning, DeliveryMethods Delivery, OrderPolicies Policies,
    Operations.Cases Cases);
