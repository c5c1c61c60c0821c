using System.Net;
using System.Text.Json.Nodes;
using Guidan.Staff;

namespace Guidan.Tests.Staff;

/// <summary>Signing in and out over HTTP, as browsers do it.</summary>
public abstract class SessionTests(ShopFixture shop)
{
    private const string Password = "a long enough sentence";

    [Fact]
    public async Task Signing_in_answers_who_one_is_and_what_one_may_do()
    {
        var email = await Member("service");
        using var browser = shop.Client("en");
        var me = (await SignIn(browser, email.ToUpperInvariant(), Password)).ShouldBe(HttpStatusCode.OK).Json!;
        ((string?)me["name"]).ShouldBe("Somebody");
        ((string?)me["email"]).ShouldBe(email);
        ((string?)me["role"]!["code"]).ShouldBe("service");
        ((string?)me["role"]!["name"]).ShouldBe("Customer service");
        ((string?)me["shop"]!["timeZone"]).ShouldBe("Asia/Shanghai");
        ((bool?)me["shop"]!["demo"]).ShouldBe(false);
        (await browser.Get("/api/admin/session")).ShouldBe(HttpStatusCode.OK).Json!.ToJsonString().ShouldBe(me.ToJsonString());
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_other_sites()
    {
        var email = await Member("service");
        using var browser = shop.Client();
        var answered = await SignIn(browser, email, Password);
        var cookie = answered.Response.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldStartWith("guidan_session=");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var secure = (await SignIn(browser, email, Password)).Response.Headers.GetValues("Set-Cookie").Single();
        secure.ShouldStartWith("__Host-guidan_session=");
        secure.ShouldContain("; secure", Case.Insensitive);
    }

    [Fact]
    public async Task Strangers_wrong_passwords_and_disabled_members_get_the_same_words()
    {
        var (known, gone) = (await Member("service"), await Member("service"));
        await Disable(gone);
        using var browser = shop.Client();
        var answers = new List<string>();
        foreach (var (email, password) in new[] { (known, "not the password"), (NewEmail(), Password), (gone, Password) })
            answers.Add((await SignIn(browser, email, password)).ShouldRefuse(HttpStatusCode.Unauthorized, "session.wrong").Text);
        answers.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await SignedIn("service");
        (await browser.Delete("/api/admin/session")).ShouldBe(HttpStatusCode.NoContent);
        (await browser.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    [Fact]
    public async Task Disabling_a_member_ends_all_his_sessions_at_once()
    {
        var email = await Member("service");
        using var first = await SignedInAs(email);
        using var second = await SignedInAs(email);
        await Disable(email);
        (await first.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
        (await second.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
    }

    [Fact]
    public async Task A_change_with_a_cookie_needs_the_guard_header_and_changes_nothing_without()
    {
        using var browser = await SignedIn("owner");
        browser.DefaultRequestHeaders.Remove("X-Guidan");
        var email = NewEmail();
        var body = new { name = "Somebody", email, role = "service", password = Password };
        (await browser.Post("/api/admin/staff", body)).ShouldRefuse(HttpStatusCode.Forbidden, "session.unguarded");
        (await Emails()).ShouldNotContain(email);
        browser.DefaultRequestHeaders.Add("X-Guidan", "1");
        (await browser.Post("/api/admin/staff", body)).ShouldBe(HttpStatusCode.Created);
        (await Emails()).ShouldContain(email);
    }

    [Fact]
    public async Task The_eleventh_try_must_wait_even_with_the_right_password()
    {
        var email = await Member("service");
        using var browser = shop.Client();
        for (var i = 0; i < 10; i++)
            (await SignIn(browser, email, "wrong password")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.wrong");
        var refused = (await SignIn(browser, email, Password)).ShouldRefuse(HttpStatusCode.TooManyRequests, "session.too_many_tries");
        refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 30);
        await shop.MoveClock(TimeSpan.FromMinutes(16));
        (await SignIn(browser, email, Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_that_was_left_for_half_a_day_is_over()
    {
        using var browser = await SignedIn("service");
        await shop.MoveClock(TimeSpan.FromHours(12.1));
        (await browser.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
    }

    [Fact]
    public async Task A_new_password_ends_every_session_and_the_old_password()
    {
        var email = await Member("service");
        using var browser = await SignedInAs(email);
        (await browser.Post("/api/admin/session/password", new { current = "wrong", next = "another long sentence" }))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await browser.Post("/api/admin/session/password", new { current = Password, next = "another long sentence" })).ShouldBe(HttpStatusCode.OK);
        (await browser.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over");
        (await SignIn(browser, email, Password)).ShouldRefuse(HttpStatusCode.Unauthorized, "session.wrong");
        (await SignIn(browser, email, "another long sentence")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_is_asked_for_once_it_was_proved_and_opens_the_door_once()
    {
        var email = await Member("finance");
        using var browser = await SignedInAs(email);
        var secret = FromBase32((string)(await browser.Post("/api/admin/session/code")).ShouldBe(HttpStatusCode.OK).Json!["secret"]!);
        // Taken once: half a minute may end between two lines.
        var proved = Code(secret);
        (await browser.Put("/api/admin/session/code", new { code = "000000x", on = true })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "input.invalid");
        (await browser.Put("/api/admin/session/code", new { code = proved, on = true })).ShouldBe(HttpStatusCode.OK);
        using var other = shop.Client();
        (await SignIn(other, email, Password)).ShouldRefuse(HttpStatusCode.Unauthorized, "session.code_needed");
        (await SignIn(other, email, Password, proved)).ShouldRefuse(HttpStatusCode.Unauthorized, "session.code_wrong");
        await shop.MoveClock(TimeSpan.FromSeconds(61));
        var fresh = Code(secret);
        (await SignIn(other, email, Password, fresh)).ShouldBe(HttpStatusCode.OK);
        (await SignIn(other, email, Password, fresh)).ShouldRefuse(HttpStatusCode.Unauthorized, "session.code_wrong");
    }

    [Theory]
    [InlineData("""{"email":"x@y.z"}""")]
    [InlineData("""{"email":7,"password":"p"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"email":"x@y.z","password":"p","admin":true}""")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        (await shop.Store.Post("/api/admin/session", body)).ShouldRefuse(HttpStatusCode.BadRequest, "input.malformed");
    }

    [Fact]
    public async Task Nothing_below_admin_answers_a_stranger()
    {
        foreach (var path in (string[])["/api/admin/orders", "/api/admin/live", "/api/admin/nothing/here", "/api/admin/session"])
            (await shop.Store.Get(path)).ShouldRefuse(HttpStatusCode.Unauthorized, "session.missing");
    }

    private static string Code(byte[] secret, TimeProvider clock) => TimeCodes.At(secret, clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    private string Code(byte[] secret) => Code(secret, shop.Clock);

    private static byte[] FromBase32(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        return Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
    }

    private static string NewEmail() => $"m{Guid.CreateVersion7():N}@guidan.example";

    private static Task<Answered> SignIn(HttpClient browser, string email, string password, string? code = null) =>
        browser.Post("/api/admin/session", new { email, password, code }, key: "");

    private async Task<string> Member(string role)
    {
        var email = NewEmail();
        (await shop.With<AddStaff, bool>(async use => (await use.Run(new("Somebody", email, role, Password))).IsOk)).ShouldBeTrue();
        return email;
    }

    private async Task<HttpClient> SignedIn(string role) => await SignedInAs(await Member(role));

    private async Task<HttpClient> SignedInAs(string email)
    {
        var browser = shop.Client();
        browser.DefaultRequestHeaders.Add("X-Guidan", "1");
        (await SignIn(browser, email, Password)).ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    private async Task Disable(string email)
    {
        var id = (string)(await Rows()).Single(r => (string)r!["email"]! == email)!["id"]!;
        (await shop.Admin.Post($"/api/admin/staff/{id}/disable")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<List<string>> Emails() => (await Rows()).Select(r => (string)r!["email"]!).ToList();

    private async Task<JsonArray> Rows() => (await shop.Admin.Get("/api/admin/staff?limit=200")).Json!["items"]!.AsArray();
}

[Collection(OnSqlite.Name)]
public sealed class SessionOnSqlite(SqliteShop shop) : SessionTests(shop);

[Collection(OnPostgres.Name)]
public sealed class SessionOnPostgres(PostgresShop shop) : SessionTests(shop);
