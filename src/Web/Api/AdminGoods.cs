using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;

namespace Guidan.Web.Api;

/// <summary>Goods for staff where catalog and stock meet: the product list, the stock list, one SKU.</summary>
internal static class AdminGoods
{
    private const int LowMost = 1000;

    public static void MapAdminGoods(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/products", Products).Reads("products.read", "products.browse", "看商品列表", "List products").Produces<Page<AdminProductRow>>();
        admin.MapGet("/stock", StockList).Reads("stock.read", "stock.list", "看库存列表", "List stock").Produces<Page<AdminStockRow>>();
        admin.MapGet("/stock/{sku}", StockOf).Reads("stock.read", "stock.find", "看一个货号的库存", "See a SKU's stock").Produces<AdminStock>();
    }

    private static async Task<IResult> Products(string? status, string? query, string? category, string? tag, string? low, string? limit, string? after,
        ProductQueries products, StockQueries stock, Caller caller)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return new Answer<Page<AdminProductRow>>(ask.Refusal!);
        if (status is not (null or "" or "draft" or "listed"))
            return new Answer<Page<AdminProductRow>>(Refusal.Malformed("status", new("status 应为 draft 或 listed", "status is draft or listed")));
        ProductStatus? state = status switch { "draft" => ProductStatus.Draft, "listed" => ProductStatus.Listed, _ => null };
        var skus = low is "true" or "1" ? (await stock.SellingOut(LowMost)).Select(s => s.Sku).ToList() : null;
        var found = await products.List(new ProductAsk { Status = state, Query = query, Category = category, Tag = tag, Skus = skus }, ask.Value);
        if (!found.IsOk) return new Answer<Page<AdminProductRow>>(found.Refusal!);
        var totals = await stock.Totals(found.Value.Items.SelectMany(p => p.Variants).Select(v => v.Sku).ToList());
        return Routes.Ok(found.Value.Select(p => new AdminProductRow(p.Id, p.Slug, p.Name.InBoth().Zh, p.Name.InBoth().En, p.Status, p.Image, p.Price,
            p.PriceMax, p.Variants.Count, p.Variants.Sum(v => totals.GetValueOrDefault(v.Sku)?.Available ?? 0),
            p.Variants.Take(3).Select(v => v.Sku).ToList(), p.Categories.Select(c => c.Name.InBoth().In(caller.Tongue)).ToList(), p.UpdatedAt,
            p.Missing.Select(m => new MissingView(m.Code, m.Text.In(caller.Tongue), m.Field)).ToList())));
    }

    private static async Task<IResult> StockList(string? query, string? low, string? limit, string? after, StockQueries stock,
        SellableVariants variants, ProductQueries products, Caller caller)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return new Answer<Page<AdminStockRow>>(ask.Refusal!);
        List<string>? skus = null;
        if (!string.IsNullOrWhiteSpace(query))
        {
            var found = await products.List(new ProductAsk { Query = query }, new PageAsk(Limits.PageMost, null));
            skus = found.IsOk ? found.Value.Items.SelectMany(p => p.Variants).Select(v => v.Sku).ToList() : [];
            skus.Add(query.Trim());
        }
        var page = await stock.List(skus, low is "true" or "1", ask.Value);
        var goods = await variants.Find(page.Items.Select(i => i.Sku).ToList());
        return Routes.Ok(page.Select(i => goods.TryGetValue(i.Sku, out var v)
            ? new AdminStockRow(i.Sku, v.Name.In(caller.Tongue), v.Options.In(caller.Tongue), v.Image, i.OnHand, i.Reserved, i.Allocated, i.Available, i.WarnAt)
            : new AdminStockRow(i.Sku, i.Sku, "", null, i.OnHand, i.Reserved, i.Allocated, i.Available, i.WarnAt)));
    }

    private static async Task<IResult> StockOf(string sku, Stock stock, StockQueries queries, SellableVariants variants, Caller caller)
    {
        if (!(await variants.Find([sku])).TryGetValue(sku, out var variant))
            return new Answer<AdminStock>(Refusal.NotFound("stock.unknown_sku", new($"货号 {sku}", $"SKU {sku}")));
        var levels = await stock.Levels(sku);
        var names = (await queries.Locations()).ToDictionary(l => l.Code, l => l.Name.In(caller.Tongue));
        var warnAt = (await queries.Totals([sku])).GetValueOrDefault(sku)?.WarnAt;
        return Routes.Ok(new AdminStock(sku, variant.Name.In(caller.Tongue), variant.Options.In(caller.Tongue), variant.Image,
            levels.Select(l => new AdminLevel(l.Location, names.GetValueOrDefault(l.Location, l.Location), l.OnHand, l.Reserved, l.Allocated, l.Available)).ToList(),
            levels.Sum(l => l.OnHand), levels.Sum(l => l.Reserved), levels.Sum(l => l.Allocated), levels.Sum(l => l.Available), warnAt));
    }
}

internal sealed record MissingView(string Code, string Text, string Field);

internal sealed record AdminProductRow(Guid Id, string Slug, string Name, string NameEn, ProductStatus Status, string? Image, Money Price, Money PriceMax,
    int VariantCount, long Available, IReadOnlyList<string> Skus, IReadOnlyList<string> Categories, DateTimeOffset UpdatedAt, IReadOnlyList<MissingView> Missing);

internal sealed record AdminStockRow(string Sku, string Product, string Options, string? Image, long OnHand, long Reserved, long Allocated, long Available, long? WarnAt);

internal sealed record AdminLevel(string Location, string LocationName, long OnHand, long Reserved, long Allocated, long Available);

internal sealed record AdminStock(string Sku, string Product, string Options, string? Image, IReadOnlyList<AdminLevel> Levels,
    long OnHand, long Reserved, long Allocated, long Available, long? WarnAt);
