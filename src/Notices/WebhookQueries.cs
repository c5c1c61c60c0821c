using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Notices;

/// <summary>A receiver as the back office shows it; never its secret.</summary>
internal sealed record WebhookRow(Guid Id, string Url, IReadOnlyList<string> Events, WebhookState State, DateTimeOffset CreatedAt, DateTimeOffset? OldSecretUntil);

/// <summary>A delivery in the log.</summary>
internal sealed record WebhookDeliveryRow(Guid Id, string Type, string Stream, MessageState State, int Attempts, int? Status, string? Answer,
    int? Milliseconds, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? DoneAt);

/// <summary>Reads receivers and what was sent to them.</summary>
internal sealed class WebhookQueries(ShopDb db)
{
    /// <summary>All of them: there are few.</summary>
    public async Task<Page<WebhookRow>> Receivers() => new((await db.Read<WebhookEndpoint>().OrderBy(e => e.Id).ToListAsync())
        .Select(e => new WebhookRow(e.Id, e.Url, e.EventList, e.State, e.CreatedAt, e.OldUntil)).ToList(), null);

    /// <summary>Deliveries to a receiver, newest first.</summary>
    public async Task<Result<Page<WebhookDeliveryRow>>> Log(Guid endpoint, string? limit, string? after)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return ask.Refusal!;
        var rows = db.Read<WebhookDelivery>().Where(d => d.Endpoint == endpoint);
        if (Guid.TryParse(ask.Value.After, out var last)) rows = rows.Where(d => d.Id.CompareTo(last) < 0);
        var found = await rows.OrderByDescending(d => d.Id).Take(ask.Value.Limit + 1).ToListAsync();
        return Page<WebhookDelivery>.From(found, ask.Value.Limit, d => d.Id.ToString("N")).Select(d => new WebhookDeliveryRow(
            d.Id, d.Type, d.Stream, d.State, d.Attempts, d.Status, d.Answer, d.Milliseconds, d.CreatedAt, d.DueAt, d.DoneAt));
    }
}
