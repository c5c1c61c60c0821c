using System.Net;
using System.Text;
using Guidan.Catalog;
using Guidan.Channels;
using Guidan.Kernel;
using Guidan.Tests.Assurance;

namespace Guidan.Tests.Channels;

/// <summary>Orders that cannot come home wait with their cause, and a remedy brings them home.</summary>
public abstract class ArrivalTests(ShopFixture shop)
{
    private readonly Channel channel = new(shop);

    [Fact]
    public async Task An_unknown_sku_is_matched_once_and_every_order_that_waits_for_it_goes_on()
    {
        var sku = await Sales.Stocked(shop, 10);
        var theirs = "X-" + Guid.CreateVersion7().ToString("N")[^10..];
        var (first, second) = (Channel.Paid(channel.Order(theirs)), Channel.Paid(channel.Order(theirs)));
        await channel.Send(first);
        await channel.Send(second);
        var waits = await channel.Waits(first, "sku");
        await channel.Waits(second, "sku");

        waits.Problems.Single().ShouldBe(new("sku", $"渠道货号{theirs}（龙井）不知道是哪件商品", theirs, "龙井 50克", null, null, 2, null, null, null));
        waits.Row.Remedies.ShouldBe(["match_sku", "dismiss"]);
        (waits.Row.CauseText, waits.Row.Amount).ShouldBe(("货号对不上", new Money(20_600, "CNY")));
        (await channel.Cases(first)).ShouldBe(["channel.sku"]);
        (await channel.Remedy(first, "match-sku", new { theirs, sku = "no-such" })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await channel.Remedy(first, "match-sku", new { theirs, sku })).ShouldBe(HttpStatusCode.OK);

        (await channel.Here(first, "awaiting_shipment"))["lines"]![0]!["sku"]!.ToString().ShouldBe(sku);
        await channel.Here(second, "awaiting_shipment");
        var third = channel.Order(theirs);
        await channel.Send(third);
        await channel.Here(third, "awaiting_payment");
        (await channel.Cases(first)).ShouldBeEmpty();
        (await channel.Stock(sku)).ShouldBe((10, 2, 4));
        (await channel.Remedy(first, "retry")).ShouldRefuse(HttpStatusCode.Conflict, "arrival.over");
        await channel.BooksHold();
    }

    [Fact]
    public async Task Goods_that_are_called_like_ours_are_suggested_and_others_are_not()
    {
        var sku = await Sales.Stocked(shop, 10);
        var ours = (await shop.With<SellableVariants, IReadOnlyDictionary<string, SellableVariant>>(v => v.Find([sku])))[sku];
        var theirs = "X-" + Guid.CreateVersion7().ToString("N")[^10..];
        var (same, half) = (channel.Order(theirs), channel.Order(theirs + "-2"));
        same = same with { Lines = [same.Lines[0] with { Name = ours.Name.En.ToUpperInvariant(), Options = ours.Options.Zh }] };
        half = half with { Lines = [half.Lines[0] with { Name = ours.Options.Zh, Options = "" }] };
        await channel.Send(same);
        await channel.Send(half);
        await channel.Waits(same, "sku");
        await channel.Waits(half, "sku");

        (await Suggested(half)).ShouldBeNull();
        (await Suggested(same)).ShouldBe(new ArrivalSuggestion(theirs, sku, ours.Name.Zh, ours.Options.Zh));
        (await channel.Remedy(same, "match-sku", new { theirs, sku })).ShouldBe(HttpStatusCode.OK);
        (await channel.Here(same, "awaiting_payment"))["lines"]![0]!["sku"]!.ToString().ShouldBe(sku);
        (await channel.Remedy(half, "dismiss", new { reason = "不卖这件" })).ShouldBe(HttpStatusCode.OK);

        async Task<ArrivalSuggestion?> Suggested(ChannelOrder order) =>
            (await shop.Admin.Get("/api/admin/channels/arrivals?state=waiting&cause=sku&limit=200")).ShouldBe(HttpStatusCode.OK)
                .As<Page<ArrivalRow>>().Items.Single(r => r.ExternalId == order.ExternalId).Suggested;
    }

