using System.Security.Cryptography;
using System.Text;
using Guidan.Channels;
using Guidan.Connectors;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class ChannelVectorTests
{
    private const string ShopifyBody =
        """{"id":820982911946154508,"name":"#9999","financial_status":"paid","total_price":"398.00","currency":"CNY","line_items":[{"id":866550311766439020,"sku":"SKU-1","quantity":1,"price":"398.00"}]}""";
    private const string ShopifyProof = "EH3cw1CVogWTYI+wnJbhJX5hOax8JJy46UDXeanoEAs=";

    private const string WooBody =
        """{"id":727,"number":"727","status":"processing","currency":"CNY","total":"29.35","line_items":[{"id":315,"sku":"SKU-1","quantity":2,"total":"6.00"}],"meta":"中文"}""";
    private const string WooProof = "xEJ+LcDjOYsz4cY4SLDcpgB3hvkCeVGQKDo+c79dDs8=";

    private static readonly ShopifyOptions Shopify = new() { WebhookSecret = "hush", BaseUrl = "https://tea.myshopify.com" };
    private static readonly WooOptions Woo = new() { WebhookSecret = "woo-secret" };

    private static RawWebhook Raw(byte[] body, params (string Name, string Value)[] headers) => new(body,
        name => headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value, TimeProvider.System.GetUtcNow());

    private static WebhookReading OfShopify(string body, string proof = ShopifyProof, string topic = "orders/create", ShopifyOptions? options = null,
        params (string, string)[] further) => ShopifyWebhook.Read(Raw(Encoding.UTF8.GetBytes(body),
            [("X-Shopify-Hmac-Sha256", proof), ("X-Shopify-Topic", topic), ("X-Shopify-Webhook-Id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"), .. further]), options ?? Shopify);

    private static WebhookReading OfWoo(string body, string proof = WooProof, string topic = "order.updated") => WooWebhook.Read(
        Raw(Encoding.UTF8.GetBytes(body), ("X-WC-Webhook-Signature", proof), ("X-WC-Webhook-Topic", topic)), Woo);

    private static string Sign(string body, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Shopifys_vector_is_genuine_under_the_id_of_the_webhook() =>
        OfShopify(ShopifyBody).ShouldBe(new(WebhookVerdict.Genuine, "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"));

    [Fact]
    public void WooCommerces_vector_is_genuine() => OfWoo(WooBody).Verdict.ShouldBe(WebhookVerdict.Genuine);

    [Theory]
    [InlineData("EH3cw1CVogWTYI+wnJbhJX5hOax8JJy46UDXeanoEAt=")]
    [InlineData("eh3cw1cvogwtyi+wnjbhjx5hoax8jjy46udxeanoeas=")]
    [InlineData(" EH3cw1CVogWTYI+wnJbhJX5hOax8JJy46UDXeanoEAs=")]
    [InlineData("EH3cw1CVogWTYI+wnJbhJX5hOax8JJy46UDXeanoEAs")]
    [InlineData("")]
    [InlineData("中")]
    public void Any_other_signature_is_forged(string proof) => OfShopify(ShopifyBody, proof).Verdict.ShouldBe(WebhookVerdict.Forged);

    [Fact]
    public void Both_secrets_hold_while_one_is_changed() =>
        OfShopify(ShopifyBody, options: new() { WebhookSecret = "new hush" }).Verdict.ShouldBe(WebhookVerdict.Genuine);

    [Fact]
    public void A_webhook_about_another_shop_of_the_same_app_is_not_ours()
    {
        OfShopify(ShopifyBody, further: ("X-Shopify-Shop-Domain", "other.myshopify.com")).ShouldBe(new(WebhookVerdict.Forged, Reason: "shop.other"));
        OfShopify(ShopifyBody, further: ("X-Shopify-Shop-Domain", "tea.myshopify.com")).Verdict.ShouldBe(WebhookVerdict.Genuine);
    }

    [Theory]
    [InlineData("refunds/create")]
    [InlineData("products/update")]
    [InlineData("")]
    public void Another_subject_is_thanked_for_and_not_kept(string topic) => OfShopify(ShopifyBody, topic: topic).Verdict.ShouldBe(WebhookVerdict.Ping);

    [Fact]
    public void Without_a_secret_nothing_is_believed()
    {
        OfShopify(ShopifyBody, options: new()).ShouldBe(new(WebhookVerdict.Forged, Reason: "not_configured"));
        WooWebhook.Read(Raw("webhook_id=5"u8.ToArray()), new()).Verdict.ShouldBe(WebhookVerdict.Forged);
        OfShopify(ShopifyBody, Sign(ShopifyBody, ""), options: new() { WebhookSecret = " " }).Verdict.ShouldBe(WebhookVerdict.Forged);
    }

    [Theory]
    [InlineData("webhook_id=15", WebhookVerdict.Ping)]
    [InlineData("webhook_id=15&order=1", WebhookVerdict.Forged)]
    [InlineData("webhook_id=", WebhookVerdict.Forged)]
    [InlineData("webhook_id=1e9", WebhookVerdict.Forged)]
    [InlineData("{}", WebhookVerdict.Forged)]
    public void WooCommerces_greeting_needs_no_signature_and_nothing_else_does_without(string body, WebhookVerdict verdict) =>
        WooWebhook.Read(Raw(Encoding.UTF8.GetBytes(body)), Woo).Verdict.ShouldBe(verdict);

    [Fact]
    public void WooCommerces_events_are_named_by_what_they_tell()
    {
        var body = """{"id":727,"status":"processing","date_modified_gmt":"2026-11-20T02:00:05"}""";
        OfWoo(body, Sign(body, "woo-secret"), "order.created").EventKey.ShouldBe("727:2026-11-20T02:00:05:processing");
        OfWoo(body, Sign(body, "woo-secret")).EventKey.ShouldBe("727:2026-11-20T02:00:05:processing");
        var draft = """{"id":728,"status":"checkout-draft","date_modified_gmt":"2026-11-20T02:00:05"}""";
        OfWoo(draft, Sign(draft, "woo-secret"), "order.created").Verdict.ShouldBe(WebhookVerdict.Ping);
        OfWoo("no json", Sign("no json", "woo-secret")).EventKey!.ShouldStartWith("sha256:");
    }

    [Fact]
    public void A_body_beyond_all_measure_is_malformed() => ShopifyWebhook.Read(
        Raw(new byte[BodyProof.BodyMost + 1]), Shopify).ShouldBe(new(WebhookVerdict.Malformed, Reason: "body.too_large"));

    [Fact]
    public void A_thousand_mutations_are_never_believed_and_never_throw()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        foreach (var genuine in new[] { ShopifyBody, WooBody }.Select(Encoding.UTF8.GetBytes))
            for (var i = 0; i < 1_000; i++)
            {
                var body = Mutate(genuine, random);
                var shopify = ShopifyWebhook.Read(Raw(body, ("X-Shopify-Hmac-Sha256", ShopifyProof), ("X-Shopify-Topic", "orders/create")), Shopify);
                var woo = WooWebhook.Read(Raw(body, ("X-WC-Webhook-Signature", WooProof), ("X-WC-Webhook-Topic", "order.updated")), Woo);
                if (!body.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(ShopifyBody))) shopify.Verdict.ShouldBe(WebhookVerdict.Forged, $"seed {seed}");
                if (!body.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(WooBody))) woo.Verdict.ShouldBe(WebhookVerdict.Forged, $"seed {seed}");
                // Signed by a shop gone mad it may say anything; it is read without a fall all the same.
                _ = ShopifyOrder.Read(body);
                _ = WooOrder.Read(body);
                WooWebhook.Read(Raw(body, ("X-WC-Webhook-Signature", Convert.ToBase64String(HMACSHA256.HashData("woo-secret"u8, body))),
                    ("X-WC-Webhook-Topic", "order.updated")), Woo).Verdict.ShouldNotBe(WebhookVerdict.Forged);
            }
    }

    internal static byte[] Mutate(byte[] genuine, Random random)
    {
        var body = (byte[])genuine.Clone();
        var at = random.Next(body.Length);
        switch (random.Next(5))
        {
            case 0:
                body[at] ^= (byte)(1 << random.Next(8));
                return body;
            case 1:
                return body[..at];
            case 2:
                return [.. body[..at], (byte)random.Next(256), .. body[at..]];
            case 3:
                random.NextBytes(body.AsSpan(at));
                return body;
            default:
                return [.. body[at..], .. body[..at]];
        }
    }
}
