using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Guidan.Assurance;
using Guidan.Channels;
using Guidan.Tests.Channels;

namespace Guidan.Tests.Assurance;

/// <summary>Orders of other shops that do not come home, or part ways later: each cause provoked, told, and gone by its remedy.</summary>
public abstract class CausesOfChannelsTests(WiredShop shop)
{
    private readonly GapWatch gaps = new(shop);
    private readonly Channel channel = new(shop);

    [Theory, Cause]
    [InlineData("channel.unreadable")]
    [InlineData("channel.sku")]
    [InlineData("channel.price")]
    [InlineData("channel.currency")]
    [InlineData("channel.address")]
    [InlineData("channel.stock")]
    public async Task An_order_that_cannot_come_home_waits_by_its_cause_and_its_remedy_brings_it_home(string code)
    {
        var sku = await Sales.Stocked(shop, code == "channel.stock" ? 1 : 10);
        var (whole, theirs) = (channel.Order(sku), "X-" + Guid.CreateVersion7().ToString("N")[^10..]);
        var sent = code switch
        {
            "channel.sku" => whole with { Lines = [whole.Lines[0] with { Sku = theirs }] },
            "channel.price" => whole with { Total = 19_000 },
            "channel.currency" => whole with { Currency = "USD" },
            "channel.address" => whole with { Recipient = whole.Recipient with { Line = null } },
            _ => whole,
        };
        if (code == "channel.unreadable") await channel.SendBody(Spoiled(sent));
        else await channel.Send(sent);

        var gap = await gaps.Named(code, About(whole));
        if (code != "channel.unreadable") await gaps.ToldOfArrival(code, whole.ExternalNumber, whole.Recipient.Phone!);
        gap.Action.Link.ShouldBe("/unreturned");
        await Mend(code, whole, sku, theirs);

        await gaps.Gone(gap);
        await channel.Here(whole, "awaiting_payment");
    }

    [Fact, Cause("channel.refused")]
    public async Task An_order_that_a_rule_refuses_waits_and_goes_on_when_the_rule_lets_it()
    {
        var order = channel.Order(await Sales.Stocked(shop, 10));
        await Delivery(_ => false);
        await channel.Send(order);

        var gap = await gaps.Named("channel.refused", About(order));
        await gaps.ToldOfArrival("channel.refused", order.ExternalNumber, order.Recipient.Phone!);
        await Delivery(code => code == "courier");
        (await channel.Remedy(order, "retry")).ShouldBe(HttpStatusCode.OK);

        await gaps.Gone(gap);
        await channel.Here(order, "awaiting_payment");
    }

    [Theory, Cause]
    [InlineData("channel.edited")]
    [InlineData("channel.canceled_shipped")]
    [InlineData("channel.shipped_elsewhere")]
    [InlineData("channel.partly_refunded")]
    [InlineData("channel.money")]
    [InlineData("channel.refund")]
    public async Task What_parts_ways_after_it_came_home_is_named_and_agrees_again_by_its_remedy(string code)
    {
        var order = Channel.Paid(channel.Order(await Sales.Stocked(shop, 10)));
        await channel.Send(order);
        var number = (string)(await channel.Here(order, "awaiting_shipment"))["number"]!;
        if (code == "channel.canceled_shipped") await Ship(number);
        var changed = Channel.Later(order);
        await channel.Send(code switch
        {
            // Dearer than what was paid.
            "channel.edited" => changed with { Goods = 30_000, Total = 30_600, Lines = [order.Lines[0] with { Quantity = 3 }] },
            "channel.shipped_elsewhere" => changed with { Fulfilled = true },
            "channel.partly_refunded" => changed with { Payment = ChannelPayment.PartlyRefunded, Refunded = 1_000 },
            "channel.money" => changed with { Payment = ChannelPayment.Refunded, Refunded = order.Total + 9_400 },
            _ => changed with { Canceled = true },
        });

        var gap = await gaps.Named(code, g => g.Order == number);
        if (Provoked.Find(code).Customer is not null) await gaps.Told(code, number, "phone=" + order.Recipient.Phone);
        gap.Action.Link.ShouldBe($"/orders/{number}");
        // Whoever holds the money is called by its name.
        if (code == "channel.refund") gap.Cause.ShouldBe("这笔钱在开放接口手里，要到那边退");
        if (code is "channel.shipped_elsewhere" or "channel.partly_refunded") await Ship(number);
        else await channel.Send(code == "channel.edited" ? Channel.Later(order, 2)
            : Channel.Later(order, 2) with { Canceled = code != "channel.money", Payment = ChannelPayment.Refunded, Refunded = order.Total });

        await gaps.Gone(gap);
        await channel.BooksHold();
    }

