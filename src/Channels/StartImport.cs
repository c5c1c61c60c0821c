using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>An import as it is asked for.</summary>
/// <param name="File">Name of the file, to be shown.</param>
/// <param name="DryRun">Count and find faults, write nothing.</param>
public sealed record ImportAsk(string File, string? Format, bool DryRun, OnImportError OnError = OnImportError.Skip);

/// <summary>An import was queued.</summary>
public sealed record ImportStarted(Guid Id, ImportState State);

/// <summary>Keeps the file of an import and queues it; the worker does the rest.</summary>
[Operation("products.start_import", "导入商品文件", "Import a product file", Permission = "products.import")]
internal sealed class StartImport(ShopDb db, ImportSettings settings, ImportSignal signal, Caller caller, TimeProvider clock)
{
    private const int NameMost = 200;
    private static readonly Statement Insert = new(
        """
        insert into channels_import (id, file, format, dry_run, on_error, state, is_checked, rows, rows_done, groups, created, updated,
            unchanged, failed, faults, actor_kind, actor_id, actor_name, queued_at)
        values ($1, $2, $3, $4, $5, 0, $6, 0, 0, 0, 0, 0, 0, 0, 0, $7, $8, $9, $10)
        """);

    /// <param name="path">The file in the folder of imports; it gets its name here, or is gone when the answer is no.</param>
    public async Task<Result<ImportStarted>> Run(ImportAsk ask, string path)
    {
        if (ask.Format is null || !ProductFile.Formats.Contains(ask.Format))
        {
            File.Delete(path);
            var formats = string.Join(", ", ProductFile.Formats);
            return Refusal.Invalid("format", new($"format 应为其中之一：{formats}", $"format is one of {formats}"));
        }
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        File.Move(path, settings.FileOf(id));
        var result = await db.InTransaction<ImportStarted>(this, () =>
        {
            var name = new string(Path.GetFileName(ask.File).Where(c => !char.IsControl(c)).Take(NameMost).ToArray());
            db.Later(Insert, [id, name, ask.Format, ask.DryRun, (int)ask.OnError, false, (int)caller.Kind, caller.Id, caller.Name,
                clock.GetUtcNow()]);
            db.Record($"import:{id}", null, Json.Write(ask with { File = name }));
            db.AfterCommit(signal.Wake);
            return Task.FromResult<Result<ImportStarted>>(new ImportStarted(id, ImportState.Queued));
        });
        // A repeated request is answered with its first import: the file that came along again is not needed.
        if (!result.IsOk || result.Value.Id != id) File.Delete(settings.FileOf(id));
        return result;
    }
}
