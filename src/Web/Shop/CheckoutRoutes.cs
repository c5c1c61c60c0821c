using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>Checkout on one page, and the way to the payment provider and back.</summary>
internal static class CheckoutRoutes
{
    public static void MapCheckout(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/checkout", async (string? address, Visit visit, ShopPages pages, AccountDesk account) =>
        {
            var view = await pages.Checkout(visit.Cart, account.Prefilled(address));
            return view.Cart.Lines.Count == 0 ? CartRoutes.SeeOther("/cart") : Pages.View<CheckoutPage>(view);
        });
        routes.MapPost("/checkout", Send);
        routes.MapGet("/pay/return", Return);
    }

    private static async Task<IResult> Send(HttpContext http, Visit visit, ShopPages pages, AccountDesk account)
    {
        var posted = await http.Request.ReadFormAsync();
        var form = CheckoutForm.From(posted);
        var action = posted["do"].ToString();
        // A whole address that was pasted but not filled in is what the customer means, when the fields are still empty.
        if (action == "parse" || form.Paste.Length > 0 && form.Name.Length == 0 && form.Line.Length == 0) form = form.WithPasted();
        var view = await pages.Checkout(visit.Cart, form);
        if (action != "place") return Pages.View<CheckoutPage>(view);
        var errors = view.Form.Check(view.Deliveries, view.Payments);
        if (errors.Count > 0) return Again(view with { Errors = errors });
        if (visit.Cart is null) return CartRoutes.SeeOther("/cart");
        var placed = await pages.Place(visit.Cart, view.Form);
        if (placed.Refusal is { } refusal)
        {
            // The fresh view holds today's prices and stock, so the refusal and the sum beside it agree.
            var fresh = await pages.Checkout(visit.Cart, form);
            return Again(fresh with { Refused = refusal, Errors = refusal.Errors }, (int)refusal.Kind);
        }
        visit.Forget();
        // The order stands whether or not the address could be kept; why it could not is said on the next page.
        if (form.Save && !view.Deliveries.Any(d => d.Code == view.Form.Delivery && d.IsPickup)
            && (await account.Save(null, view.Form)).Refusal is { Kind: not RefusalKind.Unauthenticated } full) visit.Say(full.Title);
        return await ToPay(placed.Value.Number, placed.Value.Token, placed.Value.Pay, pages);
    }

    private static IResult Again(CheckoutView view, int status = StatusCodes.Status422UnprocessableEntity) =>
        Pages.Show<CheckoutPage>(new() { ["View"] = view }, status);

    /// <summary>Opens the provider, shows its code, or goes back to the order when nothing is to be paid.</summary>
    public static async Task<IResult> ToPay(string number, string token, PayStep step, ShopPages pages)
    {
        if (step.Kind == "redirect") return CartRoutes.SeeOther(step.Url);
        var order = step.Kind == "qr" ? await pages.Order(number, token) : null;
        if (order is null) return CartRoutes.SeeOther(OrderRoutes.Address(number, token));
        return Pages.Show<CashierPage>(new()
        {
            ["Number"] = number, ["Token"] = token, ["Code"] = step.Url, ["Method"] = order.Payment.Method, ["Due"] = order.Payment.Due,
        });
    }

    private static async Task<IResult> Return(HttpContext http, ShopPages pages)
    {
        var tries = int.TryParse(http.Request.Query["tries"], out var counted) ? Math.Clamp(counted, 0, 100) : 0;
        var query = http.Request.Query.Where(q => q.Key is not ("tries" or "lang")).ToDictionary(q => q.Key, q => q.Value.ToString());
        var view = await pages.Returned(query);
        if (view is { Outcome: PayOutcome.Paid, Number: { } number, Token: { } token })
            return CartRoutes.SeeOther(OrderRoutes.Address(number, token));
        var next = query.Append(new("tries", $"{tries + 1}"));
        var again = "/pay/return?" + string.Join('&', next.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return Pages.Show<PayReturnPage>(new() { ["View"] = view, ["Tries"] = tries, ["Again"] = again });
    }
}
