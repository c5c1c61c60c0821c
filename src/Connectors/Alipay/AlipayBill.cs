using System.IO.Compression;
using System.Text;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Connectors;

/// <summary>
/// Reads Alipay's daily bill: a ZIP with GBK tables, or the detail table alone. Columns are found by their names,
/// because their order has changed before. A file that is not whole is refused as a whole.
/// </summary>
internal static class AlipayBill
{
    private const int EntriesMost = 20;
    private const long BytesMost = 64L * 1024 * 1024;
    private const string End = "业务明细列表结束";
    private const string Trade = "支付宝交易号", Merchant = "商户订单号", Kind = "业务类型", At = "完成时间", Total = "订单金额（元）",
        RefundNo = "退款批次号/请求号", Fee = "服务费（元）";

    private static readonly string[] Needed = [Trade, Merchant, Kind, At, Total];
    private static readonly Text NoTable = new("文件里没有支付宝业务明细表", "The file holds no Alipay detail table");
    private static readonly Text TooLarge = new("文件解开后太大", "The file is too large once unpacked");

    // A superset of GBK: rare characters in names of goods are valid there and nowhere else.
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static BillReading Read(byte[] file)
    {
        try
        {
            if (file.LongLength > BytesMost) return No(TooLarge);
            return file.AsSpan().StartsWith("PK"u8) ? OfZip(file) : OfTable(file) ?? No(NoTable);
        }
        catch (InvalidDataException)
        {
            return No(new("压缩包坏了", "The archive is damaged"));
        }
    }

    private static BillReading OfZip(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read, leaveOpen: false, Chinese);
        if (zip.Entries.Count > EntriesMost) return No(TooLarge);
        var left = BytesMost;
        foreach (var entry in zip.Entries)
        {
            if (Unpack(entry, left) is not { } bytes) return No(TooLarge);
            left -= bytes.LongLength;
            if (OfTable(bytes) is { } reading) return reading;
        }
        return No(NoTable);
    }

    // Counted while unpacking: the size that an archive states is a claim.
    private static byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > most) return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    /// <summary>Null when this is another table, such as the summary.</summary>
    private static BillReading? OfTable(byte[] bytes)
    {
        if (TextOf(bytes) is not { } text) return No(new("文字编码读不懂，应为GBK", "The text encoding cannot be read; GBK is expected"));
        Dictionary<string, int>? columns = null;
        var (lines, number, ended) = (new List<BillLine>(), 0, false);
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.StartsWith('#')) ended |= line.Contains(End, StringComparison.Ordinal);
            else if (string.IsNullOrWhiteSpace(line)) continue;
            else if (columns is null)
            {
                if ((columns = Columns(line)) is null) return null;
            }
            else if (LineOf(line, columns, lines.Count + 1) is { } read) lines.Add(read);
            else return No(new($"第{number}行读不懂", $"Line {number} cannot be read"));
        }
        if (columns is null) return null;
        return ended ? new(lines) : No(new("文件不完整：没有结束行", "The file is cut off: its closing line is missing"));
    }

    private static Dictionary<string, int>? Columns(string head)
    {
        var names = Cells(head);
        if (!Needed.All(names.Contains)) return null;
        var columns = new Dictionary<string, int>();
        for (var i = 0; i < names.Length; i++) columns.TryAdd(names[i], i);
        return columns;
    }

    private static BillLine? LineOf(string line, Dictionary<string, int> columns, int place)
    {
        var cells = Cells(line);
        string? Of(string name) => columns.TryGetValue(name, out var i) && i < cells.Length && cells[i].Length > 0 ? cells[i] : null;
        var (amount, fee) = (Signed(Of(Total)), Of(Fee) is { } kept ? Signed(kept) : 0);
        if (Of(Trade) is not { Length: <= 64 } trade || amount is null || fee is null || BeijingTime.Read(Of(At)) is not { } at) return null;
        var kind = Of(Kind) switch { "交易" => BillLineKind.Payment, "退款" => BillLineKind.Refund, _ => BillLineKind.Other };
        // A payment's fee is written with a minus in some accounts and without in others; a refund brings it back.
        var keeps = kind == BillLineKind.Refund ? -Math.Abs(fee.Value) : Math.Abs(fee.Value);
        return new(place, kind, trade, Cut(Of(Merchant)) ?? "", Cut(Of(RefundNo)), Math.Abs(amount.Value), keeps, "CNY", at);
    }

    private static string? Cut(string? text) => text is { Length: > 64 } ? text[..64] : text;

    private static long? Signed(string? yuan) => yuan is ['-', ..] ? -AlipayAmount.ToMinor(yuan[1..]) : AlipayAmount.ToMinor(yuan);

    // Alipay quotes nothing, and ids end in a tab so that spreadsheets leave them alone.
    private static string[] Cells(string line) => line.Split(',').Select(c => c.Trim(' ', '\t', '\r', '\uFEFF')).ToArray();

    private static string? TextOf(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[Charset.Utf8, Chinese])
        {
            try
            {
                return encoding.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                // The next one.
            }
        }
        return null;
    }

    private static BillReading No(Text fault) => new([], fault);
}
