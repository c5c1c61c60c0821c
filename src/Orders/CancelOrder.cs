using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Cancels an order before anything of it was shipped; what was paid goes back by itself.</summary>
[Operation("orders.cancel", "取消订单", "Cancel an order", Permission = "orders.cancel")]
internal class CancelOrder(ShopDb db, OrderBook book, PaymentRequests payments, Stock stock, Returning returning, CloseUnpaid close, TimeProvider clock)
{
    public const int ReasonMost = 200;

    public sealed record Command(string? Reason = null);

    public async Task<Result<OrderMoved>> Handle(long number, Command command, CancellationToken ct = default)
    {
        if (command.Reason is { Length: > ReasonMost })
            return Refusal.Invalid("reason", new($"原因最多{ReasonMost}个字", $"The reason has at most {ReasonMost} characters"));
        if (Fields.Remark("reason", command.Reason) is { } unseen) return unseen;
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? "canceled by request" : command.Reason.Trim();
        // An attempt that is still open is closed at the provider first; if it turns out to be paid, the money goes back below.
        await close.EndAttempts(number, ct);
        return await db.InTransaction<OrderMoved>(this, () => Within(number, reason));
    }

    /// <summary>The same in the caller's transaction, for orders without an open attempt.</summary>
    internal async Task<Result<OrderMoved>> Within(long number, string reason)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.Shipped > 0) return AlreadyShipped(order);
        var from = order.State;
        if (order.MoveTo(OrderState.Canceled) is { } refusal) return refusal;
        (order.CanceledAt, order.CancelReason, order.PayBy, order.Hold) = (clock.GetUtcNow(), reason, null, null);
        var requests = await payments.Of(number);
        foreach (var request in requests.Where(r => r.State == PaymentRequestState.Created)) request.State = PaymentRequestState.Closed;
        await stock.Release(number, reason);
        if (order.Refundable > 0) returning.OfSale(order, requests.First(r => r.Accepted), order.Refundable, reason);
        book.Note(number, "canceled", from, OrderState.Canceled, reason: reason);
        return new OrderMoved(order.Plain, order.Display);
    }

    private static Refusal AlreadyShipped(Order order) => Refusal.Conflict("order.shipped",
        new("已经发货，不能取消", "Already shipped; it cannot be canceled"),
        new($"{order.Plain} 发出了{order.Shipped}件", $"{order.Shipped} units of {order.Plain} are on their way"),
        new("收到后申请退货，或请快递拦截", "Ask for a return after receipt, or have the parcel intercepted"));
}

/// <summary>A customer cancels his own order.</summary>
[Operation("orders.cancel_own", "取消自己的订单", "Cancel one's own order")]
internal sealed class CancelOwnOrder(ShopDb db, OrderBook book, PaymentRequests payments, Stock stock, Returning returning, CloseUnpaid close, TimeProvider clock)
    : CancelOrder(db, book, payments, stock, returning, close, clock);

/// <summary>An order after a decision.</summary>
public sealed record OrderMoved(string Number, DisplayState Status);
