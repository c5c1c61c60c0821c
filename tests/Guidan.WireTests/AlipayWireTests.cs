using System.Diagnostics;
using Guidan.Payments;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public sealed class AlipayWireTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await world.Fault(new { });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static CancellationToken None => CancellationToken.None;

    private static RefundToSend Refund(PaymentToStart payment, long minor, string? number = null) =>
        new(payment.OutTradeNo, number ?? World.NewNumber("R"), minor, "CNY", "不想要了");

    [Fact]
    public void The_file_that_the_sandbox_writes_configures_everything()
    {
        world.Alipay.Missing.ShouldBeEmpty();
        world.Tracker.Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_goes_from_unknown_over_waiting_to_paid()
    {
        var payment = World.Payment(World.NewNumber());
        (await world.Alipay.Query(payment.OutTradeNo, None)).State.ShouldBe(TradeState.NotFound);
        await world.Arrive(payment);
        (await world.Alipay.Query(payment.OutTradeNo, None)).State.ShouldBe(TradeState.Waiting);
        await world.Pay(payment);
        var answer = await world.Alipay.Query(payment.OutTradeNo, None);
        answer.State.ShouldBe(TradeState.Paid);
        answer.AmountMinor.ShouldBe(8888);
        answer.Currency.ShouldBe("CNY");
        answer.PaidAt.ShouldNotBeNull();
        answer.TransactionId!.Length.ShouldBe(28);
        answer.RefundedMinor.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_address_that_was_changed_is_refused()
    {
        var start = await world.Alipay.Start(World.Payment(World.NewNumber()), None);
        var changed = start.Action!.Url.Replace("88.88", "0.01", StringComparison.Ordinal);
        changed.ShouldNotBe(start.Action.Url);
        (await world.Browser.GetStringAsync(changed)).ShouldContain("isv.invalid-signature");
    }

    [Theory]
    [InlineData("USD", 100, "currency.unsupported")]
    [InlineData("CNY", 0, "amount.out_of_range")]
    [InlineData("CNY", -1, "amount.out_of_range")]
    public async Task What_alipay_cannot_take_is_not_started(string currency, long minor, string reason)
    {
        var payment = World.Payment(World.NewNumber()) with { Currency = currency, AmountMinor = minor };
        (await world.Alipay.Start(payment, None)).ShouldBe(new StartAnswer(null, reason));
    }

    [Fact]
    public async Task An_unpaid_payment_closes_and_a_paid_one_answers_that_it_is_paid()
    {
        var unpaid = World.Payment(World.NewNumber());
        (await world.Alipay.Close(unpaid.OutTradeNo, None)).State.ShouldBe(TradeState.NotFound);
        await world.Arrive(unpaid);
        (await world.Alipay.Close(unpaid.OutTradeNo, None)).State.ShouldBe(TradeState.Closed);
        var again = await world.Alipay.Close(unpaid.OutTradeNo, None);
        again.State.ShouldBe(TradeState.Closed);
        again.PaidAt.ShouldBeNull();

        var paid = World.Payment(World.NewNumber());
        await world.Pay(paid);
        var late = await world.Alipay.Close(paid.OutTradeNo, None);
        late.State.ShouldBe(TradeState.Paid);
        late.AmountMinor.ShouldBe(8888);
    }

    [Fact]
    public async Task The_same_refund_number_moves_money_once()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        var refund = Refund(payment, 3000);
        (await world.Alipay.QueryRefund(refund, None)).State.ShouldBe(RefundState.NotFound);
        (await world.Alipay.Refund(refund, None)).State.ShouldBe(RefundState.Succeeded);
        (await world.Alipay.Refund(refund, None)).State.ShouldBe(RefundState.Processing);
        (await world.Alipay.QueryRefund(refund, None)).State.ShouldBe(RefundState.Succeeded);
        (await world.Journal()).Count(line => line.GetProperty("kind").GetString() == "trade.refunded" &&
            line.GetProperty("outTradeNo").GetString() == payment.OutTradeNo).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_refund_number_with_another_amount_is_no_failure_and_no_success()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        var refund = Refund(payment, 3000);
        await world.Alipay.Refund(refund, None);
        var other = await world.Alipay.Refund(refund with { AmountMinor = 2000 }, None);
        other.State.ShouldBe(RefundState.Unknown);
        other.Reason.ShouldBe("ACQ.DISCORDANT_REPEAT_REQUEST");
        (await world.Alipay.QueryRefund(refund with { AmountMinor = 2000 }, None)).State.ShouldBe(RefundState.Unknown);
    }

    [Fact]
    public async Task Refunds_stop_at_what_was_paid_and_the_last_one_closes_the_trade()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        (await world.Alipay.Refund(Refund(payment, 8000), None)).State.ShouldBe(RefundState.Succeeded);
        (await world.Alipay.Refund(Refund(payment, 889), None)).State.ShouldBe(RefundState.Failed);
        (await world.Alipay.Refund(Refund(payment, 888), None)).State.ShouldBe(RefundState.Succeeded);
        var answer = await world.Alipay.Query(payment.OutTradeNo, None);
        answer.State.ShouldBe(TradeState.Closed);
        answer.PaidAt.ShouldNotBeNull();
        answer.RefundedMinor.ShouldBe(8888);
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_unknown_and_found_by_asking()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        await world.Fault(new { answer = "lost", answerMethod = "alipay.trade.refund", answerTimes = 1 });
        var refund = Refund(payment, 100);
        (await world.Alipay.Refund(refund, None)).State.ShouldBe(RefundState.Unknown);
        (await world.Alipay.QueryRefund(refund, None)).State.ShouldBe(RefundState.Succeeded);
        (await world.Alipay.Refund(refund, None)).State.ShouldBe(RefundState.Processing);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("unavailable")]
    [InlineData("busy")]
    [InlineData("unsigned")]
    [InlineData("twice")]
    [InlineData("garbage")]
    [InlineData("error")]
    public async Task A_spoiled_answer_is_unknown_never_a_failure(string fault)
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        await world.Fault(new { answer = fault });
        var refund = Refund(payment, 100);
        (await world.Alipay.Query(payment.OutTradeNo, None)).State.ShouldBe(TradeState.Unknown);
        (await world.Alipay.Close(payment.OutTradeNo, None)).State.ShouldBe(TradeState.Unknown);
        (await world.Alipay.Refund(refund, None)).State.ShouldBe(RefundState.Unknown);
        (await world.Alipay.QueryRefund(refund, None)).State.ShouldBe(RefundState.Unknown);
    }

    [Fact]
    public async Task A_provider_that_is_down_or_slow_answers_unknown_within_the_limit()
    {
        await world.Fault(new { down = true });
        (await world.Alipay.Query("X", None)).State.ShouldBe(TradeState.Unknown);
        await world.Fault(new { answer = "slow", delaySeconds = 20 });
        var watch = Stopwatch.StartNew();
        var slow = await world.Alipay.Query("X", None);
        slow.State.ShouldBe(TradeState.Unknown);
        slow.Reason.ShouldBe("wire.timeout");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_restart_of_the_sandbox_forgets_nothing()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        var refund = Refund(payment, 100);
        await world.Alipay.Refund(refund, None);
        var before = await world.Alipay.Query(payment.OutTradeNo, None);
        await world.StopSandbox();
        await world.StartSandbox();
        (await world.Alipay.Query(payment.OutTradeNo, None)).TransactionId.ShouldBe(before.TransactionId);
        (await world.Alipay.QueryRefund(refund, None)).State.ShouldBe(RefundState.Succeeded);
        (await world.Alipay.Refund(refund, None)).State.ShouldBe(RefundState.Processing);
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_short_does_not_keep_the_sandbox_from_starting()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Pay(payment);
        await world.StopSandbox();
        await File.AppendAllTextAsync(Path.Combine(world.Folder, "journal.ndjson"), "{\"seq\":99,\"kind\":\"tra");
        await world.StartSandbox();
        (await world.Alipay.Query(payment.OutTradeNo, None)).State.ShouldBe(TradeState.Paid);
        await world.Pay(World.Payment(World.NewNumber()));
        var lines = await world.Journal();
        lines.Select(line => line.GetProperty("seq").GetInt32()).ShouldBe(Enumerable.Range(1, lines.Count));
    }

    [Fact]
    public async Task Many_at_once_each_get_their_own_answer()
    {
        var payments = Enumerable.Range(0, 50).Select(i => World.Payment(World.NewNumber(), 100 + i)).ToArray();
        await Task.WhenAll(payments.Select(payment => world.Pay(payment)));
        var answers = await Task.WhenAll(payments.Select(payment => world.Alipay.Query(payment.OutTradeNo, None)));
        answers.Select(answer => answer.AmountMinor).ShouldBe(payments.Select(payment => (long?)payment.AmountMinor));
        answers.Select(answer => answer.TransactionId).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public async Task An_amount_under_a_known_number_does_not_change()
    {
        var payment = World.Payment(World.NewNumber());
        await world.Arrive(payment);
        (await world.Arrive(payment with { AmountMinor = 1 })).ShouldContain("refused");
        (await world.Alipay.Query(payment.OutTradeNo, None)).AmountMinor.ShouldBe(8888);
    }
}
