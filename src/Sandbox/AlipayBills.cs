using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>The daily bill: a short-lived address of a ZIP with two GBK tables, detail and summary.</summary>
internal sealed class AlipayBills(
    AlipayBook book, SandboxParty party, SandboxClock clock, SandboxSettings settings, FaultBoard board)
{
    private const string Columns =
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）," +
        "支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）," +
        "退款批次号/请求号,服务费（元）,分润（元）,备注";

    private const string Rule = "----------------------------------------";

    private static readonly TimeSpan AddressLife = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (string Period, DateTimeOffset Until)> addresses = new();

    public object Address(JsonElement content)
    {
        var period = AlipayDesk.Text(content, "bill_date") ?? "";
        if (AlipayDesk.Text(content, "bill_type") is not ("trade" or "signcustomer") || Days(period) is not { } days)
            return AlipayAnswer.Refused("isv.invalid-arguments", "参数有误");
        // A bill is made the day after, and a month's the month after.
        if (days.Last >= ChinaTime.Day(clock.GetUtcNow()) || board.For("alipay").Bill == "late")
            return AlipayAnswer.Refused("isp.bill_not_exist", "账单不存在");
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        foreach (var old in addresses.Where(pair => pair.Value.Until < clock.GetUtcNow()).ToList())
            addresses.TryRemove(old.Key, out _);
        addresses[token] = (period, clock.GetUtcNow() + AddressLife);
        return AlipayAnswer.Ok(
            ("bill_download_url", new Uri(settings.Address, $"/bills/{token}.csv.zip").AbsoluteUri));
    }

    /// <summary>The ZIP of an address, or null when the address is unknown or too old.</summary>
    public byte[]? Download(string token)
    {
        if (!addresses.TryGetValue(token, out var bill) || bill.Until < clock.GetUtcNow()) return null;
        var days = Days(bill.Period)!.Value;
        var rows = Spoiled(Rows(days.First, days.Last));
        var stem = $"{party.SellerId}0156_{bill.Period.Replace("-", "", StringComparison.Ordinal)}_";
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, SandboxSignature.Gbk))
        {
            Add(zip, stem + "业务明细.csv", Detail(bill.Period, rows));
            Add(zip, stem + "业务明细(汇总).csv", Summary(bill.Period, rows));
        }

        return buffer.ToArray();
    }

    private List<BillRow> Rows(DateOnly first, DateOnly last)
    {
        bool InPeriod(DateTimeOffset at) => ChinaTime.Day(at) >= first && ChinaTime.Day(at) <= last;
        var rows = new List<BillRow>();
        foreach (var trade in book.Movements(InPeriod))
        {
            if (trade.PaidAt is { } paid && InPeriod(paid)) rows.Add(new(trade, null, paid, trade.AmountMinor));
            rows.AddRange(trade.Refunds.Where(refund => InPeriod(refund.At))
                .Select(refund => new BillRow(trade, refund, refund.At, -refund.AmountMinor)));
        }

        return rows.OrderBy(row => row.At).ToList();
    }

    private List<BillRow> Spoiled(List<BillRow> rows)
    {
        switch (board.For("alipay").Bill)
        {
            case "missing" when rows.Count > 0:
                rows.RemoveAt(rows.Count - 1);
                break;
            case "amount" when rows.Count > 0:
                rows[0] = rows[0] with { Minor = rows[0].Minor + 1 };
                break;
            case "extra" when rows.Count > 0:
                var known = rows[0].Trade;
                rows.Add(rows[0] with
                {
                    Refund = null,
                    Minor = known.AmountMinor,
                    Trade = new()
                    {
                        OutTradeNo = "NOBODY" + known.OutTradeNo, TradeNo = known.TradeNo + "9", AmountMinor = known.AmountMinor,
                        Subject = known.Subject, CreatedAt = known.CreatedAt, ExpiresAt = known.ExpiresAt,
                    }
                });
                break;
        }
        return rows;
    }

    private string Detail(string period, List<BillRow> rows)
    {
        var text = Head("业务明细", period).Append(Columns).Append("\r\n");
        foreach (var (trade, refund, at, minor) in rows)
        {
            var yuan = AlipayTrade.Yuan(minor);
            // Ids end in a tab, as in the real file, so that spreadsheets leave them alone.
            text.Append(CultureInfo.InvariantCulture, $"{trade.TradeNo}\t,{trade.OutTradeNo}\t,")
                .Append(refund is null ? "交易" : "退款").Append("\t,")
                .Append(trade.Subject.Replace(',', '，').ReplaceLineEndings(" ")).Append(',')
                .Append(CultureInfo.InvariantCulture, $"{ChinaTime.Text(trade.CreatedAt)},{ChinaTime.Text(at)},")
                .Append(CultureInfo.InvariantCulture, $"\t,\t,\t,\t,**客(138****0000)\t,{yuan},{yuan},")
                .Append("0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,")
                .Append(CultureInfo.InvariantCulture, $"{refund?.RequestNo}\t,{AlipayTrade.Yuan(-Fee(minor))},0.00,")
                .Append(refund?.Reason?.Replace(',', '，').ReplaceLineEndings(" ")).Append("\r\n");
        }

        if (board.For("alipay").Bill == "cut") return text.ToString();
        return text.Append($"#{Rule}业务明细列表结束{Rule}\r\n")
            .Append(CultureInfo.InvariantCulture, $"#交易合计：{rows.Count(row => row.Refund is null)}笔，")
            .Append(CultureInfo.InvariantCulture, $"商家实收共{AlipayTrade.Yuan(rows.Sum(row => row.Minor))}元\r\n")
            .ToString();
    }

    private string Summary(string period, List<BillRow> rows)
    {
        var paid = rows.Where(row => row.Refund is null).ToList();
        var refunded = rows.Where(row => row.Refund is not null).ToList();
        return Head("业务汇总", period)
            .Append("门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,服务费（元）,实收净额（元）\r\n")
            .Append(CultureInfo.InvariantCulture, $"合计\t,\t,{paid.Count},{refunded.Count},")
            .Append(CultureInfo.InvariantCulture, $"{AlipayTrade.Yuan(rows.Sum(row => row.Minor))},")
            .Append(CultureInfo.InvariantCulture, $"{AlipayTrade.Yuan(rows.Sum(row => row.Minor))},0.00,")
            .Append(CultureInfo.InvariantCulture, $"{AlipayTrade.Yuan(rows.Sum(row => row.Minor))}\r\n")
            .ToString();
    }

    private long Fee(long minor) => (long)Math.Round(minor * board.For("alipay").BillFee / 1000m, MidpointRounding.AwayFromZero);

    private StringBuilder Head(string title, string period) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"#支付宝{title}查询\r\n#账号：[{party.SellerId}0156]\r\n")
        .Append(CultureInfo.InvariantCulture, $"#账期：[{period}]\r\n")
        .Append(CultureInfo.InvariantCulture, $"#{Rule}{title}列表{Rule}\r\n");

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(SandboxSignature.Gbk.GetBytes(text));
    }

    private static (DateOnly First, DateOnly Last)? Days(string period)
    {
        if (Day(period, "yyyy-MM-dd") is { } day) return (day, day);
        return Day(period, "yyyy-MM") is { } month ? (month, month.AddMonths(1).AddDays(-1)) : null;
    }

    private static DateOnly? Day(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record BillRow(AlipayTrade Trade, AlipayRefund? Refund, DateTimeOffset At, long Minor);
}
