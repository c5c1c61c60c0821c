using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Ledger entries with their postings; one entry a line.</summary>
internal sealed class LedgerExport() : ExportKind("ledger")
{
    private static readonly object[] Start = [-1L, Guid.Empty];

    private static readonly Statement Page = new(
        """
        select e.order_number, e.id, e.kind, e.memo, e.currency, e.at, p.account, p.debit, p.credit
        from (select order_number, id, kind, memo, currency, at from ledger_entry
            where (order_number, id) > ($1, $2) and at <= $3 order by order_number, id limit $4) e
        left join ledger_posting p on p.order_number = e.order_number and p.entry_id = e.id
        order by e.order_number, e.id, p.line
        """);

    private sealed record Entry(long Order, Guid Id, string Kind, string Memo, string Currency, DateTimeOffset At);

    private sealed record Posting(string Account, long Debit, long Credit);

    public override async Task<string?> Write(ExportReading reading, ExportLines lines, DateTimeOffset until, string? after, int limit)
    {
        var key = after is null ? Start : ExportKey.Read(after, Start);
        var rows = await reading.Db.Query(Page, r => (
            Entry: new Entry(r.Long(0), r.Id(1), r.Text(2), r.Text(3), r.Text(4), r.Time(5)),
            Posting: r.IsNull(6) ? null : new Posting(r.Text(6), r.Long(7), r.Long(8))), [.. key, until, limit]);
        var entries = rows.GroupBy(r => r.Entry, r => r.Posting).ToList();
        foreach (var entry in entries) Write(lines, entry.Key, entry);
        return entries.Count < limit ? null : ExportKey.Write([entries[^1].Key.Order, entries[^1].Key.Id]);
    }

    private static void Write(ExportLines lines, Entry entry, IEnumerable<Posting?> postings) => lines.Add(to =>
    {
        to.PutOrder("order", entry.Order);
        to.WriteString("id", entry.Id);
        to.WriteString("kind", entry.Kind);
        to.WriteString("memo", entry.Memo);
        to.WriteString("currency", entry.Currency);
        to.Put("at", entry.At);
        to.WriteStartArray("postings");
        foreach (var posting in postings.OfType<Posting>())
        {
            to.WriteStartObject();
            to.WriteString("account", posting.Account);
            to.Put("debit", posting.Debit);
            to.Put("credit", posting.Credit);
            to.WriteEndObject();
        }
        to.WriteEndArray();
    });
}
