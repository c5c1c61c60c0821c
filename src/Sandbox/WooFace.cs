using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guidan.Sandbox;

/// <summary>Orders as WooCommerce's REST API and its webhooks write them: every line without its tax.</summary>
internal static class WooFace
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    // In the order of WooCommerce's own codes, CN1 to CN32.
    private static readonly string[] Provinces =
    [
        "云南省", "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省",
        "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省", "陕西省",
        "甘肃省", "青海省", "宁夏回族自治区", "澳门特别行政区", "西藏自治区", "新疆维吾尔自治区",
    ];

    public static string Status(Sale sale) => sale.CanceledAt is not null ? "cancelled"
        : sale.Payment == "refunded" ? "refunded"
        : sale.IsCompleted ? "completed"
        : sale.PaidAt is not null || sale.Gateway == "cod" ? "processing" : "pending";

    /// <param name="misstate">Added to the stated total: a lie that only a look at the lines reveals.</param>
    public static Dictionary<string, object?> Order(Sale sale, long misstate = 0)
    {
        var (currency, buyer) = (sale.Currency, sale.Buyer);
        var kept = sale.Lines.Where(l => sale.Kept(l) > 0).ToList();
        var lines = kept.Select(l => Line(sale, l)).ToList();
        var removed = sale.Removals;
        var tax = sale.Tax - removed.Sum(r => r.Tax);
        var discount = lines.Sum(l => l.Before - l.After);
        var order = new Dictionary<string, object?>
        {
            ["id"] = sale.Id, ["parent_id"] = 0, ["number"] = sale.Number, ["order_key"] = $"wc_order_{sale.Id}", ["created_via"] = "checkout",
            ["version"] = "9.4.2", ["status"] = Status(sale), ["currency"] = currency, ["prices_include_tax"] = false,
            ["discount_total"] = Text(discount), ["discount_tax"] = Text(0), ["shipping_total"] = Text(sale.Freight), ["shipping_tax"] = Text(0),
            ["cart_tax"] = Text(tax), ["total"] = Text(sale.Total + misstate), ["total_tax"] = Text(tax), ["customer_id"] = 0,
            ["customer_note"] = sale.Note ?? "", ["payment_method"] = sale.Gateway, ["payment_method_title"] = sale.Gateway,
            ["transaction_id"] = sale.TransactionId ?? "", ["billing"] = Address(buyer, true), ["shipping"] = Address(buyer, false),
            ["meta_data"] = Meta(sale), ["line_items"] = lines.Select(l => l.Json).ToList(), ["tax_lines"] = Array.Empty<object>(),
            ["shipping_lines"] = new[] { new { id = sale.Id + 9, method_title = "Flat rate", method_id = "flat_rate", total = Text(sale.Freight), total_tax = Text(0), taxes = Array.Empty<object>(), meta_data = Array.Empty<object>() } },
            ["fee_lines"] = Array.Empty<object>(),
            ["coupon_lines"] = discount == 0 ? [] : new[] { new { id = sale.Id + 8, code = "sandbox", discount = Text(discount), discount_tax = Text(0) } },
            ["refunds"] = sale.Refunds.Select(r => new { id = r.Id, reason = r.Reason ?? "", total = Text(-r.Amount) }).ToList(),
        };
        foreach (var (name, at) in new (string, DateTimeOffset?)[] { ("created", sale.CreatedAt), ("modified", sale.UpdatedAt), ("paid", sale.PaidAt), ("completed", sale.IsCompleted ? sale.UpdatedAt : null) })
        {
            order[$"date_{name}"] = Time(at?.ToOffset(Zone));
            order[$"date_{name}_gmt"] = Time(at);
        }
        return order;

        string Text(long minor) => ShopifyFace.Text(minor, currency);
    }

    public static string? Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static (long Before, long After, object Json) Line(Sale sale, SaleLine line)
    {
        var (kept, gone) = (sale.Kept(line), sale.Removals.Where(r => r.LineId == line.Id).ToList());
        var (before, after) = (line.Price * kept, line.Price * line.Quantity - line.Discount - gone.Sum(r => r.Subtotal));
        var tax = line.Tax - gone.Sum(r => r.Tax);
        return (before, after, new
        {
            id = line.Id, name = line.Name, product_id = 90 + line.Id, variation_id = 0, quantity = kept, tax_class = "",
            subtotal = Text(before), subtotal_tax = Text(tax), total = Text(after), total_tax = Text(tax), sku = line.Sku ?? "",
            price = (double)line.Price / 100, taxes = Array.Empty<object>(),
            meta_data = line.Options is null ? [] : new[] { new { id = line.Id + 1, key = "pa_options", value = line.Options, display_key = "规格", display_value = line.Options } },
        });

        string Text(long minor) => ShopifyFace.Text(minor, sale.Currency);
    }

    private static List<object> Meta(Sale sale) => sale.Tracking is null ? []
        : [new { id = sale.Id + 6, key = "_wc_shipment_tracking_items", value = JsonNode.Parse(sale.Tracking) }];

    private static Dictionary<string, string> Address(SaleBuyer buyer, bool bill)
    {
        var at = buyer.Country == "CN" ? Array.IndexOf(Provinces, buyer.Province) : -1;
        var address = new Dictionary<string, string>
        {
            ["first_name"] = buyer.Name ?? "", ["last_name"] = "", ["company"] = "", ["address_1"] = buyer.Line ?? "", ["address_2"] = "",
            ["city"] = buyer.City ?? "", ["state"] = at >= 0 ? $"CN{at + 1}" : buyer.Province ?? "", ["postcode"] = buyer.Postcode ?? "",
            ["country"] = buyer.Country, ["phone"] = buyer.Phone ?? "",
        };
        if (bill) address["email"] = buyer.Email ?? "";
        return address;
    }

    /// <summary>WooCommerce writes no null where it has a list, and escapes nothing that it need not.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, ShopifyFace.Json);
}
