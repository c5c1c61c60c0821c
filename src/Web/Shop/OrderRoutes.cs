using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>The customer's order: looking it up, following it, and what may be asked of it.</summary>
internal static class OrderRoutes
{
    public static string Address(string number, string token) => $"/o/{Uri.EscapeDataString(number)}?token={Uri.EscapeDataString(token)}";

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/o/{number}", async (string number, string? token, string? check, ShopPages pages) =>
        {
            if (check is not null) await pages.CheckPayment(number, token ?? "");
            return await pages.Order(number, token ?? "") is { } view ? Pages.View<OrderPage>(view) : NoSuchLink(number);
        });
        routes.MapGet("/o/{number}/state", async (string number, string? token, ShopPages pages) =>
            await pages.Order(number, token ?? "") is { } view
                ? Results.Json(new { state = view.State.ToString(), href = Address(number, view.Token) }) : Results.NotFound());
        routes.MapPost("/o/{number}/pay", Pay);
        routes.MapPost("/o/{number}/check", (string number, HttpContext http, Visit visit, ShopPages pages) =>
            Ask(number, http, visit, pages, pages.CheckPayment));
        routes.MapPost("/o/{number}/cancel", (string number, HttpContext http, Visit visit, ShopPages pages) =>
            Ask(number, http, visit, pages, pages.Cancel));
        routes.MapPost("/o/{number}/receipt", (string number, HttpContext http, Visit visit, ShopPages pages) =>
            Ask(number, http, visit, pages, pages.ConfirmReceipt));
        routes.MapPost("/o/{number}/claim", (string number, HttpContext http, Visit visit, ShopPages pages) =>
            Ask(number, http, visit, pages, pages.Claim));
        routes.MapGet("/orders/find", (string? number) => Pages.Show<FindOrderPage>(new() { ["Number"] = Short(number) }));
        routes.MapPost("/orders/find", Find);
    }

    private static async Task<IResult> Pay(string number, HttpContext http, ShopPages pages)
    {
        var form = await http.Request.ReadFormAsync();
        var token = form["token"].ToString();
        var step = await pages.Pay(number, token, form["method"].ToString());
        return step.Refusal is { } refusal
            ? await Refused(number, token, refusal, pages)
            : await CheckoutRoutes.ToPay(number, token, step.Value, pages);
    }

    private static async Task<IResult> Ask(string number, HttpContext http, Visit visit, ShopPages pages,
        Func<string, string, Task<Result<Text>>> action)
    {
        var token = (await http.Request.ReadFormAsync())["token"].ToString();
        var done = await action(number, token);
        if (done.Refusal is { } refusal) return await Refused(number, token, refusal, pages);
        visit.Say(done.Value);
        return CartRoutes.SeeOther(Address(number, token));
    }

    private static async Task<IResult> Refused(string number, string token, Refusal refusal, ShopPages pages) =>
        await pages.Order(number, token) is { } view
            ? Pages.Show<OrderPage>(new() { ["View"] = view, ["Refused"] = refusal }, (int)refusal.Kind)
            : NoSuchLink(number);

    private static async Task<IResult> Find(HttpContext http, ShopPages pages)
    {
        var form = await http.Request.ReadFormAsync();
        var (number, phone) = (Short(form["number"]), Short(form["phone"]));
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var errors = new Dictionary<string, Text>();
        if (number.Length == 0) errors["number"] = NumberTrouble("")!.Value;
        if (Phones.MobileTrouble(phone) is { } phoneWrong) errors["phone"] = phoneWrong;
        Refusal? refusal = null;
        if (errors.Count == 0)
        {
            // What is not a number of ours may be that of the shop where the order was placed.
            var trouble = digits.Length == number.Count(c => c != ' ') ? NumberTrouble(digits) : null;
            var found = await pages.FindOrder(digits.Length == 18 ? digits : number, Phones.Plain(phone));
            if (found.IsOk && found.Value.Waiting is { } waiting)
                return Pages.Show<FindOrderPage>(new() { ["Number"] = number, ["Phone"] = phone, ["Waiting"] = waiting });
            if (found.IsOk) return CartRoutes.SeeOther(Address(found.Value.Number!, found.Value.Token!));
            if (trouble is { } wrong) errors["number"] = wrong;
            else refusal = found.Refusal;
        }
        return Pages.Show<FindOrderPage>(new() { ["Number"] = number, ["Phone"] = phone, ["Errors"] = errors, ["Refused"] = refusal },
            (int)(refusal?.Kind ?? RefusalKind.Invalid));
    }

    private static Text? NumberTrouble(string digits) => digits.Length switch
    {
        0 => new("订单号还没填", "The order number is missing"),
        < 18 => new($"订单号少{18 - digits.Length}位，应为18位", $"The number is {18 - digits.Length} short of 18 digits"),
        > 18 => new($"订单号多{digits.Length - 18}位，应为18位", $"The number is {digits.Length - 18} over 18 digits"),
        _ => null,
    };

    private static IResult NoSuchLink(string number) => Pages.Show<FindOrderPage>(new()
    {
        ["Number"] = Short(number),
        ["Refused"] = new Refusal(RefusalKind.NotFound, "order.link",
            new("这个链接打不开订单", "This link does not open an order"),
            new("链接可能少了几个字，或已经换过", "It may be cut short or replaced"),
            new("用订单号和手机号查，一样能看", "Look it up by number and phone instead")),
    }, StatusCodes.Status404NotFound);

    // The longest number that a channel may give an order.
    private static string Short(string? text) => text is null ? "" : text.Trim() is var t && t.Length > FindOrderPage.NumberMost ? t[..FindOrderPage.NumberMost] : t;
}
