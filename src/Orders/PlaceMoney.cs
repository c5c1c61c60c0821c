using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Money that waits without an order, as its case and its facts describe it.</summary>
internal sealed record LooseMoney(Case Case, string Provider, string Key, string OutTradeNo, long Amount, string Currency, long Number);

/// <summary>Finds money without an order, and takes it once for whoever gives it a place. In the caller's transaction.</summary>
internal sealed class LooseMoneys(ShopDb db, Cases cases, Claims claims)
{
    private static readonly Statement Fact = new(
        """
        select out_trade_no, amount, currency, state from payments_fact where order_number in (0, $1) and provider = $2
        and coalesce(transaction_id, out_trade_no) = $3 and verdict = 'Hold' and amount > 0 order by at limit 1
        """);

    /// <summary>The money of an open case, claimed: it is placed once, whatever else happens.</summary>
    public async Task<Result<LooseMoney>> Take(Guid caseId, string becomes)
    {
        if (cases.Find(caseId) is not { Kind: TakePaymentFact.CaseKind } found) return Refusal.NotFound("money.unknown", new("这笔款", "This money"));
        if (found.State != CaseState.Open) return Placed;
        var (provider, key) = Split(found.Subject);
        var facts = await db.Query(Fact, r => (OutTradeNo: r.Text(0), Amount: r.Long(1), Currency: r.TextOrNull(2) ?? "CNY"), found.Order ?? 0, provider, key);
        // Only money that is in the books can be placed; a notice that names another merchant brought none.
        if (facts.Count == 0 || await claims.BecameOf("payment:" + provider, key) != TakePaymentFact.NoOrder) return NotHere;
        if (!await claims.TryTake("loose_money", found.Subject, becomes)) return Placed;
        return new LooseMoney(found, provider, key, facts[0].OutTradeNo, facts[0].Amount, facts[0].Currency, found.Order ?? 0);
    }

    private static (string Provider, string Key) Split(string subject)
    {
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        return (subject[..colon], subject[(colon + 1)..]);
    }

    private static readonly Refusal Placed = Refusal.Conflict("money.placed",
        new("这笔款已经处理过", "This money has its place already"),
        new("别人先归到订单或退回了", "Somebody else attached or returned it first"),
        new("刷新列表看结果", "Reload the list to see how"));

    private static readonly Refusal NotHere = Refusal.Conflict("money.not_ours",
        new("这笔款没有记在本店账上", "This money is not in the shop's books"),
        new("通知写的是别的商户，或没写金额", "The notice names another merchant, or no amount"),
        new("到支付方后台核对，处理后关闭这个事项", "Compare with the provider's back office, then close the case"));
}

