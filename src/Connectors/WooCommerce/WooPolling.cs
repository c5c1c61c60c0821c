using System.Globalization;
using System.Text.RegularExpressions;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>
/// Asks the REST API for changed orders. Its pages are counted, so an order that changes meanwhile would push another one
/// over the edge between two pages; the next page is therefore asked for by the time of the last order. Only where one
/// second has more orders than a page is it counted, a tenth of a page overlapping.
/// </summary>
internal sealed partial class WooPolling(ChannelWire wire)
{
    private static readonly int[] Sizes = [100, 20, 5];

    public async Task<ChannelOrdersPage> Ask(DateTimeOffset since, string? cursor, CancellationToken cancellation)
    {
        var (after, offset, most) = (since.AddSeconds(-1), 0, Sizes[0]);
        if (cursor is not null)
        {
            var mark = Cursor().Match(cursor);
            if (!mark.Success) return new([], null, new("翻页标记看不懂", "The page mark cannot be understood"));
            after = DateTimeOffset.FromUnixTimeSeconds(Number(mark.Groups[1].Value));
            (offset, most) = ((int)Number(mark.Groups[2].Value), (int)Number(mark.Groups[3].Value));
        }
        var (answer, size) = (WireAnswer.Unreadable, most);
        foreach (var smaller in Sizes.Where(s => s <= most))
        {
            size = smaller;
            answer = await wire.Get(Address(after, offset, size), cancellation);
            if (answer.Reason != WireAnswer.TooLarge) break;
        }
        if (!answer.IsOk) return new([], null, answer.Sentence);
        var all = Payload.Answer(answer.Body, root => IsList(answer.Body) ? root.Items().Select(o => (Order: PolledOrders.Of(o, "date_modified_gmt", since),
            IsDraft: o.Text("status") is { } status && WooOrder.IsDraft(status))).ToList() : null!);
        if (all is null) return new([], null, WireAnswer.Unreadable.Sentence);
        return new(all.Where(o => !o.IsDraft).Select(o => o.Order).ToList(), all.Count < size ? null : Next(all[^1].Order.UpdatedAt, after, offset, size));
    }

    private static string Next(DateTimeOffset last, DateTimeOffset after, int offset, int size)
    {
        var from = DateTimeOffset.FromUnixTimeSeconds(last.ToUnixTimeSeconds() - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(from > after ? from : after).ToUnixTimeSeconds()}-{(from > after ? 0 : offset + size - size / 10)}-{size}");
    }

    private static string Address(DateTimeOffset after, int offset, int size) => string.Create(CultureInfo.InvariantCulture,
        $"/orders?modified_after={after.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}&dates_are_gmt=true&orderby=modified&order=asc&status=any&per_page={size}&offset={offset}");

    // An error page of a plugin is an object; taken for an empty list it would end the polling in silence.
    private static bool IsList(ReadOnlySpan<byte> body) => body.TrimStart(" \r\n\t\uFEFF"u8).StartsWith("["u8);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,11})-(\d{1,6})-(5|20|100)$")]
    private static partial Regex Cursor();
}
