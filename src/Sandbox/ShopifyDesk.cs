using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Guidan.Sandbox;

/// <summary>The part of Shopify's Admin API that an order system needs, as it is documented.</summary>
internal sealed partial class ShopifyDesk(ShopBooks books, SandboxSettings settings)
{
    public const long Location = 655_441_491;
    private const long ItemFirst = 49_148_385_000_000;

    private static readonly ShopReply Missing = new(404, new { errors = "Not Found" });

    private ShopBook Book => books.Shopify;

    public ShopReply Act(ShopCall call, string version) => call switch
    {
        _ when call.Is("GET", "orders.json") => Orders(call, version),
        _ when call.Is("GET", "orders", "*") => Find(call.Path[1].Replace(".json", "", StringComparison.Ordinal)) is { } sale ? new(200, new { order = ShopifyFace.Order(sale) }) : Missing,
        _ when call.Is("GET", "orders", "*", "fulfillments.json") => Find(call.Path[1]) is { } sale
            ? new(200, new { fulfillments = sale.Shipments.Select(s => ShopifyFace.Fulfillment(sale, s)).ToList() }) : Missing,
        _ when call.Is("GET", "orders", "*", "fulfillment_orders.json") => Find(call.Path[1]) is { } sale
            ? new(200, new { fulfillment_orders = new[] { ShopifyFace.FulfillmentOrder(sale) } }) : Missing,
        _ when call.Is("POST", "fulfillments.json") => Fulfill(call.Body),
        _ when call.Is("GET", "webhooks.json") => new(200, new { webhooks = Book.Hooks.Where(h => call.Asked("address") is not { } at || at == h.Address).Select(Show).ToList() }),
        _ when call.Is("POST", "webhooks.json") => Listen(call.Body),
        _ when call.Is("DELETE", "webhooks", "*") => Forget(call.Path[1]),
        _ when call.Is("GET", "shop.json") => new(200, new { shop = new { id = 548_380_009, name = "Sandbox", currency = "CNY", primary_location_id = Location } }),
        _ when call.Is("POST", "graphql.json") => Search(call.Body),
        _ when call.Is("POST", "inventory_levels", "set.json") => SetStock(call.Body),
        _ => Missing,
    };

    private Sale? Find(string id) => long.TryParse(id, out var number) ? Book.Find(number) : null;

    private ShopReply Orders(ShopCall call, string version)
    {
        var limit = call.Number("limit", 50, 250);
        var (since, after) = call.Asked("page_info") is { } page ? Mark(page) : (Time(call.Asked("updated_at_min")), null);
        if (since is null) return new(400, new { errors = new { page_info = "Invalid value." } });
        // The mark is the last order of the page, so nothing that changes meanwhile is stepped over.
        var isOpenOnly = call.Asked("status") is null && call.Asked("page_info") is null;
        var all = Book.Sales.Where(s => Seconds(s) >= since && (!isOpenOnly || s.CanceledAt is null))
            .OrderBy(Seconds).ThenBy(s => s.Id)
            .Where(s => after is null || (Seconds(s), s.Id).CompareTo(after.Value) > 0).Take(limit + 1).ToList();
        var orders = all.Take(limit).ToList();
        var reply = new ShopReply(200, new { orders = orders.Select(s => ShopifyFace.Order(s)).ToList() });
        if (all.Count <= limit) return reply;
        var next = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{since}.{Seconds(orders[^1])}.{orders[^1].Id}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var link = $"<{settings.Address.AbsoluteUri.TrimEnd('/')}/admin/api/{version}/orders.json?limit={limit}&page_info={next}>; rel=\"next\"";
        return reply with { Headers = [("Link", link)] };
    }

    private static long Seconds(Sale sale) => sale.UpdatedAt.ToUnixTimeSeconds();

    private static long? Time(string? text) => text is null ? 0
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeSeconds() : null;

