using System.Net;
using System.Text;
using Guidan.Channels;
using Guidan.Kernel;
using Guidan.Tests.Assurance;

namespace Guidan.Tests.Channels;

/// <summary>Orders of another shop over HTTP: once, in the right state, following what happens there.</summary>
public abstract class ChannelOrderTests(ShopFixture shop)
{
    private readonly Channel channel = new(shop);

    [Fact]
    public async Task A_paid_order_is_here_once_with_the_channels_prices_its_tax_and_its_money()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = Channel.Paid(channel.Order(sku));

        (await channel.Send(order, "evt-" + order.ExternalId)).ShouldBe(HttpStatusCode.OK);
        (await channel.Send(order, "evt-" + order.ExternalId)).ShouldBe(HttpStatusCode.OK);
        (await channel.Send(order)).ShouldBe(HttpStatusCode.OK);

        var here = await channel.Here(order, "awaiting_shipment");
        await channel.Read();
        ((string?)here["channel"], (string?)here["externalNumber"], (long)here["total"]!["amount"]!, (long)here["paid"]!["amount"]!)
            .ShouldBe(("standard", order.ExternalNumber, 20_600, 20_600));
        ((long)here["money"]!["goods"]!["amount"]!, (long)here["money"]!["discount"]!["amount"]!, (long)here["money"]!["freight"]!["amount"]!,
            (long)here["money"]!["tax"]!["amount"]!).ShouldBe((20_000, 500, 800, 300));
        (await channel.Stock(sku)).ShouldBe((10, 0, 2));
        var entries = await Ledger((string)here["number"]!);
        entries.ShouldBe([("payment", "1012.standard", 20_600, 0), ("payment", "2241.01", 0, 20_600), ("sale", "2221", 0, 300),
            ("sale", "2241.01", 20_600, 0), ("sale", "6001", 0, 19_500), ("sale", "6001.02", 0, 800)]);
        (await channel.Arrival(order.ExternalId)).Row.State.ShouldBe(ArrivalState.Placed);
        await channel.BooksHold();
    }

    [Fact]
    public async Task Forged_old_unknown_and_oversized_webhooks_are_refused_and_leave_nothing()
    {
        var body = StandardPayload.Write(channel.Order("none"));

        (await channel.SendBody(body, secret: new byte[24])).ShouldBe(HttpStatusCode.Unauthorized);
        (await channel.SendBody(body, age: TimeSpan.FromMinutes(6))).ShouldBe(HttpStatusCode.Unauthorized);
        (await channel.SendBody(new byte[1024 * 1024 + 1])).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await shop.Store.PostAsync("/api/channels/standard/webhooks", new ByteArrayContent(body))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.Store.SendAsync(channel.Signed("/api/channels/shopify/webhooks", body, "a"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.Store.SendAsync(channel.Signed("/api/channels/amazon/webhooks", body, "a"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body));
        (await shop.With<ShopDb, List<int>>(db => db.Query(new Statement("select count(*) from kernel_inbox where body_hash = $1"), r => r.Int(0), hash)))[0].ShouldBe(0);
    }

    [Fact]
    public async Task What_is_paid_later_is_booked_then_and_an_older_event_changes_nothing()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = channel.Order(sku);
        await channel.Send(order);
        await channel.Here(order, "awaiting_payment");
        (await channel.Stock(sku)).ShouldBe((10, 2, 0));

        await channel.Send(Channel.Paid(order));
        var here = await channel.Here(order, "awaiting_shipment");
        await channel.Send(Channel.Later(order, -60) with { Canceled = true });
        await channel.Read();

        (await channel.Here(order, "awaiting_shipment"))["number"]!.ToString().ShouldBe(here["number"]!.ToString());
        (await channel.Stock(sku)).ShouldBe((10, 0, 2));
        (await shop.Store.Post($"/api/store/orders/{here["number"]}/payments?phone={order.Recipient.Phone}", new { method = "alipay" })).Status.ShouldBe(HttpStatusCode.Conflict);
        await channel.BooksHold();
    }

    [Fact]
    public async Task Of_two_events_of_one_moment_the_one_that_tells_of_more_counts_whichever_comes_first()
    {
        var sku = await Sales.Stocked(shop, 10);
        var (first, second) = (Channel.Paid(channel.Order(sku)), Channel.Paid(channel.Order(sku)));
        await channel.Send(first);
        await channel.Here(first, "awaiting_shipment");
        await channel.Send(first with { Canceled = true, Payment = ChannelPayment.Refunded, Refunded = first.Total });
        await channel.Here(first, "refund_completed");

        await channel.Send(second with { Canceled = true });
        await channel.Here(second, "refunding");
        foreach (var before in new[] { second, second with { Payment = ChannelPayment.Pending }, first })
        {
            await channel.Send(before);
            await channel.Read();
        }

        await channel.Here(second, "refunding");
        await channel.Here(first, "refund_completed");
        (await channel.Stock(sku)).ShouldBe((10, 0, 0));
        await channel.BooksHold();
    }

    [Fact]
    public async Task Lines_changed_before_shipping_are_followed_with_history_and_stock()
    {
        var (sku, other) = (await Sales.Stocked(shop, 10), await Sales.Stocked(shop, 10));
        var order = channel.Order(sku);
        await channel.Send(order);
        await channel.Here(order, "awaiting_payment");

        var edited = Channel.Later(order) with
        {
            Goods = 25_000,
            Total = 25_600,
            Lines = [new("L1", sku, "龙井", "", 1, 10_000, 500, 0), new("L2", other, "龙井", "", 3, 5_000, 0, 0)],
        };
        await channel.Send(edited);
        await ShopFixture.Eventually(async () => ((long)(await channel.Here(order))["total"]!["amount"]!).ShouldBe(25_600));
        (await channel.Stock(sku)).ShouldBe((10, 1, 0));
        (await channel.Stock(other)).ShouldBe((10, 3, 0));
        await channel.Send(Channel.Paid(edited));
        var paid = await channel.Here(order, "awaiting_shipment");

        paid["timeline"]!.AsArray().Select(t => (string)t!["kind"]!).ShouldContain("edited");
        (await channel.Stock(other)).ShouldBe((10, 0, 3));
        // Cheaper after paying: the lines follow, the difference goes back where the money is.
        var cheaper = Channel.Later(Channel.Paid(edited)) with
        {
            Goods = 20_000,
            Total = 20_600,
            Lines = [edited.Lines[0], edited.Lines[1] with { Quantity = 2 }],
        };
        await channel.Send(cheaper);
        await ShopFixture.Eventually(async () => (await channel.Stock(other)).ShouldBe((10, 0, 2)));
        // Dearer after paying: nothing moves, a case tells.
        await channel.Send(Channel.Later(cheaper) with { Goods = 40_000, Total = 40_600, Lines = [edited.Lines[0], edited.Lines[1] with { Quantity = 6 }] });
        await ShopFixture.Eventually(async () => (await channel.Cases(order)).ShouldBe(["channel.edited"]));
        (await channel.Stock(other)).ShouldBe((10, 0, 2));
        await channel.BooksHold();
    }

    [Fact]
    public async Task Canceled_and_refunded_at_the_channel_is_canceled_and_refunded_here()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = Channel.Paid(channel.Order(sku));
        await channel.Send(order);
        await channel.Here(order, "awaiting_shipment");

        await channel.Send(Channel.Later(order) with { Canceled = true, CancelReason = "customer" });
        await channel.Here(order, "refunding");
        (await channel.Stock(sku)).ShouldBe((10, 0, 0));
        await ShopFixture.Eventually(async () => (await Gaps("channel.refund")).ShouldContain((await channel.Here(order))["number"]!.ToString()));
        await channel.Send(Channel.Later(order, 2) with { Canceled = true, Payment = ChannelPayment.Refunded, Refunded = order.Total });
        var here = await channel.Here(order, "refund_completed");

        (await Gaps("channel.refund")).ShouldNotContain(here["number"]!.ToString());
        await channel.BooksHold();
    }

    [Fact]
    public async Task A_part_refunded_at_the_channel_is_recorded_once()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = Channel.Paid(channel.Order(sku));
        await channel.Send(order);
        await channel.Here(order, "awaiting_shipment");

        var refunded = Channel.Later(order) with { Payment = ChannelPayment.PartlyRefunded, Refunded = 1_000 };
        await channel.Send(refunded);
        await channel.Send(refunded);
        await channel.Send(Channel.Later(refunded) with { Refunded = 1_500 });
        await ShopFixture.Eventually(async () => ((long)(await channel.Here(order))["money"]!["refunded"]!["amount"]!).ShouldBe(1_500));
        await channel.Read();

        (await channel.Here(order))["refunds"]!.AsArray().Select(r => (long)r!["amount"]!["amount"]!).ShouldBe([1_000, 500]);
        (await channel.Cases(order)).ShouldBe(["channel.partly_refunded"]);
        await channel.BooksHold();
    }

    [Fact]
    public async Task A_cancellation_after_shipping_is_a_case_and_no_cancellation()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = Channel.Paid(channel.Order(sku));
        await channel.Send(order);
        var here = await channel.Here(order, "awaiting_shipment");
        (await shop.Admin.Post($"/api/admin/orders/{here["number"]}/fulfillments",
            new { carrier = "shunfeng", trackingNumber = "SF" + order.ExternalId })).ShouldBe(HttpStatusCode.Created);

        await channel.Send(Channel.Later(order) with { Canceled = true });
        await ShopFixture.Eventually(async () => (await channel.Cases(order)).ShouldBe(["channel.canceled_shipped"]));

        await channel.Here(order, "shipped");
        await channel.BooksHold();
    }

    [Fact]
    public async Task Test_orders_and_orders_that_ended_there_are_kept_and_not_placed()
    {
        var sku = await Sales.Stocked(shop, 10);
        var test = channel.Order(sku) with { IsTest = true };
        var canceled = channel.Order(sku) with { Canceled = true };
        await channel.Send(test);
        await channel.Send(canceled);

        await ShopFixture.Eventually(async () =>
        {
            ((await channel.Arrival(test.ExternalId)).Row is { State: ArrivalState.Dismissed, Cause: "test" }).ShouldBeTrue();
            ((await channel.Arrival(canceled.ExternalId)).Row is { State: ArrivalState.Dismissed, Cause: "canceled" }).ShouldBeTrue();
        });
        (await channel.Stock(sku)).ShouldBe((10, 0, 0));
    }

    [Fact]
    public async Task Many_events_of_one_order_at_once_make_one_order()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = channel.Order(sku);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => channel.Send(i % 2 == 0 ? order : Channel.Paid(order))));

        await channel.Here(order, "awaiting_shipment");
        await channel.Read();
        (await channel.Here(order, "awaiting_shipment"))["payments"]!.AsArray().Count.ShouldBe(1);
        (await channel.Stock(sku)).ShouldBe((10, 0, 2));
        await channel.BooksHold();
    }

    private async Task<List<(string Kind, string Account, long Debit, long Credit)>> Ledger(string number) => await shop.With<ShopDb, List<(string, string, long, long)>>(db => db.Query(
        new Statement("select e.kind, p.account, p.debit, p.credit from ledger_entry e join ledger_posting p on p.order_number = e.order_number and p.entry_id = e.id where e.order_number = $1 order by e.kind, p.account"),
        r => (r.Text(0), r.Text(1), r.Long(2), r.Long(3)), long.Parse(number)));

    private async Task<List<string?>> Gaps(string kind) => (await shop.Admin.Get("/api/admin/assurance/gaps?limit=200")).ShouldBe(HttpStatusCode.OK)
        .Json!["items"]!.AsArray().Where(g => (string)g!["kind"]! == kind).Select(g => (string?)g!["order"]).ToList();
}

[Collection(OnSqlite.Name)]
public sealed class ChannelOrderOnSqlite(SqliteShop shop) : ChannelOrderTests(shop);

[Collection(OnPostgres.Name)]
public sealed class ChannelOrderOnPostgres(PostgresShop shop) : ChannelOrderTests(shop);
