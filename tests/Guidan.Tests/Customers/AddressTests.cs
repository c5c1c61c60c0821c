using System.Net;
using Guidan.Customers;
using Guidan.Kernel;
using Guidan.Web.Storefront;

namespace Guidan.Tests.Customers;

/// <summary>The addresses of an account, and that they are nobody else's.</summary>
public abstract class AddressTests(ShopFixture shop)
{
    [Fact]
    public async Task The_first_address_is_the_default_until_another_is()
    {
        using var browser = await Members.New(shop);
        var (first, second) = (await Members.AddAddress(browser), await Members.AddAddress(browser, Members.Address("韩梅梅")));
        (await Members.Addresses(browser)).Select(a => ((string?)a!["id"], (bool)a["isDefault"]!)).ShouldBe([(first, true), (second, false)]);
        (await browser.Post($"/api/store/account/addresses/{second}/default")).ShouldBe(HttpStatusCode.OK);
        (await Members.Addresses(browser)).Select(a => ((string?)a!["name"], (bool)a["isDefault"]!)).ShouldBe([("韩梅梅", true), ("李雷", false)]);
        (await browser.Delete($"/api/store/account/addresses/{second}")).ShouldBe(HttpStatusCode.OK);
        (await Members.Addresses(browser)).Select(a => ((string?)a!["id"], (bool)a["isDefault"]!)).ShouldBe([(first, true)]);
    }

    [Fact]
    public async Task An_address_is_changed_in_place()
    {
        using var browser = await Members.New(shop);
        var id = await Members.AddAddress(browser);
        (await browser.Put($"/api/store/account/addresses/{id}", Members.Address(line: "解放路7号"))).ShouldBe(HttpStatusCode.OK);
        (await Members.Addresses(browser)).Select(a => ((string?)a!["id"], (string?)a["line"])).ShouldBe([(id, "解放路7号")]);
    }

    [Fact]
    public async Task What_is_wrong_with_an_address_is_said_by_field_and_nothing_is_saved()
    {
        using var browser = await Members.New(shop);
        var refused = (await browser.Post("/api/store/account/addresses", new { name = "", phone = "1380013800", province = "", city = "杭州市", line = new string('路', 201) }))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        refused.Json!["errors"]!.AsObject().Select(e => e.Key).Order().ShouldBe(["line", "name", "phone", "province"]);
        ((string?)refused.Json["errors"]!["phone"]![0]).ShouldBe("手机号少一位，应为11位");
        (await Members.Addresses(browser)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twenty_addresses_are_kept_and_no_more()
    {
        using var browser = await Members.New(shop);
        for (var i = 0; i < SaveAddress.AddressesMost; i++) await Members.AddAddress(browser, Members.Address(line: $"文三路{i + 1}号"));
        (await browser.Post("/api/store/account/addresses", Members.Address())).ShouldRefuse(HttpStatusCode.Conflict, "address.too_many");
        (await Members.Addresses(browser)).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Another_customers_address_is_not_found_and_stays_as_it_is()
    {
        using var owner = await Members.New(shop);
        using var other = await Members.New(shop);
        var id = await Members.AddAddress(owner);
        (await other.Put($"/api/store/account/addresses/{id}", Members.Address("贼"))).ShouldRefuse(HttpStatusCode.NotFound, "address.unknown");
        (await other.Delete($"/api/store/account/addresses/{id}")).ShouldRefuse(HttpStatusCode.NotFound, "address.unknown");
        (await other.Post($"/api/store/account/addresses/{id}/default")).ShouldRefuse(HttpStatusCode.NotFound, "address.unknown");
        (await Members.Addresses(owner)).Select(a => ((string?)a!["id"], (string?)a["name"])).ShouldBe([(id, "李雷")]);
        (await Members.Addresses(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guest_has_no_addresses()
    {
        (await shop.Store.Get("/api/store/account/addresses")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await shop.Store.Post("/api/store/account/addresses", Members.Address())).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    [Fact]
    public async Task A_repeated_request_saves_once_and_leaves_no_readable_address_behind()
    {
        using var browser = await Members.New(shop);
        var (key, street) = (Guid.CreateVersion7().ToString(), $"暗巷{Guid.CreateVersion7():N}号");
        var first = (await browser.Post("/api/store/account/addresses", Members.Address(line: street), key)).ShouldBe(HttpStatusCode.Created);
        (await browser.Post("/api/store/account/addresses", Members.Address(line: street), key)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        (await Members.Addresses(browser)).Count.ShouldBe(1);
        (await shop.With<ShopDb, List<long>>(db => db.Query(Stored, r => r.Long(0), $"%{street}%"))).ShouldBe([0]);
    }

    private static readonly Statement Stored = new("select count(*) from kernel_claim where answer like $1");

    [Theory]
    [InlineData("/o/1?token=2", "/o/1?token=2")]
    [InlineData("https://elsewhere.example/", "/account")]
    [InlineData("//elsewhere.example/", "/account")]
    [InlineData("/\\elsewhere.example/", "/account")]
    [InlineData("/a\r\nb", "/account")]
    [InlineData("", "/account")]
    [InlineData(null, "/account")]
    public void Nobody_is_sent_to_another_site_after_signing_in(string? asked, string goes) => SignForm.Local(asked).ShouldBe(goes);
}

[Collection(OnSqlite.Name)]
public sealed class AddressesOnSqlite(SqliteShop shop) : AddressTests(shop);

[Collection(OnPostgres.Name)]
public sealed class AddressesOnPostgres(PostgresShop shop) : AddressTests(shop);
