using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>What a provider said about one attempt, however the shop learned of it.</summary>
internal sealed record Fact(string Provider, string OutTradeNo, string? TransactionId, FactSource Source, TradeState State,
    long? Amount, string? Currency, DateTimeOffset? PaidAt, bool AddressedToUs = true);

/// <summary>Records a fact about money and does what the decision table says: the order lives, or the money goes back.</summary>
[Operation("payments.record", "登记收款事实", "Record a payment fact")]
internal sealed class TakePaymentFact(
    ShopDb db, OrderBook book, PaymentRequests payments, Providers providers, Claims claims, Settlement settlement, Journal journal, Returning returning,
    OrderPolicies policies, Cases cases, InboxReceipt receipt, TimeProvider clock)
{
    /// <summary>The case of money that waits for a place; its subject is provider and transaction.</summary>
    public const string CaseKind = "payment";

    /// <summary>What the claim on a transaction became that belongs to no order.</summary>
    public const string NoOrder = "orphan";

    /// <summary>The verdict of a fact that a person made of money without an order.</summary>
    public const string Attached = "Attach";

    /// <summary>The verdict, for the caller's log and for the inbox.</summary>
    public async Task<Result<string>> Handle(Fact fact)
    {
        if (fact.State is TradeState.Unknown or TradeState.NotFound or TradeState.Waiting) return nameof(MoneyVerdict.Nothing);
        var policy = await policies.Current();
        return await db.InTransaction<string>(this, async () =>
        {
            var verdict = await Within(fact, policy);
            if (verdict.IsOk) receipt.Give(verdict.Value);
            return verdict;
        });
    }

    /// <summary>The same in the caller's transaction.</summary>
    public async Task<Result<string>> Within(Fact fact, OrderPolicy policy)
    {
        if (!PaymentRequest.TryReadOutTradeNo(fact.OutTradeNo, out var number, out var attempt)) return await Orphan(fact);
        var opened = await book.Open(number);
        if (!opened.IsOk) return await Orphan(fact);
        var request = (await payments.Of(number)).Find(r => r.Attempt == attempt && r.Provider == fact.Provider);
        if (request is null || !fact.AddressedToUs) return await Orphan(fact, number);
        return await Decide(fact, opened.Value, request, policy);
    }

    /// <summary>The same for an order and an attempt that the caller has opened already.</summary>
    public async Task<Result<string>> Decide(Fact fact, Order order, PaymentRequest request, OrderPolicy policy)
    {
        var paidFact = fact.State is TradeState.Paid or TradeState.Finished;
        var known = paidFact && await claims.BecameOf("payment:" + fact.Provider, fact.TransactionId ?? fact.OutTradeNo) is not null;
        var row = MoneyTable.Decide(new(order.State, order.Paid >= order.Total && order.Total > 0, request.State, fact.State,
            MoneyTable.Compare(request.Amount, request.Currency, fact.Amount, fact.Currency), known));
        if (row.Verdict is MoneyVerdict.Nothing or MoneyVerdict.Repeat || row.Verdict == MoneyVerdict.CloseAttempt && request.State != PaymentRequestState.Created)
        {
            // A repeat is a recorded fact, not a change: nothing but the fact is written, and nobody is asked again.
            if (row.Verdict != MoneyVerdict.Nothing) request.NextQueryAt = null;
            Keep(fact, order.Number, row.Verdict);
            db.Record("order:" + order.Plain, null, $"payment fact: {row.Verdict}");
            return row.Verdict.ToString();
        }
        Keep(fact, order.Number, row.Verdict);
        await Apply(fact, order, request, row, policy);
        return row.Verdict.ToString();
    }

    private async Task Apply(Fact fact, Order order, PaymentRequest request, MoneyRow row, OrderPolicy policy)
    {
        switch (row.Verdict)
        {
            case MoneyVerdict.CloseAttempt:
                (request.State, request.NextQueryAt) = (PaymentRequestState.Closed, null);
                book.Note(order.Number, "payment_closed", facts: new { attempt = request.Attempt });
                return;
            case MoneyVerdict.Hold:
                if (fact.Amount is > 0) await BookLoose(fact);
                db.Record("order:" + order.Plain, null, "payment fact: Hold", row.Why.Zh);
                await OpenCase(fact, order.Number, row.Why);
                return;
        }
        await Receive(fact, order, request);
        if (row.Verdict is MoneyVerdict.Accept or MoneyVerdict.AcceptAndReturnExcess) await settlement.Pay(order, request, policy, fact.Source);
        var excess = row.Verdict == MoneyVerdict.ReturnAll ? fact.Amount!.Value : fact.Amount!.Value - request.Amount;
        if (excess > 0) GiveBack(fact, order, request, excess, row);
    }

    // The last line of defence against booking one transaction twice is the claim, not the order's state.
    private async Task Receive(Fact fact, Order order, PaymentRequest request)
    {
        var taken = await claims.TryTake("payment:" + fact.Provider, fact.TransactionId ?? fact.OutTradeNo, fact.OutTradeNo);
        Invariant.That(taken, "a known transaction is a repeat");
        request.State = PaymentRequestState.Paid;
        request.TransactionId = fact.TransactionId;
        request.PaidAmount += fact.Amount!.Value;
        request.PaidAt = fact.PaidAt ?? clock.GetUtcNow();
        request.NextQueryAt = null;
        journal.Post(order.Number, "payment", fact.TransactionId ?? fact.OutTradeNo, request.Currency,
            Journal.Debit(Accounts.Clearing(fact.Provider), fact.Amount.Value),
            Journal.Credit(Accounts.Unassigned, fact.Amount.Value));
    }

    private void GiveBack(Fact fact, Order order, PaymentRequest request, long amount, MoneyRow row)
    {
        returning.OfNobody(order.Number, request, amount, row.Why.Zh);
        book.Note(order.Number, "money_returned", facts: new { amount, currency = request.Currency, provider = fact.Provider }, reason: row.Why.Zh);
    }

    // Money that names no order of ours is kept in the books and before a person's eyes; it is never dropped.
    private async Task<Result<string>> Orphan(Fact fact, long number = 0)
    {
        Keep(fact, number, MoneyVerdict.Hold);
        db.Record("payment:" + fact.OutTradeNo, null, "no order of ours");
        var paid = fact.State is TradeState.Paid or TradeState.Finished && fact.Amount is > 0 && fact.AddressedToUs;
        if (paid) await BookLoose(fact);
        if (paid || !fact.AddressedToUs) await OpenCase(fact, number, fact.AddressedToUs
                ? new("收到一笔款，订单号不是我们的", "Money arrived under a number that is not ours")
                : new("这笔款写的是别的商户", "The notice names another merchant"));
        return nameof(MoneyVerdict.Hold);
    }

    private async Task BookLoose(Fact fact)
    {
        if (!await claims.TryTake("payment:" + fact.Provider, fact.TransactionId ?? fact.OutTradeNo, NoOrder)) return;
        journal.Post(0, "payment", fact.TransactionId ?? fact.OutTradeNo, fact.Currency ?? "CNY",
            Journal.Debit(Accounts.Clearing(fact.Provider), fact.Amount!.Value), Journal.Credit(Accounts.Unassigned, fact.Amount.Value));
    }

    private Task OpenCase(Fact fact, long number, Text why) => cases.Open(
        CaseKind, $"{fact.Provider}:{fact.TransactionId ?? fact.OutTradeNo}", why,
        new($"到{providers.TitleOf(fact.Provider).Zh}后台按{fact.OutTradeNo}查这笔款，归到订单或退回",
            $"Look up {fact.OutTradeNo} at {providers.TitleOf(fact.Provider).En}, then attach it to an order or refund it"),
        number == 0 ? null : number, fact.Amount is { } amount ? new Money(amount, fact.Currency ?? "CNY") : null);

    private void Keep(Fact fact, long number, MoneyVerdict verdict) => payments.Keep(new PaymentFact
    {
        OrderNumber = number, Id = Guid.CreateVersion7(clock.GetUtcNow()), Provider = fact.Provider, OutTradeNo = fact.OutTradeNo,
        TransactionId = fact.TransactionId, Source = fact.Source, State = fact.State, Amount = fact.Amount, Currency = fact.Currency,
        At = clock.GetUtcNow(), Verdict = verdict.ToString(),
    });
}
