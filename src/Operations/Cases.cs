using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>Whether somebody still has to look.</summary>
public enum CaseState { Open, Closed }

/// <summary>Something that must not be forgotten: what happened, why, and what a person can do.</summary>
/// <param name="Kind">Stable, such as <c>payment.orphan</c> or <c>payment.mismatch</c>.</param>
/// <param name="Subject">What it is about within its kind: a transaction id, an order number, a SKU.</param>
/// <param name="Order">The order number, where there is one.</param>
/// <param name="Since">When it began, which may be before it was noticed.</param>
public sealed record Case(
    Guid Id, string Kind, string Subject, Text Cause, Text Remedy, long? Order, Money? Amount, DateTimeOffset Since,
    CaseState State, DateTimeOffset? ClosedAt, string? Outcome);

/// <summary>
/// A higher module that tells people and programs of cases. It is called inside the transaction that opens or closes one
/// and may only add statements to its batch.
/// </summary>
public interface ICaseWatcher
{
    void Opened(Case opened, DateTimeOffset now);

    void Closed(string kind, string subject, string outcome, DateTimeOffset now);
}

/// <summary>
/// The list of what a person must look at. Other modules open and close cases inside their own transaction; one kind and
/// subject is one case for ever, so nothing is ever told twice.
/// </summary>
public sealed class Cases(ShopDb db, LiveFeed live, IEnumerable<ICaseWatcher> watchers, TimeProvider clock)
{
    private static readonly Statement Insert = new(
        """
        insert into operations_case (id, kind, subject, cause_zh, cause_en, remedy_zh, remedy_en, order_number, amount,
            currency, since, state, closed_at, closed_by, outcome)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, null, null, null) on conflict do nothing
        """);
    private static readonly Statement Again = new(
        """
        update operations_case set cause_zh = $3, cause_en = $4, remedy_zh = $5, remedy_en = $6, order_number = $7, amount = $8,
            currency = $9, since = $10, state = 0, closed_at = null, closed_by = null, outcome = null
        where kind = $1 and subject = $2 and state = 1 returning id
        """);
    private static readonly Statement Shut = new(
        "update operations_case set state = 1, closed_at = $3, closed_by = $4, outcome = $5 "
        + "where kind = $1 and subject = $2 and state = 0");

    /// <summary>Opens a case in the running transaction. False when there was one for this subject already.</summary>
    /// <param name="order">The order number, where there is one.</param>
    /// <param name="since">When it began; now when left out.</param>
    /// <param name="reopen">True for a state that can come again (a drift, a stall): a closed case opens anew.</param>
    public async Task<bool> Open(string kind, string subject, Text cause, Text remedy,
        long? order = null, Money? amount = null, DateTimeOffset? since = null, bool reopen = false)
    {
        var (now, id) = (clock.GetUtcNow(), Guid.CreateVersion7(clock.GetUtcNow()));
        object?[] told = [kind, subject, cause.Zh, cause.En, remedy.Zh, remedy.En, order, amount?.Amount, amount?.Currency, since ?? now];
        if (await db.Execute(Insert, [id, .. told]) != 1)
        {
            // It comes again under its old name, and says what is the matter now.
            var again = reopen ? await db.Query(Again, r => r.Id(0), told) : [];
            if (again.Count == 0) return false;
            id = again[0];
        }
        var seen = new Case(id, kind, subject, cause, remedy, order, amount, since ?? now, CaseState.Open, null, null);
        foreach (var watcher in watchers) watcher.Opened(seen, now);
        db.AfterCommit(() => live.Publish("case", $"{kind}:{subject}"));
        return true;
    }

    /// <summary>Closes a case in the running transaction. False when none was open.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="actor">Who closed it; the program itself when left out.</param>
    public async Task<bool> Close(string kind, string subject, string outcome, string actor = "system")
    {
        var now = clock.GetUtcNow();
        if (await db.Execute(Shut, kind, subject, now, actor, outcome) != 1) return false;
        foreach (var watcher in watchers) watcher.Closed(kind, subject, outcome, now);
        db.AfterCommit(() => live.Publish("case", $"{kind}:{subject}"));
        return true;
    }

    /// <summary>One case, or null.</summary>
    public Case? Find(Guid id) => db.Read<OperationsCase>().FirstOrDefault(c => c.Id == id)?.Seen();

    /// <summary>Open cases of a kind whose subject begins so.</summary>
    public IReadOnlyList<Case> OpenOf(string kind, string begins = "") => db.Read<OperationsCase>()
        .Where(c => c.State == CaseState.Open && c.Kind == kind && c.Subject.StartsWith(begins))
        .OrderBy(c => c.Since).ToList().ConvertAll(c => c.Seen());

    /// <summary>Open cases of an order, the oldest first.</summary>
    public IReadOnlyList<Case> OpenOfOrder(long number) => db.Read<OperationsCase>()
        .Where(c => c.State == CaseState.Open && c.OrderNumber == number).OrderBy(c => c.Since).ToList().ConvertAll(c => c.Seen());

    /// <summary>Open cases about a subject, whatever their kind, the oldest first.</summary>
    public IReadOnlyList<Case> OpenAbout(string subject) => db.Read<OperationsCase>()
        .Where(c => c.State == CaseState.Open && c.Subject == subject).OrderBy(c => c.Since).ToList().ConvertAll(c => c.Seen());

    /// <summary>Cases in a state, the oldest first.</summary>
    public Page<Case> List(CaseState state, PageAsk ask)
    {
        var rows = db.Read<OperationsCase>().Where(c => c.State == state);
        if (Position(ask.After) is var (since, id))
            rows = rows.Where(c => c.Since > since || c.Since == since && c.Id > id);
        var found = rows.OrderBy(c => c.Since).ThenBy(c => c.Id).Take(ask.Limit + 1).ToList();
        return Page<OperationsCase>.From(found, ask.Limit, c => $"{EngineValues.ToMicroseconds(c.Since)} {c.Id}").Select(c => c.Seen());
    }

    /// <summary>What is open since when, the oldest first; a thousand at the most.</summary>
    public IReadOnlyList<(string Kind, DateTimeOffset Since)> Standing()
    {
        const int most = 1_000;
        return db.Read<OperationsCase>().Where(c => c.State == CaseState.Open).OrderBy(c => c.Since).Select(c => new { c.Kind, c.Since })
            .Take(most).ToList().ConvertAll(c => (c.Kind, c.Since));
    }

    private static (DateTimeOffset Since, Guid Id)? Position(string? after)
    {
        var parts = (after ?? "").Split(' ');
        return parts.Length == 2 && long.TryParse(parts[0], out var at) && Guid.TryParse(parts[1], out var id)
            ? (EngineValues.FromMicroseconds(at), id) : null;
    }
}

internal sealed class OperationsCase
{
    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required string CauseZh { get; init; }
    public required string CauseEn { get; init; }
    public required string RemedyZh { get; init; }
    public required string RemedyEn { get; init; }
    public long? OrderNumber { get; init; }

    /// <summary>Minor units.</summary>
    public long? Amount { get; init; }

    public string? Currency { get; init; }
    public DateTimeOffset Since { get; set; }
    public CaseState State { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBy { get; set; }
    public string? Outcome { get; set; }

    public Case Seen() => new(Id, Kind, Subject, new(CauseZh, CauseEn), new(RemedyZh, RemedyEn), OrderNumber,
        Amount is { } amount ? new Money(amount, Currency!) : null, Since, State, ClosedAt, Outcome);
}
