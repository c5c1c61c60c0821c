using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Guidan.Channels;
using Guidan.Connectors;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class WooOrderTests
{
    private const string Order =
        """
        {"id":727,"number":"727","status":"processing","currency":"CNY","date_created_gmt":"2026-11-20T02:00:00","date_modified_gmt":"2026-11-20T02:00:08",
         "date_paid_gmt":"2026-11-20T02:00:07","discount_total":"3.00","shipping_total":"10.00","total":"30.35","total_tax":"1.35","prices_include_tax":false,
         "customer_note":"","payment_method":"alipay","payment_method_title":"支付宝","transaction_id":"T9","meta_data":[{"id":1,"key":"_x","value":{"a":[1]}}],
         "billing":{"first_name":"小满","last_name":"林","country":"CN","state":"CN12","city":"杭州市","address_1":"文三路1号","address_2":"","postcode":"310000","phone":"15400000001","email":"a@mail.example"},
         "shipping":{"first_name":"","last_name":"","address_1":"","city":""},
         "line_items":[
          {"id":315,"name":"绿茶 &ndash; 罐装","quantity":2,"subtotal":"6.00","subtotal_tax":"0.45","total":"5.00","total_tax":"0.40","sku":"TEA","price":2.5,"meta_data":[]},
          {"id":316,"name":"茶杯","quantity":3,"subtotal":"17.00","total":"15.00","total_tax":"0.95","sku":"","price":5.666666666,"meta_data":[{"id":1,"key":"pa_color","value":"white","display_key":"颜色","display_value":"白"},{"id":2,"key":"_k","value":"x"}]}],
         "shipping_lines":[],"fee_lines":[{"id":1,"total":"1.00"},{"id":2,"total":"-2.00"}],"coupon_lines":[{"code":"a","discount":"3.00"}],"refunds":[]}
        """;

    private static ChannelOrder Read(string json)
    {
        var reading = WooOrder.Read(Encoding.UTF8.GetBytes(json));
        reading.Fault.ShouldBeNull(reading.Fault?.ToString());
        var order = reading.Order!;
        order.Goods.ShouldBe(order.Lines.Sum(l => l.UnitPrice * l.Quantity));
        order.Discount.ShouldBe(order.Lines.Sum(l => l.Discount));
        return order;
    }

    private static string With(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Order)!;
        change(node);
        return node.ToJsonString();
    }

    [Fact]
    public void An_order_is_read_to_the_fen()
    {
        var order = Read(Order);
        order.Total.ShouldBe(order.Goods - order.Discount + order.Freight + order.Tax);
        // 17.00 for three is 5.67 each, less one fen; the negative fee is shared by what the lines cost.
        order.Lines[0].ShouldBe(new("315", "TEA", "绿茶 – 罐装", "", 2, 300, 150, 40));
        order.Lines[1].ShouldBe(new("316", null, "茶杯", "白", 3, 567, 351, 95));
        (order.Goods, order.Discount, order.Freight, order.Tax, order.Total).ShouldBe((2301, 501, 1100, 135, 3035));
        (order.Payment, order.PaymentMethod, order.TransactionId).ShouldBe((ChannelPayment.Paid, "支付宝", "T9"));
        order.PaidAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 2, 0, 7, TimeSpan.Zero));
        order.Recipient.ShouldBe(new("林小满", "15400000001", "a@mail.example", "CN", "浙江省", "杭州市", null, "文三路1号", "310000"));
        order.Note.ShouldBeNull();
    }

    [Fact]
    public void Where_each_line_was_rounded_the_last_digit_goes_to_the_tax()
    {
        var order = Read(With(o => (o["total"], o["total_tax"]) = ("30.34", "1.35")));
        (order.Total, order.Tax).ShouldBe((3034, 134));
        order.Total.ShouldBe(order.Goods - order.Discount + order.Freight + order.Tax);
        // Half a yuan is no rounding, and without tax nothing is rounded.
        Read(With(o => o["total"] = "29.85")).Tax.ShouldBe(135);
        Read(With(o => (o["total"], o["total_tax"]) = ("29.01", "0.00"))).Tax.ShouldBe(0);
    }

    [Theory]
    [InlineData("processing", "2026-11-20T02:00:07", null, ChannelPayment.Paid)]
    [InlineData("processing", null, null, ChannelPayment.Pending)]
    [InlineData("pending", null, null, ChannelPayment.Pending)]
    [InlineData("on-hold", null, null, ChannelPayment.Pending)]
    [InlineData("failed", null, null, ChannelPayment.Pending)]
    [InlineData("cancelled", null, null, ChannelPayment.Voided)]
    [InlineData("cancelled", "2026-11-20T02:00:07", null, ChannelPayment.Paid)]
    [InlineData("completed", "2026-11-20T02:00:07", "-10.00", ChannelPayment.PartlyRefunded)]
    [InlineData("completed", "2026-11-20T02:00:07", "-30.35", ChannelPayment.Refunded)]
    [InlineData("wc-of-a-plugin", "2026-11-20T02:00:07", null, ChannelPayment.Paid)]
    public void Payment_follows_the_date_and_the_refunds(string status, string? paid, string? refund, ChannelPayment payment)
    {
        var order = Read(With(o =>
        {
            (o["status"], o["date_paid_gmt"]) = (status, paid);
            if (refund is not null) o["refunds"] = new JsonArray(JsonNode.Parse($$"""{"id":1,"reason":"","total":"{{refund}}"}"""));
        }));
        order.Payment.ShouldBe(payment);
        order.Canceled.ShouldBe(status == "cancelled");
        order.Fulfilled.ShouldBe(status == "completed");
        order.Refunded.ShouldBe(refund is null ? 0 : -ExactAmount.Read(refund, 2)!.Value);
    }

    [Theory]
    [InlineData("id", null, "id")]
    [InlineData("total", "\"1.005\"", "total")]
    [InlineData("currency", "\"\"", "currency")]
    [InlineData("status", null, "status")]
    [InlineData("date_created_gmt", null, "date_created_gmt")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":0,\"total\":\"1.00\"}]", "line_items[0].quantity")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":1,\"total\":\"-1.00\"}]", "line_items[0].subtotal")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":0.5,\"total\":\"1.00\"}]", "line_items[0].quantity")]
    [InlineData("billing", "\"x\"", "billing")]
    public void A_broken_order_is_said_to_be_broken_where_it_is(string field, string? value, string blamed) =>
        WooOrder.Read(Encoding.UTF8.GetBytes(With(o => o[field] = value is null ? null : JsonNode.Parse(value)))).Fault.ShouldNotBeNull().Field.ShouldBe(blamed);

    [Fact]
    public void Empty_lists_of_PHP_stand_for_empty_objects() =>
        Read(With(o => (o["shipping"], o["billing"]) = (new JsonArray(), new JsonArray()))).Recipient.ShouldBe(new(null, null, null, null, null, null, null, null, null));

    [Fact]
    public void A_thousand_broken_bodies_never_throw()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(Order);
        for (var i = 0; i < 1_000; i++)
        {
            var reading = WooOrder.Read(ChannelVectorTests.Mutate(bytes, random));
            (reading.Order is null).ShouldBe(reading.Fault is not null, $"seed {seed}");
        }
    }

    [Fact]
    public void Real_payloads_of_the_documentation_add_up()
    {
        if (RealChannelFiles.Find("woocommerce_rest_docs/orders_03_list-all-orders.json") is not { } file) return;
        var orders = JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(o => Read(o!.ToJsonString())).ToList();
        foreach (var order in orders) order.Total.ShouldBe(order.Goods - order.Discount + order.Freight + order.Tax);
        orders.Select(o => (o.ExternalId, o.Total, o.Refunded, o.Payment)).ShouldBe(
            [("727", 2935, 0, ChannelPayment.Paid), ("723", 3900, 1900, ChannelPayment.PartlyRefunded)]);
        orders[0].Lines[1].ShouldBe(new("316", "Bar3", "Ship Your Idea – Color: Black, Size: M Test", "black / M Test", 1, 1200, 0, 90));
    }

    [Fact]
    public void Every_recorded_answer_is_read_or_has_its_reason()
    {
        foreach (var bytes in RealChannelFiles.All("woocommerce_rest_docs").Select(File.ReadAllBytes))
        {
            var reading = WooOrder.Read(bytes);
            (reading.Order is null).ShouldBe(reading.Fault is not null);
        }
    }
}
