using System.Globalization;
using Guidan.Customers;
using Guidan.Kernel;
using Microsoft.AspNetCore.Http;

namespace Guidan.Assurance;

/// <summary>Where an export goes on: the snapshot, its moment, and the last key.</summary>
internal sealed record ExportCursor(string Snapshot, DateTimeOffset Until, string After)
{
    public string Text => Cursor.Write($"{Snapshot} {EngineValues.ToMicroseconds(Until)} {After}");

    public static ExportCursor? Read(string text)
    {
        if (!Cursor.TryRead(text, out var plain)) return null;
        var parts = plain.Split(' ', 3);
        return parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            ? new(parts[0], EngineValues.FromMicroseconds(until), parts[2]) : null;
    }
}

/// <summary>Writes one page of an export as lines of JSON.</summary>
internal sealed class RunExport(HeldSnapshots snapshots, Sealer sealer, Caller caller)
{
    private const int RowsMost = 1_000;
    private const string NewSnapshot = "new";
    private static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<IResult> Write(string what, string? after, string? limit, string? snapshot, HttpContext http)
    {
        if (ExportKinds.Find(what) is not { } kind) return ((Result<Done>)Unknown(what)).Http();
        var rows = RowsMost;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows) || rows is < 1 or > RowsMost))
            return ((Result<Done>)WrongLimit).Http();
        var cursor = string.IsNullOrEmpty(after) ? null : ExportCursor.Read(after);
        if (!string.IsNullOrEmpty(after) && cursor is null) return ((Result<Done>)WrongCursor).Http();
        var wanted = cursor?.Snapshot ?? (snapshot == NewSnapshot ? null : snapshot);
        var held = string.IsNullOrEmpty(wanted) ? null : await snapshots.Take(wanted);
        if (held is null && cursor is null && !string.IsNullOrEmpty(wanted)) return ((Result<Done>)SnapshotOver).Http();
        http.Response.Headers["X-Snapshot-Lost"] = held is null && cursor is not null ? "true" : default;
        return await Page(kind, cursor, rows, held ?? await snapshots.New(shared: snapshot is not null), http);
    }

    private async Task<IResult> Page(ExportKind kind, ExportCursor? cursor, int rows, HeldSnapshot held, HttpContext http)
    {
        string? next = null;
        var lines = new ExportLines();
        var until = cursor?.Until ?? held.Until;
        // The snapshot itself is the bound; only where it was lost do the times of the rows stand in for it.
        var bound = cursor is null || cursor.Snapshot == held.Id ? EndOfTime : until;
        var failed = true;
        try
        {
            var reading = new ExportReading(held.Db, sealer, caller.Permissions.Contains(CustomersModule.Personal));
            next = await kind.Write(reading, lines, bound, cursor?.After, rows);
            failed = false;
        }
        finally
        {
            await snapshots.Return(held, keep: !failed && (next is not null || held.IsShared));
        }
        if (next is not null) http.Response.Headers["X-Next"] = new ExportCursor(held.Id, until, next).Text;
        http.Response.Headers["X-Snapshot"] = held.Id;
        http.Response.Headers["X-Snapshot-At"] = until.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        return Results.Stream(body => body.WriteAsync(lines.Bytes, http.RequestAborted).AsTask(), "application/x-ndjson");
    }

    private static Refusal Unknown(string what) => Refusal.NotFound("export.unknown",
        new($"导出项 {(what.Length > 40 ? what[..40] + "…" : what)}", $"The export {(what.Length > 40 ? what[..40] + "…" : what)}")) with
    {
        Remedy = new($"可选：{string.Join("、", ExportKinds.All.Select(k => k.Name))}", $"Choose one of: {string.Join(", ", ExportKinds.All.Select(k => k.Name))}"),
    };

    private static readonly Refusal WrongLimit = Refusal.Malformed("limit",
        new($"limit 应为1到{RowsMost}的整数", $"limit is a whole number from 1 to {RowsMost}"));

    private static readonly Refusal WrongCursor = Refusal.Malformed("after",
        new("after 应取自上一页的 X-Next", "after is taken from the X-Next of the page before"));

    private static readonly Refusal SnapshotOver = Refusal.Conflict("export.snapshot_over",
        new("这个快照已经结束", "This snapshot is over"),
        new("一分钟没有人读它，或者同时导出的太多", "Nobody read it for a minute, or too many exports run at once"),
        new("用 snapshot=new 重新开始，各项导出连着做", "Begin again with snapshot=new and run the exports one after the other"));
}
