using Guidan.Customers;
using Guidan.Kernel;
using Guidan.Payments;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Orders;

/// <summary>What a list of orders is asked for.</summary>
/// <param name="Customer">Only the orders of this account.</param>
/// <param name="Numbers">Only these numbers: found elsewhere, by a parcel's number.</param>
public sealed record OrderFilter(DisplayState? Status = null, string? Query = null, DateTimeOffset? From = null, DateTimeOffset? To = null,
    bool Attention = false, string? Channel = null, IReadOnlyList<long>? Numbers = null,
    Guid? Customer = null);

/// <summary>Reads orders for lists and pages.</summary>
public sealed class OrderQueries(
    ShopDb db, OrderBook book, PaymentRequests payments, Providers providers, Caller caller, TimeProvider clock)
{
    private const int CountMost = 1000;

    /// <summary>Newest first, by key; never counted.</summary>
    public async Task<Page<OrderRow>> List(OrderFilter filter, PageAsk ask)
    {
        var orders = Filtered(filter);
        if (ask.After is { } after && long.TryParse(after, out var number)) orders = orders.Where(o => o.Number < number);
        var page = await orders.OrderByDescending(o => o.Number).Take(ask.Limit + 1).ToListAsync();
        var cut = Page<Order>.From(page, ask.Limit, o => o.Plain);
        return new(await Rows(cut.Items), cut.Next);
    }

    /// <summary>How many orders stand in each state, counted up to a thousand.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts()
    {
        var counts = new Dictionary<string, int>();
        foreach (var state in Enum.GetValues<DisplayState>())
            counts[Json.Write(state).Trim('"')] = (await db.Query(CountOf, r => r.Int(0), (int)state, CountMost))[0];
        return counts;
    }

    private static readonly Statement CountOf = new("select count(*) from (select 1 from orders_order where display = $1 limit $2) few");

    public async Task<int> AttentionCount() => await Attentive(db.Read<Order>()).Take(CountMost).CountAsync();

    public async Task<Result<OrderDetail>> Find(string number)
    {
        if (!OrderNumbers.TryParse(number, out var parsed)) return Unknown(number);
        var order = await db.Read<Order>().FirstOrDefaultAsync(o => o.Number == parsed);
        return order is null ? OrderBook.NotFound(parsed) : await Detail(order);
    }

    /// <summary>Opens an order for its customer: by the token of a signed link, by phone number, or by who is signed in.</summary>
    public async Task<Result<OrderDetail>> FindOwn(string number, string? token, string? phone)
    {
        if (!OrderNumbers.TryParse(number, out var parsed)) return await FindByChannel(number, phone);
        var order = await db.Read<Order>().FirstOrDefaultAsync(o => o.Number == parsed);
        // One answer for "not there" and "not yours": whether a number exists is nobody's business.
        if (order is null || !Owns(order, token, phone)) return OrderBook.NotFound(parsed);
        return await Detail(order);
    }

    // Customers of other shops know only that shop's number, which may be written with a sign in front.
    private async Task<Result<OrderDetail>> FindByChannel(string number, string? phone)
    {
        var names = ExternalNumbers.Spellings(number);
        if (names.Count == 0 || string.IsNullOrWhiteSpace(phone)) return Unknown(number);
        var found = await db.Read<Order>().Where(o => o.ExternalNumber != null && names.Contains(o.ExternalNumber))
            .OrderByDescending(o => o.Number).Take(ExternalNumbers.Most).ToListAsync();
        return found.Find(o => Owns(o, null, phone)) is { } order ? await Detail(order) : Unknown(number);
    }

    /// <summary>True when the order may be shown to, and acted on by, whoever brings this token or phone number.</summary>
    public async Task<bool> IsOwn(long number, string? token, string? phone)
    {
        var order = await db.Read<Order>().FirstOrDefaultAsync(o => o.Number == number);
        return order is not null && Owns(order, token, phone);
    }

    /// <summary>Money and counts for today's page.</summary>
    public async Task<IReadOnlyList<DaySum>> PaidBetween(DateTimeOffset from, DateTimeOffset to) => await db.Query(PaidIn,
        r => new DaySum(r.Time(0), r.Long(1)), from, to);

    private static readonly Statement PaidIn = new("select paid_at, paid from orders_order where paid_at >= $1 and paid_at < $2");

    public async Task<int> PlacedBetween(DateTimeOffset from, DateTimeOffset to) =>
        await db.Read<Order>().CountAsync(o => o.PlacedAt >= from && o.PlacedAt < to);

    /// <summary>The oldest order of a state, and when it came into it.</summary>
    public async Task<DateTimeOffset?> OldestIn(DisplayState state) => await db.Read<Order>().Where(o => o.Display == state)
        .OrderBy(o => o.Number).Select(o => (DateTimeOffset?)o.PlacedAt).FirstOrDefaultAsync();

    /// <summary>Orders whose last parcel arrived before a moment and that wait to be completed.</summary>
    public async Task<List<long>> DeliveredBefore(DateTimeOffset before, int most) => await db.Read<Order>()
        .Where(o => o.Display == DisplayState.Shipped && o.DeliveredAt != null && o.DeliveredAt < before)
        .OrderBy(o => o.Number).Take(most).Select(o => o.Number).ToListAsync();

    private bool Owns(Order order, string? token, string? phone) => book.IsToken(order.Number, token)
        || caller.CustomerId is { } id && order.CustomerId == id
        || !string.IsNullOrWhiteSpace(phone) && phone.Length <= 40 && book.PhoneIndex(phone).AsSpan().SequenceEqual(order.PhoneIndex);

    private static Refusal Unknown(string number) => Refusal.NotFound(OrderBook.Unknown,
        new($"订单 {Short(number)}", $"Order {Short(number)}")) with
    { Remedy = new("订单号有18位数字，检查有没有抄错", "An order number has 18 digits; check for a slip") };

    private static string Short(string text) => text.Length <= 24 ? text : text[..24] + "…";

    private IQueryable<Order> Filtered(OrderFilter filter)
    {
        var orders = db.Read<Order>();
        if (filter.Status is { } status) orders = orders.Where(o => o.Display == status);
        if (filter.From is { } from) orders = orders.Where(o => o.PlacedAt >= from);
        if (filter.To is { } to) orders = orders.Where(o => o.PlacedAt < to);
        if (filter.Channel is { Length: > 0 } channel) orders = orders.Where(o => o.Channel == channel);
        if (filter.Customer is { } customer) orders = orders.Where(o => o.CustomerId == customer);
        if (filter.Attention) orders = Attentive(orders);
        if (filter.Query is { } query && !string.IsNullOrWhiteSpace(query)) orders = Matching(orders, query.Trim(), filter.Numbers ?? []);
        return orders;
    }

    // Exact by design: names and numbers of people are stored sealed, and an index is an equality.
    private IQueryable<Order> Matching(IQueryable<Order> orders, string query, IReadOnlyList<long> parcels)
    {
        if (OrderNumbers.TryParse(query, out var number)) return orders.Where(o => o.Number == number);
        var phone = book.PhoneIndex(query);
        var name = book.NameIndex(query);
        var bySku = db.Read<OrderLine>().Where(l => l.Sku == query).Select(l => l.OrderNumber);
        return orders.Where(o => o.PhoneIndex == phone || o.NameIndex == name || o.ExternalNumber == query
            || parcels.Contains(o.Number) || bySku.Contains(o.Number));
    }

    private IQueryable<Order> Attentive(IQueryable<Order> orders)
    {
        var now = clock.GetUtcNow();
        return orders.Where(o => o.Hold != null
            || o.Display == DisplayState.Paid
            || o.Display == DisplayState.AwaitingShipment && o.ConfirmedAt < now - OrderTimes.ShipWithin);
    }

    private async Task<IReadOnlyList<OrderRow>> Rows(IReadOnlyList<Order> orders)
    {
        var numbers = orders.Select(o => o.Number).ToList();
        var lines = (await LinesOf.Query(db, r => (Number: r.Long(0), Line: new LineBrief(r.Text(1), Words(r.Text(2), r.Text(3)),
            Words(r.Text(4), r.Text(5)), r.TextOrNull(6), r.Long(7))), numbers)).ToLookup(l => l.Number, l => l.Line);
        return orders.Select(o => Row(o, lines[o.Number].ToList(), book.RecipientOf(o))).ToList();
    }

    private static readonly ManyKeys<long> LinesOf = new(
        """
        select order_number, sku, name_zh, name_en, options_zh, options_en, image, quantity from orders_line
        where order_number {keys} order by order_number, line
        """);

    private OrderRow Row(Order o, List<LineBrief> lines, Recipient recipient)
    {
        var sees = caller.Kind is ActorKind.Customer || caller.Permissions.Contains(CustomersModule.Personal);
        var name = sees ? recipient.Contact.Name : Masks.Name(recipient.Contact.Name);
        var phone = Masks.Phone(Phones.Normalize(recipient.Contact.Phone ?? ""));
        return new(o.Plain, o.Channel, o.ExternalNumber, o.PlacedAt, new(name, phone, o.Place), new(o.Total, o.Currency),
            new(o.Paid, o.Currency), o.PaymentMethod, o.Display, OrderStates.NameOf(o.Display).In(caller.Tongue), o.Payment, o.Fulfillment,
            AttentionOf(o), OrderTimes.DeadlineOf(o), lines.Take(2).ToList(), lines.Count, o.Units, o.Flag, o.Note, [], NextOf(o),
            o.CustomerId);
    }

    private LineBrief Brief(OrderLine l) => new(l.Sku, Words(l.NameZh, l.NameEn), Words(l.OptionsZh, l.OptionsEn), l.Image, l.Quantity);

    private string Words(string zh, string en) => new Text(zh, en).In(caller.Tongue);

    private static string? NextOf(Order o) => o.Hold is not null ? null : o.Display switch
    {
        DisplayState.Paid => "confirm",
        DisplayState.AwaitingShipment or DisplayState.PartlyShipped => o.DeliveryMethod == "pickup" ? "hand_over" : "ship",
        _ => null,
    };

    private List<Attention> AttentionOf(Order o)
    {
        var found = new List<(string Code, Text Text)>();
        if (o.Hold is { } hold) found.Add(("on_hold", new($"暂停：{hold}", $"On hold: {hold}")));
        if (o.Display == DisplayState.AwaitingShipment && o.ConfirmedAt < clock.GetUtcNow() - OrderTimes.ShipWithin)
            found.Add(("late_shipment", new("超过承诺的发货时间", "Later than the promised shipping time")));
        if (o.Display == DisplayState.AwaitingPayment && o.PaymentMethod is { } method && providers.Find(method) is not { IsConfigured: true })
            found.Add(("payment_not_set_up", new("收款方式没接通，客户付不了款", "The payment method is not set up; the customer cannot pay")));
        return found.Select(f => new Attention(f.Code, f.Text.In(caller.Tongue))).ToList();
    }

    internal async Task<OrderDetail> Detail(Order o)
    {
        var lines = await book.Lines(o.Number);
        var recipient = book.RecipientOf(o);
        var events = await db.Read<OrderEvent>().Where(e => e.OrderNumber == o.Number).OrderBy(e => e.Id).ToListAsync();
        var requests = await payments.Of(o.Number);
        var refunds = await payments.RefundsOf(o.Number);
        var rows = await db.Read<RefundLine>().Where(r => r.OrderNumber == o.Number).OrderBy(r => r.Line).ToListAsync();
        var gone = GoneBack.Of(rows, refunds);
        Money M(long amount) => new(amount, o.Currency);
        return new OrderDetail(Row(o, lines.ConvertAll(Brief), recipient),
            lines.Select(l => new OrderLineView(l.Line.ToString(), l.Sku, l.Slug, Words(l.NameZh, l.NameEn), Words(l.OptionsZh, l.OptionsEn),
                l.Image, M(l.UnitPrice), l.Quantity, M(l.Discount), M(l.Total), l.Shipped, gone.GetValueOrDefault(l.Line).Quantity, l.Dropped, l.Returned)).ToList(),
            new(M(o.Goods), M(o.Discount), M(o.Freight), M(o.Total), M(o.Paid), M(o.Refunded), M(o.Refundable), M(o.State == OrderState.Canceled ? 0 : o.Due), M(o.Tax),
                M(o.Freight - gone.GetValueOrDefault(RefundLine.Freight).Amount)),
            RecipientViewOf(recipient), o.DeliveryMethod, o.BuyerNote,
            requests.Select(r => new PaymentView(r.OutTradeNo, r.Provider, r.State, new(r.Amount, r.Currency), r.CreatedAt, r.PaidAt,
                r.TransactionId, r.NextQueryAt, r.ExpiresAt)).ToList(),
            refunds.Select(r => new RefundView(r.Id, new(r.Amount, r.Currency), r.Reason, r.Step, r.RequestedAt, r.ConfirmedAt, r.Error,
                RefundUnits.View(rows.Where(l => l.RefundId == r.Id && l.Line != RefundLine.Freight), lines, M).ToList(),
                rows.Find(l => l.RefundId == r.Id && l.Line == RefundLine.Freight) is { } freight ? M(freight.Amount) : null)).ToList(),
            Timeline(events), ActionsOf(o), o.Hold, o.CancelReason, book.TokenOf(o.Number),
            new(o.PayBy, o.PaidAt, o.ConfirmedAt, o.ShippedAt, o.DeliveredAt, o.CompletedAt, o.CanceledAt));
    }

    private RecipientView RecipientViewOf(Recipient recipient)
    {
        var (contact, address) = (recipient.Contact, recipient.Address ?? new Address());
        var whole = caller.Permissions.Contains(CustomersModule.Personal);
        return whole ? Whole(recipient)
            : new(Masks.Name(contact.Name), Masks.Phone(Phones.Normalize(contact.Phone ?? "")), contact.Email is { } mail ? Masks.Email(mail) : null,
                address.Country, address.Province, address.City, address.District, "****", address.Postcode);
    }

    internal static RecipientView Whole(Recipient recipient)
    {
        var (contact, address) = (recipient.Contact, recipient.Address ?? new Address());
        return new(contact.Name, contact.Phone, contact.Email, address.Country, address.Province, address.City, address.District, address.Line, address.Postcode);
    }

    private List<TimelineEntry> Timeline(List<OrderEvent> events) => events
        .Where(e => caller.Kind != ActorKind.Customer || HistoryWords.IsPublic(e))
        .Select(e => new TimelineEntry(e.At, caller.Kind == ActorKind.Customer ? "" : e.ActorName.Length > 0 ? e.ActorName : ActorOf(e),
            e.Kind, HistoryWords.Of(e).In(caller.Tongue), caller.Kind == ActorKind.Customer || e.Reason == HistoryWords.Auto ? null : e.Reason)).ToList();

    // A customer's name is in no history; which account it was, the order says.
    private string ActorOf(OrderEvent e) => ActorTitles.Common(e.Actor).In(caller.Tongue);

    private static OrderActions ActionsOf(Order o)
    {
        var live = o.State is OrderState.Placed or OrderState.Confirmed;
        return new(
            Confirm: o.State == OrderState.Placed && o.Paid >= o.Total && o.Hold is null,
            Hold: live && o.Hold is null && o.Shipped < o.Units,
            Release: o.Hold is not null,
            Cancel: live && o.Shipped == 0,
            Ship: o.State == OrderState.Confirmed && o.Shipped < o.Units && o.Hold is null && o.Refunding == 0,
            Refund: o.Refundable > 0,
            Complete: o.State == OrderState.Confirmed && o.Shipped >= o.Units && o.Refunding == 0);
    }
}

/// <summary>One payment's moment and amount.</summary>
public sealed record DaySum(DateTimeOffset At, long Amount);

/// <summary>Time limits of states.</summary>
internal static class OrderTimes
{
    /// <summary>Promised between confirmation and shipping.</summary>
    public static readonly TimeSpan ShipWithin = TimeSpan.FromHours(48);

    public static DateTimeOffset? DeadlineOf(Order o) => o.Display switch
    {
        DisplayState.AwaitingPayment => o.PayBy,
        DisplayState.AwaitingShipment or DisplayState.PartlyShipped => o.ConfirmedAt + ShipWithin,
        _ => null,
    };
}
