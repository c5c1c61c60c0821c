using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Assurance;

/// <summary>The daily bill against the books, over the wire of the simulated Alipay. One order of time: a day, then its bill.</summary>
public abstract class BillTests(AlipayShopFixture shop)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);
    private readonly GapWatch watch = new(shop);

    [Fact, Cause("bill.absent", "bill.refund_unknown")]
    public async Task A_bill_agrees_finds_what_is_missing_and_what_differs_and_gives_unknown_money_its_place()
    {
        await ToMorning();
        var sku = await Sales.Stocked(shop, 50, 10_000);
        var (known, unheard, late) = (await Sales.Placed(shop, sku, 1), await Sales.Placed(shop, sku, 1), await Sales.Placed(shop, sku, 1));
        // One payment that the shop knows, one of which every notice and query was lost, one for an order that is gone.
        await PayAt(known);
        await Learn(known);
        (await shop.Admin.Post($"/api/admin/orders/{late["number"]}/cancel", new { })).ShouldBe(HttpStatusCode.OK);
        await PayAt(unheard);
        await PayAt(late);
        await shop.Alipay.Paid("NOBODY" + Guid.CreateVersion7().ToString("N")[^8..], 3_300, shop.Clock.GetUtcNow());
        await Forget(unheard);
        await Forget(late);
        var invented = await Sales.Placed(shop, sku, 1);
        await Sales.Pay(shop, invented);

        await shop.Alipay.Faults(new { bill = "late" });
        await NextDay(at: 11);
        await Fetch();
        var absent = await watch.Named("bill.absent");
        absent.Action.Link.ShouldBe($"/sheet?date={absent.Subject[^8..^4]}-{absent.Subject[^4..^2]}-{absent.Subject[^2..]}&part=bills");
        await shop.Alipay.Faults(new { billFee = 6 });
        await Forward(TimeSpan.FromHours(1));
        await Fetch();

        await watch.Gone(absent);
        (await Status(unheard)).ShouldBe("awaiting_shipment");
        (await Refunds(late)).ShouldBe([(10_000L, false)]);
        var orphan = (await Gaps("payment")).ShouldHaveSingleItem();
        (orphan.Amount, orphan.CauseCode, orphan.Action.Name).ShouldBe((Money.Cny(3_300), "payment", "place_money"));
        orphan.Remedy.ShouldStartWith("到支付宝后台按");
        var missing = (await Gaps("bill.payment_missing")).ShouldHaveSingleItem();
        (missing.Order, missing.Amount, missing.Repair.State).ShouldBe(((string)invented["number"]!, Money.Cny(10_000), RepairState.None));
        (await Gaps("bill.unconfirmed")).ShouldBeEmpty();
        await FeesAre(Fee(10_000) * 3 + Fee(3_300));
        await Again();
        await FeesAre(Fee(10_000) * 3 + Fee(3_300));
        (await Gaps("bill.payment_missing")).Count.ShouldBe(1);
        (await Equations()).ShouldAllBe(e => e.Broken == 0);

        await AttachAndReturn(sku, orphan);
        await RefundedAtTheProvider(known);
        await Spoiled();
    }

    [Fact, Cause("bill.payment_missing", "bill.amount", "bill.unconfirmed", "bill.unreadable")]
    public async Task What_a_bill_gets_wrong_is_named_and_closes_when_the_bill_is_right()
    {
        await shop.Alipay.Faults();
        await ToMorning();
        var sku = await Sales.Stocked(shop, 50, 10_000);
        foreach (var order in new[] { await Sales.Placed(shop, sku, 1), await Sales.Placed(shop, sku, 1) })
        {
            await PayAt(order);
            await Learn(order);
        }
        var day = BillDay.Number(DateOnly.FromDateTime(shop.Clock.GetUtcNow().ToOffset(Beijing).Date));
        await NextDay(at: 11);
        var found = new List<Gap>();
        foreach (var (fault, kind) in new[] { ("missing", Difference.PaymentMissing), ("amount", Difference.OtherAmount),
            ("extra", Difference.Unconfirmed), ("cut", Difference.Unreadable) })
        {
            await shop.Alipay.Faults(new { bill = fault });
            await Write("delete from assurance_bill where day = $1", day);
            await Fetch();

            found.Add(await watch.Named(kind, g => g.Kind == kind && g.Subject.StartsWith($"alipay:{day}", StringComparison.Ordinal)));
        }
        await shop.Alipay.Faults();
        await Write("delete from assurance_bill where day = $1", day);
        await Fetch();

        foreach (var kind in (string[])[.. Difference.Kinds, Difference.Unreadable, Difference.NoBill]) (await Of(kind, day)).ShouldBeEmpty(kind);
        foreach (var gap in found) await watch.Gone(gap);
    }

    [Fact, Cause("bill.refund_missing", "bill.refund_amount")]
    public async Task A_refund_that_a_bill_leaves_out_or_states_otherwise_is_named_and_agrees_with_the_true_bill()
    {
        await shop.Alipay.Faults();
        await ToMorning();
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10, 10_000), 1);
        var number = (string)order["number"]!;
        await PayAt(order);
        await Learn(order);
        (await shop.Admin.Post($"/api/admin/orders/{number}/refunds", new { amount = Money.Cny(1_000), reason = "磕碰" })).ShouldBe(HttpStatusCode.Created);
        await ShopFixture.Eventually(async () => (await Count($"payments_refund where order_number = {number} and step = 2")).ShouldBe(1));
        var refund = (await shop.Admin.Get($"/api/admin/orders/{number}")).Json!["refunds"]![0]!["id"]!.ToString();
        var (trade, now) = (await shop.Alipay.TransactionOf(number + "01"), await Now());
        Task Told(long? fen) => Bill(fen is { } back
            ? Lines((now, "交易", number + "01", trade, 10_000, null, 0), (now, "退款", number + "01", trade, -back, "R" + Guid.Parse(refund).ToString("N"), 0))
            : Lines((now, "交易", number + "01", trade, 10_000, null, 0)));

        await Told(null);
        var missing = await watch.Named("bill.refund_missing", g => g.Order == number);
        await Told(900);
        await watch.Gone(missing);
        var amount = await watch.Named("bill.refund_amount", g => g.Order == number);
        await Told(1_000);

        await watch.Gone(amount);
    }

    private async Task<List<Gap>> Of(string kind, int day) => (await Gaps(kind)).Where(g => g.Subject.StartsWith($"alipay:{day}", StringComparison.Ordinal)).ToList();

    // The clickable remedies of money without an order: each once, booked, and the books still add up.
    private async Task AttachAndReturn(string sku, Gap orphan)
    {
        var small = await Sales.Placed(shop, sku, 2);
        var before = await Count("payments_refund");
        (await shop.Admin.Post($"/api/admin/assurance/orphans/{orphan.Id}/attach", new { order = (string)small["number"]! })).ShouldRefuse(HttpStatusCode.Conflict, "money.too_little");
        using var warehouse = await shop.AdminClient("warehouse");
        (await warehouse.Post($"/api/admin/assurance/orphans/{orphan.Id}/refund", new { })).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
        (await Count("payments_refund")).ShouldBe(before);

        (await shop.Admin.Post($"/api/admin/assurance/orphans/{orphan.Id}/refund", new { reason = "付错店了" })).ShouldBe(HttpStatusCode.Created);
        (await shop.Admin.Post($"/api/admin/assurance/orphans/{orphan.Id}/refund", new { })).ShouldRefuse(HttpStatusCode.Conflict, "money.placed");
        await ShopFixture.Eventually(async () => (await Count("payments_refund where order_number = 0 and step = 2")).ShouldBe(1));

        var plain = "FOREIGN" + Guid.CreateVersion7().ToString("N")[^10..];
        await Take(new("alipay", plain, "TX" + plain, FactSource.Query, TradeState.Paid, 30_000, "CNY", shop.Clock.GetUtcNow()));
        var found = (await Gaps("payment")).ShouldHaveSingleItem();
        (await shop.Admin.Post($"/api/admin/assurance/orphans/{found.Id}/attach", new { order = (string)small["number"]! })).ShouldBe(HttpStatusCode.OK);
        (await Status(small)).ShouldBe("awaiting_shipment");
        // What was not due goes back under the number that the payer used.
        (await Refunds(small)).ShouldBe([(30_000L - (long)small["total"]!["amount"]!, false)]);
        (await Equations()).ShouldAllBe(e => e.Broken == 0);
        (await Gaps("payment")).ShouldBeEmpty();
    }

    // Somebody refunds in Alipay's own back office: the bill tells, a person records it with one click.
    private async Task RefundedAtTheProvider(JsonNode known)
    {
        var number = (string)known["number"]!;
        await Bill(Lines((await Now(), "退款", number + "01", await shop.Alipay.TransactionOf(number + "01"), -40_00, "HB" + number, 0)));
        var gap = await watch.Named("bill.refund_unknown");
        (gap.Order, gap.Amount, gap.Action.Name).ShouldBe((number, Money.Cny(4_000), "record_refund"));

        (await shop.Admin.Post($"/api/admin/assurance/bills/refunds/{gap.Id}/record", new { })).ShouldBe(HttpStatusCode.OK);
        (await shop.Admin.Post($"/api/admin/assurance/bills/refunds/{gap.Id}/record", new { })).ShouldRefuse(HttpStatusCode.Conflict, "refund.recorded");
        await watch.Gone(gap);

        (await Refunds(known)).ShouldBe([(4_000L, true)]);
        (await Bill(Lines((await Now(), "退款", number + "01", await shop.Alipay.TransactionOf(number + "01"), -40_00, "HB" + number, 0)))).Matched.ShouldBe(1);
        var chain = (await shop.Admin.Get($"/api/admin/orders/{number}/chain")).ShouldBe(HttpStatusCode.OK).As<IReadOnlyList<ChainLink>>();
        chain.Select(l => (l.Link, l.State)).ShouldBe([("channel", LinkState.NotNeeded), ("order", LinkState.Proved), ("payment", LinkState.Proved),
            ("reservation", LinkState.Proved), ("shipment", LinkState.Open), ("carrier", LinkState.NotNeeded), ("refund", LinkState.Proved)]);
        chain.Single(l => l.Link == "payment").Evidence.Select(e => e.Source).ShouldContain("bill");
        (await Equations()).ShouldAllBe(e => e.Broken == 0);
    }

    private async Task Spoiled()
    {
        var today = await Now();
        (await Send("not a bill"u8.ToArray())).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "bill.unreadable");
        (await Send(Encoding.UTF8.GetBytes(Lines((today, "交易", "X1", "T-X1", 100, null, 0)).Replace("业务明细列表结束", "")))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "bill.unreadable");
        (await Send(Encoding.UTF8.GetBytes(Lines((today.AddDays(-3), "交易", "X1", "T-X1", 100, null, 0))))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "bill.other_day");
        (await shop.Admin.Post("/api/admin/assurance/bills?provider=cash&date=2026-06-05", "x", "")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        // The provider's own answer denies the money: nothing is booked, a person looks.
        var facts = await Count("payments_fact");
        (await Bill(Lines((today, "交易", "X1", "T-X1", 100, null, 0)))).Differences.ShouldBeGreaterThan(0);
        (await Gaps("bill.unconfirmed")).ShouldHaveSingleItem().Subject.ShouldEndWith(":T-X1");
        (await Count("payments_fact")).ShouldBe(facts);
    }

    private async Task<BillMatch> Bill(string text) => (await Send(Encoding.UTF8.GetBytes(text))).ShouldBe(HttpStatusCode.OK).As<BillMatch>();

    private async Task<Answered> Send(byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("application/octet-stream");
        var date = (await Now()).ToOffset(Beijing).ToString("yyyy-MM-dd");
        using var answer = await shop.Admin.PostAsync($"/api/admin/assurance/bills?provider=alipay&date={date}", content);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    private static string Lines(params (DateTimeOffset At, string Kind, string OutTradeNo, string Trade, long Fen, string? RefundNo, long Fee)[] rows)
    {
        static string Yuan(long fen) => (fen / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        var text = new StringBuilder("#支付宝业务明细查询\r\n支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）\r\n");
        foreach (var r in rows)
            text.Append($"{r.Trade}\t,{r.OutTradeNo}\t,{r.Kind},{r.At.ToOffset(Beijing):yyyy-MM-dd HH:mm:ss},{Yuan(r.Fen)},{r.RefundNo}\t,{Yuan(r.Fee)}\r\n");
        return text.Append("#--业务明细列表结束--\r\n").ToString();
    }

    private static long Fee(long amount) => (long)Math.Round(amount * 6 / 1000m, MidpointRounding.AwayFromZero);

    private async Task PayAt(JsonNode order) =>
        await shop.Alipay.Paid((string)order["number"]! + "01", (long)order["total"]!["amount"]!, shop.Clock.GetUtcNow());

    private async Task Learn(JsonNode order)
    {
        var out1 = (string)order["number"]! + "01";
        await Take(new("alipay", out1, await shop.Alipay.TransactionOf(out1), FactSource.Notice, TradeState.Paid, (long)order["total"]!["amount"]!, "CNY", shop.Clock.GetUtcNow()));
    }

    // The shop must not learn of it by asking: only the bill is left.
    private Task Forget(JsonNode order) => Write("update payments_request set next_query_at = null where order_number = $1; ", long.Parse((string)order["number"]!));

    private async Task Take(Fact fact) => (await shop.With<TakePaymentFact, Result<string>>(t => t.Handle(fact))).IsOk.ShouldBeTrue();

    private async Task FeesAre(long fen)
    {
        var balance = (await shop.Admin.Get("/api/admin/ledger/trial-balance")).ShouldBe(HttpStatusCode.OK).Json!["accounts"]!.AsArray();
        ((long?)balance.FirstOrDefault(a => (string)a!["code"]! == "6603")?["balance"]!["amount"] ?? 0).ShouldBe(fen);
    }

    private async Task<string> Status(JsonNode order) =>
        (string)(await shop.Admin.Get($"/api/admin/orders/{order["number"]}")).ShouldBe(HttpStatusCode.OK).Json!["status"]!;

    private async Task<List<(long, bool)>> Refunds(JsonNode order)
    {
        await using var scope = shop.Scope();
        return await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(new Statement(
            "select amount, of_sale from payments_refund where order_number = $1"), r => (r.Long(0), r.Flag(1)), long.Parse((string)order["number"]!));
    }

    private async Task<List<Gap>> Gaps(string kind) => (await shop.Admin.Get("/api/admin/assurance/gaps?limit=200"))
        .ShouldBe(HttpStatusCode.OK).As<Page<Gap>>().Items.Where(g => g.Kind == kind).ToList();

    private async Task<IReadOnlyList<EquationView>> Equations() =>
        (await shop.Admin.Post("/api/admin/assurance/check")).ShouldBe(HttpStatusCode.OK).As<CheckView>().Equations;

    private async Task<long> Count(string rows)
    {
        await using var scope = shop.Scope();
        return (await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(new Statement("select count(*) from " + rows), r => r.Long(0)))[0];
    }

    private async Task Write(string sql, params object[] values)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(new Statement(sql.Trim().TrimEnd(';')), values));
    }

    private Task<DateTimeOffset> Now() => Task.FromResult(shop.Clock.GetUtcNow());

    // Both clocks go together: the provider's and the shop's.
    private async Task Forward(TimeSpan by)
    {
        await shop.MoveClock(by);
        await shop.Alipay.Clock(shop.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow());
    }

    private async Task ToMorning()
    {
        var local = shop.Clock.GetUtcNow().ToOffset(Beijing);
        await Forward(local.Date.AddDays(1).AddHours(9) - local.DateTime);
    }

    private async Task NextDay(int at)
    {
        var local = shop.Clock.GetUtcNow().ToOffset(Beijing);
        await Forward(local.Date.AddDays(1).AddHours(at).AddMinutes(5) - local.DateTime);
    }

    private async Task Fetch()
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<FetchBills>().Single().Run(CancellationToken.None);
    }

    private async Task Again()
    {
        await Write("update assurance_bill set matched_at = null where state = $1", 1);
        await Fetch();
    }
}

public sealed class BillOnSqlite(SqliteAlipayShop shop) : BillTests(shop), IClassFixture<SqliteAlipayShop>;

public sealed class BillOnPostgres(PostgresAlipayShop shop) : BillTests(shop), IClassFixture<PostgresAlipayShop>;