    [Fact]
    public async Task An_order_that_waits_is_overdue_once_the_time_of_its_cause_is_over()
    {
        var order = channel.Order("X-" + Guid.CreateVersion7().ToString("N")[^10..]);
        await channel.Send(order);
        await channel.Waits(order, "sku");

        var (waiting, overdue) = await Unreturned();
        overdue.ShouldBeLessThan(waiting);
        await shop.MoveClock(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        (await Unreturned()).ShouldBe((waiting, waiting));

        (await channel.Remedy(order, "dismiss", new { reason = "不卖这件" })).ShouldBe(HttpStatusCode.OK);
        (await Unreturned()).ShouldBe((waiting - 1, waiting - 1));

        async Task<(int, int)> Unreturned()
        {
            var work = (await shop.Admin.Get("/api/admin/home")).ShouldBe(HttpStatusCode.OK).Json!["work"]!.AsArray();
            var one = work.Single(w => (string)w!["kind"]! == "unreturned")!;
            return ((int)one["count"]!, (int)one["overdue"]!);
        }
    }

    [Fact]
    public async Task A_recipient_is_mended_in_a_form_and_the_mended_one_stays()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = channel.Order(sku);
        order = order with { Recipient = order.Recipient with { Phone = "1380013", Line = null } };
        await channel.Send(order);
        var waits = await channel.Waits(order, "address");
        waits.Problems.Select(p => (p.Field, p.Text)).ShouldBe([("contact.phone", "手机号少4位，应为11位"), ("shippingAddress.line", "详细地址没写")]);

        var contact = new { name = "韩梅梅", phone = "13800138111" };
        var address = new { country = "CN", province = "浙江省", city = "杭州市", district = "西湖区", line = "" };
        (await channel.Remedy(order, "mend", new { contact, shippingAddress = address })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await channel.Remedy(order, "mend", new { contact, shippingAddress = new { country = "CN", province = "浙江省", city = "杭州市", district = "西湖区", line = "文三路9号" } })).ShouldBe(HttpStatusCode.OK);
        await channel.Here(order, "awaiting_payment");
        await channel.Send(Channel.Paid(order));

        var here = await channel.Here(order, "awaiting_shipment");
        ((string?)here["recipient"]!["line"], (string?)here["recipient"]!["phone"]).ShouldBe(("文三路9号", "13800138111"));
        await channel.BooksHold();
    }

    [Fact]
    public async Task Sums_that_disagree_wait_until_the_channels_total_is_accepted()
    {
        var sku = await Sales.Stocked(shop, 10);
        var (less, more) = (channel.Order(sku), channel.Order(sku));
        (less, more) = (Channel.Paid(less with { Total = 19_000 }), Channel.Paid(more with { Total = 21_000 }));
        await channel.Send(less);
        await channel.Send(more);
        (await channel.Waits(less, "price")).Problems.Single().Text.ShouldBe("各行加起来是¥206.00，渠道的合计是¥190.00");
        await channel.Waits(more, "price");
        (await channel.Remedy(less, "accept")).ShouldBe(HttpStatusCode.OK);
        (await channel.Remedy(more, "accept")).ShouldBe(HttpStatusCode.OK);

        var (cheaper, dearer) = (await channel.Here(less, "awaiting_shipment"), await channel.Here(more, "awaiting_shipment"));
        ((long)cheaper["money"]!["total"]!["amount"]!, (long)cheaper["money"]!["discount"]!["amount"]!).ShouldBe((19_000, 2_100));
        ((long)dearer["money"]!["total"]!["amount"]!, (long)dearer["money"]!["freight"]!["amount"]!).ShouldBe((21_000, 1_200));
        await channel.BooksHold();
    }

    [Fact]
    public async Task What_is_short_goes_on_by_itself_when_stock_comes()
    {
        var sku = await Sales.Stocked(shop, 1);
        var order = Channel.Paid(channel.Order(sku));
        await channel.Send(order);
        var waits = await channel.Waits(order, "stock");
        (waits.Problems.Single().Sku, waits.Problems.Single().Asked, waits.Problems.Single().Available).ShouldBe((sku, 2, 1));

        (await shop.Admin.Post($"/api/admin/stock/{sku}/movements", new { quantity = 5, reason = "restock" })).ShouldBe(HttpStatusCode.Created);

        await channel.Here(order, "awaiting_shipment");
        (await channel.Stock(sku)).ShouldBe((6, 0, 2));
        (await channel.Cases(order)).ShouldBeEmpty();
        await channel.BooksHold();
    }

