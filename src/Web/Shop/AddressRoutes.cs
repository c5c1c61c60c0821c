using Guidan.Customers;
using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>The addresses of an account: add, change, delete, choose the one that checkout starts with.</summary>
internal static class AddressRoutes
{
    private const string Home = "/account#addresses";

    public static void MapAddressPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account/addresses/new", (AccountDesk desk) => desk.Account() is null
            ? CartRoutes.SeeOther("/account") : Pages.View<AddressPage>(new AddressForm(null, false, new CheckoutForm())));
        routes.MapGet("/account/addresses/{id:guid}", (Guid id, AccountDesk desk) => desk.Account() is null ? CartRoutes.SeeOther("/account")
            : desk.Address(id) is { } view ? Pages.View<AddressPage>(view) : Pages.NotFound());
        routes.MapPost("/account/addresses/new", (HttpContext http, Visit visit, AccountDesk desk) => Save(null, http, visit, desk));
        routes.MapPost("/account/addresses/{id:guid}", (Guid id, HttpContext http, Visit visit, AccountDesk desk) => Save(id, http, visit, desk));
        routes.MapPost("/account/addresses/{id:guid}/delete", async (Guid id, Visit visit, DeleteAddress use) =>
            Done(await use.Handle(id), visit, new("地址删掉了", "Address deleted")));
        routes.MapPost("/account/addresses/{id:guid}/default", async (Guid id, Visit visit, SetDefaultAddress use) =>
            Done(await use.Handle(id), visit, new("默认地址改好了", "Default address changed")));
    }

    private static async Task<IResult> Save(Guid? id, HttpContext http, Visit visit, AccountDesk desk)
    {
        var posted = await http.Request.ReadFormAsync();
        var form = CheckoutForm.From(posted);
        var parses = posted["do"] == "parse" || form.Paste.Length > 0 && form.Name.Length == 0 && form.Line.Length == 0;
        var view = new AddressForm(id, id is { } known && desk.Address(known) is { IsDefault: true }, parses ? form.WithPasted() : form);
        if (posted["do"] == "parse") return Pages.View<AddressPage>(view);
        var saved = await desk.Save(id, view.Form);
        if (saved.Refusal is { Kind: RefusalKind.Unauthenticated }) return CartRoutes.SeeOther("/account");
        if (saved.Refusal is { Kind: RefusalKind.NotFound }) return Pages.NotFound();
        return saved.Refusal is { } refusal ? AccountRoutes.Again<AddressPage>(view, refusal)
            : Done(new Done(), visit, new("地址存好了", "Address saved"));
    }

    private static IResult Done(Result<Done> done, Visit visit, Text said)
    {
        visit.Say(done.Refusal is { } refusal ? refusal.Title : said);
        return CartRoutes.SeeOther(Home);
    }
}
