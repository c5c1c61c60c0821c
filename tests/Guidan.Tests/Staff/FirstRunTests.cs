using System.Net;
using System.Text.RegularExpressions;
using Guidan.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Staff;

/// <summary>The first start of a new shop. Each test has a shop of its own, because it can happen once.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private readonly SqliteShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_owner_names_himself_once_and_can_sign_in()
    {
        using var browser = shop.Client();
        var page = (await browser.Get("/setup")).ShouldBe(HttpStatusCode.OK).Text;
        page.ShouldContain("设立店主");
        (await Submit(browser, page, "店主 <b>", "owner@guidan.example", "short")).ShouldBe(HttpStatusCode.UnprocessableEntity)
            .Text.ShouldContain("密码至少8个字符");
        (await Submit(browser, page, "沈归", "owner@guidan.example", "a long enough sentence")).ShouldBe(HttpStatusCode.Created);
        (await Submit(browser, page, "别人", "other@guidan.example", "a long enough sentence")).ShouldBe(HttpStatusCode.Conflict);
        (await browser.Get("/setup")).ShouldBe(HttpStatusCode.Conflict);
        var me = (await browser.Post("/api/admin/session", new { email = "owner@guidan.example", password = "a long enough sentence" }, key: ""))
            .ShouldBe(HttpStatusCode.OK).Json!;
        ((string?)me["role"]!["code"]).ShouldBe("owner");
        (await browser.Post("/api/admin/session", new { email = "other@guidan.example", password = "a long enough sentence" }, key: ""))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session.wrong");
    }

    [Fact]
    public async Task What_was_typed_comes_back_harmless()
    {
        using var browser = shop.Client("en");
        var page = (await browser.Get("/setup")).Text;
        var again = (await Submit(browser, page, "<script>alert(1)</script>", "owner@guidan.example", "short")).Text;
        again.ShouldNotContain("<script>");
        again.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task A_form_without_the_pages_proof_makes_nobody_an_owner()
    {
        using var browser = shop.Client();
        (await Submit(browser, "value=\"00\"", "沈归", "owner@guidan.example", "a long enough sentence")).ShouldBe(HttpStatusCode.BadRequest);
        shop.Services.CreateScope().ServiceProvider.GetRequiredService<StaffLists>().IsEmpty().ShouldBeTrue();
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "shop.example")]
    public async Task Whoever_comes_from_elsewhere_sees_no_form(string header, string value)
    {
        using var browser = shop.Client();
        browser.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        var page = (await browser.Get("/setup")).ShouldBe(HttpStatusCode.Forbidden).Text;
        page.ShouldNotContain("<form");
    }

    [Fact]
    public void Another_machine_is_not_here()
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString("127.0.0.1", 5080);
        http.Connection.RemoteIpAddress = IPAddress.Parse("192.168.1.20");
        FirstRun.IsHere(http).ShouldBeFalse();
        http.Connection.RemoteIpAddress = IPAddress.IPv6Loopback;
        FirstRun.IsHere(http).ShouldBeTrue();
    }

    private static async Task<Answered> Submit(HttpClient browser, string page, string name, string email, string password)
    {
        var proof = Regex.Match(page, "value=\"([0-9a-f]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["proof"] = proof, ["name"] = name, ["email"] = email, ["password"] = password,
        });
        var response = await browser.PostAsync("/setup", form);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}
