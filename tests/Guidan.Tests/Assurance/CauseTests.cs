using System.Net;
using System.Text;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Guidan.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Assurance;

/// <summary>The catalogue as data: complete, documented, in both languages.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Every_group_that_people_look_for_has_a_cause()
    {
        foreach (var group in Enum.GetValues<CauseGroup>()) Causes.All.ShouldContain(c => c.Group == group, group.ToString());
    }

    [Fact]
    public void Every_kind_of_case_has_its_cause()
    {
        List<(string Kind, string Subject)> kinds =
        [
            (TakePaymentFact.CaseKind, ""), ("refund", ""), (Difference.NoBill, ""), (Difference.Unreadable, ""), ("permission.missing", ""),
            .. Difference.Kinds.Select(k => (k, "")), .. StuckRows.Rules.Select(r => (r.Kind, "")),
            .. Guidan.Assurance.Equations.All.Select(e => ("equation", e.Name)), (SendRefund.ChannelRefundCase, ""),
        ];

        kinds.Where(k => Causes.Of(k.Kind, k.Subject) == Causes.Unknown).ShouldBeEmpty();
        Causes.Of("equation", "audit.changes").Group.ShouldBe(CauseGroup.Records);
        Causes.Of("nobody.knows").ShouldBe(Causes.Unknown);
    }

    [Fact]
    public void Codes_are_unique_and_a_deadline_never_comes_before_its_escalation()
    {
        Causes.All.Select(c => c.Code).ShouldBeUnique();
        foreach (var cause in Causes.All)
        {
            cause.Escalate.ShouldBeLessThanOrEqualTo(cause.Deadline, cause.Code);
            (cause.Auto == AutoRepair.None).ShouldBe(cause.Repair is null, cause.Code);
        }
    }

    [Fact]
    public void The_documents_hold_the_whole_catalogue()
    {
        var path = Repository.At("docs", "causes.md");
        if (Environment.GetEnvironmentVariable("GUIDAN_WRITE_DOCS") == "1") File.WriteAllText(path, Document());

        File.ReadAllText(path).ShouldBe(Document(), "run this test with GUIDAN_WRITE_DOCS=1 to write it anew");
    }

    private static string Document()
    {
        var text = new StringBuilder("# Causes and remedies 原因和办法\n\nWhy an order is not where it should be, how that is found, and the way out. ")
            .Append("Written from the table in the code (`src/Assurance/Causes.cs` and beside it) and compared by a test. ")
            .Append("`GET /api/admin/assurance/causes` answers the same with counts. 由代码里的表生成，测试比对。\n");
        foreach (var group in Causes.All.Append(Causes.Unknown).GroupBy(c => c.Group).OrderBy(g => g.Key))
        {
            text.Append($"\n## {CauseCounts.NameOf(group.Key).Zh} {CauseCounts.NameOf(group.Key).En}\n");
            foreach (var c in group)
            {
                text.Append($"\n### `{c.Code}` {c.Title.Zh} · {c.Title.En}\n\n");
                Line("Found 怎么发现", c.Found);
                Line("Remedy 办法", c.Remedy);
                if (c.Customer is { } words) Line("The customer reads 客户看到", words);
                if (c.Repair is { } repair) Line(c.Auto == AutoRepair.Once ? "By itself, once 自动，一次" : "By itself, until it works 自动，直到成功", repair);
                text.Append($"- Deadline 期限：{Span(c.Deadline)}; escalates 升级：{Span(c.Escalate)}\n");
            }
        }
        return text.ToString();

        void Line(string name, Text words) => text.Append($"- {name}：{words.Zh}。{words.En.TrimEnd('.')}.\n".Replace("。。", "。", StringComparison.Ordinal));
        static string Span(TimeSpan span) => span.TotalHours >= 1 ? $"{span.TotalHours:0}h" : $"{span.TotalMinutes:0}min";
    }
}

