using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Tests.Orders;

/// <summary>The money table over its whole product space: every state of an order and an attempt, every fact, every amount.</summary>
public sealed class MoneyTableTests
{
    private static readonly List<MoneyCase> Space =
    [
        .. from order in Enum.GetValues<OrderState>()
        from paid in (bool[])[false, true]
        from attempt in Enum.GetValues<PaymentRequestState>()
        from fact in Enum.GetValues<TradeState>()
        from amount in Enum.GetValues<AmountMatch>()
        from known in (bool[])[false, true]
        select new MoneyCase(order, paid, attempt, fact, amount, known),
    ];

    [Fact]
    public void Every_combination_has_exactly_one_row()
    {
        Space.Count.ShouldBe(4 * 2 * 4 * 6 * 5 * 2);
        // The first row that applies decides; the last one applies to everything, so there is always one.
        foreach (var one in Space) MoneyTable.Rows.Count(r => ReferenceEquals(r, MoneyTable.Decide(one))).ShouldBe(1, one.ToString());
    }

    [Fact]
    public void Every_row_decides_something()
    {
        var used = Space.Select(MoneyTable.Decide).ToHashSet(ReferenceEqualityComparer.Instance);

        MoneyTable.Rows.Where(r => !used.Contains(r)).ShouldBeEmpty();
    }

    [Fact]
    public void Money_that_arrived_ends_in_the_order_on_its_way_back_or_before_a_person()
    {
        foreach (var one in Space.Where(c => c.Fact is TradeState.Paid or TradeState.Finished))
        {
            var verdict = MoneyTable.Decide(one).Verdict;
            if (one.Known) verdict.ShouldBe(MoneyVerdict.Repeat, one.ToString());
            else verdict.ShouldBeOneOf(MoneyVerdict.Accept, MoneyVerdict.AcceptAndReturnExcess, MoneyVerdict.ReturnAll, MoneyVerdict.Hold);
        }
    }

    [Fact]
    public void An_order_takes_money_only_when_it_lives_and_its_due_is_covered()
    {
        foreach (var one in Space.Where(c => MoneyTable.Decide(c).Verdict is MoneyVerdict.Accept or MoneyVerdict.AcceptAndReturnExcess))
        {
            one.Order.ShouldNotBe(OrderState.Canceled, one.ToString());
            one.OrderPaid.ShouldBeFalse(one.ToString());
            one.Amount.ShouldBeOneOf(AmountMatch.Equal, AmountMatch.More);
        }
    }

    [Fact]
    public void What_brought_no_money_books_none()
    {
        foreach (var one in Space.Where(c => c.Fact is not (TradeState.Paid or TradeState.Finished)))
            MoneyTable.Decide(one).Verdict.ShouldBeOneOf(MoneyVerdict.Nothing, MoneyVerdict.CloseAttempt, MoneyVerdict.Repeat);
    }

    [Fact]
    public void Too_much_goes_back_in_part_too_little_and_what_comes_too_late_goes_back_whole()
    {
        foreach (var one in Space.Where(c => c.Fact is TradeState.Paid or TradeState.Finished && !c.Known && c.Amount is not (AmountMatch.OtherCurrency or AmountMatch.Unsaid)))
            MoneyTable.Decide(one).Verdict.ShouldBe(
                one.Order == OrderState.Canceled || one.OrderPaid || one.Amount == AmountMatch.Less ? MoneyVerdict.ReturnAll
                : one.Amount == AmountMatch.More ? MoneyVerdict.AcceptAndReturnExcess : MoneyVerdict.Accept, one.ToString());
    }

    [Fact]
    public void The_documents_hold_every_row_with_its_verdict_and_its_reason_in_both_languages()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "states.md"));
        var start = Array.FindIndex(lines, l => l.StartsWith("| # | when", StringComparison.Ordinal)) + 2;
        var documented = lines.Skip(start).TakeWhile(l => l.StartsWith('|')).ToList();

        documented.Count.ShouldBe(MoneyTable.Rows.Count);
        for (var i = 0; i < documented.Count; i++)
        {
            var cells = documented[i].Split('|', StringSplitOptions.TrimEntries);
            (cells[1], cells[4]).ShouldBe(((i + 1).ToString(), $"`{MoneyTable.Rows[i].Verdict}`"));
            cells[5].ShouldBe($"{MoneyTable.Rows[i].Why.Zh} · {MoneyTable.Rows[i].Why.En}");
        }
    }
}
