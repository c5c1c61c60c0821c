using System.Globalization;
using System.Text.RegularExpressions;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>Asks the Admin API for changed orders, page by page.</summary>
internal sealed partial class ShopifyPolling(ChannelWire wire)
{
    // Orders with many lines make large pages; what is too large is asked for again in smaller ones.
    private static readonly int[] Sizes = [250, 50, 5];

    public async Task<ChannelOrdersPage> Ask(DateTimeOffset since, string? cursor, CancellationToken cancellation)
    {
        if (cursor is not null && !Cursor().IsMatch(cursor)) return new([], null, new("翻页标记看不懂", "The page mark cannot be understood"));
        var answer = WireAnswer.Unreadable;
        foreach (var size in Sizes)
        {
            answer = await wire.Get(cursor is null ? First(since, size) : $"/orders.json?limit={size}&page_info={cursor}", cancellation);
            if (answer.Reason != WireAnswer.TooLarge) break;
        }
        if (!answer.IsOk) return new([], null, answer.Sentence);
        var orders = Payload.Answer(answer.Body, root => root.Has("orders") ? root.List("orders").Select(o => Order(o, since)).ToList() : null!);
        return orders is null ? new([], null, WireAnswer.Unreadable.Sentence) : new(orders, Next(answer.Links));
    }

    private static string First(DateTimeOffset since, int size) => "/orders.json?status=any&order=updated_at%20asc&limit="
        + size.ToString(CultureInfo.InvariantCulture) + "&updated_at_min="
        + Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static PolledOrder Order(PayloadNode order, DateTimeOffset since) => PolledOrders.Of(order, "updated_at", since);

    // The address in the answer is not followed: only its mark is taken, and asked for where the settings say.
    private static string? Next(string? links)
    {
        if (links is null) return null;
        foreach (Match link in Link().Matches(links))
        {
            if (link.Groups["rel"].Value != "next") continue;
            var mark = Regex.Match(link.Groups["url"].Value, "[?&]page_info=([^&]+)");
            if (mark.Success && Cursor().IsMatch(mark.Groups[1].Value)) return mark.Groups[1].Value;
        }
        return null;
    }

    [GeneratedRegex("<(?<url>[^>]+)>\\s*;\\s*rel=\"?(?<rel>\\w+)\"?")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[A-Za-z0-9_.=%-]{1,2000}$")]
    private static partial Regex Cursor();
}
