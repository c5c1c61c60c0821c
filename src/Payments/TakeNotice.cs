using Guidan.Kernel;
using Microsoft.AspNetCore.Http;

namespace Guidan.Payments;

/// <summary>
/// Takes a provider's callback: verified on its raw bytes, stored once, and only then answered. What it means is
/// decided afterwards.
/// </summary>
[Operation("payments.notice", "接收支付通知", "Take a payment notice")]
internal sealed class TakeNotice(Providers providers, Inbox inbox, TimeProvider clock)
{
    private const int BytesMost = 256 * 1024;

    public async Task<IResult> Handle(string provider, HttpRequest request)
    {
        if (providers.Find(provider) is not { } known)
            return Results.Problem(statusCode: 404, title: "Unknown provider");
        var body = await ReadBody(request);
        if (body is null) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var reading = known.ReadNotice(new RawNotice(body, headers, request.ContentType, clock.GetUtcNow()));
        if (reading is not { Verdict: NoticeVerdict.Genuine, Notice: { } notice }) return Answer(reading.OnRefused);
        await inbox.Store("payments:" + provider, notice.EventKey, body, Kept(headers));
        return Answer(reading.OnStored);
    }

    private static Dictionary<string, string> Kept(Dictionary<string, string> headers) => headers
        .Where(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || h.Key.StartsWith("Wechatpay", StringComparison.OrdinalIgnoreCase)
            || h.Key.StartsWith("Stripe", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(h => h.Key, h => h.Value);

    private static async Task<byte[]?> ReadBody(HttpRequest request)
    {
        if (request.ContentLength > BytesMost) return null;
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk)) > 0)
        {
            if (buffer.Length + read > BytesMost) return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private static IResult Answer(NoticeAnswer answer) => Results.Text(answer.Body, answer.ContentType, statusCode: answer.StatusCode);
}
