using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Notices;

/// <summary>A receiver as the back office shows it; never its secret.</summary>
internal sealed record WebhookRow(Guid Id, string Url, IReadOnlyList<string> Events, WebhookState State, DateTimeOffset CreatedAt,
    DateTimeOffset? OldSecretUntil, WebhookHealth Health);

/// <summary>How a receiver does: what waits and what was given up (counted up to a thousand), since when it fails, what it took last.</summary>
internal sealed record WebhookHealth(int Waiting, int Dead, DateTimeOffset? FailingSince, DateTimeOffset? LastDoneAt);

/// <summary>A delivery in the log.</summary>
internal sealed record WebhookDeliveryRow(Guid Id, string Type, string Stream, MessageState State, int Attempts, int? Status, string? Answer,
    int? Milliseconds, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? DoneAt);

/// <summary>A delivery with what is sent.</summary>
internal sealed record WebhookMessage(WebhookDeliveryRow Delivery, string Payload);

/// <summary>Reads receivers and what was sent to them.</summary>
internal sealed class WebhookQueries(ShopDb db)
{
    private const int CountMost = 1_000;

    /// <summary>All of them: there are few.</summary>
    public async Task<Page<WebhookRow>> Receivers()
    {
        var rows = new List<WebhookRow>();
        foreach (var e in await db.Read<WebhookEndpoint>().OrderBy(e => e.Id).ToListAsync())
            rows.Add(new(e.Id, e.Url, e.EventList, e.State, e.CreatedAt, e.OldUntil, await Health(e.Id)));
        return new(rows, null);
    }

    /// <summary>Deliveries to a receiver, newest first; those in one state only when asked.</summary>
    public async Task<Result<Page<WebhookDeliveryRow>>> Log(Guid endpoint, string? state, string? limit, string? after)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return ask.Refusal!;
        var rows = db.Read<WebhookDelivery>().Where(d => d.Endpoint == endpoint);
        if (state is not null)
        {
            var named = Enum.GetValues<MessageState>().Cast<MessageState?>().FirstOrDefault(s => string.Equals(s.ToString(), state, StringComparison.OrdinalIgnoreCase));
            if (named is null) return Refusal.Malformed("state", new("state 应为 waiting、done、dead 之一", "state is one of waiting, done, dead"));
            rows = rows.Where(d => d.State == named);
        }
        if (Guid.TryParse(ask.Value.After, out var last)) rows = rows.Where(d => d.Id.CompareTo(last) < 0);
        var found = await rows.OrderByDescending(d => d.Id).Take(ask.Value.Limit + 1).ToListAsync();
        return Page<WebhookDelivery>.From(found, ask.Value.Limit, d => d.Id.ToString("N")).Select(Row);
    }

    /// <summary>One delivery with its payload.</summary>
    public async Task<Result<WebhookMessage>> Message(Guid endpoint, Guid id) =>
        await db.Read<WebhookDelivery>().FirstOrDefaultAsync(d => d.Endpoint == endpoint && d.Id == id) is { } found
            ? new WebhookMessage(Row(found), found.Payload) : Refusal.NotFound("webhook.unknown_message", new("这条消息", "This message"));

    private async Task<WebhookHealth> Health(Guid endpoint)
    {
        var of = db.Read<WebhookDelivery>().Where(d => d.Endpoint == endpoint);
        return new(await of.Where(d => d.State == MessageState.Waiting).Take(CountMost).CountAsync(),
            await of.Where(d => d.State == MessageState.Dead).Take(CountMost).CountAsync(),
            await of.Where(d => d.State != MessageState.Done && d.Answer != null).OrderBy(d => d.Id).Select(d => (DateTimeOffset?)d.CreatedAt).FirstOrDefaultAsync(),
            await of.Where(d => d.State == MessageState.Done).OrderByDescending(d => d.Id).Select(d => d.DoneAt).FirstOrDefaultAsync());
    }

    private static WebhookDeliveryRow Row(WebhookDelivery d) =>
        new(d.Id, d.Type, d.Stream, d.State, d.Attempts, d.Status, d.Answer, d.Milliseconds, d.CreatedAt, d.DueAt, d.DoneAt);
}
