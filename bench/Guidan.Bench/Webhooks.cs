using System.Security.Cryptography;
using System.Text;

namespace Guidan.Bench;

/// <summary>
/// Webhooks as Shopify sends them, signed as Shopify signs: each about another paid order of two lines, with another
/// person, phone and address.
/// </summary>
internal sealed class Webhooks(int port, int skus)
{
    public const string Secret = "bench-secret-of-this-run-alone";

    /// <summary>What the program must know to believe them.</summary>
    public static readonly (string, string) Setting = ("Channels__shopify__WebhookSecret", Secret);

    private const string Tenth = """[{"amount":"10.00","discount_application_index":0}]""";
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    private static long made = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000;

    /// <summary>One request, with the order's id and the event's key.</summary>
    public (byte[] Bytes, string Number, string Key) Next()
    {
        var id = Interlocked.Increment(ref made);
        var body = Encoding.UTF8.GetBytes(Body(id));
        var key = NewKey();
        var head = $"POST /api/channels/shopify/webhooks HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            + $"X-Shopify-Topic: orders/create\r\nX-Shopify-Hmac-Sha256: {Convert.ToBase64String(HMACSHA256.HashData(Key, body))}\r\n"
            + $"X-Shopify-Shop-Domain: bench-tea.myshopify.com\r\nX-Shopify-API-Version: 2026-01\r\nX-Shopify-Webhook-Id: {key}\r\n"
            + $"X-Shopify-Event-Id: {NewKey()}\r\nX-Shopify-Triggered-At: 2026-11-25T08:00:00.123456789Z\r\n"
            + $"User-Agent: Shopify-Captain-Hook\r\nContent-Length: {body.Length}\r\n\r\n";
        var bytes = new byte[head.Length + body.Length];
        Encoding.ASCII.GetBytes(head, bytes);
        body.CopyTo(bytes, head.Length);
        return (bytes, $"{id}", key);
    }

