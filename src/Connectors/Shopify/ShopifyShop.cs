using System.Text.RegularExpressions;
using Guidan.Channels;
using Guidan.Kernel;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>A Shopify shop, by its Admin API and its webhooks.</summary>
internal sealed partial class ShopifyShop : IChannelShop
{
    private readonly ShopifyOptions options;
    private readonly ShopifyPolling polling;
    private readonly ShopifySubscription subscription;
    private readonly ShopifyShipments shipments;
    private readonly ShopifyStock stock;

    public ShopifyShop(HttpClient http, IOptions<ShopifyOptions> settings, TimeProvider clock)
    {
        options = settings.Value;
        var wire = new ChannelWire(http, () => $"{options.BaseUrl.TrimEnd('/')}/admin/api/{options.ApiVersion}",
            new ShopifyToken(http, options, clock).Add);
        polling = new(wire);
        subscription = new(wire);
        shipments = new(wire);
        stock = new(wire, options);
    }

    public string Code => "shopify";

    public Text Title => Text.Same("Shopify");

    public bool IsConfigured => options.WebhookSecret.Trim().Length > 0;

    public bool CanPoll => ChannelAddress.IsSafe(options.BaseUrl) && HasToken && Version().IsMatch(options.ApiVersion);

    public IReadOnlyList<Text> Missing => Check().ToList();

    public IReadOnlyList<string> ProofHeaders { get; } =
    [
        "X-Shopify-Hmac-Sha256", "X-Shopify-Topic", "X-Shopify-Webhook-Id", "X-Shopify-Event-Id", "X-Shopify-Shop-Domain",
        "X-Shopify-API-Version", "X-Shopify-Triggered-At",
    ];

    public WebhookReading ReadWebhook(RawWebhook raw) => ShopifyWebhook.Read(raw, options);

    public ChannelOrderReading ReadOrder(ReadOnlyMemory<byte> body) => ShopifyOrder.Read(body);

    public Task<ChannelOrdersPage> OrdersChanged(DateTimeOffset since, string? cursor, CancellationToken cancellation) =>
        CanPoll ? polling.Ask(since, cursor, cancellation) : Task.FromResult(new ChannelOrdersPage([], null, NotSet));

    public Task<SubscriptionAnswer> CheckSubscription(Uri callback, bool mend, CancellationToken cancellation) =>
        CanPoll ? subscription.Check(callback, mend, cancellation) : Task.FromResult(new SubscriptionAnswer(SubscriptionState.Unknown, NotSet));

    public Task<ChannelAnswer> TellShipment(ChannelShipment shipment, CancellationToken cancellation) =>
        CanPoll ? shipments.Tell(shipment, cancellation) : Task.FromResult(Unset);

    public Task<ChannelAnswer> TellStock(string sku, long available, CancellationToken cancellation) =>
        CanPoll ? stock.Tell(sku, available, cancellation) : Task.FromResult(Unset);

    /// <summary>Told again once the settings are there.</summary>
    private static readonly ChannelAnswer Unset = new(ChannelAnswerState.Retry, "not_configured");

    private static readonly Text NotSet = new("还没有填好店铺地址和令牌", "The shop's address and token are not set yet");

    private IEnumerable<Text> Check()
    {
        if (!ChannelAddress.IsSafe(options.BaseUrl))
            yield return new("填写店铺地址（BaseUrl，https://店名.myshopify.com）", "Set the shop's address (BaseUrl, https://name.myshopify.com)");
        if (!HasToken)
            yield return new("填写应用的客户端ID（ClientId），旧应用填访问令牌（AccessToken）", "Set the app's client id (ClientId), or for an older app its access token (AccessToken)");
        if (!IsConfigured)
            yield return new("填写应用的客户端密钥（WebhookSecret），用来验证通知", "Set the app's client secret (WebhookSecret), which verifies webhooks");
        if (!Version().IsMatch(options.ApiVersion))
            yield return new("接口版本（ApiVersion）应像2026-01", "The version of the API (ApiVersion) looks like 2026-01");
    }

    private bool HasToken => options.AccessToken.Length > 0 ? IsToken(options.AccessToken) : IsToken(options.ClientId) && IsConfigured;

    private static bool IsToken(string text) => text.Length is > 0 and <= 500 && text.All(c => c is > ' ' and < '\x7f');

    [GeneratedRegex(@"^\d{4}-\d{2}$")]
    private static partial Regex Version();
}
