using System.Globalization;
using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>The part of WooCommerce's REST API that an order system needs, as it is documented.</summary>
internal sealed class WooDesk(ShopBooks books)
{
    private const int GoodsFirst = 90;

    private ShopBook Book => books.Woo;

    /// <param name="saved">A webhook that was just saved and is to be greeted.</param>
    public ShopReply Act(ShopCall call, out Hook? saved)
    {
        saved = null;
        // The kits send changes by either verb.
        var isChange = call.Method is "PUT" or "POST";
        return call switch
        {
            _ when call.Is("GET", "orders") => Orders(call),
            _ when call.Is("POST", "orders") => Place(call.Body),
            _ when call.Is("GET", "orders", "*") => Find(call.Path[1]) is { } sale ? new(200, WooFace.Order(sale)) : NoOrder,
            _ when isChange && call.Is(call.Method, "orders", "*") => Change(call.Path[1], call.Body),
            _ when call.Is("GET", "orders", "*", "notes") => Find(call.Path[1]) is { } sale ? new(200, sale.Notes.Select((n, i) => new { id = i + 1, note = n, customer_note = true }).ToList()) : NoOrder,
            _ when call.Is("POST", "orders", "*", "notes") => Note(call.Path[1], call.Body),
            _ when call.Is("GET", "webhooks") => Hooks(call),
            _ when call.Is("POST", "webhooks") => Listen(call.Body, out saved),
            _ when isChange && call.Is(call.Method, "webhooks", "*") => ChangeHook(call.Path[1], call.Body, out saved),
            _ when call.Is("GET", "products") => new(200, Book.Shelf.Where(g => call.Asked("sku") is not { } sku || sku.Split(',').Append(sku).Contains(g.Sku)).Select(Show).ToList()),
            _ when isChange && call.Is(call.Method, "products", "*") => SetStock(call.Path[1], call.Body),
            _ => new(404, new { code = "rest_no_route", message = "No route was found matching the URL and request method.", data = new { status = 404 } }),
        };
    }

    private static readonly ShopReply NoOrder = new(404, new { code = "woocommerce_rest_shop_order_invalid_id", message = "Invalid ID.", data = new { status = 404 } });

    private Sale? Find(string id) => long.TryParse(id, out var number) ? Book.Find(number) : null;

