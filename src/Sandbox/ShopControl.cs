using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>
/// Hands that buy, pay, cancel, refund and edit at the simulated shops, and their books for whoever compares. The shop
/// is <c>shopify</c> or <c>woocommerce</c>. They answer also while the sandbox plays dead.
/// </summary>
internal static class ShopControl
{
    private const int GoodsMost = 5_000;
    private const int ListMost = 5_000;

    public static void MapShopControl(this IEndpointRouteBuilder routes)
    {
        foreach (var name in new[] { "shopify", "woocommerce" }) Map(routes.MapGroup($"/sandbox/{name}"), name);
    }

    private static void Map(RouteGroupBuilder shop, string name)
    {
        shop.MapGet("/orders", (string? after, int? limit, ShopBooks books) => List(books.Of(name)!, after, limit));
        shop.MapGet("/orders/{id:long}", (long id, ShopBooks books) => Show(books.Of(name)!.Find(id)));
        shop.MapPost("/orders", (HttpContext context, ShopBooks books) => Place(context, books.Of(name)!));
        shop.MapPost("/orders/{id:long}/pay", (long id, ShopBooks books) => Move(books.Of(name)!.Pay(id)));
        shop.MapPost("/orders/{id:long}/cancel", async (HttpContext context, long id, ShopBooks books) =>
            await ControlEndpoints.Body<CancelWish>(context) is { } wish ? Move(books.Of(name)!.Cancel(id, wish.Reason, wish.Refund)) : Bad(context));
        shop.MapPost("/orders/{id:long}/refund", async (HttpContext context, long id, ShopBooks books) =>
            await ControlEndpoints.Body<RefundWish>(context) is { } wish ? Move(books.Of(name)!.Refund(id, wish.Amount, wish.Reason)) : Bad(context));
        shop.MapPost("/orders/{id:long}/edit", async (HttpContext context, long id, ShopBooks books) =>
            await ControlEndpoints.Body<EditWish>(context) is { Sku: { } sku, Quantity: >= 0 and <= 100_000 } wish
                ? Move(books.Of(name)!.Edit(id, new(sku, wish.Quantity, Price: wish.Price))) : Bad(context));
        shop.MapGet("/products", (ShopBooks books) => Results.Json(books.Of(name)!.Shelf, Fact.Json));
        shop.MapPost("/products", (HttpContext context, ShopBooks books) => Stock(context, books.Of(name)!));
        shop.MapGet("/webhooks", (ShopBooks books) => Results.Json(books.Of(name)!.Hooks.Select(h => h with { Secret = null }), Fact.Json));
        shop.MapPost("/webhooks/forget", (ShopBooks books) => Forget(books.Of(name)!));
    }

    private static IResult List(ShopBook book, string? after, int? limit)
    {
        _ = long.TryParse(after, out var from);
        return Results.Json(book.Sales.Where(s => s.Id > from).Take(Math.Clamp(limit ?? ListMost, 1, ListMost)).Select(Plain), Fact.Json);
    }

    private static async Task<IResult> Place(HttpContext context, ShopBook book) =>
        await ControlEndpoints.Body<SaleWish>(context) is { IsSensible: true } wish && book.Place(wish) is { } sale
            ? Results.Json(Plain(sale), Fact.Json, statusCode: 201) : Bad(context);

    private static async Task<IResult> Stock(HttpContext context, ShopBook book)
    {
        if (await ControlEndpoints.Body<List<Goods>>(context) is not { Count: > 0 and <= GoodsMost } goods
            || goods.Exists(g => g is not { Sku.Length: > 0 and <= 100, Name.Length: > 0 and <= 300, Price: >= 0 and <= 10_000_000_000 })) return Bad(context);
        book.Stock(goods);
        return Results.Json(new { known = goods.Count }, Fact.Json);
    }

    // Shopify deletes a subscription, WooCommerce switches it off: either without a word.
    private static IResult Forget(ShopBook book)
    {
        var hooks = book.Hooks;
        foreach (var hook in hooks) book.ChangeHook(hook.Id, h => h with { Status = book.Party == "shopify" ? "deleted" : "disabled" });
        return Results.Json(new { forgotten = hooks.Count }, Fact.Json);
    }

    private static IResult Move(Sale? sale) => sale is null
        ? Results.Json(new { code = "order.refused", title = "没有这个订单，或者它现在不能这样改 / No such order, or it cannot be changed like that now", remedy = "先看它的状态 / Look at its state first" }, Fact.Json, statusCode: 409)
        : Show(sale);

    private static IResult Show(Sale? sale) => sale is null
        ? Results.Json(new { code = "not_found", title = "没有这个订单 / No such order", remedy = "先下单 / Place it first" }, Fact.Json, statusCode: 404)
        : Results.Json(Plain(sale), Fact.Json);

    // Numbers of this size are text for whoever reads them into doubles.
    private static object Plain(Sale sale)
    {
        var plain = JsonSerializer.SerializeToNode(sale, Fact.Json)!.AsObject();
        plain["id"] = $"{sale.Id}";
        return plain;
    }

    private static IResult Bad(HttpContext context) => ControlEndpoints.Bad("wish.invalid", "内容有误", "按文档填写商品、数量和金额（分）",
        "The wish is not valid", "Send goods, quantities and amounts in minor units as documented", context);

    private sealed record CancelWish
    {
        public string? Reason { get; init; }
        public bool Refund { get; init; } = true;
    }

    private sealed record RefundWish
    {
        public long Amount { get; init; }
        public string? Reason { get; init; }
    }

    private sealed record EditWish
    {
        public string? Sku { get; init; }
        public long Quantity { get; init; }
        public long? Price { get; init; }
    }
}
