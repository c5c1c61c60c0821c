namespace Guidan.Web.Storefront;

/// <summary>The cart: every change is a form, and every answer sends the browser on, so that a reload repeats nothing.</summary>
internal static class CartRoutes
{
    private const int LinesMost = 200;

    public static void MapCart(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cart", async (Visit visit, ShopPages pages) => Pages.View<CartPage>(await pages.Cart(visit.Cart)));
        routes.MapPost("/cart/add", Add);
        routes.MapPost("/cart", Change);
    }

    private static async Task<IResult> Add(HttpContext http, Visit visit, ShopPages pages)
    {
        var form = await http.Request.ReadFormAsync();
        var quantity = int.TryParse(form["quantity"], out var asked) && asked > 0 ? asked : 1;
        var change = await pages.AddToCart(visit.Cart, form["sku"].ToString(), quantity);
        visit.Keep(change.Cart);
        if (change.Refused || form["then"] != "checkout") visit.Say(change.Said);
        return SeeOther(!change.Refused && form["then"] == "checkout" ? "/checkout" : "/cart");
    }

    private static async Task<IResult> Change(HttpContext http, Visit visit, ShopPages pages)
    {
        var form = await http.Request.ReadFormAsync();
        var removed = form["remove"].ToString();
        CartChange? last = null;
        foreach (var key in form.Keys.Where(k => k.StartsWith("q.", StringComparison.Ordinal)).Take(LinesMost))
        {
            var sku = key[2..];
            if (sku != removed && !int.TryParse(form[key], out _)) continue;
            var change = await pages.SetCartLine(visit.Cart, sku, sku == removed ? 0 : Math.Max(0, int.Parse(form[key]!)));
            visit.Keep(change.Cart);
            if (change.Refused || sku == removed) last = change;
        }
        if (last is not null) visit.Say(last.Said);
        if (last is not null || form["then"] != "checkout") return SeeOther("/cart");
        if (!(await pages.Cart(visit.Cart)).Blocked) return SeeOther("/checkout");
        visit.Say(new("有商品不够数，改好标红的数量再结算", "Some goods fall short; change the marked quantities first"));
        return SeeOther("/cart");
    }

    /// <summary>303: what follows is another page, fetched with GET.</summary>
    public static IResult SeeOther(string url) => new SeeOtherResult(url);

    private sealed class SeeOtherResult(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }
}
