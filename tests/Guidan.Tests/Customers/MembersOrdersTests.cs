using System.Net;
using Guidan.Kernel;
using Guidan.Tests.Assurance;

namespace Guidan.Tests.Customers;

/// <summary>Orders of an account, what is taken along, what is erased, and what the back office sees.</summary>
public abstract class MembersOrdersTests(ShopFixture shop)
{
    [Fact]
    public async Task What_is_ordered_while_signed_in_is_in_the_account_newest_first()
    {
        using var browser = await Members.New(shop);
        var (first, second) = (await Members.Order(shop, browser), await Members.Order(shop, browser));
        (await Members.Orders(browser)).ShouldBe([(string)second["number"]!, (string)first["number"]!]);
        var page = (await browser.Get("/api/store/account/orders?limit=1")).Json!;
        ((string?)page["items"]!.AsArray().Single()!["number"]).ShouldBe((string?)second["number"]);
        var rest = (await browser.Get($"/api/store/account/orders?limit=1&after={page["next"]}")).Json!;
        ((string?)rest["items"]!.AsArray().Single()!["number"]).ShouldBe((string?)first["number"]);
        rest["next"].ShouldBeNull();
        rest["items"]![0]!.AsObject().ContainsKey("note").ShouldBeFalse("the merchant's note is the merchant's");
        (await browser.Get("/api/store/account/orders?limit=0")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await shop.Store.Get("/api/store/account/orders")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    [Fact]
    public async Task Ones_own_order_opens_without_its_link_and_nobody_elses_does()
    {
        using var owner = await Members.New(shop);
        using var other = await Members.New(shop);
        var number = (string)(await Members.Order(shop, owner))["number"]!;
        (await owner.Get($"/api/store/orders/{number}")).ShouldBe(HttpStatusCode.OK);
        (await other.Get($"/api/store/orders/{number}")).ShouldRefuse(HttpStatusCode.NotFound, "order.unknown");
        (await shop.Store.Get($"/api/store/orders/{number}")).ShouldRefuse(HttpStatusCode.NotFound, "order.unknown");
        (await other.Post($"/api/store/orders/{number}/cancel", new { })).ShouldRefuse(HttpStatusCode.NotFound, "order.unknown");
        (await Members.Orders(other)).ShouldBeEmpty();
        (await owner.Post($"/api/store/orders/{number}/cancel", new { })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_guests_order_is_added_by_its_link_once()
    {
        var placed = await Members.Order(shop, shop.Store);
        var (number, token) = ((string)placed["number"]!, (string)placed["token"]!);
        using var browser = await Members.New(shop);
        using var other = await Members.New(shop);
        (await shop.Store.Post($"/api/store/orders/{number}/claim?token={token}")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await browser.Post($"/api/store/orders/{number}/claim")).ShouldRefuse(HttpStatusCode.NotFound, "order.unknown");
        (await browser.Post($"/api/store/orders/{number}/claim?token={token[..^1]}x")).ShouldRefuse(HttpStatusCode.NotFound, "order.unknown");
        (await Members.Orders(browser)).ShouldBeEmpty();
        (await browser.Post($"/api/store/orders/{number}/claim?token={token}")).ShouldBe(HttpStatusCode.OK);
        (await browser.Post($"/api/store/orders/{number}/claim?token={token}")).ShouldBe(HttpStatusCode.OK);
        (await other.Post($"/api/store/orders/{number}/claim?token={token}")).ShouldRefuse(HttpStatusCode.Conflict, "order.claimed");
        (await Members.Orders(browser)).ShouldBe([number]);
        (await Members.Orders(other)).ShouldBeEmpty();
        var history = (await shop.Admin.Get($"/api/admin/orders/{number}")).Json!["timeline"]!.AsArray();
        history.Count(e => (string?)e!["kind"] == "claimed").ShouldBe(1);
    }

    [Fact]
    public async Task Everything_kept_about_a_customer_is_taken_along()
    {
        var phone = Members.NewPhone();
        using var browser = await Members.New(shop, phone, "李雷");
        await Members.AddAddress(browser);
        var own = (string)(await Members.Order(shop, browser))["number"]!;
        var gift = await Members.Order(shop, shop.Store);
        (await browser.Post($"/api/store/orders/{gift["number"]}/claim?token={gift["token"]}")).ShouldBe(HttpStatusCode.OK);
        var data = (await browser.Get("/api/store/account/export")).ShouldBe(HttpStatusCode.OK).Json!;
        ((string?)data["account"]!["phone"]).ShouldBe(phone);
        ((string?)data["addresses"]![0]!["line"]).ShouldBe("文三路12号3幢501");
        var orders = data["orders"]!.AsArray().ToDictionary(o => (string)o!["number"]!, o => o!);
        ((string?)orders[own]["recipient"]!["line"]).ShouldBe("文三路1号");
        ((string?)orders[own]["lines"]![0]!["name"]).ShouldNotBeNullOrEmpty();
        ((string?)orders[(string)gift["number"]!]["recipient"]!["line"]).ShouldBe("****", "it came by its link and may be somebody else's");
        (await shop.Store.Get("/api/store/account/export")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    [Fact]
    public async Task Erasing_takes_the_account_and_its_addresses_and_leaves_the_orders()
    {
        var phone = Members.NewPhone();
        using var browser = await Members.New(shop, phone, "李雷");
        await Members.AddAddress(browser);
        var placed = await Members.Order(shop, browser);
        var id = (string)(await browser.Get("/api/store/account")).Json!["id"]!;
        (await browser.Post("/api/store/account/erase", new { password = "wrong" }, "")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await Members.Addresses(browser)).Count.ShouldBe(1);
        (await browser.Post("/api/store/account/erase", new { password = Members.Password }, "")).ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await Members.SignIn(browser, phone)).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        (await shop.Admin.Get($"/api/admin/customers/{id}")).ShouldRefuse(HttpStatusCode.NotFound, "customer.unknown");
        foreach (var rows in Left) (await shop.With<ShopDb, List<long>>(db => db.Query(rows, r => r.Long(0), Guid.Parse(id)))).ShouldBe([0]);
        (await shop.Store.Get($"/api/store/orders/{placed["number"]}?token={placed["token"]}")).ShouldBe(HttpStatusCode.OK);
        var seen = (await shop.Admin.Get($"/api/admin/orders/{placed["number"]}")).ShouldBe(HttpStatusCode.OK).Json!;
        ((string?)seen["buyer"]!["id"]).ShouldBe(id);
        seen["buyer"]!["name"].ShouldBeNull();
        using var again = await Members.New(shop, phone);
        (await Members.Orders(again)).ShouldBeEmpty();
    }

    private static readonly Statement[] Left =
    [
        new("select count(*) from customers_customer where id = $1"), new("select count(*) from customers_address where customer_id = $1"),
        new("select count(*) from customers_session where customer_id = $1"),
    ];

    [Fact]
    public async Task The_back_office_lists_customers_newest_first_and_finds_them_exactly()
    {
        var (phone, email) = (Members.NewPhone(), Members.NewEmail());
        using var first = await Members.New(shop, phone, "李雷");
        using var second = await Members.New(shop, email, "韩梅梅");
        var rows = (await shop.Admin.Get("/api/admin/customers?limit=2")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
        rows.Select(r => (string?)r!["name"]).ShouldBe(["韩梅梅", "李雷"]);
        async Task<string?[]> Found(string query) => (await shop.Admin.Get($"/api/admin/customers?query={Uri.EscapeDataString(query)}"))
            .ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(r => (string?)r!["name"]).ToArray();
        (await Found(phone)).ShouldBe(["李雷"]);
        (await Found(email.ToUpperInvariant())).ShouldBe(["韩梅梅"]);
        (await Found(phone[..^1])).ShouldBeEmpty();
        (await Found("李雷")).ShouldBeEmpty();
        (await shop.Admin.Get($"/api/admin/customers?query={new string('1', 255)}")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task Whoever_may_not_see_people_sees_them_masked()
    {
        var phone = Members.NewPhone();
        using var browser = await Members.New(shop, phone, "李雷");
        await Members.AddAddress(browser);
        var id = (string)(await browser.Get("/api/store/account")).Json!["id"]!;
        using var marketing = await shop.AdminClient("marketing");
        var masked = (await marketing.Get($"/api/admin/customers/{id}")).ShouldBe(HttpStatusCode.OK).Json!;
        ((string?)masked["name"]).ShouldBe("李*");
        ((string?)masked["phone"]).ShouldBe($"{phone[..3]}****{phone[^4..]}");
        ((string?)masked["addresses"]![0]!["line"]).ShouldBe("****");
        ((string?)(await marketing.Get($"/api/admin/customers?query={phone}")).Json!["items"]![0]!["name"]).ShouldBe("李*");
        using var service = await shop.AdminClient("service");
        ((string?)(await service.Get($"/api/admin/customers/{id}")).Json!["addresses"]![0]!["line"]).ShouldBe("文三路12号3幢501");
        using var goods = await shop.AdminClient("goods");
        (await goods.Get("/api/admin/customers")).ShouldRefuse(HttpStatusCode.Forbidden, "permission.missing");
    }

    [Fact]
    public async Task An_order_says_whether_its_buyer_is_a_guest_or_a_member()
    {
        using var browser = await Members.New(shop, name: "李雷");
        var number = (string)(await Members.Order(shop, browser))["number"]!;
        var id = (string)(await browser.Get("/api/store/account")).Json!["id"]!;
        var guests = await Members.Order(shop, shop.Store);
        var order = (await shop.Admin.Get($"/api/admin/orders/{number}")).Json!;
        ((string?)order["buyer"]!["id"], (string?)order["buyer"]!["name"]).ShouldBe((id, "李雷"));
        (await shop.Admin.Get($"/api/admin/orders/{guests["number"]}")).Json!["buyer"].ShouldBeNull();
        (await shop.Admin.Get($"/api/admin/orders?customer={id}")).Json!["items"]!.AsArray().Select(o => (string?)o!["number"]).ShouldBe([number]);
        (await shop.Admin.Get("/api/admin/orders?customer=nobody")).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }
}

[Collection(OnSqlite.Name)]
public sealed class MembersOrdersOnSqlite(SqliteShop shop) : MembersOrdersTests(shop);

[Collection(OnPostgres.Name)]
public sealed class MembersOrdersOnPostgres(PostgresShop shop) : MembersOrdersTests(shop);
