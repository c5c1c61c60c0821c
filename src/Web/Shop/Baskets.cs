using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Web.Storefront;

/// <summary>The visitor's cart behind its cookie.</summary>
public sealed class Baskets(Carts carts, OpenCart open, PutCartLine put, ShopCurrency currency)
{
    /// <summary>The cart as it stands, or null when there is none or it has become an order.</summary>
    public async Task<Orders.CartView?> Find(string? cart)
    {
        if (!Guid.TryParseExact(cart, "N", out var id)) return null;
        var found = await carts.View(id);
        return found.IsOk && found.Value.Order is null ? found.Value : null;
    }

    public async Task<CartView> View(string? cart, Money? freeFrom, IReadOnlyList<ProductCard> suggestions)
    {
        var found = await Find(cart);
        var lines = found is null ? [] : found.Lines.Select(LineOf).ToList();
        var total = found?.Total ?? Money.Zero(currency.Code);
        return new(lines, found?.Goods ?? total, DiscountsOf(found), total,
            freeFrom is { } from && total < from ? from - total : null, lines.Count == 0 ? suggestions : []);
    }

    /// <param name="add">Adds to what is there; otherwise replaces it.</param>
    public async Task<CartChange> Change(string? cart, string sku, int quantity, bool add)
    {
        var found = await Find(cart);
        if (found is null)
        {
            var opened = await open.Handle();
            if (opened.Refusal is { } notOpened) return new(cart ?? "", Say(notOpened), true);
            found = opened.Value;
        }
        var before = found.Lines.FirstOrDefault(l => l.Sku == sku)?.Quantity ?? 0;
        var changed = await put.Handle(found.Id, sku, new(add ? before + quantity : quantity));
        if (changed.Refusal is { } refusal) return new(found.Id.ToString("N"), Say(refusal), true);
        return new(found.Id.ToString("N"), add ? new("放进购物车了", "Added to your cart")
            : quantity == 0 ? new("拿掉了", "Removed") : new("数量改好了", "Quantity changed"), false);
    }

    private static CartLine LineOf(CartLineView line) => new(line.Sku, line.Slug, Text.Same(line.Name), Text.Same(line.Options),
        Goods.PictureOf(line.Image, Text.Same(line.Name)), line.UnitPrice, (int)line.Quantity, line.Total,
        (int)Math.Clamp(line.Available, 0, int.MaxValue), line.Problem is { } problem ? Text.Same(problem) : null);

    private static IReadOnlyList<SumLine> DiscountsOf(Orders.CartView? cart) => cart is null || cart.Discount.IsZero ? []
        : [new(new("优惠", "Discount"), -cart.Discount)];

    private static Text Say(Refusal refusal) =>
        new($"{refusal.Title.Zh}：{refusal.Detail.Zh}", $"{refusal.Title.En}: {refusal.Detail.En}");
}
