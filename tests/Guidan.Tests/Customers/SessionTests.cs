using System.Net;
using Guidan.Kernel;

namespace Guidan.Tests.Customers;

/// <summary>Signing up, in and out of an account over HTTP, as browsers do it.</summary>
public abstract class SessionTests(ShopFixture shop)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signing_up_opens_an_account_and_signs_in(bool byPhone)
    {
        var account = byPhone ? Members.NewPhone() : Members.NewEmail();
        using var browser = Members.Browser(shop);
        var typed = byPhone ? $"+86 {account[..3]}-{account[3..]}" : account.ToUpperInvariant();
        var made = (await Members.SignUp(browser, typed, name: "韩梅梅")).ShouldBe(HttpStatusCode.Created);
        made.Json!["password"].ShouldBeNull();
        var own = (await browser.Get("/api/store/account")).ShouldBe(HttpStatusCode.OK).Json!;
        ((string?)own["name"]).ShouldBe("韩梅梅");
        ((string?)own[byPhone ? "phone" : "email"]).ShouldBe(account);
        ((string?)own[byPhone ? "email" : "phone"]).ShouldBeNull();
        using var elsewhere = Members.Browser(shop);
        (await Members.SignIn(elsewhere, account)).ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Get("/api/store/account")).Json!.ToJsonString().ShouldBe(own.ToJsonString());
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_bound_to_the_host_over_tls()
    {
        using var browser = Members.Browser(shop);
        var cookie = (await Members.SignUp(browser, Members.NewPhone())).Response.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("guidan_account=");
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var secure = (await Members.SignUp(browser, Members.NewPhone())).Response.Headers.GetValues("Set-Cookie").Single();
        secure.ShouldStartWith("__Host-guidan_account=");
        secure.ShouldContain("; secure", Case.Insensitive);
    }

    [Theory]
    [InlineData("", Members.Password, "account")]
    [InlineData("1390000", Members.Password, "account")]
    [InlineData("12900000000", Members.Password, "account")]
    [InlineData("nobody@", Members.Password, "account")]
    [InlineData("13912345678", "short", "password")]
    [InlineData("13912345678", "12345678", "password")]
    [InlineData("13912345678", "13912345678", "password")]
    public async Task What_cannot_be_an_account_or_a_password_is_refused_by_field(string account, string password, string field)
    {
        using var browser = Members.Browser(shop);
        var refused = (await Members.SignUp(browser, account, password)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        refused.Json!["errors"]![field].ShouldNotBeNull(refused.Text);
        (await browser.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    [Theory]
    [InlineData("""{"account":"13912345678"}""")]
    [InlineData("""{"account":7,"password":"p"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"account":"13912345678","password":"p","admin":true}""")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        (await shop.Store.Post("/api/store/account", body)).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
        (await shop.Store.Post("/api/store/account/session", body)).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task A_phone_opens_one_account_and_the_first_one_stays_as_it_was()
    {
        var phone = Members.NewPhone();
        using var first = await Members.New(shop, phone);
        using var second = Members.Browser(shop);
        var refused = (await Members.SignUp(second, phone, "quite another sentence")).ShouldRefuse(HttpStatusCode.Conflict, "account.taken");
        refused.Json!["errors"]!["account"].ShouldNotBeNull();
        (await second.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await Members.SignIn(second, phone, "quite another sentence")).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        (await Members.SignIn(second, phone)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Strangers_and_wrong_passwords_get_the_same_words()
    {
        var phone = Members.NewPhone();
        using var member = await Members.New(shop, phone);
        using var browser = Members.Browser(shop);
        var wrong = (await Members.SignIn(browser, phone, "not the password")).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        var unknown = (await Members.SignIn(browser, Members.NewPhone())).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        unknown.Text.ShouldBe(wrong.Text);
    }

    [Fact]
    public async Task The_eleventh_try_must_wait_even_with_the_right_password()
    {
        var phone = Members.NewPhone();
        using var member = await Members.New(shop, phone);
        using var browser = Members.Browser(shop);
        for (var i = 0; i < 10; i++)
            (await Members.SignIn(browser, phone, "wrong password")).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        var refused = (await Members.SignIn(browser, phone)).ShouldRefuse(HttpStatusCode.TooManyRequests, "session.too_many_tries");
        refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 30);
        await shop.MoveClock(TimeSpan.FromMinutes(16));
        (await Members.SignIn(browser, phone)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_ends_every_session_and_the_old_password()
    {
        var phone = Members.NewPhone();
        using var browser = await Members.New(shop, phone);
        using var other = Members.Browser(shop);
        (await Members.SignIn(other, phone)).ShouldBe(HttpStatusCode.OK);
        const string next = "another long sentence";
        (await browser.Post("/api/store/account/password", new { current = "wrong", next }, "")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await browser.Post("/api/store/account/password", new { current = Members.Password, next = "short" }, ""))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await other.Get("/api/store/account")).ShouldBe(HttpStatusCode.OK);
        (await browser.Post("/api/store/account/password", new { current = Members.Password, next }, "")).ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await other.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
        (await Members.SignIn(browser, phone)).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        (await Members.SignIn(browser, phone, next)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_copy_of_its_cookie()
    {
        using var browser = Members.Browser(shop);
        var cookie = (await Members.SignUp(browser, Members.NewPhone())).Response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var copy = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(shop.Url) };
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        (await copy.Get("/api/store/account")).ShouldBe(HttpStatusCode.OK);
        (await browser.Delete("/api/store/account/session")).ShouldBe(HttpStatusCode.NoContent);
        (await copy.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    [Fact]
    public async Task A_session_past_its_day_opens_nothing()
    {
        var phone = Members.NewPhone();
        using var browser = await Members.New(shop, phone);
        var id = Guid.Parse((string)(await browser.Get("/api/store/account")).Json!["id"]!);
        await shop.With<ShopDb, bool>(async db =>
        {
            await db.Housekeep(() => db.Execute(Expire, id, shop.Clock.GetUtcNow()));
            return true;
        });
        (await browser.Get("/api/store/account")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    private static readonly Statement Expire = new("update customers_session set expires_at = $2 where customer_id = $1");

    [Fact]
    public async Task A_change_with_a_cookie_needs_the_guard_header_and_changes_nothing_without()
    {
        using var browser = await Members.New(shop);
        browser.DefaultRequestHeaders.Remove("X-Guidan");
        (await browser.Post("/api/store/account/addresses", Members.Address())).ShouldRefuse(HttpStatusCode.Forbidden, "session.unguarded");
        (await browser.Delete("/api/store/account/session")).ShouldRefuse(HttpStatusCode.Forbidden, "session.unguarded");
        (await Members.Addresses(browser)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_name_is_changed_freely_and_what_one_signs_in_with_only_with_the_password()
    {
        var (phone, next) = (Members.NewPhone(), Members.NewPhone());
        using var browser = await Members.New(shop, phone);
        (await browser.Put("/api/store/account", new { name = "李雷", phone }, "")).ShouldBe(HttpStatusCode.OK);
        (await browser.Put("/api/store/account", new { name = "李雷", phone = next }, "")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await browser.Put("/api/store/account", new { name = "李雷" }, "")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        ((string?)(await browser.Get("/api/store/account")).Json!["phone"]).ShouldBe(phone);
        (await browser.Put("/api/store/account", new { name = "李雷", phone = next, password = Members.Password }, "")).ShouldBe(HttpStatusCode.OK);
        using var elsewhere = Members.Browser(shop);
        (await Members.SignIn(elsewhere, phone)).ShouldRefuse(HttpStatusCode.Unauthorized, "account.wrong");
        (await Members.SignIn(elsewhere, next)).ShouldBe(HttpStatusCode.OK);
        using var other = await Members.New(shop, phone);
        (await other.Put("/api/store/account", new { phone = next, password = Members.Password }, "")).ShouldRefuse(HttpStatusCode.Conflict, "account.taken");
        ((string?)(await other.Get("/api/store/account")).Json!["phone"]).ShouldBe(phone);
    }
}

[Collection(OnSqlite.Name)]
public sealed class CustomerSessionOnSqlite(SqliteShop shop) : SessionTests(shop);

[Collection(OnPostgres.Name)]
public sealed class CustomerSessionOnPostgres(PostgresShop shop) : SessionTests(shop);
