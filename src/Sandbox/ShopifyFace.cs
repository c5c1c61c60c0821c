using System.Globalization;
using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Sandbox;

/// <summary>Orders as Shopify's Admin API and its webhooks write them.</summary>
internal static class ShopifyFace
{
    /// <summary>Here nothing that is missing is left out: Shopify writes null.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = Fact.Json.Encoder };

    /// <param name="misstate">Added to the stated total: a lie that only a look at the lines reveals.</param>
    public static Dictionary<string, object?> Order(Sale sale, long misstate = 0)
    {
        var (currency, buyer) = (sale.Currency, sale.Buyer);
        var address = Address(buyer);
        return new()
        {
            ["id"] = sale.Id, ["admin_graphql_api_id"] = $"gid://shopify/Order/{sale.Id}", ["name"] = sale.Number,
            ["order_number"] = long.Parse(sale.Number[1..], CultureInfo.InvariantCulture), ["created_at"] = Time(sale.CreatedAt),
            ["processed_at"] = Time(sale.CreatedAt), ["updated_at"] = Time(sale.UpdatedAt), ["cancelled_at"] = Time(sale.CanceledAt),
            ["cancel_reason"] = sale.CancelReason, ["closed_at"] = null, ["test"] = sale.Test, ["email"] = buyer.Email, ["phone"] = null,
            ["contact_email"] = buyer.Email, ["currency"] = currency, ["presentment_currency"] = currency,
            ["financial_status"] = sale.Payment,
            ["fulfillment_status"] = sale.Shipments.Count == 0 ? null : sale.IsShipped ? "fulfilled" : "partial",
            ["taxes_included"] = sale.TaxesIncluded, ["total_line_items_price"] = Text(sale.Goods, currency),
            ["total_discounts"] = Text(sale.Discount, currency), ["subtotal_price"] = Text(sale.Goods - sale.Discount, currency),
            ["total_tax"] = Text(sale.Tax, currency), ["total_price"] = Text(sale.First + misstate, currency),
            ["current_total_price"] = Text(sale.Total - sale.Refunded + misstate, currency), ["total_tip_received"] = Text(0, currency),
            ["total_shipping_price_set"] = Set(sale.Freight, currency), ["payment_gateway_names"] = new[] { sale.Gateway },
            ["note"] = sale.Note, ["note_attributes"] = Array.Empty<object>(), ["tags"] = "", ["source_name"] = "web",
            ["customer"] = new { id = sale.Id - 5, email = buyer.Email, first_name = buyer.Name, last_name = (string?)null, phone = (string?)null },
            ["billing_address"] = address, ["shipping_address"] = address,
            ["line_items"] = sale.Lines.Select(l => Line(sale, l)).ToList(),
            ["shipping_lines"] = new[]
            {
                new
                {
                    id = sale.Id + 7, title = "Standard", code = "Standard", price = Text(sale.Freight, currency),
                    discounted_price = Text(sale.Freight, currency), discount_allocations = Array.Empty<object>(), tax_lines = Array.Empty<object>(),
                },
            },
            ["fulfillments"] = sale.Shipments.Select(s => Fulfillment(sale, s)).ToList(),
            ["refunds"] = Refunds(sale),
        };
    }

    public static object Fulfillment(Sale sale, SaleShipment shipment) => new
    {
        id = shipment.Id, order_id = sale.Id, status = "success", created_at = Time(shipment.At), updated_at = Time(shipment.At),
        tracking_company = shipment.Company, tracking_number = shipment.Number,
        tracking_numbers = shipment.Number is null ? [] : new[] { shipment.Number },
        line_items = shipment.Lines.Select(l => new { id = l.LineId, quantity = l.Quantity }).ToList(),
    };

    /// <summary>All goods of an order leave from one place.</summary>
    public static object FulfillmentOrder(Sale sale) => new
    {
        id = sale.Id + 1_000, order_id = sale.Id, assigned_location_id = ShopifyDesk.Location, request_status = "unsubmitted",
        status = sale.CanceledAt is not null ? "cancelled" : sale.IsShipped ? "closed" : sale.Shipments.Count > 0 ? "in_progress" : "open",
        line_items = sale.Lines.Select(l => new
        {
            id = l.Id + 5, line_item_id = l.Id, fulfillment_order_id = sale.Id + 1_000, quantity = sale.Kept(l), fulfillable_quantity = sale.Left(l),
        }).ToList(),
    };

    public static string Text(long minor, string currency)
    {
        var digits = Money.Decimals(currency);
        var (plain, sign) = (Math.Abs(minor).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0'), minor < 0 ? "-" : "");
        return digits == 0 ? sign + plain : $"{sign}{plain[..^digits]}.{plain[^digits..]}";
    }

    private static object Line(Sale sale, SaleLine line) => new
    {
        id = line.Id, variant_id = line.Id - 20, product_id = line.Id - 30, title = line.Name, variant_title = line.Options, sku = line.Sku,
        name = line.Options is null ? line.Name : $"{line.Name} - {line.Options}", quantity = line.Quantity, current_quantity = sale.Kept(line),
        fulfillable_quantity = sale.Left(line), price = Text(line.Price, sale.Currency), total_discount = "0.00", properties = Array.Empty<object>(),
        requires_shipping = true, gift_card = false, taxable = line.Tax > 0,
        discount_allocations = line.Discount == 0 ? [] : new[] { new { amount = Text(line.Discount, sale.Currency), discount_application_index = 0 } },
        tax_lines = line.Tax == 0 ? [] : new[] { new { title = "VAT", price = Text(line.Tax, sale.Currency), rate = 0.13 } },
    };

    private static List<object> Refunds(Sale sale) =>
    [
        .. sale.Removals.Select(r => (object)new
        {
            id = r.Id, order_id = sale.Id, created_at = Time(r.At), transactions = Array.Empty<object>(),
            refund_line_items = new[] { new { id = r.Id + 1, line_item_id = r.LineId, quantity = r.Quantity, subtotal = Text(r.Subtotal, sale.Currency), total_tax = Text(r.Tax, sale.Currency) } },
        }),
        .. sale.Refunds.Select(r => (object)new
        {
            id = r.Id, order_id = sale.Id, created_at = Time(r.At), note = r.Reason, refund_line_items = Array.Empty<object>(),
            transactions = new[] { new { id = r.Id + 1, kind = "refund", status = "success", amount = Text(r.Amount, sale.Currency), gateway = sale.Gateway } },
        }),
    ];

    private static object Address(SaleBuyer buyer) => new
    {
        name = buyer.Name, first_name = buyer.Name, last_name = (string?)null, phone = buyer.Phone, address1 = buyer.Line, address2 = (string?)null,
        city = buyer.City, province = buyer.Province, province_code = (string?)null, country_code = buyer.Country, country = buyer.Country, zip = buyer.Postcode,
    };

    private static object Set(long minor, string currency)
    {
        var money = new { amount = Text(minor, currency), currency_code = currency };
        return new { shop_money = money, presentment_money = money };
    }

    private static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? at) => at is { } there ? Time(there) : null;
}
