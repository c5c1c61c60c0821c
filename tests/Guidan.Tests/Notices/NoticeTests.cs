using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Guidan.Kernel;
using Guidan.Notices;
using Guidan.Operations;
using Guidan.Tests.Assurance;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Notices;

/// <summary>What customers and staff are told, by mail and robots, on the real wire.</summary>
public abstract class NoticeTests(PostShop shop)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly Text Cause = new("机器坏了", "The machine broke");
    private static readonly Text Remedy = new("修好它", "Mend it");

    [Fact]
    public async Task A_customer_is_asked_to_check_the_order_and_hears_of_each_state_once_in_his_language()
    {
        var email = Somebody();
        var order = await Place(email, "en-US");
        await ShopFixture.Eventually(() => shop.Mail.To(email).Count.ShouldBe(1));
        await Sales.Pay(shop, order);
        await Sales.Ship(shop, order);
        await ShopFixture.Eventually(() => shop.Mail.To(email).Count.ShouldBe(3));
        var letters = shop.Mail.To(email);
        var number = OrderNumbers.Grouped(long.Parse((string)order["number"]!));
        var total = new Money((long)order["total"]!["amount"]!, "CNY").Show();
        letters[0].Subject.ShouldBe($"Guidan Shop: Order placed (order {number})");
        letters[1].Subject.ShouldBe($"Guidan Shop: Payment of {total} received (order {number})");
        letters[2].Subject.ShouldStartWith("Guidan Shop: 2 units shipped, number SF");
        letters[0].Text.ShouldContain("Please check it now: goods, options, quantities, name, phone, address.");
        letters[0].Text.ShouldContain($"{total} is due; please pay before ");
        letters[0].Text.ShouldNotContain("李雷");
        var link = Regex.Match(letters[0].Text, @"http://\S+/o/\S+").Value;
        (await shop.Store.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        letters.Select(l => l.Id).ShouldBeUnique();
        letters.ShouldAllBe(l => l.From == "shop@shop.example" && l.Auto == "auto-generated");
    }

    [Fact]
    public async Task A_Chinese_customer_who_cancels_reads_it_in_Chinese()
    {
        var email = Somebody();
        var order = await Place(email, "zh-CN");
        (await shop.Store.Post($"/api/store/orders/{order["number"]}/cancel?token={order["token"]}")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(() => shop.Mail.To(email).Count.ShouldBe(2));
        shop.Mail.To(email)[0].Subject.ShouldStartWith("归单小店：提交了订单（订单 ");
        shop.Mail.To(email)[1].Subject.ShouldStartWith("归单小店：订单取消（订单 ");
        shop.Mail.To(email)[1].Text.ShouldContain("付过的钱全部原路退回，不用申请。");
    }

    [Fact]
    public async Task Who_left_no_address_is_not_written_to()
    {
        var order = await Place(null, "zh-CN");
        var number = long.Parse((string)order["number"]!);
        (await shop.With<ShopDb, (int, int)>(db => Task.FromResult((db.Read<MailWish>().Count(w => w.OrderNumber == number),
            db.Read<OutboxMessage>().Count(m => m.Receiver == "notices" && m.Stream == (string)order["number"]!))))).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_noted_and_calls_nobody()
    {
        var order = await Place(PostOffice.Nobody + Somebody(), "zh-CN");
        await ShopFixture.Eventually(async () =>
        {
            var message = await Outgoing((string)order["number"]!);
            message.State.ShouldBe(MessageState.Done);
            message.Error.ShouldNotBeNull().ShouldStartWith("55");
        });
    }

    [Fact]
    public async Task A_letter_that_the_server_puts_off_arrives_later_and_once()
    {
        var email = Somebody();
        (shop.Mail.BusyFor, shop.Mail.Busy) = (email, 1);
        var order = await Place(email, "zh-CN");
        await ShopFixture.Eventually(async () => (await Outgoing((string)order["number"]!)).Error.ShouldNotBeNull());
        shop.Mail.To(email).ShouldBeEmpty();
        await ShopFixture.Eventually(async () =>
        {
            await shop.MoveClock(TimeSpan.FromSeconds(31));
            shop.Mail.To(email).Count.ShouldBe(1);
        });
        (await Outgoing((string)order["number"]!)).Attempts.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_cause_is_told_once_escalates_when_nobody_looks_and_says_when_it_is_cured()
    {
        var subject = Subject();
        await Open(subject);
        await Open(subject);
        await shop.MoveClock(Wait);
        // What other tests brought about may be due in the same moment; one letter then tells of all.
        await ShopFixture.Eventually(() => Told(PostShop.Staff, subject).ShouldHaveSingleItem()
            .ShouldMatch($"^归单小店：(有事要处理：机器坏了|[0-9]+件事要处理 ){subject}$"));
        foreach (var robot in (string[])["dingtalk", "feishu", "wecom"])
            await ShopFixture.Eventually(() => shop.Robots.Count(s => s.Robot == robot && s.Text.Contains(subject)).ShouldBe(1));
        shop.Robots.First(s => s.Text.Contains(subject)).Text.ShouldContain("办法：修好它");
        Told(PostShop.Boss, subject).ShouldBeEmpty();
        (await Texted(subject)).ShouldBeEmpty();
        await shop.MoveClock(Patience);
        await ShopFixture.Eventually(() => Told(PostShop.Boss, subject).ShouldHaveSingleItem().ShouldContain("还没人看"));
        // Text messages are for this only: none went out when the staff was told.
        await ShopFixture.Eventually(async () => (await Texted(subject)).Count.ShouldBe(1));
        (await Texted(subject))[0].ShouldSatisfyAllConditions(
            t => (t.Phone, t.Template, t.Signed).ShouldBe((PostShop.Phone, "SendSms 2017-05-25 归单 SMS_1", true)),
            t => t.What.Length.ShouldBeLessThanOrEqualTo(35), t => t.What.ShouldContain("还没人看"));
        await Close(subject);
        foreach (var address in (string[])[PostShop.Staff, PostShop.Boss])
            await ShopFixture.Eventually(() => Told(address, subject)[^1].ShouldMatch($"^归单小店：(已经好了：机器坏了|[0-9]+件事已经好了 ){subject}$"));
        Told(PostShop.Staff, subject).Count.ShouldBe(2);
        Told(PostShop.Boss, subject).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_cures_itself_at_once_disturbs_nobody()
    {
        var (cured, after) = (Subject(), Subject());
        await Open(cured);
        await Close(cured);
        await Open(after);
        await shop.MoveClock(Wait);
        await ShopFixture.Eventually(() => Told(PostShop.Staff, after).Count.ShouldBe(1));
        Told(PostShop.Staff, cured).ShouldBeEmpty();
        (await shop.Admin.Get("/api/admin/notices/alerts?limit=200")).Json!["items"]!.AsArray().ShouldNotContain(a => (string?)a!["subject"] == cured);
        await Close(after);
    }

    [Fact]
    public async Task What_somebody_has_seen_does_not_go_to_the_next_person()
    {
        var (seen, unseen) = (Subject(), Subject());
        await Open(seen);
        await Open(unseen);
        await shop.MoveClock(Wait);
        await ShopFixture.Eventually(async () => ((string?)(await Alert(seen))["state"]).ShouldBe("told"));
        var id = (string)(await Alert(seen))["id"]!;
        (await shop.Admin.Post($"/api/admin/notices/alerts/{id}/seen")).ShouldBe(HttpStatusCode.OK);
        (await shop.Admin.Post($"/api/admin/notices/alerts/{id}/seen")).ShouldRefuse(HttpStatusCode.Conflict, "alert.not_open");
        await shop.MoveClock(Patience);
        await ShopFixture.Eventually(() => Told(PostShop.Boss, unseen).Count.ShouldBe(1));
        Told(PostShop.Boss, seen).ShouldBeEmpty();
        (await Alert(seen))["seenAt"].ShouldNotBeNull();
        await Close(seen);
        await Close(unseen);
    }

    [Fact, Cause("order.to_confirm")]
    public async Task An_order_that_waits_for_a_person_is_told_until_it_is_confirmed()
    {
        var before = (await shop.Admin.Get("/api/admin/settings/shop")).As<ShopProfile>();
        (await shop.Admin.Put("/api/admin/settings/shop", before with { AutoConfirm = false })).ShouldBe(HttpStatusCode.OK);
        var order = await Place(null, "zh-CN");
        await Sales.Pay(shop, order);
        var number = OrderNumbers.Grouped(long.Parse((string)order["number"]!));
        await shop.MoveClock(Wait);
        await ShopFixture.Eventually(() => Bodies(PostShop.Staff).ShouldContain(b => b.Contains($"订单 {number} 付了款，等您确认")));
        // It is work to do and no gap: the letter and the alert are where it shows.
        Provoked.Note("named", "order.to_confirm");
        (await shop.Admin.Post($"/api/admin/orders/{order["number"]}/confirm")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(async () => ((string?)(await Alert((string)order["number"]!))["state"]).ShouldBe("closed"));
        Provoked.Note("gone", "order.to_confirm");
        (await shop.Admin.Put("/api/admin/settings/shop", before with { Version = before.Version + 1 })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_staff_hears_of_new_orders_and_robots_check_the_signature()
    {
        var order = await Place(null, "zh-CN");
        var number = OrderNumbers.Grouped(long.Parse((string)order["number"]!));
        await ShopFixture.Eventually(() => Bodies(PostShop.Staff).ShouldContain(b => b.Contains("新订单 " + number)));
        await ShopFixture.Eventually(() => shop.Robots.Select(r => r.Robot).Distinct().Count().ShouldBe(3));
        var ding = HttpUtility.ParseQueryString(shop.Robots.First(r => r.Robot == "dingtalk").Query);
        ding["access_token"].ShouldBe("t");
        ding["sign"].ShouldBe(Hmac(PostShop.DingTalkSecret, $"{ding["timestamp"]}\n{PostShop.DingTalkSecret}"));
        ding["timestamp"]!.Length.ShouldBe(13);
        var feishu = shop.Robots.First(r => r.Robot == "feishu").Body;
        ((string?)feishu["sign"]).ShouldBe(Hmac($"{feishu["timestamp"]}\n{PostShop.FeishuSecret}", ""));
        ((string)feishu["timestamp"]!).Length.ShouldBe(10);
        shop.Robots.First(r => r.Robot == "wecom").Query.ShouldBe("?key=k");
    }

    [Fact]
    public async Task The_ways_are_shown_and_tried_and_an_unknown_one_is_refused()
    {
        var ways = (await shop.Admin.Get("/api/admin/notices/ways")).ShouldBe(HttpStatusCode.OK).Json!;
        ways["ways"]!.AsArray().Select(w => ((string?)w!["code"], (bool?)w["ready"], (string?)w["trouble"])).ShouldBe(
            [("mail", true, null), ("dingtalk", true, null), ("feishu", true, null), ("wecom", true, null), ("sms", true, null)]);
        ways["escalateTo"]!.AsArray().Select(to => (string?)to).ShouldBe([PostShop.Boss, PostShop.Phone]);
        (await shop.Admin.Post("/api/admin/notices/ways/sms/test")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(() => shop.Texts.Where(t => t.What == "归单测试通知").ShouldHaveSingleItem().Phone.ShouldBe(PostShop.Phone));
        var before = shop.Mail.To(PostShop.Staff).Count(l => l.Subject == "归单测试通知");
        (await shop.Admin.Post("/api/admin/notices/ways/mail/test")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(() => shop.Mail.To(PostShop.Staff).Count(l => l.Subject == "归单测试通知").ShouldBe(before + 1));
        (await shop.Admin.Post("/api/admin/notices/ways/pigeon/test")).ShouldRefuse(HttpStatusCode.Conflict, "notice.not_ready");
        var settings = (await shop.Admin.Get("/api/admin/assurance/settings")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
        ((string?)settings.Single(s => (string?)s!["code"] == "notices")!["state"]).ShouldNotBe("wrong");
    }

    private static string Somebody() => $"{Guid.CreateVersion7():N}@mail.example";

    private static string Subject() => Guid.CreateVersion7().ToString("N");

    private static string Hmac(string key, string text) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    private async Task<JsonNode> Place(string? email, string language)
    {
        var order = Sales.Order(await Sales.Stocked(shop, 5), 2);
        var body = JsonNode.Parse(Json.Write(order))!;
        body["contact"]!["email"] = email;
        using var client = shop.Client(language);
        return (await client.Post("/api/store/orders", body)).ShouldBe(HttpStatusCode.Created).Json!;
    }

    private Task Open(string subject) => Within(c => c.Open("test.alert", subject, new(Cause.Zh + subject, Cause.En + subject), Remedy, reopen: true));

    private Task Close(string subject) => Within(c => c.Close("test.alert", subject, "mended"));

    private async Task Within(Func<Cases, Task> work)
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Housekeep(() => work(scope.ServiceProvider.GetRequiredService<Cases>()));
    }

    private List<string> Bodies(string address) => shop.Mail.To(address).Select(l => l.Text).ToList();

    // Letters about several causes at once name none in their subject: what counts here is in the body too.
    private List<string> Told(string address, string subject) => shop.Mail.To(address).Where(l => l.Text.Contains(subject) || l.Subject.Contains(subject))
        .Select(l => l.Subject.Contains(subject) ? l.Subject : l.Subject + " " + subject).ToList();

    // Other causes may escalate at the same moment: a text message is known by the key of the letter that it came from.
    private async Task<List<Texted>> Texted(string subject)
    {
        var letters = await shop.With<ShopDb, List<string>>(db => Task.FromResult(
            db.Read<OutboxMessage>().Where(m => m.Receiver == "notices" && m.Payload.Contains(subject)).Select(m => m.Payload).ToList()));
        return shop.Texts.Where(t => letters.Exists(l => l.Contains(t.Key))).ToList();
    }

    private async Task<JsonNode> Alert(string subject) => (await shop.Admin.Get("/api/admin/notices/alerts?limit=200")).ShouldBe(HttpStatusCode.OK)
        .Json!["items"]!.AsArray().Single(a => (string?)a!["subject"] == subject)!;

    private Task<OutboxMessage> Outgoing(string stream) => shop.With<ShopDb, OutboxMessage>(db =>
        Task.FromResult(db.Read<OutboxMessage>().Single(m => m.Receiver == "notices" && m.Stream == stream)));
}

/// <summary>A shop with mail on the embedded database, shared by these tests.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostSqlite : ICollectionFixture<PostSqliteShop>
{
    public const string Name = "Mail and robots, SQLite";
}

/// <summary>A shop with mail on PostgreSQL, shared by these tests.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostPostgres : ICollectionFixture<PostPostgresShop>
{
    public const string Name = "Mail and robots, PostgreSQL";
}

[Collection(OnPostSqlite.Name)]
public sealed class NoticesOnSqlite(PostSqliteShop shop) : NoticeTests(shop);

[Collection(OnPostPostgres.Name)]
public sealed class NoticesOnPostgres(PostPostgresShop shop) : NoticeTests(shop);
