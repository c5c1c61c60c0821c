using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Confirms a paid order: it goes into the shipping queue.</summary>
[Operation("orders.confirm", "确认订单", "Confirm an order", Permission = "orders.confirm")]
internal sealed class ConfirmOrder(ShopDb db, OrderBook book, TimeProvider clock)
{
    public Task<Result<OrderMoved>> Handle(long number) => db.InTransaction<OrderMoved>(this, async () =>
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.State == OrderState.Placed && order.Paid < order.Total) return NotPaid(order);
        if (order.Hold is { } hold) return OnHold(order, hold);
        var from = order.State;
        if (order.MoveTo(OrderState.Confirmed) is { } refusal) return refusal;
        order.ConfirmedAt = clock.GetUtcNow();
        book.Note(number, "confirmed", from, OrderState.Confirmed);
        return new OrderMoved(order.Plain, order.Display);
    });

    private static Refusal NotPaid(Order order) => Refusal.Conflict("order.not_paid",
        new("还没付款，不能确认", "Not paid; it cannot be confirmed"),
        new($"还差{new Money(order.Due, order.Currency).Show()}", $"{new Money(order.Due, order.Currency).Show()} is still due"),
        new("等客户付款，或把付款链接发给客户", "Wait for the payment, or send the customer the payment link"));

    internal static Refusal OnHold(Order order, string hold) => Refusal.Conflict("order.on_hold",
        new("订单被暂停", "The order is on hold"),
        new($"原因：{hold}", $"Reason: {hold}"),
        new("问题解决后先恢复，再继续", "Release it once the matter is settled"));
}

/// <summary>Stops an order until a person releases it.</summary>
[Operation("orders.hold", "暂停订单", "Hold an order", Permission = "orders.confirm")]
internal sealed class HoldOrder(ShopDb db, OrderBook book)
{
    public sealed record Command(string Reason);

    public async Task<Result<OrderMoved>> Handle(long number, Command command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > CancelOrder.ReasonMost)
            return Refusal.Invalid("reason", new($"写明原因，{CancelOrder.ReasonMost}字以内", $"Give a reason of at most {CancelOrder.ReasonMost} characters"));
        if (Fields.Remark("reason", command.Reason) is { } unseen) return unseen;
        return await db.InTransaction<OrderMoved>(this, async () =>
        {
            var opened = await book.Open(number);
            if (!opened.IsOk) return opened.Refusal!;
            var order = opened.Value;
            if (order.State is OrderState.Canceled or OrderState.Completed || order.Shipped >= order.Units) return Over(order);
            order.Hold = command.Reason.Trim();
            book.Note(number, "held", reason: order.Hold);
            return new OrderMoved(order.Plain, order.Display);
        });
    }

    private static Refusal Over(Order order) => Refusal.Conflict("order.over",
        new("没有可以暂停的了", "There is nothing left to hold"),
        new($"{order.Plain} 现在是“{OrderStates.NameOf(order.Display).Zh}”", $"{order.Plain} is now “{OrderStates.NameOf(order.Display).En}”"),
        new("已发出的请快递拦截", "Have parcels on their way intercepted"));
}

/// <summary>Lets a held order go on.</summary>
[Operation("orders.release", "恢复订单", "Release an order", Permission = "orders.confirm")]
internal sealed class ReleaseOrder(ShopDb db, OrderBook book)
{
    public Task<Result<OrderMoved>> Handle(long number) => db.InTransaction<OrderMoved>(this, async () =>
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.Hold is null) return Refusal.Conflict("order.not_held",
            new("订单没有被暂停", "The order is not on hold"), new($"{order.Plain} 在正常处理", $"{order.Plain} is going on as usual"),
            new("刷新看最新状态", "Refresh to see its state"));
        order.Hold = null;
        book.Note(number, "released");
        return new OrderMoved(order.Plain, order.Display);
    });
}

/// <summary>Completes an order: receipt confirmed, or the agreed days after delivery have passed.</summary>
[Operation("orders.complete", "完成订单", "Complete an order", Permission = "orders.confirm")]
internal class CompleteOrder(ShopDb db, OrderBook book, TimeProvider clock)
{
    public Task<Result<OrderMoved>> Handle(long number, string reason) => db.InTransaction<OrderMoved>(this, async () =>
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.State == OrderState.Confirmed && order.Shipped < order.Units) return NotShipped(order);
        if (order.Refunding > 0) return Refunding(order);
        var from = order.State;
        if (order.MoveTo(OrderState.Completed) is { } refusal) return refusal;
        order.CompletedAt = clock.GetUtcNow();
        book.Note(number, "completed", from, OrderState.Completed, reason: reason);
        return new OrderMoved(order.Plain, order.Display);
    });

    private static Refusal NotShipped(Order order) => Refusal.Conflict("order.not_shipped",
        new("还没发完，不能完成", "Not all is shipped; it cannot be completed"),
        new($"发了{order.Shipped}件，共{order.Units}件", $"{order.Shipped} of {order.Units} units are shipped"),
        new("发完其余的，或退掉不发的", "Ship the rest, or refund what will not be shipped"));

    private static Refusal Refunding(Order order) => Refusal.Conflict("order.refunding",
        new("有退款没到账，不能完成", "A refund is on its way; it cannot be completed"),
        new($"在途{new Money(order.Refunding, order.Currency).Show()}", $"{new Money(order.Refunding, order.Currency).Show()} is on its way back"),
        new("等支付方确认退款", "Wait for the provider's confirmation"));
}

/// <summary>A customer confirms receipt.</summary>
[Operation("orders.receipt", "确认收货", "Confirm receipt")]
internal sealed class ConfirmReceipt(ShopDb db, OrderBook book, TimeProvider clock) : CompleteOrder(db, book, clock);

/// <summary>Writes the merchant's note on an order.</summary>
[Operation("orders.note", "备注订单", "Note an order", Permission = "orders.note")]
internal sealed class NoteOrder(ShopDb db, OrderBook book)
{
    private const int NoteMost = 1000;
    private static readonly HashSet<string> Flags = ["red", "yellow", "green", "blue", "purple"];

    public sealed record NoteCommand(string? Note = null);

    public sealed record FlagCommand(string? Flag = null);

    public async Task<Result<OrderMoved>> Note(long number, NoteCommand command)
    {
        if (command.Note is { Length: > NoteMost }) return Refusal.Invalid("note", new($"备注最多{NoteMost}个字", $"The note has at most {NoteMost} characters"));
        if (Fields.Remark("note", command.Note) is { } unseen) return unseen;
        return await Change(number, "noted", o => o.Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim());
    }

    public async Task<Result<OrderMoved>> Flag(long number, FlagCommand command)
    {
        if (command.Flag is { } flag && !Flags.Contains(flag))
            return Refusal.Invalid("flag", new("旗标应为 red、yellow、green、blue 或 purple", "The flag is red, yellow, green, blue or purple"));
        return await Change(number, "flagged", o => o.Flag = command.Flag);
    }

    private Task<Result<OrderMoved>> Change(long number, string kind, Action<Order> change) => db.InTransaction<OrderMoved>(this, async () =>
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        change(opened.Value);
        book.Note(number, kind, facts: new { note = opened.Value.Note, flag = opened.Value.Flag });
        return new OrderMoved(opened.Value.Plain, opened.Value.Display);
    });
}
