using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Guidan.Channels;
using Guidan.Kernel;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>Settings of the channel for anything that can sign a webhook.</summary>
public sealed class StandardOptions
{
    public const string Section = "Channels:standard";

    /// <summary><c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
    public string? WebhookSecret { get; set; }
}

/// <summary>
/// Anything that speaks Standard Webhooks and writes orders as <see cref="StandardPayload"/> says. It can only be
/// listened to: whoever sends cannot be asked.
/// </summary>
public sealed class StandardShop : IChannelShop
{
    private const string Prefix = "whsec_";
    private const int IdMost = 200;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly Text CannotBeAsked = new("这个渠道只能接收，不能查询", "This channel can only be listened to");
    private readonly byte[]? secret;

    public StandardShop(IOptions<StandardOptions> options)
    {
        var text = options.Value.WebhookSecret?.Trim() ?? "";
        var bytes = new byte[text.Length];
        if (text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length > 0)
            secret = bytes[..length];
        Missing = secret is not null ? [] : text.Length == 0
            ? [new("没有设置 Channels:standard:WebhookSecret", "Channels:standard:WebhookSecret is not set")]
            : [new("Channels:standard:WebhookSecret 应为 whsec_ 加 base64", "Channels:standard:WebhookSecret is whsec_ followed by base64")];
    }

    public string Code => "standard";

    public Text Title => new("开放接口", "Open interface");

    public bool IsConfigured => secret is not null;

    public IReadOnlyList<Text> Missing { get; }

    public IReadOnlyList<string> ProofHeaders { get; } = ["webhook-id", "webhook-timestamp", "webhook-signature"];

    public bool CanPoll => false;

    public WebhookReading ReadWebhook(RawWebhook raw)
    {
        if (secret is null) return new(WebhookVerdict.Forged, Reason: "not_configured");
        var (id, stamp, signatures) = (raw.Header("webhook-id"), raw.Header("webhook-timestamp"), raw.Header("webhook-signature"));
        if (id is not { Length: > 0 and <= IdMost } || stamp is null || signatures is null) return new(WebhookVerdict.Forged, Reason: "unsigned");
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(raw.ReceivedAt.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return new(WebhookVerdict.Forged, Reason: "too_old");
        if (!IsSigned(id, stamp, signatures, raw.Body)) return new(WebhookVerdict.Forged, Reason: "signature");
        return new(WebhookVerdict.Genuine, id);
    }

    // Several signatures may stand side by side while a secret is changed; one that fits is enough.
    private bool IsSigned(string id, string stamp, string signatures, byte[] body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret!);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{stamp}."));
        hash.AppendData(body);
        Span<byte> expected = stackalloc byte[32], given = stackalloc byte[64];
        hash.GetHashAndReset(expected);
        foreach (var range in signatures.AsSpan().Split(' '))
        {
            var signature = signatures.AsSpan()[range];
            if (signature.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64Chars(signature[3..], given, out var length)
                && CryptographicOperations.FixedTimeEquals(given[..length], expected)) return true;
        }
        return false;
    }

    public ChannelOrderReading ReadOrder(ReadOnlyMemory<byte> body) => StandardPayload.Read(body);

    public Task<ChannelOrdersPage> OrdersChanged(DateTimeOffset since, string? cursor, CancellationToken cancellation) =>
        Task.FromResult(new ChannelOrdersPage([], null, CannotBeAsked));

    public Task<SubscriptionAnswer> CheckSubscription(Uri callback, bool mend, CancellationToken cancellation) =>
        Task.FromResult(new SubscriptionAnswer(SubscriptionState.Unknown, CannotBeAsked));

    public Task<ChannelAnswer> TellShipment(ChannelShipment shipment, CancellationToken cancellation) =>
        Task.FromResult(new ChannelAnswer(ChannelAnswerState.Refused, "this channel cannot be told"));

    public Task<ChannelAnswer> TellStock(string sku, long available, CancellationToken cancellation) =>
        Task.FromResult(new ChannelAnswer(ChannelAnswerState.Refused, "this channel cannot be told"));
}
