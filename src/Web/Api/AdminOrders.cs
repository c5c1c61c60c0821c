using Guidan.Audit;
using Guidan.Customers;
using Guidan.Fulfillment;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Web.Api;

/// <summary>Orders for staff: the list, and one order with its parcels and its chain of proof.</summary>
internal static class AdminOrders
{
    public static void MapAdminOrders(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/orders", List).Reads("orders.read", "orders.list", "看订单列表", "List orders").Produces<Page<OrderRow>>();
        admin.MapGet("/orders/{number}", Find).Reads("orders.read", "orders.find", "看一个订单", "See an order").Produces<AdminOrder>();
    }

    private static async Task<IResult> List(string? status, string? query, string? from, string? to, string? tag, string? attention,
        string? channel, Guid? customer, string? limit, string? after, OrderQueries orders, ShipmentQueries shipments, ShopCalendar calendar)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return Refused(ask.Refusal!);
        var filter = Filter(status, query, from, to, attention, channel, calendar);
        if (!filter.IsOk) return Refused(filter.Refusal!);
        var parcels = string.IsNullOrWhiteSpace(query) ? [] : await shipments.OrdersOf(query.Trim());
        // Tags do not exist yet: a tag that nothing carries matches nothing.
        if (!string.IsNullOrEmpty(tag)) return Routes.Ok(new Page<OrderRow>([], null));
        return Routes.Ok(await orders.List(filter.Value with { Numbers = parcels, Customer = customer }, ask.Value));
    }

    private static Result<OrderFilter> Filter(string? status, string? query, string? from, string? to, string? attention, string? channel, ShopCalendar calendar)
    {
        DisplayState? state = null;
        if (!string.IsNullOrEmpty(status))
        {
            var found = Enum.GetValues<DisplayState>().Where(s => Json.Write(s).Trim('"') == status).Select(s => (DisplayState?)s).FirstOrDefault();
            if (found is null) return Refusal.Malformed("status", new($"没有状态 {Cut(status)}", $"There is no status {Cut(status)}"));
            state = found;
        }
        if (query is { Length: > 100 }) return Refusal.Malformed("query", new("搜索词最多100个字", "A query has at most 100 characters"));
        if (!Moment(from, calendar, 0, out var start)) return Refusal.Malformed("from", new("from 应为日期或时间", "from is a date or a time"));
        if (!Moment(to, calendar, 1, out var end)) return Refusal.Malformed("to", new("to 应为日期或时间", "to is a date or a time"));
        return new OrderFilter(state, query, start, end, attention is "true" or "1", channel);
    }

    // A date means the shop's day: from its first moment, to its last.
    private static bool Moment(string? text, ShopCalendar calendar, int daysOn, out DateTimeOffset? moment)
    {
        moment = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) && date < DateOnly.MaxValue && date > DateOnly.MinValue) moment = calendar.StartOf(date.AddDays(daysOn));
        else if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time)) moment = time.ToUniversalTime();
        return moment is not null;
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40];

    private static Answer<Page<OrderRow>> Refused(Refusal refusal) => new(refusal);

    private static async Task<IResult> Find(string number, OrderQueries orders, ShipmentQueries shipments, DeliveryMethods delivery,
        PublicAddress address, CustomerLists customers, Caller caller)
    {
        var found = await orders.Find(number);
        if (!found.IsOk) return new Answer<AdminOrder>(found.Refusal!);
        var (order, o) = (found.Value, found.Value.Brief);
        var parcels = await shipments.Of(long.Parse(o.Number));
        var method = (await delivery.Current()).Methods.FirstOrDefault(m => m.Code == order.DeliveryMethod);
        var pickup = method is { IsPickup: true };
        return Routes.Ok(new AdminOrder(o.Number, o.Channel, o.ExternalNumber, o.PlacedAt, o.Customer, o.Total, o.Paid, o.PaymentMethod, o.Status,
            o.StatusText, OrderStates.MeaningOf(o.Status).In(caller.Tongue), o.Payment, o.Fulfillment, o.Attention, o.Deadline, order.Lines,
            o.LineCount, o.UnitCount, o.Flag, o.Note, o.Tags, o.Next, order.Money, order.Recipient,
            new CodeName(order.DeliveryMethod, method?.Name.In(caller.Tongue) ?? order.DeliveryMethod), order.BuyerNote, parcels, order.Payments,
            order.Refunds, order.Timeline, Chain.Of(order, parcels, caller.Tongue),
            new AdminActions(order.Actions.Confirm, order.Actions.Hold, order.Actions.Release, order.Actions.Cancel, order.Actions.Ship && !pickup,
                order.Actions.Refund, order.Actions.Ship && pickup, order.Actions.Complete),
            Blocked(order, caller.Tongue), address.Of($"/o/{o.Number}?token={order.Token}").ToString(), BuyerOf(o, customers)));
    }

    // Who may not see customers still sees that this one has an account.
    private static BuyerView? BuyerOf(OrderRow order, CustomerLists customers) =>
        order.CustomerId is { } id ? new(id, customers.NameOf(id)) : null;

    private static BlockedView? Blocked(OrderDetail order, Tongue tongue) => order.Hold is not { } hold ? null
        : new("order.on_hold", new Text("订单被暂停", "The order is on hold").In(tongue), hold,
            new Text("解决后恢复处理", "Release it once the matter is settled").In(tongue));
}

internal sealed record CodeName(string Code, string Name);

/// <summary>The account that an order belongs to.</summary>
/// <param name="Name">Null when the account was erased.</param>
internal sealed record BuyerView(Guid Id, string? Name);

internal sealed record BlockedView(string Code, string Title, string Detail, string Remedy);

internal sealed record AdminActions(bool Confirm, bool Hold, bool Release, bool Cancel, bool Ship, bool Refund, bool HandOver, bool Complete);

/// <summary>One order with everything that staff work with.</summary>
/// <param name="Buyer">Null for a guest.</param>
internal sealed record AdminOrder(string Number, string Channel, string? ExternalNumber, DateTimeOffset PlacedAt, CustomerBrief Customer, Money Total,
    Money Paid, string? PaymentMethod, DisplayState Status, string StatusText, string StatusMeaning, PaymentState Payment,
    FulfillmentState Fulfillment, IReadOnlyList<Attention> Attention, DateTimeOffset? Deadline, IReadOnlyList<OrderLineView> Lines, int LineCount,
    long UnitCount, string? Flag, string? Note, IReadOnlyList<string> Tags, string? Next, OrderMoney Money, RecipientView Recipient,
    CodeName DeliveryMethod, string? BuyerNote, IReadOnlyList<ShipmentView> Shipments, IReadOnlyList<PaymentView> Payments,
    IReadOnlyList<RefundView> Refunds, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<ChainLink> Chain, AdminActions Actions,
    BlockedView? Blocked, string PublicUrl, BuyerView? Buyer);
