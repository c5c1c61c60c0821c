using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// Works through one import, about two hundred products a transaction. The progress is kept in the same transaction as
/// the products, so a process that was killed goes on behind the last chunk and does nothing twice.
/// </summary>
[Operation("products.import", "导入商品", "Import products", Permission = "products.import")]
internal sealed class ImportProducts(
    ShopDb db, ProductIntake intake, ImportSettings folder, CatalogSettings settings, TimeProvider clock)
{
    /// <summary>A process that says nothing for this long has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int ChunkProducts = 200;
    private const int ChunkRows = 1_000;
    private const int Tries = 4;

    private ProductImport import = null!;
    private ImportProgress progress = null!;

    /// <summary>Runs a claimed import to its end, or until the token asks to stop; then it stays for the next start.</summary>
    public async Task<Result<Done>> Run(ProductImport claimed, CancellationToken ct)
    {
        import = claimed;
        progress = ProgressOf(claimed);
        var file = ProductFile.Open(folder.FileOf(import.Id), import.Format, settings.Currency);
        if (file.Fault is { } fault) return await Finish(ImportState.Failed, [fault]);
        if (progress.Rows == 0) progress = progress with { Rows = file.CountRows() };
        if (import is { DryRun: false, OnError: OnImportError.Stop, IsChecked: false })
        {
            if (await Through(file, write: false, ct) is { IsOk: false } stopped) return stopped;
            if (ct.IsCancellationRequested) return new Done();
            if (progress.Faults > 0)
            {
                // What the check counted was not written: a report must not say that it was.
                progress = progress with { Created = 0, Updated = 0, Unchanged = 0 };
                return await Finish(ImportState.Failed, []);
            }
            progress = new ImportProgress { Rows = progress.Rows };
            if (!await Housekeep(async () => await Keep(progress, []) && await ImportProgress.PassCheck(db, import)))
                return ImportProgress.TakenOver;
        }
        if (await Through(file, write: !import.DryRun, ct) is { IsOk: false } refused) return refused;
        return ct.IsCancellationRequested ? new Done() : await Finish(ImportState.Done, []);
    }

    private async Task<Result<Done>> Through(ProductFile file, bool write, CancellationToken ct)
    {
        var skus = new HashSet<string>();
        var chunk = new List<DraftGroup>();
        var behind = 0;
        foreach (var read in file.Read())
        {
            // What is behind us is read again, too: whether a SKU came before depends on it.
            var group = Unrepeated(read, skus);
            if (behind++ < progress.Groups) continue;
            chunk.Add(group);
            if (chunk.Count < ChunkProducts && chunk.Sum(g => g.Rows) < ChunkRows) continue;
            if (await Take(chunk, write) is { IsOk: false } refused) return refused;
            chunk.Clear();
            if (ct.IsCancellationRequested || progress.Faults > 0 && import.OnError == OnImportError.Stop) return new Done();
        }
        return chunk.Count == 0 ? new Done() : await Take(chunk, write);
    }

    private static DraftGroup Unrepeated(DraftGroup group, HashSet<string> skus)
    {
        if (group.Draft is not { } draft) return group;
        var repeated = draft.Variants.Where(v => !skus.Add(v.Sku)).ToList();
        return repeated.Count == 0 ? group : group with
        {
            Draft = null,
            Faults = repeated.ConvertAll(v => new ImportFault(v.Line, "SKU", "sku.repeated", DraftMaker.Repeated(v.Sku), v.Sku)),
        };
    }

    private async Task<Result<Done>> Take(IReadOnlyList<DraftGroup> chunk, bool write)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = write ? await Write(chunk) : await Look(chunk);
            if (result.IsOk)
            {
                progress = result.Value;
                return new Done();
            }
            // Somebody saved one of these products meanwhile: look again.
            if (result.Refusal!.Code == ImportProgress.TakenOver.Code || attempt == Tries) return result.Refusal;
        }
    }

    private Task<Result<ImportProgress>> Write(IReadOnlyList<DraftGroup> chunk) => db.InTransaction<ImportProgress>(this, async () =>
    {
        var (after, faults, changed) = await Judge(chunk);
        if (!await Keep(after, faults)) return ImportProgress.TakenOver;
        // A chunk of nothing but repeats changes no product; what it records is that it was looked at.
        if (!changed) db.Record(Target, null, Json.Write(new { after.RowsDone, after.Unchanged, after.Failed }));
        return after;
    });

    private async Task<Result<ImportProgress>> Look(IReadOnlyList<DraftGroup> chunk)
    {
        var (after, faults, _) = await Judge(chunk);
        return await Housekeep(() => Keep(after, faults)) ? after : ImportProgress.TakenOver;
    }

    private async Task<(ImportProgress After, List<ImportFault> Faults, bool Changed)> Judge(IReadOnlyList<DraftGroup> chunk)
    {
        var (counts, refused) = await intake.Take(chunk.Where(g => g.Draft is not null).Select(g => g.Draft!).ToList());
        var faults = chunk.SelectMany(g => g.Faults).Concat(refused).OrderBy(f => f.Line).ToList();
        var unread = chunk.Count(g => g.Draft is null);
        var after = progress.With(chunk.Sum(g => g.Rows), chunk.Count, counts with { Failed = counts.Failed + unread }, faults.Count);
        return (after, faults, counts.Created + counts.Updated > 0);
    }

    private Task<bool> Keep(ImportProgress after, List<ImportFault> faults)
    {
        ImportProgress.KeepFaults(db, import, progress.Faults, faults);
        return after.Keep(db, import, clock.GetUtcNow() + Lease);
    }

    /// <summary>Ends an import; faults of the file as a whole come to those of its rows.</summary>
    public async Task<Result<Done>> Finish(ProductImport claimed, ImportState state, ImportFault fault)
    {
        import = claimed;
        progress = ProgressOf(claimed);
        return await Finish(state, [fault]);
    }

    private async Task<Result<Done>> Finish(ImportState state, List<ImportFault> faults)
    {
        var after = progress with { Faults = progress.Faults + faults.Count };
        var result = await db.InTransaction<Done>(this, async () =>
        {
            if (!await Keep(after, faults)) return ImportProgress.TakenOver;
            Invariant.That(await ImportProgress.Finish(db, import, state, clock.GetUtcNow()), "an import that is kept is running");
            db.Record(Target, null, Json.Write(new { state, import.DryRun, after.Created, after.Updated, after.Unchanged, after.Failed }));
            return new Done();
        });
        // Nobody needs the file of a trial again.
        if (result.IsOk && import.DryRun) File.Delete(folder.FileOf(import.Id));
        return result;
    }

    private async Task<bool> Housekeep(Func<Task<bool>> work)
    {
        var kept = false;
        await db.Housekeep(async () => kept = await work());
        return kept;
    }

    private static ImportProgress ProgressOf(ProductImport claimed) => new()
    {
        Rows = claimed.Rows, RowsDone = claimed.RowsDone, Groups = claimed.Groups, Created = claimed.Created,
        Updated = claimed.Updated, Unchanged = claimed.Unchanged, Failed = claimed.Failed, Faults = claimed.Faults,
    };

    private string Target => $"import:{import.Id}";
}
