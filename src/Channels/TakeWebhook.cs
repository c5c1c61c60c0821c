using Guidan.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Channels;

/// <summary>
/// Takes a channel's webhook: verified on its raw bytes, stored once under its event's key, and only then answered. A
/// request delegate without binding, because every order of every channel comes through here.
/// </summary>
internal static class TakeWebhook
{
    /// <summary>Bytes of one webhook; the largest orders of the known channels stay well below.</summary>
    public const int BytesMost = 1024 * 1024;

    /// <summary>Bytes that are read at all.</summary>
    public const int BytesRead = 8 * BytesMost;

    public static async Task Handle(HttpContext http)
    {
        var shop = http.RequestServices.GetRequiredService<ChannelShops>().Find((string)http.Request.RouteValues["channel"]!);
        if (shop is null)
        {
            await Refuse(http, Unknown);
            return;
        }
        if (await Read(http.Request) is not { } body)
        {
            await Refuse(http, TooLarge);
            return;
        }
        var headers = http.Request.Headers;
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var reading = shop.ReadWebhook(new RawWebhook(body, name => headers.TryGetValue(name, out var value) ? value.ToString() : null, clock.GetUtcNow()));
        switch (reading.Verdict)
        {
            case WebhookVerdict.Genuine:
                await http.RequestServices.GetRequiredService<Inbox>()
                    .Store(ChannelShops.SourceOf(shop.Code), reading.EventKey!, body, Kept(shop, headers));
                return;
            case WebhookVerdict.Ping:
                return;
            case WebhookVerdict.Malformed:
                await Refuse(http, Malformed);
                return;
            default:
                await Refuse(http, Forged);
                return;
        }
    }

    private static Dictionary<string, string> Kept(IChannelShop shop, IHeaderDictionary headers)
    {
        var kept = new Dictionary<string, string>(shop.ProofHeaders.Count);
        foreach (var name in shop.ProofHeaders)
        {
            if (headers.TryGetValue(name, out var value)) kept[name] = value.ToString();
        }
        return kept;
    }

    private static async Task<byte[]?> Read(HttpRequest request)
    {
        if (request.ContentLength > BytesMost)
        {
            // Read to its end, or else the sender meets a cut connection instead of the answer.
            await request.Body.CopyToAsync(Stream.Null);
            return null;
        }
        var buffer = new byte[request.ContentLength is { } length ? (int)length : 16 * 1024];
        var filled = 0;
        while (true)
        {
            // The last read of a body of known length finds its end without room for more.
            if (filled == buffer.Length)
            {
                if (request.ContentLength is not null) return buffer;
                if (buffer.Length >= BytesMost) return null;
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, BytesMost));
            }
            var read = await request.Body.ReadAsync(buffer.AsMemory(filled));
            if (read == 0) return filled == buffer.Length ? buffer : buffer[..filled];
            filled += read;
        }
    }

    private static Task Refuse(HttpContext http, Refusal refusal) =>
        Problems.Write(http, refusal, http.RequestServices.GetRequiredService<Caller>().Tongue);

    private static readonly Refusal Unknown = Refusal.NotFound("channel.unknown", new("这个渠道", "This channel"));

    private static readonly Refusal TooLarge = new(RefusalKind.TooLarge, "webhook.too_large",
        new("内容太大", "The webhook is too large"),
        new($"一条最多{BytesMost}字节", $"One has at most {BytesMost} bytes"),
        new("让渠道只发订单本身", "Have the channel send the order alone"));

    private static readonly Refusal Malformed = Refusal.Malformed("body",
        new("不是这个渠道会发的内容", "This is not what the channel sends"));

    private static readonly Refusal Forged = new(RefusalKind.Unauthenticated, "webhook.forged",
        new("签名不对", "The signature is wrong"),
        new("没有签名、签名对不上、时间太久，或本店没有设置这个渠道的密钥", "Unsigned, signed with another secret, too old, or the secret of this channel is not set"),
        new("核对渠道后台和本店设置里的密钥", "Compare the secret at the channel with the one in the settings"));
}
