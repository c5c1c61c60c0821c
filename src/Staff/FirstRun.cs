using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Staff;

/// <summary>
/// The page on which the owner of a new shop names himself: only from the machine itself, only while nobody works here,
/// so that no default password has to exist.
/// </summary>
public sealed class FirstRun
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    // Proves that the form came from the page of this start: a page of another site cannot know it.
    private readonly string proof = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Adds <c>/setup</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup", (HttpContext http, FirstRun page, StaffLists staff, Caller caller) =>
            page.Show(http, staff, caller.Tongue));
        routes.MapPost("/setup", (HttpContext http, FirstRun page, FirstOwner use, Caller caller) =>
            page.Take(http, use, caller.Tongue));
    }

    private Task Show(HttpContext http, StaffLists staff, Tongue tongue)
    {
        if (!IsHere(http)) return Write(http, 403, tongue, Say(tongue, NotHere));
        return staff.IsEmpty() ? Write(http, 200, tongue, Form(tongue, "", "", [])) : Write(http, 409, tongue, Ready(tongue));
    }

    private async Task Take(HttpContext http, FirstOwner use, Tongue tongue)
    {
        if (!IsHere(http) || !http.Request.HasFormContentType)
        {
            await Write(http, 403, tongue, Say(tongue, NotHere));
            return;
        }
        var form = await http.Request.ReadFormAsync();
        var (name, email, password) = (form["name"].ToString(), form["email"].ToString(), form["password"].ToString());
        var given = Encoding.UTF8.GetBytes(form["proof"].ToString());
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), given))
        {
            await Write(http, 400, tongue, Form(tongue, name, email, [Stale.In(tongue)]));
            return;
        }
        var made = await use.Run(name, email, password);
        if (made.IsOk) await Write(http, 201, tongue, Ready(tongue));
        else if (made.Refusal!.Code == FirstOwner.SetUpAlready.Code) await Write(http, 409, tongue, Ready(tongue));
        else await Write(http, 422, tongue, Form(tongue, name, email, made.Refusal.Errors.Values.Select(e => e.In(tongue))));
    }

    // A proxy on this machine also speaks from loopback: whoever was forwarded, or used another host name, is not here.
    internal static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded")
        && (http.Request.Host.Host == "localhost"
            || IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host));

    private static readonly Text NotHere = new(
        "只能在运行归单的这台机器上打开这一页。也可以运行 guidan user create。",
        "This page opens only on the machine that runs Guidan. Or run guidan user create.");

    private static readonly Text Stale = new("这一页过期了，再提交一次", "This page had expired; submit it once more");

    private static string Say(Tongue tongue, Text text) => $"<p>{Html.Encode(text.In(tongue))}</p>";

    private static string Ready(Tongue tongue) => Say(tongue, new("店铺已经设置好了。", "The shop is set up."))
        + $"<p><a href=\"/admin\">{Html.Encode(tongue == Tongue.Zh ? "去登录" : "Sign in")}</a></p>";

    private string Form(Tongue tongue, string name, string email, IEnumerable<string> errors)
    {
        var html = new StringBuilder(Say(tongue, new("第一步：设立店主。之后可以再添加员工。", "First, name the owner. Staff can be added later.")));
        foreach (var error in errors) html.Append($"<p class=\"error\" role=\"alert\">{Html.Encode(error)}</p>");
        html.Append($"<form method=\"post\" action=\"/setup\"><input type=\"hidden\" name=\"proof\" value=\"{proof}\">");
        html.Append(Field("name", "text", new("姓名", "Name"), name, "name", tongue));
        html.Append(Field("email", "email", new("邮箱", "E-mail"), email, "username", tongue));
        html.Append(Field("password", "password", new("密码（至少8个字符，建议15个以上）", "Password (at least 8 characters, 15 or more is better)"),
            "", "new-password", tongue));
        return html.Append($"<button>{Html.Encode(tongue == Tongue.Zh ? "设立店主" : "Make me the owner")}</button></form>").ToString();
    }

    private static string Field(string name, string type, Text label, string value, string fill, Tongue tongue) =>
        $"<label>{Html.Encode(label.In(tongue))}<input name=\"{name}\" type=\"{type}\" required autocomplete=\"{fill}\" value=\"{Html.Encode(value)}\"></label>";

    private static Task Write(HttpContext http, int status, Tongue tongue, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        var title = tongue == Tongue.Zh ? "归单 设立店主" : "Guidan: name the owner";
        return http.Response.WriteAsync($"""
            <!doctype html><html lang="{(tongue == Tongue.Zh ? "zh-CN" : "en")}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><title>{title}</title><style>{Style}</style></head>
            <body><main><h1>{(tongue == Tongue.Zh ? "归单" : "Guidan")}</h1>{body}</main></body></html>
            """);
    }

    private const string Style = """
        body{margin:0;background:#F6F4EF;color:#1B2422;font:16px/28px -apple-system,"Segoe UI","PingFang SC","Noto Sans SC",sans-serif}
        main{max-width:420px;margin:64px auto;padding:24px 32px 32px;background:#fff;border:1px solid #E5E1D8;border-radius:12px}
        h1{font-size:24px;line-height:32px;margin:0 0 8px}label{display:block;margin-top:16px;font-size:14px}
        input{display:block;box-sizing:border-box;width:100%;height:44px;margin-top:4px}
        input{padding:0 12px;font:inherit;border:1px solid #87918C;border-radius:8px}
        button{width:100%;height:44px;margin-top:24px;border:0;border-radius:8px}
        button{background:#0B5D61;color:#fff;font:inherit;font-weight:600}
        :focus-visible{outline:2px solid #0B5D61;outline-offset:2px}a{color:#0B5D61}.error{color:#B3261E}
        """;
}