    private static (long? Since, (long, long)? After) Mark(string page)
    {
        var bytes = new byte[200];
        var text = page.Replace('-', '+').Replace('_', '/');
        if (page.Length > 200 || !Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length)) return (null, null);
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split('.');
        return parts.Length == 3 && parts.All(p => long.TryParse(p, out _)) ? (long.Parse(parts[0]), (long.Parse(parts[1]), long.Parse(parts[2]))) : (null, null);
    }

    private ShopReply Fulfill(JsonElement body)
    {
        var wish = Get(body, "fulfillment");
        var orders = Get(wish, "line_items_by_fulfillment_order");
        if (orders.ValueKind != JsonValueKind.Array || orders.GetArrayLength() != 1 || Number(orders[0], "fulfillment_order_id") is not { } id
            || Book.Find(id - 1_000) is not { } sale) return Refused("fulfillment order is not valid");
        var items = Get(orders[0], "fulfillment_order_line_items");
        // Without lines, everything that is left.
        var lines = items.ValueKind != JsonValueKind.Array
            ? sale.Lines.Where(l => sale.Left(l) > 0).Select(l => new SaleShipmentLine(l.Id, sale.Left(l))).ToList()
            : items.EnumerateArray().Select(i => new SaleShipmentLine((Number(i, "id") ?? 0) - 5, Number(i, "quantity") ?? 0)).ToList();
        var tracking = Get(wish, "tracking_info");
        var shipped = Book.Ship(sale.Id, new(0, default, AlipayDesk.Text(tracking, "company"), AlipayDesk.Text(tracking, "number"), lines));
        return shipped is null ? Refused("Quantity must not exceed the fulfillable quantity")
            : new(201, new { fulfillment = ShopifyFace.Fulfillment(shipped, shipped.Shipments[^1]) });
    }

    private ShopReply Listen(JsonElement body)
    {
        var wish = Get(body, "webhook");
        var (topic, address) = (AlipayDesk.Text(wish, "topic"), AlipayDesk.Text(wish, "address"));
        if (topic is null || !Topic().IsMatch(topic) || !Uri.TryCreate(address, UriKind.Absolute, out _)) return Refused("topic or address is invalid");
        if (Book.Hooks.Any(h => h.Topic == topic && h.Address == address)) return Refused("for this topic has already been taken");
        return new(201, new { webhook = Show(Book.Listen(topic, address, null)) });
    }

    private ShopReply Forget(string file) => long.TryParse(file.Replace(".json", "", StringComparison.Ordinal), out var id)
        && Book.ChangeHook(id, h => h with { Status = "deleted" }) is not null ? new(200, new { }) : Missing;

    private static object Show(Hook hook) => new { id = hook.Id, topic = hook.Topic, address = hook.Address, format = "json", created_at = hook.CreatedAt, api_version = "2026-01" };

    // Of the query language it understands the one question that it is asked.
    private ShopReply Search(JsonElement body)
    {
        var asked = AlipayDesk.Text(Get(body, "variables"), "q") ?? "";
        if (AlipayDesk.Text(body, "query")?.Contains("inventoryItems(", StringComparison.Ordinal) != true || Sku().Match(asked) is not { Success: true } match)
            return new(200, new { errors = new[] { new { message = "Parse error", extensions = new { code = "undefinedField" } } } });
        var sku = match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        // The search does not tell capitals apart.
        var nodes = Book.Shelf.Where(g => string.Equals(g.Sku, sku, StringComparison.OrdinalIgnoreCase))
            .Select(g => new { legacyResourceId = $"{ItemFirst + g.Id}", sku = g.Sku, tracked = true }).ToList();
        return new(200, new { data = new { inventoryItems = new { nodes } } });
    }

    private ShopReply SetStock(JsonElement body)
    {
        if (Number(body, "location_id") != Location || Number(body, "available") is not { } available || Number(body, "inventory_item_id") is not { } item
            || Book.Shelf.FirstOrDefault(g => ItemFirst + g.Id == item) is not { } goods) return Refused("inventory item or location is not valid");
        Book.Stock([goods with { Stock = available }]);
        return new(200, new { inventory_level = new { inventory_item_id = item, location_id = Location, available } });
    }

    private static ShopReply Refused(string why) => new(422, new { errors = new { @base = new[] { why } } });

    private static JsonElement Get(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : default;

    private static long? Number(JsonElement node, string name) => long.TryParse(AlipayDesk.Text(node, name), out var number) ? number : null;

    [GeneratedRegex("^[a-z_]+/[a-z_]+$")]
    private static partial Regex Topic();

    [GeneratedRegex("^sku:\"(.*)\"$")]
    private static partial Regex Sku();
}
