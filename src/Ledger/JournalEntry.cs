namespace Guidan.Ledger;

/// <summary>One balanced movement of money. Rows are only ever added; a correction is another entry.</summary>
internal sealed class JournalEntry
{
    /// <summary>The order whose money it is; 0 for money that belongs to none.</summary>
    public long OrderNumber { get; init; }

    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Memo { get; init; }
    public required string Currency { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>One line of an entry; minor units.</summary>
internal sealed class Posting
{
    public long OrderNumber { get; init; }
    public Guid EntryId { get; init; }
    public int Line { get; init; }
    public required string Account { get; init; }
    public long Debit { get; init; }
    public long Credit { get; init; }
}
