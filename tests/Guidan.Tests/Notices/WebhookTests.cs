using System.Net;
using System.Text.Json.Nodes;
using Guidan.Kernel;
using Guidan.Notices;
using Guidan.Operations;
using Guidan.Tests.Assurance;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Notices;

/// <summary>Webhooks of a running shop: what arrives, when, how often, and what becomes of receivers that fail.</summary>
public abstract class WebhookTests(ShopFixture shop) : IAsyncDisposable
{
    private readonly List<string> added = [];

    // The shop is shared: receivers of a test that is over would fail and open cases in others.
    public async ValueTask DisposeAsync()
    {
        foreach (var id in added) await shop.Admin.Put($"/api/admin/webhooks/{id}/state", new { state = "off" });
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_order_arrives_signed_in_order_and_without_personal_data()
    {
        await using var receiver = await Receiver.Open();
        var (_, secret) = await Add(receiver, "order.placed", "order.paid", "order.confirmed", "order.shipped");
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 5));
        await Sales.Pay(shop, order);
        await Sales.Ship(shop, order);
        var number = (string)order["number"]!;
        await ShopFixture.Eventually(() => receiver.Of(number).Count.ShouldBe(4));
        var heard = receiver.Of(number);
        heard.Select(a => (string?)JsonNode.Parse(a.Body)!["type"]).ShouldBe(["order.placed", "order.paid", "order.confirmed", "order.shipped"]);
        heard.Select(a => a.Id).Distinct().Count().ShouldBe(4);
        foreach (var message in heard)
        {
            message.Signature.ShouldBe(WebhookSignature.Of([secret], message.Id, DateTimeOffset.FromUnixTimeSeconds(message.At), message.Body));
            foreach (var personal in (string[])["李雷", "13800138000", "li@example.com", "文三路"]) message.Body.ShouldNotContain(personal);
        }
    }

    [Fact]
    public async Task A_receiver_that_was_down_gets_the_message_again_under_the_same_id()
    {
        await using var receiver = await Receiver.Open();
        receiver.Says(500);
        var (id, _) = await Add(receiver, "order.placed");
        var number = await Place();
        await Tried(id, number, 1);
        receiver.Says(204);
        await shop.MoveClock(TimeSpan.FromSeconds(7));
        await ShopFixture.Eventually(async () => ((string?)(await Delivery(id, number))["state"]).ShouldBe("done"));
        receiver.Of(number).Select(a => a.Id).Distinct().Count().ShouldBe(1);
        receiver.Of(number).Count.ShouldBe(2);
    }

    [Fact, Cause("webhook.dead")]
    public async Task A_receiver_down_for_days_is_given_up_loudly_and_replayed()
    {
        await using var receiver = await Receiver.Open();
        receiver.Says(500);
        var (id, _) = await Add(receiver, "order.placed");
        var number = await Place();
        for (var tries = 1; tries <= WebhookSchedule.Waits.Count; tries++)
        {
            await Tried(id, number, tries);
            await shop.MoveClock(WebhookSchedule.Waits[tries - 1] * 1.2 + TimeSpan.FromSeconds(1));
        }
        await ShopFixture.Eventually(async () => ((string?)(await Delivery(id, number))["state"]).ShouldBe("dead"));
        var delivery = await Delivery(id, number);
        ((int?)delivery["attempts"]).ShouldBe(10);
        ((int?)delivery["status"]).ShouldBe(500);
        ((string?)delivery["answer"]).ShouldBe("says 500 to message 10");
        (await OpenCases("webhook.dead", id)).ShouldBe(1);
        var gap = await new GapWatch(shop).Named("webhook.dead", g => g.Subject == Guid.Parse(id).ToString("N"));
        var row = await Row(id);
        ((string?)row["state"]).ShouldBe("down");
        ((int?)row["health"]!["dead"]).ShouldBe(1);
        row["health"]!["failingSince"].ShouldNotBeNull();
        var meanwhile = await Place();
        receiver.Of(meanwhile).ShouldBeEmpty();
        receiver.Says(200);
        (await shop.Admin.Put($"/api/admin/webhooks/{id}/state", new { state = "on" })).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(() => receiver.Of(meanwhile).Count.ShouldBe(1));
        await ShopFixture.Eventually(async () => ((string?)(await Delivery(id, number))["state"]).ShouldBe("done"));
        (await OpenCases("webhook.dead", id)).ShouldBe(0);
        await new GapWatch(shop).Gone(gap);
        receiver.Of(number).Count.ShouldBe(11);
        receiver.Of(number).Select(a => a.Id).Distinct().Count().ShouldBe(1);
        await ShopFixture.Eventually(async () => (await Row(id))["health"]!.ToJsonString().ShouldContain("\"waiting\":0,\"dead\":0,\"failingSince\":null"));
        var since = await shop.Admin.Post($"/api/admin/webhooks/{id}/replay", new { from = shop.Clock.GetUtcNow().AddDays(-29) });
        ((int?)since.ShouldBe(HttpStatusCode.OK).Json!["messages"]).ShouldBe(2);
        await ShopFixture.Eventually(() => receiver.Of(number).Count.ShouldBe(12));
    }

    [Fact]
    public async Task One_message_is_replayed_alone_and_a_wrong_span_or_number_is_refused()
    {
        await using var receiver = await Receiver.Open();
        var (id, _) = await Add(receiver, "order.placed");
        var (number, other) = (await Place(), await Place());
        await ShopFixture.Eventually(async () => ((string?)(await Delivery(id, other))["state"]).ShouldBe("done"));
        await ShopFixture.Eventually(async () => ((string?)(await Delivery(id, number))["state"]).ShouldBe("done"));
        var message = (string)(await Delivery(id, number))["id"]!;
        ((int?)(await shop.Admin.Post($"/api/admin/webhooks/{id}/replay", new { message })).ShouldBe(HttpStatusCode.OK).Json!["messages"]).ShouldBe(1);
        await ShopFixture.Eventually(() => receiver.Of(number).Count.ShouldBe(2));
        receiver.Of(other).Count.ShouldBe(1);
        (await shop.Admin.Post($"/api/admin/webhooks/{id}/replay", new { message = Guid.CreateVersion7() })).ShouldRefuse(HttpStatusCode.NotFound, "webhook.unknown_message");
        (await shop.Admin.Post($"/api/admin/webhooks/{id}/replay", new { from = shop.Clock.GetUtcNow().AddDays(1) })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        ((string?)(await shop.Admin.Get($"/api/admin/webhooks/{id}/deliveries/{message}")).ShouldBe(HttpStatusCode.OK).Json!["payload"]).ShouldBe(receiver.Of(number)[0].Body);
        (await shop.Admin.Get($"/api/admin/webhooks/{id}/deliveries?state=done")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(2);
        (await shop.Admin.Get($"/api/admin/webhooks/{id}/deliveries?state=dead")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(0);
        (await shop.Admin.Get($"/api/admin/webhooks/{id}/deliveries?state=lost")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task Changes_of_stock_that_lie_close_together_are_one_event_with_the_last_figures()
    {
        await using var receiver = await Receiver.Open();
        await Add(receiver, "stock.changed");
        var sku = await Sales.Stocked(shop, 5);
        await Sales.Placed(shop, sku, 2);
        await shop.MoveClock(TimeSpan.FromSeconds(6));
        await ShopFixture.Eventually(() => receiver.Of(sku).Count.ShouldBe(1));
        var data = JsonNode.Parse(receiver.Of(sku)[0].Body)!["data"]!;
        data.ToJsonString().ShouldBe($$"""{"sku":"{{sku}}","available":3,"onHand":5,"reserved":2,"allocated":0}""");
        await Sales.Placed(shop, sku, 1);
        await shop.MoveClock(TimeSpan.FromSeconds(6));
        await ShopFixture.Eventually(() => receiver.Of(sku).Count.ShouldBe(2));
        ((long?)JsonNode.Parse(receiver.Of(sku)[1].Body)!["data"]!["available"]).ShouldBe(2);
    }

    [Fact]
    public async Task Cases_are_told_when_they_open_and_when_they_close_and_once_each()
    {
        await using var receiver = await Receiver.Open();
        await Add(receiver, "case.opened", "case.closed");
        var subject = Guid.CreateVersion7().ToString("N");
        for (var times = 0; times < 2; times++) await Cases(c => c.Open("test.case", subject, new("坏了", "Broken"), new("修好", "Mend it")));
        await Cases(c => c.Close("test.case", subject, "mended"));
        await ShopFixture.Eventually(() => receiver.Of(subject).Count.ShouldBe(2));
        var (opened, closed) = (JsonNode.Parse(receiver.Of(subject)[0].Body)!, JsonNode.Parse(receiver.Of(subject)[1].Body)!);
        ((string?)opened["type"]).ShouldBe("case.opened");
        ((string?)opened["data"]!["cause"]!["zh"], (string?)opened["data"]!["remedy"]!["en"]).ShouldBe(("坏了", "Mend it"));
        ((string?)closed["type"]).ShouldBe("case.closed");
        ((string?)closed["data"]!["outcome"]).ShouldBe("mended");
    }

    private async Task Cases(Func<Cases, Task> work)
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Housekeep(() => work(scope.ServiceProvider.GetRequiredService<Cases>()));
    }

    [Fact]
    public async Task A_slow_receiver_delays_nobody_else()
    {
        await using var slow = await Receiver.Open();
        await using var quick = await Receiver.Open();
        var release = new TaskCompletionSource();
        slow.Answer = _ => release.Task;
        await Add(slow, "order.placed");
        await Add(quick, "order.placed");
        var number = await Place();
        await ShopFixture.Eventually(() => slow.Of(number).Count.ShouldBe(1));
        var next = await Place();
        await ShopFixture.Eventually(() => quick.Of(next).Count.ShouldBe(1), TimeSpan.FromSeconds(5));
        await ShopFixture.Eventually(() => quick.Of(number).Count.ShouldBe(1));
        release.SetResult();
        await ShopFixture.Eventually(() => slow.Of(next).Count.ShouldBe(1));
    }

    [Fact, Cause("webhook.gone")]
    public async Task A_receiver_that_is_gone_is_switched_off_and_gets_what_it_missed_when_it_is_on_again()
    {
        await using var receiver = await Receiver.Open();
        receiver.Says(410);
        var (id, _) = await Add(receiver, "order.placed");
        var number = await Place();
        await ShopFixture.Eventually(async () => ((string?)(await Row(id))["state"]).ShouldBe("down"));
        (await OpenCases("webhook.gone", id)).ShouldBe(1);
        var gap = await new GapWatch(shop).Named("webhook.gone", g => g.Subject == Guid.Parse(id).ToString("N"));
        (await shop.Admin.Post($"/api/admin/webhooks/{id}/test")).ShouldRefuse(HttpStatusCode.Conflict, "webhook.off");
        receiver.Says(200);
        (await shop.Admin.Put($"/api/admin/webhooks/{id}/state", new { state = "on" })).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(async () => ((string?)(await Delivery(id, number))["state"]).ShouldBe("done"));
        (await OpenCases("webhook.gone", id)).ShouldBe(0);
        await new GapWatch(shop).Gone(gap);
    }

    [Fact]
    public async Task A_busy_receiver_is_left_alone_as_long_as_it_asks()
    {
        await using var receiver = await Receiver.Open();
        receiver.Says(429, "3600");
        var (id, _) = await Add(receiver, "order.placed");
        var before = shop.Clock.GetUtcNow();
        var number = await Place();
        await Tried(id, number, 1);
        ((DateTimeOffset)(await Delivery(id, number))["dueAt"]!).ShouldBeGreaterThanOrEqualTo(before.AddHours(1));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_both_secrets_sign_after_a_change()
    {
        await using var receiver = await Receiver.Open();
        var (id, old) = await Add(receiver, "order.refunded");
        old.ShouldStartWith("whsec_");
        Convert.FromBase64String(old[6..]).Length.ShouldBe(32);
        (await Row(id)).ToJsonString().ShouldNotContain("whsec_");
        var fresh = (string)(await shop.Admin.Post($"/api/admin/webhooks/{id}/secret", key: "")).ShouldBe(HttpStatusCode.OK).Json!["secret"]!;
        (await shop.Admin.Post($"/api/admin/webhooks/{id}/test")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(() => receiver.Heard.Count.ShouldBe(1));
        var message = receiver.Heard.Single();
        message.Signature.ShouldBe(WebhookSignature.Of([fresh, old], message.Id, DateTimeOffset.FromUnixTimeSeconds(message.At), message.Body));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_not_written()
    {
        await using var receiver = await Receiver.Open();
        var (id, _) = await Add(receiver, "order.refunded");
        var number = await Place();
        (await shop.With<ShopDb, int>(db => Task.FromResult(db.Read<WebhookDelivery>().Count(d => d.Stream == number && d.Endpoint == Guid.Parse(id))))).ShouldBe(0);
    }

    [Theory]
    [InlineData("ftp://shop.example/hook", "order.paid", "url")]
    [InlineData("https://me:secret@shop.example/hook", "order.paid", "url")]
    [InlineData("not an address", "order.paid", "url")]
    [InlineData("https://shop.example/hook", "order.sung", "events")]
    public async Task What_is_no_receiver_is_refused(string url, string type, string field)
    {
        var before = (await shop.Admin.Get("/api/admin/webhooks")).Json!["items"]!.AsArray().Count;
        (await shop.Admin.Post("/api/admin/webhooks", new { url, events = new[] { type } }, key: ""))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid").Json!["errors"]![field].ShouldNotBeNull();
        (await shop.Admin.Get("/api/admin/webhooks")).Json!["items"]!.AsArray().Count.ShouldBe(before);
    }

    private async Task<string> Place() => (string)(await Sales.Placed(shop, await Sales.Stocked(shop, 5)))["number"]!;

    private async Task<(string Id, string Secret)> Add(Receiver receiver, params string[] events)
    {
        var made = (await shop.Admin.Post("/api/admin/webhooks", new { url = receiver.Url, events }, key: "")).ShouldBe(HttpStatusCode.Created).Json!;
        added.Add((string)made["id"]!);
        return ((string)made["id"]!, (string)made["secret"]!);
    }

    private async Task<JsonNode> Row(string id) =>
        (await shop.Admin.Get("/api/admin/webhooks")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Single(r => (string?)r!["id"] == id)!;

    private async Task<JsonNode> Delivery(string id, string stream) => (await shop.Admin.Get($"/api/admin/webhooks/{id}/deliveries?limit=200"))
        .ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Single(d => (string?)d!["stream"] == stream)!;

    // The answer is noted, not only the try begun.
    private Task Tried(string id, string stream, int times) => ShopFixture.Eventually(async () =>
    {
        var delivery = await Delivery(id, stream);
        ((int?)delivery["attempts"]).ShouldBe(times);
        ((string?)delivery["answer"]).ShouldNotBeNull().ShouldEndWith($"to message {times}");
    });

    private async Task<int> OpenCases(string kind, string id)
    {
        var found = (await shop.Admin.Get("/api/admin/operations/cases?limit=200")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
        return found.Count(c => (string?)c!["kind"] == kind && (string?)c["subject"] == Guid.Parse(id).ToString("N"));
    }
}

[Collection(OnSqlite.Name)]
public sealed class WebhooksOnSqlite(SqliteShop shop) : WebhookTests(shop);

[Collection(OnPostgres.Name)]
public sealed class WebhooksOnPostgres(PostgresShop shop) : WebhookTests(shop);
