using System.Net.Http.Headers;
using System.Text;
using Guidan.Channels;
using Guidan.Kernel;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>A WooCommerce shop, by its REST API and its webhooks.</summary>
internal sealed class WooShop : IChannelShop
{
    private readonly WooOptions options;
    private readonly WooPolling polling;
    private readonly WooSubscription subscription;
    private readonly WooShipments shipments;
    private readonly WooStock stock;

    public WooShop(HttpClient http, IOptions<WooOptions> settings)
    {
        options = settings.Value;
        var wire = new ChannelWire(http, () => options.BaseUrl.TrimEnd('/') + "/wp-json/wc/v3", (request, _) =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ConsumerKey}:{options.ConsumerSecret}")));
            return ValueTask.FromResult<WireAnswer?>(null);
        });
        polling = new(wire);
        subscription = new(wire, options);
        shipments = new(wire);
        stock = new(wire);
    }

    public string Code => "woocommerce";

    public Text Title => Text.Same("WooCommerce");

    public bool IsConfigured => options.WebhookSecret.Length > 0;

    public bool CanPoll => ChannelAddress.IsSafe(options.BaseUrl) && options.ConsumerKey.Length > 0 && options.ConsumerSecret.Length > 0;

    public IReadOnlyList<Text> Missing => Check().ToList();

    public IReadOnlyList<string> ProofHeaders { get; } =
    [
        "X-WC-Webhook-Signature", "X-WC-Webhook-Topic", "X-WC-Webhook-Resource", "X-WC-Webhook-Event", "X-WC-Webhook-ID",
        "X-WC-Webhook-Delivery-ID", "X-WC-Webhook-Source",
    ];

    public WebhookReading ReadWebhook(RawWebhook raw) => WooWebhook.Read(raw, options);

    public ChannelOrderReading ReadOrder(ReadOnlyMemory<byte> body) => WooOrder.Read(body);

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

    private static readonly Text NotSet = new("还没有填好店铺地址和接口密钥", "The shop's address and its keys are not set yet");

    private IEnumerable<Text> Check()
    {
        if (!ChannelAddress.IsSafe(options.BaseUrl))
            yield return new("填写店铺地址（BaseUrl，以https开头）", "Set the shop's address (BaseUrl, begins with https)");
        if (options.ConsumerKey.Length == 0)
            yield return new("填写接口的消费者密钥（ConsumerKey，ck_开头）", "Set the consumer key (ConsumerKey, begins with ck_)");
        if (options.ConsumerSecret.Length == 0)
            yield return new("填写接口的消费者私钥（ConsumerSecret，cs_开头）", "Set the consumer secret (ConsumerSecret, begins with cs_)");
        if (!IsConfigured)
            yield return new("定一个通知密钥（WebhookSecret），用来验证通知", "Choose a secret for webhooks (WebhookSecret), which verifies them");
    }
}