    private ShopReply Orders(ShopCall call)
    {
        var size = call.Number("per_page", 10, int.MaxValue);
        if (size > 100) return Bad("per_page");
        var after = DateTime.MinValue;
        if (call.Asked("modified_after") is { } text && !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out after))
            return Bad("modified_after");
        // Times without dates_are_gmt are those of the shop's clock.
        if (after != DateTime.MinValue && call.Asked("dates_are_gmt") != "true") after = after.AddHours(-8);
        var found = Book.Sales.Where(s => Modified(s) > after)
            .OrderBy(s => call.Asked("orderby") == "modified" ? Modified(s) : s.CreatedAt.UtcDateTime).ThenBy(s => s.Id).ToList();
        if (call.Asked("order") != "asc") found.Reverse();
        var page = call.Number("page", 1, int.MaxValue);
        var from = call.Number("offset", (page - 1) * size, int.MaxValue);
        return new(200, found.Skip(from).Take(size).Select(s => WooFace.Order(s)).ToList(),
            ("X-WP-Total", $"{found.Count}"), ("X-WP-TotalPages", $"{(found.Count + size - 1) / size}"));
    }

    private static DateTime Modified(Sale sale) => DateTimeOffset.FromUnixTimeSeconds(sale.UpdatedAt.ToUnixTimeSeconds()).UtcDateTime;

    private ShopReply Place(JsonElement body)
    {
        var lines = List(body, "line_items").Select(l => new SaleWishLine(
            AlipayDesk.Text(l, "sku") ?? Book.Shelf.FirstOrDefault(g => $"{g.Id + GoodsFirst}" == AlipayDesk.Text(l, "product_id"))?.Sku,
            long.TryParse(AlipayDesk.Text(l, "quantity"), out var quantity) ? quantity : 1)).ToList();
        var wish = new SaleWish { Lines = lines, Paid = Get(body, "set_paid").ValueKind == JsonValueKind.True, Note = AlipayDesk.Text(body, "customer_note") };
        return wish.IsSensible && Book.Place(wish) is { } sale ? new(201, WooFace.Order(sale)) : Bad("line_items");
    }

    private ShopReply Change(string id, JsonElement body)
    {
        if (Find(id) is not { } sale) return NoOrder;
        var status = AlipayDesk.Text(body, "status");
        if (status is not (null or "completed" or "cancelled" or "processing")) return Bad("status");
        var tracking = List(body, "meta_data").Where(m => AlipayDesk.Text(m, "key") == "_wc_shipment_tracking_items").Select(m => Get(m, "value").GetRawText()).LastOrDefault();
        if (status == "cancelled") return Book.Cancel(sale.Id, null, refund: false) is { } canceled ? new(200, WooFace.Order(canceled)) : Bad("status");
        var changed = Book.Change(sale.Id, status == "completed" ? "sale.completed" : "sale.tracked", (s, now) => s with
        {
            IsCompleted = s.IsCompleted || status == "completed",
            Tracking = tracking ?? s.Tracking,
            PaidAt = status is null ? s.PaidAt : s.PaidAt ?? now,
            Shipments = status == "completed" && !s.IsShipped
                ? [.. s.Shipments, new(s.Id, now, null, null, s.Lines.Where(l => s.Left(l) > 0).Select(l => new SaleShipmentLine(l.Id, s.Left(l))).ToList())] : s.Shipments,
        });
        return new(200, WooFace.Order(changed!));
    }

    private ShopReply Note(string id, JsonElement body)
    {
        if (Find(id) is not { } sale) return NoOrder;
        if (AlipayDesk.Text(body, "note") is not { Length: > 0 and <= 5000 } note) return Bad("note");
        Book.Change(sale.Id, ShopBook.Noted, (s, _) => s with { Notes = [.. s.Notes, note] });
        return new(201, new { id = sale.Notes.Count + 1, note, customer_note = true });
    }

    private ShopReply Hooks(ShopCall call)
    {
        var (size, page) = (call.Number("per_page", 10, 100), call.Number("page", 1, int.MaxValue));
        return new(200, Book.Hooks.Skip((page - 1) * size).Take(size).Select(Show).ToList());
    }

    private ShopReply Listen(JsonElement body, out Hook? saved)
    {
        saved = null;
        var (topic, address) = (AlipayDesk.Text(body, "topic"), AlipayDesk.Text(body, "delivery_url"));
        if (topic is null || !topic.Contains('.', StringComparison.Ordinal)) return Bad("topic");
        if (!Uri.TryCreate(address, UriKind.Absolute, out _)) return Bad("delivery_url");
        saved = Book.Listen(topic, address!, AlipayDesk.Text(body, "secret") ?? "");
        return new(201, Show(saved));
    }

    private ShopReply ChangeHook(string id, JsonElement body, out Hook? saved)
    {
        saved = null;
        var status = AlipayDesk.Text(body, "status");
        if (status is not (null or "active" or "paused" or "disabled")) return Bad("status");
        saved = !long.TryParse(id, out var number) ? null : Book.ChangeHook(number, h => h with
        {
            Status = status ?? h.Status,
            Secret = AlipayDesk.Text(body, "secret") ?? h.Secret,
            Failures = 0,
            Address = AlipayDesk.Text(body, "delivery_url") ?? h.Address,
        });
        return saved is null ? new(404, new { code = "woocommerce_rest_shop_webhook_invalid_id", message = "Invalid ID.", data = new { status = 404 } }) : new(200, Show(saved));
    }

    private static object Show(Hook hook) => new
    {
        id = hook.Id, name = $"Webhook {hook.Id}", status = hook.Status, topic = hook.Topic, resource = "order", @event = hook.Topic.Split('.')[1],
        hooks = Array.Empty<string>(), delivery_url = hook.Address, date_created_gmt = WooFace.Time(hook.CreatedAt),
    };

    private static object Show(Goods goods) => new
    {
        id = goods.Id + GoodsFirst, name = goods.Name, type = "simple", parent_id = 0, status = "publish", sku = goods.Sku,
        price = ShopifyFace.Text(goods.Price, "CNY"), manage_stock = goods.Stock is not null, stock_quantity = goods.Stock,
    };

    private ShopReply SetStock(string id, JsonElement body)
    {
        if (!long.TryParse(id, out var number) || Book.Shelf.FirstOrDefault(g => g.Id + GoodsFirst == number) is not { } goods)
            return new(404, new { code = "woocommerce_rest_product_invalid_id", message = "Invalid ID.", data = new { status = 404 } });
        if (!long.TryParse(AlipayDesk.Text(body, "stock_quantity"), out var quantity)) return Bad("stock_quantity");
        Book.Stock([goods with { Stock = quantity }]);
        return new(200, Show(goods with { Stock = quantity }));
    }

    private static ShopReply Bad(string field) => new(400, new
    {
        code = "rest_invalid_param", message = $"Invalid parameter(s): {field}", data = new { status = 400, @params = new Dictionary<string, string> { [field] = "Invalid." } },
    });

    private static JsonElement Get(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement> List(JsonElement node, string name) =>
        Get(node, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
