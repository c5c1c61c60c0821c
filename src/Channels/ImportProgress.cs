using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>How far an import is, and the statements that keep it.</summary>
internal sealed record ImportProgress
{
    public const int FaultsMost = 1_000;
    private const int ValueMost = 200;

    public int Rows { get; init; }
    public int RowsDone { get; init; }
    public int Groups { get; init; }
    public int Created { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int Failed { get; init; }
    public int Faults { get; init; }

    private static readonly Statement Update = new(
        """
        update channels_import set rows = $3, rows_done = $4, groups = $5, created = $6, updated = $7, unchanged = $8, failed = $9,
            faults = $10, lease_until = $11
        where id = $1 and holder = $2 and state = 1
        """);
    private static readonly Statement Finished = new(
        "update channels_import set state = $3, finished_at = $4, lease_until = null where id = $1 and holder = $2 and state = 1");
    private static readonly Statement Checked = new(
        "update channels_import set is_checked = $3 where id = $1 and holder = $2 and state = 1");
    private static readonly Statement InsertFault = new(
        """
        insert into channels_import_fault (import_id, seq, line, "column", code, text_zh, text_en, value)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
        """);

    public ImportProgress With(int rows, int groups, IntakeCounts counts, int faults) => this with
    {
        RowsDone = RowsDone + rows,
        Groups = Groups + groups,
        Created = Created + counts.Created,
        Updated = Updated + counts.Updated,
        Unchanged = Unchanged + counts.Unchanged,
        Failed = Failed + counts.Failed,
        Faults = Faults + faults,
    };

    /// <summary>Keeps the progress in the running transaction; false when another process has taken over.</summary>
    public async Task<bool> Keep(ShopDb db, ProductImport import, DateTimeOffset leaseUntil) => await db.Execute(Update,
        import.Id, import.Holder, Rows, RowsDone, Groups, Created, Updated, Unchanged, Failed, Faults, leaseUntil) == 1;

    /// <summary>Keeps faults behind those that are kept already, as far as they are kept at all.</summary>
    public static void KeepFaults(ShopDb db, ProductImport import, int before, IEnumerable<ImportFault> faults)
    {
        foreach (var fault in faults.Take(Math.Max(0, FaultsMost - before)))
        {
            db.Later(InsertFault, [import.Id, ++before, fault.Line, Cut(fault.Column), fault.Code, fault.Text.Zh, fault.Text.En,
                Cut(fault.Value)], rows: null);
        }
    }

    public static async Task<bool> Finish(ShopDb db, ProductImport import, ImportState state, DateTimeOffset at) =>
        await db.Execute(Finished, import.Id, import.Holder, (int)state, at) == 1;

    /// <summary>The check found nothing: the file is read again from the start, now to be written.</summary>
    public static async Task<bool> PassCheck(ShopDb db, ProductImport import) =>
        await db.Execute(Checked, import.Id, import.Holder, true) == 1;

    private static string? Cut(string? value)
    {
        var plain = value?.Replace("\0", "", StringComparison.Ordinal);
        return plain is { Length: > ValueMost } ? plain[..ValueMost] : plain;
    }

    public static readonly Refusal TakenOver = Refusal.Conflict("import.taken_over",
        new("导入已由另一个进程接手", "Another process has taken this import over"),
        new("这个进程停了太久", "This process was silent for too long"),
        new("到导入记录里看进度", "See its progress in the list of imports"));
}

/// <summary>Products of a chunk by what became of them.</summary>
internal sealed record IntakeCounts(int Created, int Updated, int Unchanged, int Failed);
