using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>The simulated Shopify shop as its customers see it: one form, one page for each order.</summary>
internal static class StoreEndpoints
{
    public static void MapStore(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/store", (HttpContext context, ShopBooks books) =>
            CashierEndpoints.Page(context, StorePage.Form(Words(context), books.Shopify.Shelf, failed: false), 200));
        routes.MapPost("/store", Buy);
        routes.MapGet("/store/{id:long}", (HttpContext context, long id, ShopBooks books) => books.Shopify.Find(id) is { } sale
            ? CashierEndpoints.Page(context, StorePage.Order(Words(context), sale, refused: false), 200) : Unknown(context));
        routes.MapPost("/store/{id:long}", Act);
    }

    private static async Task<IResult> Buy(HttpContext context, ShopBooks books)
    {
        var form = await Fields(context);
        var other = form.GetValueOrDefault("other", "").Trim();
        var sku = other.Length > 0 ? other : form.GetValueOrDefault("sku", "");
        var wish = new SaleWish
        {
            Lines = [new(sku.Length == 0 ? null : sku, long.TryParse(form.GetValueOrDefault("quantity"), out var quantity) ? quantity : 0)],
            Paid = form.ContainsKey("paid"),
            Freight = 1000,
            Buyer = new() { Name = Filled("name"), Phone = Filled("phone"), Line = Filled("line") },
        };
        return sku.Length > 0 && wish.IsSensible && books.Shopify.Place(wish) is { } sale
            ? CashierEndpoints.SeeOther(context, $"/store/{sale.Id}?lang={Words(context).Lang}")
            : CashierEndpoints.Page(context, StorePage.Form(Words(context), books.Shopify.Shelf, failed: true), 400);

        string? Filled(string name) => form.GetValueOrDefault(name, "").Trim() is { Length: > 0 and <= 200 } text ? text : null;
    }

    private static async Task<IResult> Act(HttpContext context, long id, ShopBooks books)
    {
        if (books.Shopify.Find(id) is not { } sale) return Unknown(context);
        var moved = (await Fields(context)).GetValueOrDefault("act") switch
        {
            "pay" => books.Shopify.Pay(id),
            "cancel" => books.Shopify.Cancel(id, "customer", refund: true),
            "refund" => books.Shopify.Refund(id, Math.Max(1, sale.Total / 2), "customer"),
            _ => sale,
        };
        return CashierEndpoints.Page(context, StorePage.Order(Words(context), moved ?? sale, refused: moved is null), moved is null ? 409 : 200);
    }

    private static async Task<Dictionary<string, string>> Fields(HttpContext context) =>
        await SandboxForm.Read(context.Request) ?? [];

    private static IResult Unknown(HttpContext context) =>
        CashierEndpoints.Page(context, StorePage.Message(Words(context), Words(context).Unknown, Words(context).UnknownDetail), 404);

    private static StoreWords Words(HttpContext context) => new(CashierEndpoints.IsEnglish(context));
}
