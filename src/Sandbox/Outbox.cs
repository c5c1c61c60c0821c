namespace Guidan.Sandbox;

/// <summary>One message to the shop, until it is accepted or given up.</summary>
internal sealed record Delivery(
    string Id, string Party, string Key, string Url, Dictionary<string, string> Fields, int Copies, bool Lost,
    DateTimeOffset DueAt, long Order, int Tries = 0);

/// <summary>Messages that wait for their time. It is rebuilt from the journal, so a restart forgets none.</summary>
internal sealed class Outbox
{
    private static readonly TimeSpan HoldWhileReordering = TimeSpan.FromSeconds(2);

    // Gaps as published: Alipay 4m 10m 10m 1h 2h 6h 15h, Kuaidi100 three repeats 35 minutes apart, Shopify eight
    // within four hours, WooCommerce none.
    private static readonly Dictionary<string, double[]> GapMinutes = new()
    {
        ["alipay"] = [4, 10, 10, 60, 120, 360, 900],
        ["kuaidi100"] = [35, 35, 35],
        ["shopify"] = [1, 2, 4, 8, 15, 30, 60, 120],
        ["woocommerce"] = [],
    };

    private readonly Journal journal;
    private readonly SandboxClock clock;
    private readonly FaultBoard board;
    private readonly double scale;
    private readonly Dictionary<string, Delivery> waiting = [];
    private readonly PriorityQueue<string, (DateTimeOffset DueAt, long Order)> line = new();

    public Outbox(Journal journal, SandboxClock clock, FaultBoard board, SandboxSettings settings)
    {
        this.journal = journal;
        this.clock = clock;
        this.board = board;
        scale = settings.NoticeScale;
        journal.Applied += Apply;
    }

    /// <summary>Call it under the journal's gate.</summary>
    public void Queue(
        string party, string key, string url, Dictionary<string, string> fields, int copies, bool lost)
    {
        var (faults, fate) = (board.For(party), board.Fate(party));
        var due = clock.GetUtcNow() + TimeSpan.FromSeconds(faults.DelaySeconds) + fate.Late;
        journal.Append(new Fact
        {
            Kind = "notice.queued",
            Party = party,
            NoticeId = Guid.CreateVersion7().ToString("N"),
            Key = key,
            Url = url,
            Fields = fields,
            Copies = copies + fate.Copies,
            Lost = lost || fate.Lost ? true : null,
            DueAt = faults.Reorder ? EndOfHold(due) : due,
            State = faults.Reorder ? "reordered" : null,
        });
    }

    public IReadOnlyList<Delivery> TakeDue(int limit)
    {
        lock (journal.Gate)
        {
            var now = clock.GetUtcNow();
            var due = new List<Delivery>();
            while (due.Count < limit && line.TryPeek(out var id, out var when) && when.DueAt <= now)
            {
                line.Dequeue();
                if (waiting.TryGetValue(id, out var delivery)) due.Add(delivery);
            }

            return due;
        }
    }

    /// <summary>Writes down a try; what was not accepted comes again until the schedule ends.</summary>
    /// <returns>Whether it comes again.</returns>
    public bool Tried(Delivery delivery, string result, int? status, string? answer)
    {
        lock (journal.Gate)
        {
            var gaps = GapMinutes[delivery.Party];
            var again = result != "accepted" && !delivery.Lost && delivery.Tries < gaps.Length
                ? clock.GetUtcNow() + TimeSpan.FromMinutes(gaps[delivery.Tries] * scale)
                : (DateTimeOffset?)null;
            journal.Append(Note(delivery, "notice.tried", result, status, answer) with { DueAt = again });
            return again is not null;
        }
    }

    /// <summary>A greeting to whoever was just subscribed.</summary>
    public void Greet(Hook hook)
    {
        lock (journal.Gate)
            Queue("woocommerce", $"hook-{hook.Id}", hook.Address, new() { ["greeting"] = $"{hook.Id}" }, 1, lost: false);
    }

    public void Forged(Delivery delivery, int? status, string? answer)
    {
        lock (journal.Gate) journal.Append(Note(delivery, "notice.forged", "sent", status, answer));
    }

    private static Fact Note(Delivery delivery, string kind, string result, int? status, string? answer) => new()
    {
        Kind = kind,
        Party = delivery.Party,
        NoticeId = delivery.Id,
        Key = delivery.Key,
        Try = delivery.Tries + 1,
        Result = result,
        Status = status,
        Answer = answer,
    };

    private void Apply(Fact fact)
    {
        if (fact.Kind == "notice.queued")
        {
            var order = fact.State == "reordered" ? -fact.Seq : fact.Seq;
            Wait(new(
                fact.NoticeId!, fact.Party!, fact.Key!, fact.Url!, fact.Fields!, fact.Copies ?? 1, fact.Lost == true,
                fact.DueAt!.Value, order));
        }

        if (fact.Kind != "notice.tried" || !waiting.Remove(fact.NoticeId!, out var tried)) return;
        if (fact.DueAt is { } again) Wait(tried with { Tries = tried.Tries + 1, DueAt = again });
    }

    private void Wait(Delivery delivery)
    {
        waiting[delivery.Id] = delivery;
        line.Enqueue(delivery.Id, (delivery.DueAt, delivery.Order));
    }

    private static DateTimeOffset EndOfHold(DateTimeOffset due) =>
        new((due.UtcTicks / HoldWhileReordering.Ticks + 1) * HoldWhileReordering.Ticks, TimeSpan.Zero);
}
