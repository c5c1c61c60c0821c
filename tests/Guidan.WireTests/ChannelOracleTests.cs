using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guidan.Channels;
using Guidan.Connectors;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

/// <summary>The kits of Shopify, WooCommerce and Standard Webhooks on the other end.</summary>
public sealed class ChannelOracleTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Shopifys_kit_believes_the_simulated_shops_webhooks_and_no_others()
    {
        await using var ear = await Ear.Open();
        await world.Shopify.CheckSubscription(new(ear.Address), mend: true, CancellationToken.None);
        await world.At("shopify/orders", new { lines = new[] { new { sku = "茶", quantity = 1, price = 100 } }, note = "中文 & <b>" });
        await World.Eventually(() => Task.FromResult(!ear.Webhooks.IsEmpty));
        await world.At("shopify/webhooks/forget");
        var raw = ear.Webhooks.First();
        world.Shopify.ReadWebhook(raw).Verdict.ShouldBe(WebhookVerdict.Genuine);
        var verdict = await Judge(raw, Encoding.UTF8.GetString(raw.Body));
        (verdict["valid"]!.GetValue<bool>(), (string?)verdict["topic"]).ShouldBe((true, "ORDERS_CREATE"), verdict.ToJsonString());
        (await Judge(raw, Encoding.UTF8.GetString(raw.Body).Replace("1.00", "0.01")))["valid"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task WooCommerces_kit_drives_the_simulated_shop()
    {
        await world.At("woocommerce/products", new[] { new { sku = "KIT-1", name = "茶", price = 1250 } });
        var settings = world.Settings.GetSection("Channels:woocommerce");
        var verdict = await OracleTests.Run("channels.mjs", "@woocommerce/woocommerce-rest-api", new()
        {
            ["act"] = "woo", ["url"] = settings["BaseUrl"], ["key"] = settings["ConsumerKey"], ["secret"] = settings["ConsumerSecret"],
            ["callback"] = "http://127.0.0.1:9/none",
        });
        verdict.ToJsonString().ShouldBe("""{"refused":401,"made":"processing","total":"25.00","listed":true,"done":"completed","hook":"active","paused":"paused"}""");
        await world.At("woocommerce/webhooks/forget");
    }

    [Fact]
    public async Task What_the_kit_of_Standard_Webhooks_signs_is_believed()
    {
        const string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var now = TimeProvider.System.GetUtcNow();
        const string body = """{"type":"order.created","data":{"note":"中文"}}""";
        var verdict = await OracleTests.Run("channels.mjs", "standardwebhooks", new()
        {
            ["act"] = "standard", ["secret"] = secret, ["id"] = "msg_1", ["timestamp"] = now.ToUnixTimeSeconds(), ["body"] = body,
        });
        var shop = new StandardShop(Options.Create(new StandardOptions { WebhookSecret = secret }));
        WebhookReading Read(string said) => shop.ReadWebhook(new(Encoding.UTF8.GetBytes(said), name => name switch
        {
            "webhook-id" => "msg_1",
            "webhook-timestamp" => $"{now.ToUnixTimeSeconds()}",
            "webhook-signature" => (string?)verdict["signature"],
            _ => null,
        }, now));
        Read(body).ShouldBe(new(WebhookVerdict.Genuine, "msg_1"));
        Read(body + " ").Verdict.ShouldBe(WebhookVerdict.Forged);
    }

    private Task<JsonObject> Judge(RawWebhook raw, string body)
    {
        var headers = new JsonObject();
        foreach (var name in world.Shopify.ProofHeaders) headers[name.ToLowerInvariant()] = raw.Header(name);
        return OracleTests.Run("channels.mjs", "@shopify/shopify-api", new()
        {
            ["act"] = "shopify", ["secret"] = world.Settings["Channels:shopify:WebhookSecret"], ["headers"] = headers, ["body"] = body,
        });
    }
}
