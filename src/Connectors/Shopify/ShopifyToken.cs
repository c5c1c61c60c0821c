using System.Globalization;

namespace Guidan.Connectors;

/// <summary>
/// The key of every call: the one in the settings, or one that is fetched with the app's id and secret and holds for a
/// day. It is renewed in time, and fetched anew after an hour when the shop's clock and ours should disagree.
/// </summary>
internal sealed class ShopifyToken(HttpClient http, ShopifyOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim gate = new(1);
    private Fetched? held;

    public async ValueTask<WireAnswer?> Add(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (options.AccessToken.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("X-Shopify-Access-Token", options.AccessToken);
            return null;
        }
        await gate.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            if (held is null || now >= held.Until || now < held.At)
            {
                var (fetched, why) = await Fetch(now, cancellation);
                if (fetched is null) return why;
                held = fetched;
            }
            request.Headers.TryAddWithoutValidation("X-Shopify-Access-Token", held.Token);
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(Fetched?, WireAnswer?)> Fetch(DateTimeOffset now, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BaseUrl.TrimEnd('/') + "/admin/oauth/access_token"));
        request.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", options.ClientId),
            new("client_secret", options.WebhookSecret.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]),
        ]);
        var answer = await ChannelWire.Send(http, request, cancellation);
        // A wrong id or secret is answered as a bad request; it is a matter of the settings, not of what was to be told.
        if (!answer.IsOk) return (null, answer.MayPass ? answer : WireAnswer.Of(401, answer.Body, null, null));
        var fetched = Payload.Answer(answer.Body, root => new Fetched(root.Needed("access_token"), now, now + Life(root.Text("expires_in"))));
        return fetched is null ? (null, WireAnswer.Unreadable) : (fetched, null);
    }

    private static TimeSpan Life(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var life) && TimeSpan.FromSeconds(Math.Min(life, 86_400)) - Early is var whole
            && whole > TimeSpan.Zero && whole < Longest ? whole : Longest;

    private sealed record Fetched(string Token, DateTimeOffset At, DateTimeOffset Until);
}