/// <summary>Gives money without an order to the unpaid order that it was meant for.</summary>
[Operation("payments.attach", "把款归到订单", "Attach money to an order", Permission = "orders.refund")]
internal sealed class AttachMoney(ShopDb db, OrderBook book, PaymentRequests payments, LooseMoneys loose, Settlement settlement,
    Returning returning, OrderPolicies policies, Cases cases, Caller caller, TimeProvider clock)
{
    public sealed record Command(string Order);

    public async Task<Result<OrderMoved>> Handle(Guid caseId, Command command)
    {
        if (!OrderNumbers.TryParse(command.Order, out var number))
            return Refusal.Invalid("order", new("订单号有18位数字", "An order number has 18 digits"));
        var policy = await policies.Current();
        return await db.InTransaction<OrderMoved>(this, async () =>
        {
            var taken = await loose.Take(caseId, OrderNumbers.Plain(number));
            if (!taken.IsOk) return taken.Refusal!;
            var opened = await book.Open(number);
            if (!opened.IsOk) return opened.Refusal!;
            var (money, order) = (taken.Value, opened.Value);
            if (order.State != OrderState.Placed || order.Due == 0) return NothingDue(order);
            if (money.Currency != order.Currency || money.Amount < order.Due) return TooLittle(order, money);
            await Attach(money, order, policy);
            return new OrderMoved(order.Plain, order.Display);
        });
    }

    // The provider's number stays the one that the payer used: a refund must name it.
    private async Task Attach(LooseMoney money, Order order, OrderPolicy policy)
    {
        var (now, due) = (clock.GetUtcNow(), order.Due);
        var request = new PaymentRequest
        {
            OrderNumber = order.Number, Attempt = (await payments.Of(order.Number)).Select(r => r.Attempt).DefaultIfEmpty().Max() + 1,
            Provider = money.Provider, Amount = due, Currency = order.Currency, State = PaymentRequestState.Paid, CreatedAt = now,
            ExpiresAt = now, TransactionId = money.Key, PaidAmount = money.Amount, PaidAt = now, TheirNumber = money.OutTradeNo,
        };
        payments.Keep(new PaymentFact
        {
            OrderNumber = order.Number, Id = Guid.CreateVersion7(now), Provider = money.Provider, OutTradeNo = money.OutTradeNo,
            TransactionId = money.Key, Source = FactSource.Person, State = TradeState.Paid, Amount = money.Amount, Currency = money.Currency,
            At = now, Verdict = TakePaymentFact.Attached,
        });
        await settlement.Pay(order, request, policy, FactSource.Person);
        payments.Write(request);
        if (money.Amount > due) returning.OfNobody(order.Number, request, money.Amount - due, "多付的退回");
        book.Note(order.Number, "money_attached", facts: new { amount = money.Amount, currency = money.Currency, transaction = money.Key });
        await cases.Close(money.Case.Kind, money.Case.Subject, $"attached to {order.Plain}", caller.Actor);
    }

    private static Refusal NothingDue(Order order) => Refusal.Conflict("payment.nothing_due",
        new("这单没有要付的款", "Nothing is due on this order"),
        new($"{order.Plain} 现在是“{OrderStates.NameOf(order.Display).Zh}”", $"{order.Plain} is now “{OrderStates.NameOf(order.Display).En}”"),
        new("换一个待付款的订单，或把这笔款退回", "Choose an order that waits for payment, or return the money"));

    private static Refusal TooLittle(Order order, LooseMoney money) => Refusal.Conflict("money.too_little",
        new("这笔款不够付这单", "This money does not cover the order"),
        new($"要付{new Money(order.Due, order.Currency).Show()}，到了{new Money(money.Amount, money.Currency).Show()}",
            $"{new Money(order.Due, order.Currency).Show()} is due, {new Money(money.Amount, money.Currency).Show()} arrived"),
        new("把这笔款退回，请客户按订单金额付款", "Return it and ask the customer to pay what is due"));
}

/// <summary>Sends money without an order back to whoever paid it.</summary>
[Operation("payments.return", "退回无主款项", "Return money without an order", Permission = "orders.refund")]
internal sealed class ReturnMoney(ShopDb db, LooseMoneys loose, Returning returning, Cases cases, Caller caller)
{
    public sealed record Command(string? Reason = null);

    public async Task<Result<MoneyReturned>> Handle(Guid caseId, Command command)
    {
        if (command.Reason is { Length: > CancelOrder.ReasonMost })
            return Refusal.Invalid("reason", new($"原因最多{CancelOrder.ReasonMost}个字", $"The reason has at most {CancelOrder.ReasonMost} characters"));
        if (Fields.Remark("reason", command.Reason) is { } unseen) return unseen;
        return await db.InTransaction<MoneyReturned>(this, async () =>
        {
            var taken = await loose.Take(caseId, "returned");
            if (!taken.IsOk) return taken.Refusal!;
            var money = taken.Value;
            var reason = string.IsNullOrWhiteSpace(command.Reason) ? "款项不属于任何订单，退回" : command.Reason.Trim();
            var refund = returning.Loose(money, reason);
            db.Record("payment:" + money.OutTradeNo, "no order", "returned", reason);
            await cases.Close(money.Case.Kind, money.Case.Subject, $"returned by refund {refund.RefundNo}", caller.Actor);
            return new MoneyReturned(refund.Id, refund.Step, new Money(money.Amount, money.Currency));
        });
    }
}

/// <summary>Money on its way back to whoever paid it.</summary>
public sealed record MoneyReturned(Guid Id, RefundStep State, Money Amount);
