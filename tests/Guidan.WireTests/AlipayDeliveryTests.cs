using System.Net.Http.Json;
using System.Text;
using Guidan.Payments;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public sealed class AlipayDeliveryTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private Ear ear = null!;

    public async ValueTask InitializeAsync()
    {
        ear = await Ear.Open();
        await world.Fault(new { });
    }

    public async ValueTask DisposeAsync()
    {
        await world.Fault(new { });
        await ear.DisposeAsync();
    }

    private PaymentToStart Payment() => World.Payment(World.NewNumber(), notify: ear.Address);

    private NoticeReading[] Readings() => ear.Heard.Select(body => world.Alipay.ReadNotice(Ear.Raw(body))).ToArray();

    [Fact]
    public async Task Paying_brings_one_genuine_notice()
    {
        var payment = Payment();
        await world.Pay(payment);
        await World.Eventually(() => Task.FromResult(!ear.Heard.IsEmpty));
        await Task.Delay(300);
        var reading = Readings().ShouldHaveSingleItem();
        reading.Verdict.ShouldBe(NoticeVerdict.Genuine, reading.Reason);
        reading.Notice!.OutTradeNo.ShouldBe(payment.OutTradeNo);
        reading.Notice.State.ShouldBe(TradeState.Paid);
        reading.Notice.AmountMinor.ShouldBe(8888);
        reading.Notice.AddressedToUs.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notice_that_was_not_thanked_for_comes_again_with_the_same_key()
    {
        var left = 2;
        ear.Answer = _ => Interlocked.Decrement(ref left) >= 0 ? "fail" : "success";
        await world.Pay(Payment());
        await World.Eventually(() => Task.FromResult(ear.Heard.Count == 3));
        await Task.Delay(1000);
        ear.Heard.Count.ShouldBe(3);
        Readings().Select(reading => reading.Notice!.EventKey).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_notice_never_comes_and_twice_comes_twice()
    {
        await world.Pay(Payment(), "lost");
        var twice = Payment();
        await world.Pay(twice, "twice");
        await World.Eventually(() => Task.FromResult(ear.Heard.Count >= 2));
        await Task.Delay(500);
        Readings().Select(reading => reading.Notice!.OutTradeNo).ShouldBe([twice.OutTradeNo, twice.OutTradeNo]);
    }

    [Fact]
    public async Task Refunds_are_told_with_the_total_and_the_last_closes()
    {
        var payment = Payment();
        await world.Pay(payment);
        await world.Alipay.Refund(new(payment.OutTradeNo, "R1", 888, "CNY", "a"), CancellationToken.None);
        await World.Eventually(() => Task.FromResult(ear.Heard.Count >= 2));
        await world.Alipay.Refund(new(payment.OutTradeNo, "R2", 8000, "CNY", "b"), CancellationToken.None);
        await World.Eventually(() => Task.FromResult(ear.Heard.Count >= 3));
        var notices = Readings().Select(reading => reading.Notice!).ToArray();
        notices.Where(n => n.Refund?.RefundNo == "R1").ShouldAllBe(n => n.State == TradeState.Paid);
        notices.Single(n => n.Refund?.RefundNo == "R1").Refund!.RefundedMinor.ShouldBe(888);
        var last = notices.Single(n => n.Refund?.RefundNo == "R2");
        last.State.ShouldBe(TradeState.Closed);
        last.Refund!.RefundedMinor.ShouldBe(8888);
        last.PaidAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Faults_forge_duplicate_and_misstate()
    {
        await world.Fault(new { forge = true, duplicate = 2, misstateAmount = 1 });
        await world.Pay(Payment());
        await World.Eventually(() => Task.FromResult(Readings().Count(r => r.Verdict == NoticeVerdict.Genuine) >= 3));
        var readings = Readings();
        readings.Where(r => r.Verdict == NoticeVerdict.Forged).ShouldNotBeEmpty();
        readings.Where(r => r.Verdict == NoticeVerdict.Genuine).ShouldAllBe(r => r.Notice!.AmountMinor == 8889);
    }

    [Fact]
    public async Task Dropped_notices_come_by_schedule_once_the_wire_is_whole()
    {
        await world.Fault(new { drop = true });
        await world.Pay(Payment());
        await Task.Delay(500);
        ear.Heard.ShouldBeEmpty();
        await world.Fault(new { });
        await World.Eventually(() => Task.FromResult(!ear.Heard.IsEmpty));
    }

    [Fact]
    public async Task Reordered_notices_arrive_newest_first()
    {
        await world.Fault(new { reorder = true });
        var payments = Enumerable.Range(0, 4).Select(_ => Payment()).ToArray();
        foreach (var payment in payments) await world.Pay(payment);
        await World.Eventually(() => Task.FromResult(ear.Heard.Count == 4));
        var arrived = Readings().Select(r => r.Notice!.OutTradeNo).ToArray();
        arrived.ShouldNotBe(payments.Select(p => p.OutTradeNo));
    }

    [Fact]
    public async Task Time_closes_what_nobody_paid_and_finishes_what_was()
    {
        var unpaid = Payment();
        var paid = Payment();
        await world.Arrive(unpaid);
        await world.Pay(paid);
        await (await world.Browser.PostAsJsonAsync("/sandbox/clock", new { advanceSeconds = 91 * 86400 }))
            .Content.ReadAsStringAsync();
        await World.Eventually(() => Task.FromResult(ear.Heard.Count >= 3));
        await (await world.Browser.PostAsJsonAsync("/sandbox/clock", new { offsetSeconds = 0 }))
            .Content.ReadAsStringAsync();
        var notices = Readings().Select(r => r.Notice!).ToArray();
        var closed = notices.Single(n => n.OutTradeNo == unpaid.OutTradeNo);
        closed.State.ShouldBe(TradeState.Closed);
        closed.PaidAt.ShouldBeNull();
        notices.Where(n => n.OutTradeNo == paid.OutTradeNo).Select(n => n.State)
            .ShouldBe([TradeState.Paid, TradeState.Finished], ignoreOrder: true);
        var refund = new RefundToSend(paid.OutTradeNo, "R9", 1, "CNY", "late");
        (await world.Alipay.Refund(refund, CancellationToken.None)).Reason.ShouldBe("ACQ.TRADE_HAS_FINISHED");
    }

    [Fact]
    public async Task A_notice_in_waiting_survives_a_restart()
    {
        await world.Fault(new { delaySeconds = 2 });
        await world.Pay(Payment());
        await world.StopSandbox();
        ear.Heard.ShouldBeEmpty();
        await world.StartSandbox();
        await World.Eventually(() => Task.FromResult(!ear.Heard.IsEmpty));
    }

    [Fact]
    public async Task The_journal_tells_every_try_and_pages()
    {
        var payment = Payment();
        await world.Pay(payment);
        await World.Eventually(async () => (await world.Journal()).Any(line =>
            line.GetProperty("kind").GetString() == "notice.tried" &&
            line.GetProperty("key").GetString() == payment.OutTradeNo &&
            line.GetProperty("result").GetString() == "accepted" &&
            line.GetProperty("answer").GetString() == "success"));
        var all = await world.Journal();
        all.Select(line => line.GetProperty("seq").GetInt32()).ShouldBe(Enumerable.Range(1, all.Count));
        var answer = await world.Browser.GetAsync($"/sandbox/journal?after={all.Count - 1}&limit=1");
        Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).Split('\n').Length.ShouldBe(2);
        answer.Headers.GetValues("X-Next").Single().ShouldBe($"{all.Count}");
    }
}
