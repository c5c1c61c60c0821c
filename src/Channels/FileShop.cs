using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Orders that a person brings in a file; there is nobody at the other end who could send, be asked or told.</summary>
internal sealed class FileShop : IChannelShop
{
    public const string FileCode = "file";
    private static readonly Text NobodyThere = new("订单来自文件，没有对方可问", "The orders came in a file; there is nobody to ask");

    public string Code => FileCode;

    public Text Title { get; } = new("订单文件", "Order file");

    public bool IsConfigured => true;

    public IReadOnlyList<Text> Missing => [];

    public IReadOnlyList<string> ProofHeaders => [];

    public WebhookReading ReadWebhook(RawWebhook raw) => new(WebhookVerdict.Forged, Reason: "file");

    public ChannelOrderReading ReadOrder(ReadOnlyMemory<byte> body) => StandardPayload.Read(body);

    public bool CanPoll => false;

    public Task<ChannelOrdersPage> OrdersChanged(DateTimeOffset since, string? cursor, CancellationToken cancellation) =>
        Task.FromResult(new ChannelOrdersPage([], null, NobodyThere));

    public Task<SubscriptionAnswer> CheckSubscription(Uri callback, bool mend, CancellationToken cancellation) =>
        Task.FromResult(new SubscriptionAnswer(SubscriptionState.Unknown, NobodyThere));

    public Task<ChannelAnswer> TellShipment(ChannelShipment shipment, CancellationToken cancellation) =>
        Task.FromResult(new ChannelAnswer(ChannelAnswerState.Refused, NobodyThere.En));

    public Task<ChannelAnswer> TellStock(string sku, long available, CancellationToken cancellation) =>
        Task.FromResult(new ChannelAnswer(ChannelAnswerState.Refused, NobodyThere.En));
}
