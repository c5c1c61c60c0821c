using System.Security.Cryptography;
using System.Text.Json;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Channels;

/// <summary>A file of orders as it is given.</summary>
/// <param name="Mapping">The heading of each figure that is called otherwise than shops call it; an empty heading says that the file has none.</param>
/// <param name="Paid">Orders whose file says nothing of payment are paid.</param>
internal sealed record OrderFileAsk(string File, bool DryRun, IReadOnlyDictionary<string, string> Mapping, bool Paid);

/// <summary>What became of a file of orders.</summary>
/// <param name="Taken">Orders that are on their way in now; of a dry run, those that would be.</param>
/// <param name="Repeated">Orders that were here before exactly so.</param>
/// <param name="Failed">Orders and rows that cannot be read.</param>
/// <param name="Headings">Of the file.</param>
/// <param name="Mapping">The heading under which each figure was found.</param>
/// <param name="Errors">The first faults, at most 200.</param>
public sealed record OrderFileReport(bool DryRun, int Rows, int Orders, int Taken, int Repeated, int Failed, IReadOnlyList<string> Headings,
    IReadOnlyDictionary<string, string> Mapping, IReadOnlyList<OrderColumnView> Columns, IReadOnlyList<FaultText> Errors);

/// <summary>A figure that a column may hold.</summary>
/// <param name="Needed">Without it nothing can be read.</param>
public sealed record OrderColumnView(string Code, string Title, bool Needed);

/// <summary>
/// Takes the orders of a file in by the same door as those of webhooks: raw, keyed by number and content, judged
/// afterwards. One that cannot be placed waits visibly; one that cannot be read is said with its line.
/// </summary>
[Operation("channels.import_orders", "导入订单文件", "Import a file of orders", Permission = ChannelsModule.Write)]
internal sealed class TakeOrderFile(ShopDb db, Inbox inbox, ShopCurrency currency, ShopCalendar calendar, Caller caller, TimeProvider clock)
{
    private const int ErrorsMost = 200;
    private static readonly string Source = ChannelShops.SourceOf(FileShop.FileCode);
    private static readonly Statement IsHere = new("select 1 from kernel_inbox where source = $1 and event_key = $2");
    private static readonly Dictionary<string, string> InOurWords = new() { [ChannelInbox.FormatHeader] = "1" };

    /// <summary>Reads the fields of the form.</summary>
    public static Result<OrderFileAsk> AskOf(IReadOnlyDictionary<string, string> fields)
    {
        var (dryRun, paid) = (ImportUpload.Flag(fields, "dryRun", false), ImportUpload.Flag(fields, "paid", true));
        if (!dryRun.IsOk) return dryRun.Refusal!;
        if (!paid.IsOk) return paid.Refusal!;
        try
        {
            var mapping = JsonSerializer.Deserialize<Dictionary<string, string>>(fields.GetValueOrDefault("mapping") is { Length: > 0 } text ? text : "{}") ?? [];
            if (mapping.Keys.FirstOrDefault(k => OrderColumns.All.All(c => c.Code != k)) is { } unknown)
                return Refusal.Invalid("mapping", new($"没有 {unknown} 这一项；可用：{Codes}", $"There is no {unknown}; there are {Codes}"));
            return new OrderFileAsk(fields["file"], dryRun.Value, mapping.ToDictionary(m => m.Key, m => m.Value ?? ""), paid.Value);
        }
        catch (JsonException)
        {
            return Refusal.Invalid("mapping", new("mapping 应为 JSON 对象：{\"number\": \"订单号\"}", "mapping is a JSON object: {\"number\": \"Order number\"}"));
        }
    }

    /// <param name="path">Where the file lies; it is gone afterwards.</param>
    public async Task<Result<OrderFileReport>> Run(OrderFileAsk ask, string path)
    {
        try
        {
            var now = clock.GetUtcNow();
            var sheet = Sheet.Open(path);
            var file = new OrderFile(sheet, ask.Mapping, currency.Code, ask.Paid, calendar);
            if (file.Fault is { } fault) return Report(ask, sheet, file, 0, [new("", null, [fault])], 0, 0);
            var (rows, orders) = file.Read(now);
            var read = orders.Where(o => o.Order is not null).Select(o => (Key: KeyOf(o.Order!), Body: StandardPayload.Write(o.Order!))).ToList();
            if (ask.DryRun)
            {
                var here = 0;
                foreach (var (key, _) in read) here += (await db.Query(IsHere, r => r.Int(0), Source, key)).Count;
                await db.Rest();
                return Report(ask, sheet, file, rows, orders, read.Count - here, here);
            }
            return await db.InTransaction<OrderFileReport>(this, async () =>
            {
                var taken = 0;
                foreach (var (key, body) in read) taken += await inbox.Add(Source, key, body, InOurWords) ? 1 : 0;
                var report = Report(ask, sheet, file, rows, orders, taken, read.Count - taken);
                db.Record("channel:" + FileShop.FileCode, null, Json.Write(new { ask.File, report.Rows, report.Orders, report.Taken, report.Repeated, report.Failed }));
                return report;
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private OrderFileReport Report(OrderFileAsk ask, Sheet sheet, OrderFile file, int rows, List<OrderOfFile> orders, int taken, int repeated) => new(
        ask.DryRun, rows, orders.Count(o => o.Number.Length > 0), taken, repeated, orders.Count(o => o.Order is null), sheet.Headings,
        file.Fault is null ? file.Mapping : new Dictionary<string, string>(),
        OrderColumns.All.Select(c => new OrderColumnView(c.Code, c.Title.In(caller.Tongue), c.Needed)).ToList(),
        orders.SelectMany(o => o.Faults).Take(ErrorsMost).Select(f => new FaultText(f.Line, f.Column, f.Code, f.Text.In(caller.Tongue), f.Value)).ToList());

    // The same order told again in the same words is the same event, whenever it is told.
    private static string KeyOf(ChannelOrder order) => "file:" + order.ExternalId + ":" + Convert.ToHexStringLower(SHA256.HashData(
        StandardPayload.Write(order with { UpdatedAt = default, CreatedAt = default, PaidAt = null })))[..32];

    private static string Codes => string.Join(", ", OrderColumns.All.Select(c => c.Code));
}
