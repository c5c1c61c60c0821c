using System.Text;
using Guidan.Customers;
using Guidan.Kernel;
using Guidan.Web.Api;

namespace Guidan.Web.Storefront;

/// <summary>Getting into one's account and out of it, what is in it, and what belongs to its owner.</summary>
internal static class AccountRoutes
{
    private const string Home = "/account";
    private const string SignInAddress = "/account/sign-in";

    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Home, async (string? after, AccountDesk desk) =>
            await desk.Home(after) is { } view ? Pages.View<AccountPage>(view) : CartRoutes.SeeOther(SignInAddress));
        routes.MapGet(SignInAddress, (string? next, AccountDesk desk) => Opening<SignInPage>(next, desk));
        routes.MapGet("/account/sign-up", (string? next, AccountDesk desk) => Opening<SignUpPage>(next, desk));
        routes.MapPost(SignInAddress, async (HttpContext http, SignInCustomer use) =>
            await Open<SignInPage>(http, (form, password) => use.Handle(new(form.Account, password)), new("登录了", "Signed in")));
        routes.MapPost("/account/sign-up", async (HttpContext http, SignUpCustomer use) =>
            await Open<SignUpPage>(http, (form, password) => use.Handle(new(form.Account, password, form.Name)), new("账户开好了", "Your account is open")));
        routes.MapPost("/account/sign-out", SignOut);
        routes.MapGet("/account/profile", (AccountDesk desk) =>
            desk.Account() is { } own ? Pages.View<ProfilePage>(own) : CartRoutes.SeeOther(SignInAddress));
        routes.MapPost("/account/profile", async (HttpContext http, SaveProfile use) => await Change(http,
            f => use.Handle(new(f["name"], f["phone"], f["email"], f["password"])), new("资料改好了", "Your details are saved"), Home));
        routes.MapPost("/account/password", async (HttpContext http, ChangeOwnPassword use) => await Change(http,
            f => use.Handle(new(f["current"].ToString(), f["next"].ToString())), new("密码改好了，用新密码登录", "Your password is changed; sign in with it"), SignInAddress));
        routes.MapPost("/account/erase", async (HttpContext http, EraseAccount use) => await Change(http,
            f => use.Handle(new(f["erase-password"].ToString())), new("账户注销了，资料和地址都已删除", "Your account is erased, with your details and addresses"), "/"));
        routes.MapGet("/account/data", Data);
    }

    private static IResult Opening<TPage>(string? next, AccountDesk desk) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var form = new SignForm(Next: SignForm.Local(next));
        return desk.Account() is null ? Pages.View<TPage>(form) : CartRoutes.SeeOther(form.Next);
    }

    private static async Task<IResult> Open<TPage>(HttpContext http, Func<SignForm, string, Task<Result<CustomerSessionStart>>> enter, Text said)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var posted = await http.Request.ReadFormAsync();
        var form = SignForm.From(posted);
        var begun = await enter(form, posted["password"].ToString());
        if (begun.Refusal is { } refusal) return Again<TPage>(form, refusal);
        SessionCookie.Customer.Write(http, begun.Value.Secret, begun.Value.ExpiresAt);
        http.RequestServices.GetRequiredService<Visit>().Say(said);
        return CartRoutes.SeeOther(form.Next);
    }

    private static async Task<IResult> SignOut(HttpContext http, Visit visit, SignOutCustomer use)
    {
        if (SessionCookie.Customer.Read(http) is { } secret) await use.Handle(secret);
        SessionCookie.Customer.Clear(http);
        visit.Say(new("退出了", "Signed out"));
        return CartRoutes.SeeOther("/");
    }

    private static async Task<IResult> Change(HttpContext http, Func<IFormCollection, Task<Result<Done>>> change, Text said, string then)
    {
        var form = await http.Request.ReadFormAsync();
        var done = await change(form);
        if (done.Refusal is { } refusal)
        {
            if (http.RequestServices.GetRequiredService<AccountDesk>().Account() is not { } own) return CartRoutes.SeeOther(SignInAddress);
            var typed = form.ContainsKey("name") ? own with { Name = form["name"].ToString(), Phone = form["phone"], Email = form["email"] } : own;
            return Again<ProfilePage>(typed, refusal);
        }
        http.RequestServices.GetRequiredService<Visit>().Say(said);
        return CartRoutes.SeeOther(then);
    }

    private static async Task<IResult> Data(HttpContext http, AccountData data)
    {
        var read = await data.Read();
        if (!read.IsOk) return CartRoutes.SeeOther(SignInAddress);
        return Results.Bytes(Encoding.UTF8.GetBytes(Json.Write(read.Value)), "application/json; charset=utf-8", "my-data.json");
    }

    /// <summary>The page again, with what stood in the way; fields that are wrong say so themselves.</summary>
    public static IResult Again<TPage>(object view, Refusal refusal) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        Pages.Show<TPage>(new()
        {
            ["View"] = view, ["Errors"] = refusal.Errors, ["Refused"] = refusal.Kind == RefusalKind.Invalid ? null : refusal,
        }, (int)refusal.Kind);
}