    // Random as Shopify's are: they fall anywhere into the index of keys.
    private static string NewKey()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private string Body(long id)
    {
        var (one, two) = (Goods.Sku((int)(id % skus)), Goods.Sku((int)((id + 7) % skus)));
        var (phone, name) = (13_000_000_000 + id % 999_999_999, $"韩梅{id % 100_000}");
        return $$$"""
            {"id":{{{id}}},"admin_graphql_api_id":"gid:\/\/shopify\/Order\/{{{id}}}","app_id":580111,"browser_ip":"203.0.113.9","buyer_accepts_marketing":false,"cancel_reason":null,"cancelled_at":null,"cart_token":"hWN{{{id}}}","checkout_id":{{{id + 11}}},"checkout_token":"d3f1{{{id}}}aa07","client_details":{"accept_language":"zh-CN","browser_height":null,"browser_ip":"203.0.113.9","browser_width":null,"session_hash":null,"user_agent":"Mozilla\/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)"},"closed_at":null,"company":null,"confirmation_number":"Q{{{id % 99_999_999}}}","confirmed":true,"contact_email":"han{{{id}}}@example.com","created_at":"2026-11-25T15:59:58+08:00","currency":"CNY","current_subtotal_price":"237.00","current_subtotal_price_set":{"shop_money":{"amount":"237.00","currency_code":"CNY"},"presentment_money":{"amount":"237.00","currency_code":"CNY"}},"current_total_discounts":"10.00","current_total_price":"249.00","current_total_tax":"14.33","customer_locale":"zh-CN","discount_applications":[{"target_type":"line_item","type":"discount_code","value":"10.0","value_type":"fixed_amount","allocation_method":"across","target_selection":"all","code":"TEA10"}],"discount_codes":[{"code":"TEA10","amount":"10.00","type":"fixed_amount"}],"duties_included":false,"email":"han{{{id}}}@example.com","estimated_taxes":false,"financial_status":"paid","fulfillment_status":null,"landing_site":"\/products\/longjing?utm_source=wechat","landing_site_ref":null,"location_id":null,"merchant_of_record_app_id":null,"name":"#{{{id}}}","note":"请轻放","note_attributes":[{"name":"送礼","value":"是"}],"number":{{{id % 1_000_000}}},"order_number":{{{id % 1_000_000 + 1_000}}},"order_status_url":"https:\/\/bench-tea.myshopify.com\/690933842\/orders\/{{{id}}}\/authenticate?key=abcdefabcdef","original_total_additional_fees_set":null,"original_total_duties_set":null,"payment_gateway_names":["alipay_global"],"phone":null,"po_number":null,"presentment_currency":"CNY","processed_at":"2026-11-25T15:59:57+08:00","reference":null,"referring_site":"https:\/\/example.com\/","source_identifier":null,"source_name":"web","source_url":null,"subtotal_price":"237.00","tags":"","tax_exempt":false,"tax_lines":[{"price":"14.33","rate":0.13,"title":"VAT","channel_liable":false}],"taxes_included":true,"test":false,"token":"f0c9{{{id}}}1d","total_cash_rounding_payment_adjustment_set":null,"total_discounts":"10.00","total_line_items_price":"247.00","total_outstanding":"0.00","total_price":"249.00","total_shipping_price_set":{"shop_money":{"amount":"12.00","currency_code":"CNY"},"presentment_money":{"amount":"12.00","currency_code":"CNY"}},"total_tax":"14.33","total_tip_received":"0.00","total_weight":900,"updated_at":"2026-11-25T15:59:59+08:00","user_id":null,"billing_address":{{{Address(id, name, phone)}}},"customer":{"id":{{{id + 23}}},"email":"han{{{id}}}@example.com","created_at":"2026-11-25T15:50:00+08:00","updated_at":"2026-11-25T15:59:59+08:00","first_name":"梅{{{id % 100_000}}}","last_name":"韩","state":"disabled","note":null,"verified_email":true,"multipass_identifier":null,"tax_exempt":false,"phone":null,"currency":"CNY","tax_exemptions":[],"admin_graphql_api_id":"gid:\/\/shopify\/Customer\/{{{id + 23}}}"},"discount_codes_text":"TEA10","fulfillments":[],"line_items":[{{{Line(id + 31, one, "龙井茶 明前特级", "50克 / 铁罐", 1, "129.00", Tenth)}}},{{{Line(id + 37, two, "青瓷茶杯", "Default Title", 2, "59.00", "[]")}}}],"payment_terms":null,"refunds":[],"shipping_address":{{{Address(id, name, phone)}}},"shipping_lines":[{"id":{{{id + 41}}},"carrier_identifier":null,"code":"顺丰","discounted_price":"12.00","is_removed":false,"phone":null,"price":"12.00","requested_fulfillment_service_id":null,"source":"shopify","title":"顺丰标快","tax_lines":[],"discount_allocations":[]}]}
            """;
    }

    private static string Address(long id, string name, long phone) =>
        $$$"""
        {"first_name":null,"address1":"文三路{{{id % 9_999}}}号","phone":"{{{phone}}}","city":"杭州市","zip":"310000","province":"Zhejiang","country":"China","last_name":"{{{name}}}","address2":"西溪花园3幢1单元","company":null,"latitude":30.2741,"longitude":120.1551,"name":"{{{name}}}","country_code":"CN","province_code":"ZJ"}
        """;

    private static string Line(long id, string sku, string title, string variant, int quantity, string price, string allocations) =>
        $$$"""
        {"id":{{{id}}},"admin_graphql_api_id":"gid:\/\/shopify\/LineItem\/{{{id}}}","attributed_staffs":[],"current_quantity":{{{quantity}}},"fulfillable_quantity":{{{quantity}}},"fulfillment_service":"manual","fulfillment_status":null,"gift_card":false,"grams":300,"name":"{{{title}}} - {{{variant}}}","price":"{{{price}}}","price_set":{"shop_money":{"amount":"{{{price}}}","currency_code":"CNY"},"presentment_money":{"amount":"{{{price}}}","currency_code":"CNY"}},"product_exists":true,"product_id":{{{id + 3}}},"properties":[],"quantity":{{{quantity}}},"requires_shipping":true,"sales_line_item_group_id":null,"sku":"{{{sku}}}","taxable":true,"title":"{{{title}}}","total_discount":"0.00","variant_id":{{{id + 5}}},"variant_inventory_management":"shopify","variant_title":"{{{variant}}}","vendor":"归单茶铺","tax_lines":[],"duties":[],"discount_allocations":{{{allocations}}}}
        """;
}
