using System.IO.Compression;
using System.Text;
using Guidan.Connectors;
using Guidan.Payments;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

/// <summary>Bills as the provider writes them: columns by name, GBK, ZIP, and files that must be refused whole.</summary>
public sealed class AlipayBillTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private const string Head = "支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）\r\n";
    private const string End = "#-----业务明细列表结束-----\r\n";

    [Fact]
    public void A_real_bill_reads_whole()
    {
        var file = Path.Combine(SharedData(), "d_china", "bills", "alipay_merchant_detail_2026-06-05_gbk.csv");
        if (!File.Exists(file)) Assert.Skip("the sample bills are not on this machine");

        var reading = AlipayBill.Read(File.ReadAllBytes(file));

        reading.Fault.ShouldBeNull();
        reading.Lines.Select(l => (l.Kind, l.TransactionId, l.OutTradeNo, l.Amount, l.RefundNo, l.Fee)).ShouldBe(
        [
            (BillLineKind.Payment, "2026060522001419931441931972", "USR1NOZM644N1780646479", 1, null, 0),
            (BillLineKind.Payment, "2026060522001419931441888001", "SUBUSR1NOVLgV0w1780646324", 990, null, 0),
            (BillLineKind.Refund, "2026060522001419931442000000", "USR1NOABC123456", 2, "REF20260605001", 0),
        ]);
        reading.Lines[0].At.ShouldBe(new DateTimeOffset(2026, 6, 5, 8, 1, 38, TimeSpan.Zero));
    }

    [Fact]
    public void Columns_are_found_by_name_ids_lose_their_tabs_and_refunds_their_minus()
    {
        const string rows = "订单金额（元）,业务类型,完成时间,商户订单号,支付宝交易号,服务费（元）,退款批次号/请求号\r\n"
            + "12.30,交易,2026-11-20 10:00:05,9001\t,2026A\t,-0.07,\t\r\n-2.30,退款,2026-11-20 11:00:00,9001\t,2026A\t,0.01,R77\t\r\n5.00,其它,2026-11-20 12:00:00,,2026B,0.00,\r\n";

        var lines = AlipayBill.Read(Zip(("x汇总.csv", "a,b\r\n1,2\r\n"), ("业务明细.csv", "#账号\r\n" + rows + End))).Lines;

        lines.Select(l => (l.Line, l.Kind, l.OutTradeNo, l.TransactionId, l.Amount, l.Fee, l.RefundNo)).ShouldBe(
        [
            (1, BillLineKind.Payment, "9001", "2026A", 1230, 7, null), (2, BillLineKind.Refund, "9001", "2026A", 230, -1, "R77"),
            (3, BillLineKind.Other, "", "2026B", 500, 0, null),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData(Head + "T1,9001,交易,2026-11-20 10:00:00,1.00,,0.00\r\n")]
    [InlineData(Head + "T1,9001,交易,2026-11-20 10:00:00,1.234,,0.00\r\n" + End)]
    [InlineData(Head + "T1,9001,交易,yesterday,1.00,,0.00\r\n" + End)]
    [InlineData(Head + ",9001,交易,2026-11-20 10:00:00,1.00,,0.00\r\n" + End)]
    [InlineData(Head + "T1,9001,交易,2026-11-20 10:00:00,１.00,,0.00\r\n" + End)]
    public void Half_a_bill_is_no_bill(string text)
    {
        var reading = AlipayBill.Read(Gbk.GetBytes(text));

        reading.Lines.ShouldBeEmpty();
        reading.Fault.ShouldNotBeNull();
    }

    [Fact]
    public void A_bomb_and_a_damaged_archive_are_refused_in_time_and_space()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("业务明细.csv", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++) entry.Write(zeros);
        }
        var started = TimeProvider.System.GetTimestamp();
        AlipayBill.Read(buffer.ToArray()).Fault!.Value.En.ShouldBe("The file is too large once unpacked");
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        AlipayBill.Read(buffer.ToArray()[..500]).Fault.ShouldNotBeNull();
        AlipayBill.Read(Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}.csv", "x"))])).Fault.ShouldNotBeNull();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, Gbk))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Gbk.GetBytes(text));
            }
        }
        return buffer.ToArray();
    }

    private static string SharedData()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Guidan.slnx"))) return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
        }
        return "";
    }
}