    [Fact, Cause("channel.poll")]
    public async Task A_channel_that_does_not_answer_is_named_and_is_asked_until_it_does()
    {
        await Faults(new { answer = "error", answerMethod = "woocommerce.orders" });
        await ShopFixture.Eventually(async () => (await Health("woocommerce")).FailingSince.ShouldNotBeNull());
        await shop.MoveClock(TimeSpan.FromMinutes(31));

        var gap = await gaps.Named("channel.poll", g => g.Subject == "woocommerce");
        await Faults(new { });

        await gaps.Gone(gap);
        (await Health("woocommerce")).PollError.ShouldBeNull();
    }

    [Fact, Cause("channel.subscription")]
    public async Task A_subscription_that_cannot_be_made_anew_is_named_and_is_made_once_the_channel_lets_it()
    {
        await Faults(new { answer = "error", answerMethod = "shopify.webhooks.post" });
        (await shop.Hands.PostAsync("/sandbox/shopify/webhooks/forget", null)).EnsureSuccessStatusCode();

        var gap = await gaps.Named("channel.subscription", g => g.Subject == "shopify");
        await Faults(new { });

        await gaps.Gone(gap);
        (await Health("shopify")).Subscription.ShouldBeOneOf(SubscriptionState.Mended, SubscriptionState.Exists);
    }

    private async Task Mend(string code, ChannelOrder whole, string sku, string theirs)
    {
        switch (code)
        {
            case "channel.sku":
                (await channel.Remedy(whole, "match-sku", new { theirs, sku })).ShouldBe(HttpStatusCode.OK);
                break;
            case "channel.price":
                (await channel.Remedy(whole, "accept")).ShouldBe(HttpStatusCode.OK);
                break;
            case "channel.address":
                var (contact, address) = (new { name = "韩梅梅", phone = whole.Recipient.Phone },
                    new { country = "CN", province = "浙江省", city = "杭州市", district = "西湖区", line = "文三路9号" });
                (await channel.Remedy(whole, "mend", new { contact, shippingAddress = address })).ShouldBe(HttpStatusCode.OK);
                break;
            case "channel.stock":
                (await shop.Admin.Post($"/api/admin/stock/{sku}/movements", new { quantity = 5, reason = "restock" })).ShouldBe(HttpStatusCode.Created);
                break;
            default:
                // Right at the channel now: its next event goes on by itself.
                await channel.Send(Channel.Later(whole));
                break;
        }
    }

    private static Func<Gap, bool> About(ChannelOrder order) => g => g.Subject == "standard:" + order.ExternalId;

    private static byte[] Spoiled(ChannelOrder order) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(StandardPayload.Write(order)).Replace("\"quantity\":2", "\"quantity\":2.5", StringComparison.Ordinal));

    private async Task Ship(string number) => (await shop.Admin.Post($"/api/admin/orders/{number}/fulfillments",
        new { carrier = "shunfeng", trackingNumber = "SF" + Guid.CreateVersion7().ToString("N")[^12..].ToUpperInvariant() })).ShouldBe(HttpStatusCode.Created);

    private async Task Delivery(Func<string, bool> enabled)
    {
        var settings = (await shop.Admin.Get("/api/admin/settings/delivery")).ShouldBe(HttpStatusCode.OK).Json!;
        foreach (var method in settings["methods"]!.AsArray()) method!["enabled"] = JsonValue.Create(enabled((string)method["code"]!));
        (await shop.Admin.Put("/api/admin/settings/delivery", settings.ToJsonString())).ShouldBe(HttpStatusCode.OK);
    }

    private async Task Faults(object faults) => (await shop.Hands.Post("/sandbox/faults", faults, "")).ShouldBe(HttpStatusCode.OK);

    private async Task<ChannelHealth> Health(string code) =>
        (await shop.Admin.Get("/api/admin/channels")).ShouldBe(HttpStatusCode.OK).As<List<ChannelHealth>>().Single(h => h.Channel == code);
}

public sealed class CausesOfChannelsOnSqlite(WiredSqliteShop shop) : CausesOfChannelsTests(shop), IClassFixture<WiredSqliteShop>;

public sealed class CausesOfChannelsOnPostgres(WiredPostgresShop shop) : CausesOfChannelsTests(shop), IClassFixture<WiredPostgresShop>;
