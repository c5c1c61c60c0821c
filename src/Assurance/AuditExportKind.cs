using System.Globalization;
using Guidan.Audit;
using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Every audit row with the exact text that was hashed, chain by chain, and behind them the signed checkpoints.</summary>
internal sealed class AuditExportKind() : ExportKind("audit")
{
    private const string Checkpoints = "checkpoint";

    public override async Task<string?> Write(ExportReading reading, ExportLines lines, DateTimeOffset until, string? after, int limit)
    {
        var export = new AuditExport(reading.Db);
        if (after is not null && after.StartsWith(Checkpoints, StringComparison.Ordinal))
            return await Signed(export, lines, until, long.TryParse(after[Checkpoints.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0, limit);
        var key = ExportKey.Read(after ?? "", [Guid.Empty, 0L]);
        var rows = await export.Lines((Guid)key[0], (long)key[1], limit);
        foreach (var row in rows.Where(r => r.At <= until)) Write(lines, row);
        if (rows.Count == limit) return ExportKey.Write([rows[^1].Chain, rows[^1].Seq]);
        return await Signed(export, lines, until, 0, limit);
    }

    private static async Task<string?> Signed(AuditExport export, ExportLines lines, DateTimeOffset until, long seq, int limit)
    {
        var rows = await export.Checkpoints(seq, limit);
        foreach (var row in rows.Where(r => r.At <= until)) Write(lines, row);
        return rows.Count < limit ? null : Checkpoints + rows[^1].Seq.ToString(CultureInfo.InvariantCulture);
    }

    private static void Write(ExportLines lines, AuditLine row) => lines.Add(to =>
    {
        to.WriteString("type", "entry");
        to.WriteString("chain", row.Chain);
        to.Put("seq", row.Seq);
        to.Put("at", row.At);
        to.WriteString("text", row.Text);
        to.WriteString("previousHash", row.PreviousHash);
        to.WriteString("hash", row.Hash);
    });

    private static void Write(ExportLines lines, CheckpointLine row) => lines.Add(to =>
    {
        to.WriteString("type", Checkpoints);
        to.Put("seq", row.Seq);
        to.Put("at", row.At);
        to.WriteString("text", row.Text);
        to.WriteString("hash", row.Hash);
        to.WriteString("signature", row.Signature);
        to.WriteString("keyId", row.KeyId);
        to.WriteString("publicKey", row.PublicKey);
    });
}