/// <summary>Causes provoked: the right one is named, what the program does by itself happens once, and the remedy works.</summary>
public abstract class CauseTests(AlipayShopFixture shop)
{
    private readonly GapWatch watch = new(shop);

    [Fact]
    public async Task A_refused_refund_is_filed_again_once_and_then_left_to_a_person()
    {
        // The shop believes in this payment, Alipay has never heard of it: every refund of it is refused.
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 1);
        await Sales.Pay(shop, order);
        (await shop.Admin.Post($"/api/admin/orders/{order["number"]}/refunds", new { amount = Money.Cny(100), reason = "磕碰" })).ShouldBe(HttpStatusCode.Created);
        var number = (string)order["number"]!;
        await ShopFixture.Eventually(async () => (await Gaps("refund", number)).Count.ShouldBe(1));

        await Repair();
        await ShopFixture.Eventually(async () => (await Failed(number)).ShouldBe(2));
        await Repair();
        await Repair();

        var left = (await Gaps("refund", number)).ShouldHaveSingleItem();
        (left.CauseCode, left.Repair.State, left.Action.Link).ShouldBe(("refund", RepairState.Failed, $"/orders/{number}"));
        (await Failed(number)).ShouldBe(2);
        var page = (await shop.Store.Get($"/api/store/orders/{number}?token={Token(order)}")).ShouldBe(HttpStatusCode.OK).Json!;
        ((string)page["status"]!).ShouldNotBe("refunding");
    }

    [Fact]
    public async Task A_message_that_stopped_is_tried_once_more_by_itself()
    {
        var id = Guid.CreateVersion7();
        await Write("""
            insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
            values ($1, 'nobody', $2, 'test', '{}', $3, $3, 2, 20)
            """, id, id.ToString("N"), shop.Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        await Watch();
        var subject = "nobody " + id.ToString("N");
        // The shop that runs beside the test repairs by itself too, and may have been quicker.
        (await Gaps("stuck.outbox")).Single(g => g.Subject == subject).Repair.State.ShouldBeOneOf(RepairState.Planned, RepairState.Done);

        await Repair();

        var gap = (await Gaps("stuck.outbox")).Single(g => g.Subject == subject);
        (gap.Repair.State, gap.Repair.Outcome).ShouldBe((RepairState.Done, "1条重新排队"));
        await Write("update kernel_outbox set state = 1 where id = $1", id);
        await Watch();
        (await Gaps("stuck.outbox")).ShouldNotContain(g => g.Subject == subject);
    }

    [Fact, Cause("permission.missing")]
    public async Task A_missing_right_that_stops_an_order_is_reported_and_closed_when_somebody_else_does_it()
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), 1);
        await Sales.Pay(shop, order);
        var number = (string)order["number"]!;
        using var warehouse = await shop.AdminClient("warehouse");
        (await warehouse.Post($"/api/admin/orders/{number}/hold", new { reason = "查地址" })).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");

        var gap = await watch.Named("permission.missing", g => g.Order == number);
        (gap.Action.Name, gap.Action.Link).ShouldBe(("open_staff", "/settings/staff"));
        (await shop.Admin.Post($"/api/admin/orders/{number}/hold", new { reason = "查地址" })).ShouldBe(HttpStatusCode.OK);

        await watch.Gone(gap);
    }

    [Fact, Cause("unknown")]
    public async Task A_case_that_fits_no_cause_is_unknown_and_is_closed_by_hand_with_a_reason()
    {
        var subject = Guid.CreateVersion7().ToString("N");
        await With(cases => cases.Open("odd.thing", subject, new("怪事", "An odd thing"), new("看看", "Look")));

        var gap = await watch.Named("unknown", g => g.Subject == subject);
        (await shop.Admin.Post($"/api/admin/operations/cases/{gap.Id}/close", new { reason = "看过了" })).ShouldBe(HttpStatusCode.OK);

        await watch.Gone(gap);
    }

    [Fact]
    public async Task Causes_are_counted_and_an_unknown_one_is_measured()
    {
        var subject = Guid.CreateVersion7().ToString("N");
        await With(cases => cases.Open("odd.thing", subject, new("怪事", "An odd thing"), new("看看", "Look")));

        var view = (await shop.Admin.Get("/api/admin/assurance/causes")).ShouldBe(HttpStatusCode.OK).As<CausesView>();
        await With(cases => cases.Close("odd.thing", subject, "seen"));
        var after = (await shop.Admin.Get("/api/admin/assurance/causes")).ShouldBe(HttpStatusCode.OK).As<CausesView>();

        var (before, now) = (view.Causes.Single(c => c.Code == "unknown"), after.Causes.Single(c => c.Code == "unknown"));
        (now.Open - before.Open, now.Solved - before.Solved).ShouldBe((-1, 1));
        view.Days.Sum(d => d.Unknown).ShouldBeGreaterThan(0);
        view.Days.Count.ShouldBe(14);
        view.Days[0].UnknownShare.ShouldNotBeNull();
        view.Causes.Count.ShouldBe(Causes.All.Count + 1);
    }

    [Fact, Cause("settings.folder")]
    public async Task A_wrong_setting_is_named_is_a_case_and_closes_when_it_is_right()
    {
        var keys = Directory.EnumerateFiles(Path.Combine(shop.Folder, "keys"), "*.key").First();
        File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await WatchSettings();
        var view = (await shop.Admin.Get("/api/admin/assurance/settings")).ShouldBe(HttpStatusCode.OK).As<SettingsView>();
        var gap = await watch.Named("settings.folder");

        File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await WatchSettings();

        view.Items.Single(i => i.Code == "folder").State.ShouldBe(SettingState.Wrong);
        gap.Remedy.ShouldStartWith("chmod 600");
        await watch.Gone(gap);
        var healed = (await shop.Admin.Get("/api/admin/assurance/settings")).As<SettingsView>().Items;
        healed.Single(i => i.Code == "keys").Fact.ShouldBe("支付方认我们的签名，我们也认它的");
        healed.Select(i => i.Code).ShouldBe(["time_zone", "clock", "database", "migrations", "folder", "disk", "payments", "keys", "callback", "certificate", "backlog", "notices", "signatures"]);
        healed.Where(i => i.Code is not ("callback" or "backlog" or "notices")).ShouldAllBe(i => i.State == SettingState.Good);
    }

    private static string Token(System.Text.Json.Nodes.JsonNode order) => (string)order["token"]!;

    private async Task<long> Failed(string number)
    {
        await using var scope = shop.Scope();
        return (await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(new Statement("select count(*) from payments_refund where order_number = $1 and step = 3"),
            r => r.Long(0), long.Parse(number)))[0];
    }

    private async Task<List<Gap>> Gaps(string kind, string? order = null) => (await shop.Admin.Get("/api/admin/assurance/gaps?limit=200"))
        .ShouldBe(HttpStatusCode.OK).As<Page<Gap>>().Items.Where(g => g.Kind == kind && (order is null || g.Order == order)).ToList();

    private Task Repair() => Run<RepairGaps>();

    private Task Watch() => Run<WatchStuck>();

    private Task WatchSettings() => Run<WatchSettings>();

    private async Task Run<TJob>() where TJob : IJob
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<TJob>().Single().Run(CancellationToken.None);
    }

    private async Task Write(string sql, params object[] values)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() => db.Execute(new Statement(sql), values));
    }

    private async Task With(Func<Cases, Task> work)
    {
        await using var scope = shop.Scope();
        var (db, cases) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), scope.ServiceProvider.GetRequiredService<Cases>());
        await db.Housekeep(() => work(cases));
    }
}

public sealed class CauseOnSqlite(SqliteAlipayShop shop) : CauseTests(shop), IClassFixture<SqliteAlipayShop>;

public sealed class CauseOnPostgres(PostgresAlipayShop shop) : CauseTests(shop), IClassFixture<PostgresAlipayShop>;