    [Fact]
    public async Task Another_currency_waits_and_can_be_dismissed_with_a_reason_and_brought_back()
    {
        var order = channel.Order(await Sales.Stocked(shop, 10)) with { Currency = "USD" };
        await channel.Send(order);
        (await channel.Waits(order, "currency")).Row.Remedies.ShouldBe(["retry", "dismiss"]);

        (await channel.Remedy(order, "dismiss", new { reason = " " })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await channel.Remedy(order, "dismiss", new { reason = "渠道已退款" })).ShouldBe(HttpStatusCode.OK);
        var row = (await channel.Arrival(order.ExternalId)).Row;
        (row.State, row.Cause, row.Reason, row.Amount).ShouldBe((ArrivalState.Dismissed, "dismissed", "渠道已退款", new Money(20_600, "USD")));
        (await channel.Cases(order)).ShouldBeEmpty();
        await channel.Send(Channel.Later(order));
        await channel.Read();
        (await channel.Arrival(order.ExternalId)).Row.State.ShouldBe(ArrivalState.Dismissed);
        (await channel.Remedy(order, "retry")).ShouldBe(HttpStatusCode.OK);
        await channel.Waits(order, "currency");
    }

    [Fact]
    public async Task What_cannot_be_read_waits_and_a_readable_event_goes_on()
    {
        var sku = await Sales.Stocked(shop, 10);
        var order = channel.Order(sku);
        var broken = Encoding.UTF8.GetString(StandardPayload.Write(order)).Replace("\"quantity\":2", "\"quantity\":2.5", StringComparison.Ordinal);
        (await channel.SendBody(Encoding.UTF8.GetBytes(broken))).ShouldBe(HttpStatusCode.OK);
        (await channel.SendBody("no JSON"u8.ToArray())).ShouldBe(HttpStatusCode.OK);
        (await channel.Waits(order, "unreadable")).Problems.Single().Text.ShouldBe("data.lines[0].quantity：数量应为大于零的整数");

        await channel.Send(order);

        await channel.Here(order, "awaiting_payment");
        (await channel.Cases(order)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_see_people_sees_masks_and_who_may_not_write_is_refused()
    {
        var order = channel.Order("no-" + Guid.CreateVersion7().ToString("N")[^8..]);
        await channel.Send(order);
        var whole = await channel.Waits(order, "sku");
        using var finance = await shop.AdminClient("finance");
        var masked = (await finance.Get($"/api/admin/channels/arrivals/standard/{order.ExternalId}")).ShouldBe(HttpStatusCode.OK).As<ArrivalDetail>();

        (whole.Recipient!.Name, whole.Raw!.Body is null).ShouldBe(("韩梅梅", false));
        (masked.Recipient!.Name, masked.Recipient.Line, masked.Raw!.Body).ShouldBe(("韩**", "****", null));
        masked.Raw.Sha256.ShouldBe(whole.Raw.Sha256);
        (await finance.Post($"/api/admin/channels/arrivals/standard/{order.ExternalId}/dismiss", new { reason = "x" })).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
        var list = (await shop.Admin.Get("/api/admin/channels/arrivals?channel=standard&cause=sku&limit=200")).ShouldBe(HttpStatusCode.OK).As<Page<ArrivalRow>>();
        list.Items.Select(i => i.ExternalId).ShouldContain(order.ExternalId);
        list.Items.Select(i => i.Since).ShouldBeInOrder();
        (await shop.Admin.Get("/api/admin/channels/arrivals?state=lost")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await shop.Admin.Get("/api/admin/channels/arrivals/standard/none")).ShouldRefuse(HttpStatusCode.NotFound, "arrival.unknown");
    }

    [Fact]
    public async Task The_health_of_a_channel_says_what_is_set_up_heard_and_waiting()
    {
        await channel.Send(channel.Order("no-" + Guid.CreateVersion7().ToString("N")[^8..]));
        await channel.Read();
        var healths = (await shop.Admin.Get("/api/admin/channels")).ShouldBe(HttpStatusCode.OK).As<List<ChannelHealth>>();

        var standard = healths.Single(h => h.Channel == "standard");
        (standard.Configured, standard.Polls, standard.Missing.Count, standard.LastWebhookAt is null).ShouldBe((true, false, 0, false));
        standard.Waiting.ShouldBeGreaterThanOrEqualTo(1);
        standard.WebhookUrl.ShouldEndWith("/api/channels/standard/webhooks");
    }
}

[Collection(OnSqlite.Name)]
public sealed class ArrivalOnSqlite(SqliteShop shop) : ArrivalTests(shop);

[Collection(OnPostgres.Name)]
public sealed class ArrivalOnPostgres(PostgresShop shop) : ArrivalTests(shop);
