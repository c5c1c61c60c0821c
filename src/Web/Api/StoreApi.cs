using Guidan.Catalog;
using Guidan.Fulfillment;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Web.Api;

/// <summary>Calls for customers that need more than one module: goods with their availability, an order with its parcels.</summary>
internal static class StoreApi
{
    public static void MapStoreApi(this IEndpointRouteBuilder store)
    {
        store.MapGet("/products", Products).WithMetadata(new OperationAttribute("store.products", "看商品", "List products"))
            .Produces<Page<StoreProductRow>>();
        store.MapGet("/products/{slug}", Product).WithMetadata(new OperationAttribute("store.product", "看一件商品", "See a product"))
            .Produces<StoreProduct>();
        store.MapGet("/categories", Categories).WithMetadata(new OperationAttribute("store.categories", "看分类", "List categories"))
            .Produces<List<StoreCategory>>();
        store.MapGet("/delivery-methods", Deliveries).WithMetadata(new OperationAttribute("store.delivery_methods", "看配送方式", "List delivery methods"))
            .Produces<List<StoreDelivery>>();
        store.MapGet("/orders/{number}", Order).WithMetadata(new OperationAttribute("store.order", "看自己的订单", "See one's order"))
            .Produces<StoreOrder>();
    }

    private static async Task<IResult> Products(string? query, string? category, string? tag, string? limit, string? after,
        ProductQueries products, StockQueries stock, Caller caller)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return Refused<Page<StoreProductRow>>(ask.Refusal!);
        var found = await products.List(new ProductAsk { Status = ProductStatus.Listed, Query = query, Category = category, Tag = tag }, ask.Value);
        if (!found.IsOk) return Refused<Page<StoreProductRow>>(found.Refusal!);
        var totals = await stock.Totals(found.Value.Items.SelectMany(p => p.Variants).Select(v => v.Sku).ToList());
        return Routes.Ok(found.Value.Select(p => new StoreProductRow(p.Slug, p.Name.InBoth().In(caller.Tongue), p.Variants[0].Sku, p.Price,
            Math.Max(0, p.Variants.Sum(v => totals.GetValueOrDefault(v.Sku)?.Available ?? 0)), p.Image, p.PriceMax)));
    }

    private static async Task<IResult> Product(string slug, ProductQueries products, StockQueries stock, Caller caller)
    {
        if (await products.BySlug(slug) is not { } product)
            return Refused<StoreProduct>(Refusal.NotFound("product.unknown", new("商品", "The product")));
        var totals = await stock.Totals(product.Variants.Select(v => v.Sku).ToList());
        var shown = product.InBothLanguages();
        var t = caller.Tongue;
        return Routes.Ok(new StoreProduct(shown.Slug, shown.Name.In(t), shown.Description.In(t), shown.Tags, shown.Images.Select(i => i.Url).ToList(),
            shown.Options.Select(o => new StoreOption(o.Name.In(t), o.Values.Select(v => v.In(t)).ToList())).ToList(),
            shown.Variants.Select(v => new StoreVariant(v.Sku, v.Options.Select((value, i) => (shown.Options[i].Name.In(t), shown.Options[i].Values[value].In(t)))
                .ToDictionary(x => x.Item1, x => x.Item2), v.Price, totals.GetValueOrDefault(v.Sku)?.Available ?? 0, v.Image)).ToList()));
    }

    private static async Task<IResult> Categories(ProductQueries products, Caller caller) => Routes.Ok((await products.CountedCategories())
        .Select(c => new StoreCategory(c.Category.Slug, c.Category.Name.InBoth().In(caller.Tongue), c.Category.Id, c.Category.Parent, c.Listed)).ToList());

    private static async Task<IResult> Deliveries(DeliveryMethods methods, Caller caller) => Routes.Ok((await methods.Current()).Methods
        .Where(m => m.Enabled).Select(m => new StoreDelivery(m.Code, m.Name.In(caller.Tongue), m.Kind, m.Price, m.FreeFrom, m.DaysMin, m.DaysMax,
            m.Pros.In(caller.Tongue), m.Cons.In(caller.Tongue))).ToList());

    private static async Task<IResult> Order(string number, string? token, string? phone, OrderQueries orders, ShipmentQueries shipments,
        PickupCodes codes, DeliveryMethods delivery, Operations.Cases cases, Caller caller)
    {
        var found = await orders.FindOwn(number, token, phone);
        if (!found.IsOk) return Refused<StoreOrder>(found.Refusal!);
        var order = found.Value;
        var plain = long.Parse(order.Brief.Number);
        var method = (await delivery.Current()).Methods.FirstOrDefault(m => m.Code == order.DeliveryMethod);
        var code = method is { IsPickup: true } && order.Brief.Status is DisplayState.AwaitingShipment ? codes.Of(plain) : null;
        return Routes.Ok(new StoreOrder(order.Brief.Number, order.Brief.Status, order.Brief.StatusText,
            OrderStates.MeaningOf(order.Brief.Status).In(caller.Tongue), order.Brief.PlacedAt, order.Brief.Total, order.Money, order.Lines,
            new StorePayment(order.Brief.PaymentMethod, order.Brief.Payment, order.Dates.PaidAt, order.Dates.PayBy), order.Recipient,
            method?.Name.In(caller.Tongue) ?? order.DeliveryMethod, await shipments.Of(plain), order.Timeline, order.Refunds, code,
            [.. Storefront.OrderTroubles.Known(cases.OpenOfOrder(plain)).Select(t => new StoreTrouble(t.Cause!, t.Fact.In(caller.Tongue), t.Words.In(caller.Tongue)))]));
    }

    private static Answer<T> Refused<T>(Refusal refusal) => new(refusal);
}

/// <param name="Sku">The default variant's.</param>
/// <param name="Available">Units that can be bought now, over all variants.</param>
internal sealed record StoreProductRow(string Slug, string Name, string Sku, Money Price, long Available, string? Image, Money PriceMax);

internal sealed record StoreOption(string Name, IReadOnlyList<string> Values);

internal sealed record StoreVariant(string Sku, IReadOnlyDictionary<string, string> Options, Money Price, long Available, string? Image);

internal sealed record StoreProduct(string Slug, string Name, string Description, IReadOnlyList<string> Tags, IReadOnlyList<string> Images,
    IReadOnlyList<StoreOption> Options, IReadOnlyList<StoreVariant> Variants);

internal sealed record StoreCategory(string Slug, string Name, Guid Id, Guid? Parent, int Products);

internal sealed record StoreDelivery(string Code, string Name, string Kind, Money Price, Money? FreeFrom, int DaysMin, int DaysMax, string Pros, string Cons);

internal sealed record StorePayment(string? Method, PaymentState State, DateTimeOffset? PaidAt, DateTimeOffset? PayBy);

/// <summary>An order as its customer sees it; personal data is masked.</summary>
internal sealed record StoreOrder(string Number, DisplayState Status, string StatusText, string StatusMeaning, DateTimeOffset PlacedAt, Money Total,
    OrderMoney Money, IReadOnlyList<OrderLineView> Lines, StorePayment Payment, RecipientView Recipient, string DeliveryMethod,
    IReadOnlyList<ShipmentView> Shipments, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<RefundView> Refunds, string? PickupCode,
    IReadOnlyList<StoreTrouble> Troubles);

/// <summary>Something about the order that somebody is seeing to.</summary>
/// <param name="Code">The line of the catalogue of causes.</param>
/// <param name="Text">What is being done, and what the customer has to do: mostly nothing.</param>
internal sealed record StoreTrouble(string Code, string Title, string Text);
