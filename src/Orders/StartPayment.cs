using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Starts or retries paying an order: another attempt, written before the payer is sent anywhere.</summary>
[Operation("payments.start", "发起付款", "Start a payment")]
internal sealed class StartPayment(ShopDb db, OrderBook book, PaymentRequests payments, PaymentMethods methods, Providers providers, Checkout checkout, TimeProvider clock)
{
    private const int AttemptsMost = 50;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    public sealed record Command(string? Method = null);

    public async Task<Result<OrderPayment>> Handle(long number, Command command)
    {
        var offered = (await methods.Offered(Tongue.Zh)).Select(m => m.Code).ToList();
        var method = command.Method ?? offered.FirstOrDefault();
        if (method is null || !offered.Contains(method) || providers.Find(method) is not { } provider)
            return Refusal.Conflict("payment.method_unavailable",
                new("这种付款方式现在用不了", "This payment method cannot be used now"),
                new($"可用的付款方式：{(offered.Count == 0 ? "没有" : string.Join("、", offered))}", $"Available: {(offered.Count == 0 ? "none" : string.Join(", ", offered))}"),
                new("换一种，或联系商家", "Choose another, or contact the shop"));
        PaymentToStart? start = null;
        var written = await db.InTransaction<OrderPayment>(this, () => Write(number, method, s => start = s));
        if (!written.IsOk || start is null) return written;
        var answer = await provider.Start(start, default);
        return written.Value with { Action = answer.Action };
    }

    private async Task<Result<OrderPayment>> Write(long number, string method, Action<PaymentToStart> then)
    {
        var opened = await book.Open(number);
        if (!opened.IsOk) return opened.Refusal!;
        var order = opened.Value;
        if (order.IsChannels) return PaidThere(order);
        if (order.State != OrderState.Placed || order.Due == 0) return NothingDue(order);
        var attempts = await payments.Of(number);
        if (attempts.Count >= AttemptsMost) return NothingDue(order);
        var now = clock.GetUtcNow();
        // An open attempt at the same provider is used again: two open ones could both be paid.
        var open = attempts.Find(a => a.State == PaymentRequestState.Created && a.Provider == method && a.ExpiresAt > now + Shortest);
        var payBy = open?.ExpiresAt ?? (order.PayBy is { } until && until > now + Shortest ? until : now + Shortest);
        var attempt = open?.Attempt ?? attempts.Select(a => a.Attempt).DefaultIfEmpty().Max() + 1;
        if (open is null)
        {
            payments.Request(number, attempt, method, new Money(order.Due, order.Currency), payBy);
            (order.PaymentMethod, order.PayBy) = (method, payBy);
        }
        book.Note(number, "payment_started", facts: new { attempt, method });
        then(checkout.PaymentOf(number, attempt, order.Due, order.Currency, method, payBy));
        return new OrderPayment(method, PaymentState.Pending, null);
    }

    private static Refusal PaidThere(Order order) => Refusal.Conflict("payment.at_channel",
        new("这单在下单的地方付款", "This order is paid where it was placed"),
        new($"{order.Plain} 来自{order.Channel}", $"{order.Plain} comes from {order.Channel}"),
        new("回到下单的店铺付款，付好后这里会自己更新", "Pay in the shop where you ordered; this page follows by itself"));

    private static Refusal NothingDue(Order order) => Refusal.Conflict("payment.nothing_due",
        new("这单没有要付的款", "Nothing is due on this order"),
        new($"{order.Plain} 现在是“{OrderStates.NameOf(order.Display).Zh}”", $"{order.Plain} is now “{OrderStates.NameOf(order.Display).En}”"),
        new("到订单页看最新状态", "See the order page for its state"));
}
