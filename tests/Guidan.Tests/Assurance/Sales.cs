using System.Net;
using System.Text.Json.Nodes;
using Guidan.Catalog;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;
using Guidan.Tests.Catalog;

namespace Guidan.Tests.Assurance;

/// <summary>Makes goods and orders for tests of the proof.</summary>
internal static class Sales
{
    /// <summary>A listed product with this much of its first SKU in stock; answers the SKU.</summary>
    public static async Task<string> Stocked(ShopFixture shop, long units, long price = 12_800)
    {
        var word = Goods.Word("tea");
        var saved = await Goods.Save(shop, Goods.Complete(await Goods.Category(shop), word, price));
        (await Goods.Run<ListProduct, ProductForm>(shop, l => l.Run(saved.Value.Id))).IsOk.ShouldBeTrue();
        (await shop.Admin.Post($"/api/admin/stock/{word}-50/movements", new { quantity = units, reason = "opening" })).ShouldBe(HttpStatusCode.Created);
        return word + "-50";
    }

    public static object Order(string sku, int quantity) => new
    {
        lines = new[] { new { sku, quantity } },
        contact = new { name = "李雷", phone = "13800138000", email = "li@example.com" },
        shippingAddress = new { country = "CN", province = "浙江省", city = "杭州市", district = "西湖区", line = "文三路1号", postcode = "310000" },
        deliveryMethod = "courier", paymentMethod = "alipay",
    };

    /// <summary>Places an order and answers what the shop said.</summary>
    public static async Task<JsonNode> Placed(ShopFixture shop, string sku, int quantity = 2, string? key = null) =>
        (await shop.Store.Post("/api/store/orders", Order(sku, quantity), key)).ShouldBe(HttpStatusCode.Created).Json!;

    /// <summary>The provider says that an order's first attempt was paid.</summary>
    public static async Task Pay(ShopFixture shop, JsonNode order, long? amount = null)
    {
        var number = (string)order["number"]!;
        var asked = (long)order["total"]!["amount"]!;
        var taken = await shop.With<TakePaymentFact, Result<string>>(take => take.Handle(new("alipay", number + "01", "T" + number, FactSource.Query,
            TradeState.Paid, amount ?? asked, "CNY", shop.Clock.GetUtcNow())));
        taken.IsOk.ShouldBeTrue();
    }

    public static async Task Ship(ShopFixture shop, JsonNode order, int? quantity = null)
    {
        var lines = quantity is { } q ? new[] { new { sku = (string)order["lines"]![0]!["sku"]!, quantity = q } } : null;
        (await shop.Admin.Post($"/api/admin/orders/{order["number"]}/fulfillments",
            new { lines, carrier = "shunfeng", trackingNumber = "SF" + Guid.CreateVersion7().ToString("N")[^12..].ToUpperInvariant() }))
            .ShouldBe(HttpStatusCode.Created);
    }
}
