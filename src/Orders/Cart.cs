using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>A customer's basket. It promises nothing; stock is promised when the order is placed.</summary>
internal sealed class Cart
{
    public Guid Id { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class CartLine
{
    public Guid CartId { get; init; }
    public required string Sku { get; init; }
    public long Quantity { get; set; }
    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>A basket, priced now.</summary>
/// <param name="Trace">Which promotions fired or did not, and why; none exist yet.</param>
public sealed record CartView(Guid Id, IReadOnlyList<CartLineView> Lines, Money Goods, Money Discount, Money Total, IReadOnlyList<string> Trace, string? Order);

/// <param name="Problem">Why this line cannot be ordered as it is, or null.</param>
public sealed record CartLineView(string Sku, string Slug, string Name, string Options, string? Image, Money UnitPrice, long Quantity,
    Money Total, long Available, string? Problem);

/// <summary>Reads and prices baskets.</summary>
public sealed class Carts(ShopDb db, SellableVariants variants, StockQueries stock, Claims claims, Caller caller, ShopCurrency currency)
{
    private static readonly Statement Exists = new("select 1 from orders_cart where id = $1");
    private static readonly Statement Lines = new("select sku, quantity from orders_cart_line where cart_id = $1 order by added_at, sku");

    /// <summary>The lines of a basket, or null when there is no such basket.</summary>
    public async Task<IReadOnlyList<LineAsked>?> Find(Guid id) => (await db.Query(Exists, r => r.Int(0), id)).Count == 0 ? null
        : await db.Query(Lines, r => new LineAsked(r.Text(0), r.Long(1)), id);

    public async Task<Result<CartView>> View(Guid id)
    {
        if (await Find(id) is not { } lines) return Refusal.NotFound("cart.unknown", new("购物车", "The cart"));
        var skus = lines.Select(l => l.Sku).ToList();
        var found = await variants.Find(skus);
        var totals = await stock.Totals(skus);
        var views = lines.Where(l => found.ContainsKey(l.Sku)).Select(l => View(l, found[l.Sku], totals.GetValueOrDefault(l.Sku)?.Available ?? 0)).ToList();
        var goods = new Money(views.Where(l => l.Problem is null).Sum(l => l.Total.Amount), currency.Code);
        return new CartView(id, views, goods, Money.Zero(currency.Code), goods, [], await claims.BecameOf("cart", id.ToString("N")));
    }

    private CartLineView View(LineAsked line, SellableVariant variant, long available)
    {
        Text? problem = !variant.IsListed ? new Text("已下架", "No longer for sale")
            : available < line.Quantity ? new Text($"只剩{available}件，要了{line.Quantity}件", $"{line.Quantity} wanted, {available} left") : null;
        return new(line.Sku, variant.Slug, variant.Name.In(caller.Tongue), variant.Options.In(caller.Tongue), variant.Image, variant.Price,
            line.Quantity, variant.Price * line.Quantity, available, problem?.In(caller.Tongue));
    }
}

/// <summary>Opens a basket.</summary>
[Operation("carts.open", "开购物车", "Open a cart")]
public sealed class OpenCart(ShopDb db, Carts carts, TimeProvider clock)
{
    private static readonly Statement Insert = new("insert into orders_cart (id, created_at, changed_at) values ($1, $2, $2)");

    public async Task<Result<CartView>> Handle()
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return await db.InTransaction<CartView>(this, async () =>
        {
            db.Later(Insert, [id, now]);
            db.Record($"cart:{id:N}", null, "open");
            return await carts.View(id);
        });
    }
}

/// <summary>Sets how many of a SKU are in a basket; none takes the line out.</summary>
[Operation("carts.put_line", "改购物车", "Change a cart line")]
public sealed class PutCartLine(ShopDb db, Carts carts, SellableVariants variants, Limits limits, TimeProvider clock)
{
    private static readonly Statement Upsert = new(
        """
        insert into orders_cart_line (cart_id, sku, quantity, added_at) values ($1, $2, $3, $4)
        on conflict (cart_id, sku) do update set quantity = excluded.quantity
        """);
    private static readonly Statement Remove = new("delete from orders_cart_line where cart_id = $1 and sku = $2");
    private static readonly Statement Touch = new("update orders_cart set changed_at = $2 where id = $1");

    public sealed record Command(long Quantity);

    public async Task<Result<CartView>> Handle(Guid cart, string sku, Command command)
    {
        if (command.Quantity < 0 || command.Quantity > limits.LineUnits)
            return Refusal.Invalid("quantity", new($"数量应在0到{limits.LineUnits}之间", $"The quantity is between 0 and {limits.LineUnits}"));
        if (await carts.Find(cart) is not { } lines) return Refusal.NotFound("cart.unknown", new("购物车", "The cart"));
        if (lines.Count >= limits.OrderLines && lines.All(l => l.Sku != sku))
            return Refusal.Invalid("sku", new($"一单最多{limits.OrderLines}种商品", $"An order has at most {limits.OrderLines} lines"));
        if (command.Quantity > 0 && (!(await variants.Find([sku])).TryGetValue(sku, out var variant) || !variant.IsListed))
            return Refusal.Invalid("sku", new($"{sku} 没有在售", $"{sku} is not for sale"));
        return await db.InTransaction<CartView>(this, async () =>
        {
            if (command.Quantity > 0) db.Later(Upsert, [cart, sku, command.Quantity, clock.GetUtcNow()]);
            else db.Later(Remove, [cart, sku], rows: null);
            db.Later(Touch, [cart, clock.GetUtcNow()]);
            db.Record($"cart:{cart:N}", null, $"{sku} × {command.Quantity}");
            return await carts.View(cart);
        });
    }
}
