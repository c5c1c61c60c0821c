using System.Net;
using System.Net.ServerSentEvents;
using Guidan.Kernel;
using Guidan.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Operations;

/// <summary>Live updates, settings, cases and messages over HTTP.</summary>
public abstract class OperationsTests(ShopFixture shop)
{
    [Fact]
    public async Task The_shops_profile_is_saved_once_per_version()
    {
        var before = (await shop.Admin.Get("/api/admin/settings/shop")).ShouldBe(HttpStatusCode.OK).As<ShopProfile>();
        var changed = before with { Name = new("茶铺", "Tea shop"), PaymentMinutes = 45 };
        (await shop.Admin.Put("/api/admin/settings/shop", changed)).ShouldBe(HttpStatusCode.OK).As<ShopProfile>().Version.ShouldBe(before.Version + 1);
        (await shop.Admin.Put("/api/admin/settings/shop", changed with { PaymentMinutes = 60 })).ShouldRefuse(HttpStatusCode.Conflict, "settings.changed");
        (await shop.Admin.Get("/api/admin/settings/shop")).As<ShopProfile>().PaymentMinutes.ShouldBe(45);
        (await shop.Admin.Put("/api/admin/settings/shop", changed with { Version = before.Version + 1, PaymentMinutes = 0 }))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid").Json!["errors"]!["paymentMinutes"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_case_is_opened_once_listed_and_closed_with_a_reason()
    {
        var subject = Guid.CreateVersion7().ToString("N");
        (await Open(subject)).ShouldBeTrue();
        (await Open(subject)).ShouldBeFalse();
        var row = await Row(subject);
        ((string?)row["cause"]).ShouldBe("客户付了款，订单没回来");
        ((long?)row["amount"]!["amount"]).ShouldBe(41800);
        ((string?)row["order"]).ShouldBe("026112252718340691");
        (await shop.Admin.Post($"/api/admin/operations/cases/{row["id"]}/close", new { reason = "" })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await shop.Admin.Post($"/api/admin/operations/cases/{row["id"]}/close", new { reason = "已退回" })).ShouldBe(HttpStatusCode.OK);
        (await shop.Admin.Post($"/api/admin/operations/cases/{row["id"]}/close", new { reason = "再来" })).ShouldRefuse(HttpStatusCode.Conflict, "case.closed");
        (await Open(subject)).ShouldBeFalse();
        (await Open(subject, reopen: true, amount: 900)).ShouldBeTrue();
        (await Open(subject, reopen: true, amount: 901)).ShouldBeFalse();
        var again = await Row(subject);
        ((string?)again["id"], (long?)again["amount"]!["amount"]).ShouldBe(((string?)row["id"], 900), "the same case, with what is the matter now");
    }

    [Fact]
    public async Task A_dead_message_can_be_sent_again_and_a_living_one_cannot()
    {
        await shop.With<ShopDb, bool>(async db =>
        {
            await db.Housekeep(() =>
            {
                db.Later(new Statement("""
                    insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts, error)
                    values ($1, $2, $3, $4, $5, $6, $6, 2, 14, $7)
                    """), [Guid.CreateVersion7(), "nobody", "s", "test", "{\"secret\":1}", shop.Clock.GetUtcNow(), "gone"]);
                return Task.CompletedTask;
            });
            return true;
        });
        var row = (await shop.Admin.Get("/api/admin/operations/outbox?state=dead&limit=200")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray()
            .First(r => (string?)r!["receiver"] == "nobody")!;
        row.ToJsonString().ShouldNotContain("secret");
        (await shop.Admin.Post($"/api/admin/operations/outbox/{row["id"]}/replay")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(async () =>
        {
            var again = (await shop.Admin.Get("/api/admin/operations/outbox?state=dead&limit=200")).Json!["items"]!.AsArray()
                .First(r => (string?)r!["id"] == (string?)row["id"]);
            ((string?)again!["error"]).ShouldBe("Nobody is called nobody");
        });
        (await shop.Admin.Post($"/api/admin/operations/outbox/{Guid.CreateVersion7()}/replay")).ShouldRefuse(HttpStatusCode.Conflict, "message.not_dead");
        (await shop.Admin.Get("/api/admin/operations/outbox?state=2")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task Changes_reach_an_open_back_office_and_resume_where_it_was_cut_off()
    {
        var feed = shop.Services.GetRequiredService<LiveFeed>();
        var mark = Guid.CreateVersion7().ToString("N");
        string? lastId;
        using (var first = await Listener(null))
        {
            (await first.Next()).EventType.ShouldBe("hello");
            feed.Publish("order", mark + "1");
            lastId = (await first.Until(mark + "1")).EventId;
        }
        feed.Publish("order", mark + "2");
        feed.Publish("stock", mark + "3");
        using var second = await Listener(lastId);
        var hello = await second.Next();
        hello.Data.ShouldContain("\"reload\":false");
        (await second.Until(mark + "2")).Data.ShouldContain("\"kind\":\"order\"");
        (await second.Until(mark + "3")).Data.ShouldContain("\"kind\":\"stock\"");
        using var third = await Listener("someothernode-17");
        (await third.Next()).Data.ShouldContain("\"reload\":true");
    }

    [Fact]
    public async Task Whoever_loses_his_token_loses_the_stream()
    {
        var made = (await shop.Admin.Post("/api/admin/tokens", new { name = "stream", role = "goods" })).Json!;
        using var listener = await Listener(null, (string)made["token"]!);
        (await listener.Next()).EventType.ShouldBe("hello");
        (await shop.Admin.Delete($"/api/admin/tokens/{made["id"]}")).ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<Exception>(async () =>
        {
            while (true) await listener.Next().WaitAsync(TimeSpan.FromSeconds(12));
        });
        await ShopFixture.Eventually(() => listener.IsOver.ShouldBeTrue());
    }

    private async Task<LiveEar> Listener(string? lastId, string? token = null)
    {
        var client = token is null ? await shop.AdminClient() : shop.Client();
        if (token is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/live");
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new LiveEar(client, response, await response.Content.ReadAsStreamAsync());
    }

    private async Task<bool> Open(string subject, bool reopen = false, long amount = 41800)
    {
        await using var scope = shop.Scope();
        var (db, cases) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), scope.ServiceProvider.GetRequiredService<Cases>());
        var opened = false;
        await db.Housekeep(async () => opened = await cases.Open("payment.orphan", subject,
            new("客户付了款，订单没回来", "Paid, but the order is missing"), new("查支付平台后补单或退款", "Look at the provider, then add the order or refund"),
            order: 26112252718340691, amount: Money.Cny(amount), reopen: reopen));
        return opened;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Row(string subject) =>
        (await shop.Admin.Get("/api/admin/operations/cases?limit=200")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray()
            .Single(r => (string?)r!["subject"] == subject)!;
}

/// <summary>One open stream as a browser hears it.</summary>
internal sealed class LiveEar(HttpClient client, HttpResponseMessage response, Stream stream) : IDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

    public bool IsOver { get; private set; }

    public async Task<SseItem<string>> Next()
    {
        try
        {
            if (await items.MoveNextAsync()) return items.Current;
        }
        catch (Exception)
        {
            IsOver = true;
            throw;
        }
        IsOver = true;
        throw new InvalidOperationException("The stream is over");
    }

    public async Task<SseItem<string>> Until(string words)
    {
        while (true)
        {
            var item = await Next().WaitAsync(TimeSpan.FromSeconds(10));
            if (item.Data.Contains(words, StringComparison.Ordinal)) return item;
        }
    }

    public void Dispose()
    {
        response.Dispose();
        client.Dispose();
    }
}

[Collection(OnSqlite.Name)]
public sealed class OperationsOnSqlite(SqliteShop shop) : OperationsTests(shop);

[Collection(OnPostgres.Name)]
public sealed class OperationsOnPostgres(PostgresShop shop) : OperationsTests(shop);
