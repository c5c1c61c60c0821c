using System.Text.Json.Serialization;
using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Channels;

/// <summary>An import with how far it is.</summary>
/// <param name="Rows">Rows in the file; 0 until they are counted.</param>
/// <param name="Done">Rows that are behind it.</param>
/// <param name="Created">Products, as the next three.</param>
/// <param name="Faults">Wrong cells and rows, of which the first thousand are kept.</param>
public sealed record ImportView(
    Guid Id, string File, string Format, bool DryRun, OnImportError OnError, ImportState State, int Rows, int Done, int Created,
    int Updated, int Unchanged, int Failed, int Faults, DateTimeOffset QueuedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt)
{
    internal static ImportView Of(ProductImport i) => new(i.Id, i.File, i.Format, i.DryRun, i.OnError, i.State, i.Rows, i.RowsDone,
        i.Created, i.Updated, i.Unchanged, i.Failed, i.Faults, i.QueuedAt, i.StartedAt, i.FinishedAt);

    [JsonIgnore]
    public bool IsOver => State is ImportState.Done or ImportState.Failed;
}

/// <summary>Reads imports and their faults.</summary>
public sealed class ImportQueries(ShopDb db)
{
    private static readonly Refusal NotFound = Refusal.NotFound("import.not_found", new("这次导入", "This import"));

    /// <summary>Imports, newest first.</summary>
    public async Task<Result<Page<ImportView>>> List(PageAsk page)
    {
        var rows = db.Read<ProductImport>();
        if (page.After is { } after)
        {
            if (!Guid.TryParse(after, out var last))
                return Refusal.Malformed("after", new("after 应取自上一页的 next", "after is taken from the next of the page before"));
            rows = rows.Where(i => i.Id.CompareTo(last) < 0);
        }
        var found = await rows.OrderByDescending(i => i.Id).Take(page.Limit + 1).ToListAsync();
        return Page<ProductImport>.From(found, page.Limit, i => i.Id.ToString("N")).Select(ImportView.Of);
    }

    /// <summary>One import with its faults in the order of the file.</summary>
    public async Task<Result<(ImportView Import, IReadOnlyList<ImportFault> Faults)>> One(Guid id)
    {
        if (await db.Read<ProductImport>().FirstOrDefaultAsync(i => i.Id == id) is not { } import) return NotFound;
        var faults = await db.Read<ProductImportFault>().Where(f => f.ImportId == id).OrderBy(f => f.Seq).ToListAsync();
        return (ImportView.Of(import), faults.ConvertAll(f => new ImportFault(f.Line, f.Column, f.Code, new(f.TextZh, f.TextEn), f.Value)));
    }
}
