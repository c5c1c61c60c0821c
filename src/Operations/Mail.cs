using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>A message on its way out, without its content.</summary>
public sealed record OutboxRow(Guid Id, string Receiver, string Stream, string Kind, MessageState State, int Attempts,
    DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string? Error);

/// <summary>A message that arrived, without its content.</summary>
public sealed record InboxRow(Guid Id, string Source, string EventKey, string BodyHash, MessageState State, int Attempts,
    DateTimeOffset ReceivedAt, DateTimeOffset DueAt, DateTimeOffset? ProcessedAt, string? Outcome);

/// <summary>How much waits, how much is stuck, and since when.</summary>
public sealed record Backlog(int Waiting, int Dead, DateTimeOffset? OldestDue);

/// <summary>Reads what goes out and what came in.</summary>
public sealed class Mail(ShopDb db, TimeProvider clock)
{
    private const int CountMost = 1_000;

    /// <summary>Outgoing messages in a state, the newest first.</summary>
    public Page<OutboxRow> Outgoing(MessageState state, PageAsk ask)
    {
        var rows = db.Read<OutboxMessage>().Where(m => m.State == state);
        if (Guid.TryParse(ask.After, out var after)) rows = rows.Where(m => m.Id < after);
        var found = rows.OrderByDescending(m => m.Id).Take(ask.Limit + 1).Select(m => new OutboxRow(m.Id, m.Receiver, m.Stream,
            m.Kind, m.State, m.Attempts, m.CreatedAt, m.DueAt, m.DoneAt, m.Error)).ToList();
        return Page<OutboxRow>.From(found, ask.Limit, m => m.Id.ToString());
    }

    /// <summary>Arrived messages in a state, the newest first.</summary>
    public Page<InboxRow> Arrived(MessageState state, PageAsk ask)
    {
        var rows = db.Read<InboxMessage>().Where(m => m.State == state);
        if (Guid.TryParse(ask.After, out var after)) rows = rows.Where(m => m.Id < after);
        var found = rows.OrderByDescending(m => m.Id).Take(ask.Limit + 1).Select(m => new InboxRow(m.Id, m.Source, m.EventKey,
            m.BodyHash, m.State, m.Attempts, m.ReceivedAt, m.DueAt, m.ProcessedAt, m.Outcome)).ToList();
        return Page<InboxRow>.From(found, ask.Limit, m => m.Id.ToString());
    }

    /// <summary>The outbox at a glance; counted up to a thousand.</summary>
    public Backlog OutboxBacklog()
    {
        var now = clock.GetUtcNow();
        var due = db.Read<OutboxMessage>().Where(m => m.State == MessageState.Waiting && m.DueAt <= now);
        return new(due.Take(CountMost).Count(), db.Read<OutboxMessage>().Where(m => m.State == MessageState.Dead).Take(CountMost).Count(),
            due.OrderBy(m => m.DueAt).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefault());
    }

    /// <summary>The inbox at a glance; counted up to a thousand.</summary>
    public Backlog InboxBacklog()
    {
        var now = clock.GetUtcNow();
        var due = db.Read<InboxMessage>().Where(m => m.State == MessageState.Waiting && m.DueAt <= now);
        return new(due.Take(CountMost).Count(), db.Read<InboxMessage>().Where(m => m.State == MessageState.Dead).Take(CountMost).Count(),
            due.OrderBy(m => m.DueAt).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefault());
    }
}
