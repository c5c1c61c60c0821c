using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Guidan.Channels;
using Guidan.Connectors;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class ShopifyOrderTests
{
    private const string Order =
        """
        {"id":820982911946154508,"name":"#1001","created_at":"2026-11-20T10:00:00+08:00","updated_at":"2026-11-20T10:00:05.1234567+08:00",
         "processed_at":"2026-11-20T10:00:01+08:00","cancelled_at":null,"currency":"CNY","financial_status":"paid","fulfillment_status":null,
         "taxes_included":false,"total_price":"217.90","total_tax":"16.90","total_discounts":"25.00","test":false,"note":"门口放","email":"a@mail.example",
         "payment_gateway_names":["Alipay Global","gift_card"],"total_tip_received":"1.00","note_attributes":[{"name":"送达","value":"周六"},{"name":"_x","value":"y"}],
         "shipping_address":{"name":"林小满","phone":"15400000001","country_code":"CN","province":"Zhejiang","province_code":"ZJ","city":"杭州","address1":"文三路1号","address2":"2幢","zip":"310000"},
         "line_items":[
           {"id":866550311766439020,"sku":"TEA-1","title":"龙井","variant_title":"Default Title","quantity":2,"price":"75.00","total_discount":"0.00",
            "properties":[{"name":"刻字","value":"平安"},{"name":"_hidden","value":"1"}],
            "discount_allocations":[{"amount":"15.00"},{"amount":"3.00"}],"tax_lines":[{"price":"10.10"}]},
           {"id":866550311766439021,"sku":"","title":"茶杯","variant_title":"白 / 大","quantity":1,"price":"70.00","properties":{},
            "discount_allocations":[{"amount":"2.00"}],"tax_lines":[{"price":"6.80"}]}],
         "shipping_lines":[{"id":null,"price":"5.00","discounted_price":"0.00","discount_allocations":[{"amount":"5.00"}]}],
         "refunds":[]}
        """;

    private static ChannelOrder Read(string json)
    {
        var reading = ShopifyOrder.Read(Encoding.UTF8.GetBytes(json));
        reading.Fault.ShouldBeNull(reading.Fault?.ToString());
        return reading.Order!;
    }

    private static string With(Action<JsonNode> change, string order = Order)
    {
        var node = JsonNode.Parse(order)!;
        change(node);
        return node.ToJsonString();
    }

    private static void ShouldAddUp(ChannelOrder order)
    {
        order.Total.ShouldBe(order.Goods - order.Discount + order.Freight + order.Tax);
        order.Goods.ShouldBe(order.Lines.Sum(l => l.UnitPrice * l.Quantity));
        order.Discount.ShouldBe(order.Lines.Sum(l => l.Discount));
    }

    [Fact]
    public void An_order_is_read_to_the_fen()
    {
        var order = Read(Order);
        ShouldAddUp(order);
        (order.ExternalId, order.ExternalNumber, order.Currency).ShouldBe(("820982911946154508", "#1001", "CNY"));
        (order.Goods, order.Discount, order.Freight, order.Tax, order.Total, order.Refunded).ShouldBe((22000, 2000, 100, 1690, 21790, 0));
        order.CreatedAt.ShouldBe(new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
        order.UpdatedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 2, 0, 5, TimeSpan.Zero).AddTicks(1234560));
        (order.Payment, order.PaymentMethod, order.PaidAt).ShouldBe((ChannelPayment.Paid, "Alipay Global", new DateTimeOffset(2026, 11, 20, 2, 0, 1, TimeSpan.Zero)));
        order.Lines[0].ShouldBe(new("866550311766439020", "TEA-1", "龙井", "刻字: 平安", 2, 7500, 1800, 1010));
        order.Lines[1].ShouldBe(new("866550311766439021", null, "茶杯", "白 / 大", 1, 7000, 200, 680));
        order.Recipient.ShouldBe(new("林小满", "15400000001", "a@mail.example", "CN", "浙江省", "杭州", null, "文三路1号 2幢", "310000"));
        order.Note.ShouldBe("门口放\n送达: 周六");
        (order.Canceled, order.IsTest, order.Fulfilled).ShouldBe((false, false, false));
    }

    [Fact]
    public void Tax_that_the_prices_contain_is_not_added()
    {
        var order = Read(With(o => (o["taxes_included"], o["total_price"]) = (true, "201.00")));
        ShouldAddUp(order);
        (order.Tax, order.Total).ShouldBe((0, 20100));
        order.Lines.ShouldAllBe(l => l.Tax == 0);
    }

    [Fact]
    public void Money_that_went_back_changes_no_line()
    {
        var order = Read(With(o => o["refunds"] = JsonNode.Parse(
            """
            [{"transactions":[{"kind":"refund","status":"success","amount":"72.00"},{"kind":"refund","status":"pending","amount":"9.00"},{"kind":"refund","status":"failure","amount":"5.00"}],
              "refund_line_items":[{"line_item_id":866550311766439021,"quantity":1,"subtotal":68.00,"total_tax":6.80}]}]
            """)));
        ShouldAddUp(order);
        (order.Total, order.Refunded, order.Lines.Count).ShouldBe((21790, 7200, 2));
    }

    [Fact]
    public void What_editing_took_out_was_never_ordered()
    {
        var edited = With(o =>
        {
            o["refunds"] = JsonNode.Parse("""[{"transactions":[],"refund_line_items":[{"line_item_id":866550311766439020,"quantity":1,"subtotal":"66.00","total_tax":"5.05"}]}]""");
            o["current_total_price"] = "146.85";
        });
        var order = Read(edited);
        ShouldAddUp(order);
        order.Lines[0].ShouldBe(new("866550311766439020", "TEA-1", "龙井", "刻字: 平安", 1, 7500, 900, 505));
        (order.Total, order.Tax, order.Refunded).ShouldBe((14685, 1185, 0));
        var all = Read(With(o => o["refunds"]![0]!["refund_line_items"]![0] = JsonNode.Parse(
            """{"line_item_id":866550311766439020,"quantity":2,"subtotal":"132.00","total_tax":"10.10"}"""), edited));
        all.Lines.ShouldHaveSingleItem().ExternalId.ShouldBe("866550311766439021");
        // A canceled order is what it was: canceling writes all of it into a refund of nothing.
        Read(With(o => o["cancelled_at"] = "2026-11-20T11:00:00+08:00", edited)).Total.ShouldBe(21790);
    }

    [Fact]
    public void Lines_that_editing_added_count_even_when_the_first_total_still_stands()
    {
        var order = Read(With(o =>
        {
            o["line_items"]!.AsArray().Add(JsonNode.Parse("""{"id":"9","sku":"NEW","title":"新","quantity":1,"price":"10.00","discount_allocations":[],"tax_lines":[]}"""));
            o["current_total_price"] = "227.90";
        }));
        ShouldAddUp(order);
        order.Total.ShouldBe(22790);
    }

    [Fact]
    public void A_total_that_lies_stays_as_it_is_said() => Read(With(o => o["total_price"] = "217.91")).Total.ShouldBe(21791);

    [Fact]
    public void Older_versions_tell_discounts_as_one_sum()
    {
        var order = Read("""
            {"order":{"id":450789469,"name":"#1001","created_at":"2008-01-10T11:00:00-05:00","updated_at":"2008-01-10T11:00:00-05:00","currency":"USD",
             "financial_status":"authorized","gateway":"bogus","total_price":"291.95","total_price_usd":"291.95","total_discounts":"10.00","total_tax":null,
             "line_items":[{"id":1,"sku":"A","name":"A","quantity":1,"price":"199.00"},{"id":2,"sku":"B","name":"B","quantity":3,"price":"33.65"}],"shipping_lines":[{"price":"2.00"}]}}
            """);
        ShouldAddUp(order);
        order.Lines.Select(l => l.Discount).ShouldBe([663, 337]);
        (order.Payment, order.PaymentMethod, order.PaidAt).ShouldBe((ChannelPayment.Pending, "bogus", null));
    }

    [Theory]
    [InlineData("JPY", "1200", 1200)]
    [InlineData("JPY", "1200.00", 1200)]
    [InlineData("KWD", "1.234", 1234)]
    [InlineData("USD", "-0.5", -50)]
    [InlineData("USD", "0.10", 10)]
    public void Amounts_have_the_digits_of_their_currency(string currency, string text, long minor) =>
        ExactAmount.Read(text, Kernel.Money.Decimals(currency)).ShouldBe(minor);

    [Theory]
    [InlineData("1.005")]
    [InlineData("1e3")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+1")]
    [InlineData("１")]
    [InlineData("1,000.00")]
    [InlineData("99999999999999999999")]
    [InlineData("1000000000000.01")]
    [InlineData("NaN")]
    public void What_is_not_exact_is_no_amount(string text) => ExactAmount.Read(text, 2).ShouldBeNull();

    [Theory]
    [InlineData("id", null, "id")]
    [InlineData("id", "\"1 or 1\"", "id")]
    [InlineData("currency", "\"yuan\"", "currency")]
    [InlineData("total_price", "\"1.005\"", "total_price")]
    [InlineData("total_price", null, "total_price")]
    [InlineData("total_price", "{\"a\":1}", "total_price")]
    [InlineData("updated_at", "\"yesterday\"", "updated_at")]
    [InlineData("created_at", null, "created_at")]
    [InlineData("financial_status", "\"strange\"", "financial_status")]
    [InlineData("line_items", "[]", "line_items")]
    [InlineData("line_items", "\"none\"", "line_items")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":1.5,\"price\":\"1\"}]", "line_items[0].quantity")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":-1,\"price\":\"1\"}]", "line_items[0].quantity")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":1,\"price\":1e2}]", "line_items[0].price")]
    [InlineData("line_items", "[{\"id\":1,\"quantity\":1000000,\"price\":\"999999999999\"}]", "line_items")]
    public void A_broken_order_is_said_to_be_broken_where_it_is(string field, string? value, string blamed)
    {
        var json = With(o => o[field] = value is null ? null : JsonNode.Parse(value));
        var fault = ShopifyOrder.Read(Encoding.UTF8.GetBytes(json)).Fault.ShouldNotBeNull();
        fault.Field.ShouldBe(blamed);
        fault.Reason.Zh.ShouldNotBeEmpty();
        fault.Reason.En.ShouldNotBeEmpty();
        if (field != "id") (fault.ExternalId, fault.ExternalNumber).ShouldBe(("820982911946154508", "#1001"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":1")]
    [InlineData("{\"id\":1,\"id\":2}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    public void What_is_no_order_at_all_has_its_reason(string body) =>
        ShopifyOrder.Read(Encoding.UTF8.GetBytes(body)).Fault.ShouldNotBeNull();

    [Fact]
    public void A_thousand_broken_bodies_never_throw()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(Order);
        for (var i = 0; i < 1_000; i++)
        {
            var reading = ShopifyOrder.Read(ChannelVectorTests.Mutate(bytes, random));
            (reading.Order is null).ShouldBe(reading.Fault is not null, $"seed {seed}");
        }
    }

    [Fact]
    public void Every_recorded_answer_is_read_or_has_its_reason()
    {
        foreach (var bytes in RealChannelFiles.All("go-shopify").Concat(RealChannelFiles.All("shopify_python_api")).Select(File.ReadAllBytes))
        {
            var reading = ShopifyOrder.Read(bytes);
            (reading.Order is null).ShouldBe(reading.Fault is not null);
            if (!RealChannelFiles.IsJson(bytes)) reading.Fault!.Field.ShouldBe("");
        }
    }

    [Fact]
    public void The_real_order_of_another_kits_tests_adds_up()
    {
        if (RealChannelFiles.Find("go-shopify/order.json") is not { } file) return;
        var order = ShopifyOrder.Read(File.ReadAllBytes(file)).Order.ShouldNotBeNull();
        ShouldAddUp(order);
        (order.Total, order.Discount, order.Freight, order.Canceled, order.IsTest).ShouldBe((1000, 500, 1000, true, true));
        order.Payment.ShouldBe(ChannelPayment.Voided);
        order.Lines.Select(l => l.Sku).ShouldBe([null, null]);
    }

    [Fact]
    public void Real_lines_are_read_whatever_their_properties_are()
    {
        if (RealChannelFiles.Find("go-shopify/orderlineitems_valid.json") is not { } valid) return;
        foreach (var (name, options) in new[] { ("orderlineitems_properties_object", "Test Variant / Property 1: 1 / Property 2: 2"), ("orderlineitems_properties_empty_object", "Test Variant") })
        {
            var line = JsonNode.Parse(File.ReadAllText(valid))!;
            var properties = JsonNode.Parse(File.ReadAllText(RealChannelFiles.Find($"go-shopify/{name}.json")!))!["properties"]!;
            line["properties"] = properties.DeepClone();
            line["tax_lines"] = new JsonArray();
            var order = Read(With(o => o["line_items"] = new JsonArray(line)));
            order.Lines[0].Sku.ShouldBe("sku-123");
            order.Lines[0].Options.ShouldStartWith("Test Variant");
            if (properties.AsObject().Count == 0) order.Lines[0].Options.ShouldBe(options);
        }
    }
}
