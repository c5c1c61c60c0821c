using System.Globalization;
using Guidan.Assurance;
using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>Takes in a provider's bill from a file and says what does not agree.</summary>
internal sealed class BillVerb : Verb
{
    private const long BytesMost = 64L * 1024 * 1024;

    public override string Name => "bill";

    public override string Usage => "match FILE --provider alipay --date YYYY-MM-DD --data DIR";

    public override Text Purpose => new("核对支付方账单文件；有一处不同，退出码就不是0", "Match a provider's bill file; exits non-zero when anything differs");

    public override async Task<int> Run(Words words)
    {
        if (words.Plain.ElementAtOrDefault(1) != "match") return Misunderstood(new("只有 bill match", "There is only bill match"));
        if (words.Plain.ElementAtOrDefault(2) is not { } file) return Misunderstood(new("写上账单文件", "Name the bill's file"));
        if (!DateOnly.TryParseExact(words.Of("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Misunderstood(new("--date 写账单的日期，如 2026-06-05", "--date is the bill's date, such as 2026-06-05"));
        if (new FileInfo(file).Length > BytesMost) return Misunderstood(new("文件太大", "The file is too large"));
        await using var shop = await OpenShop.For(words);
        var done = await shop.Use<BillCommand>().Run(words.Of("provider") ?? "alipay", date, await File.ReadAllBytesAsync(file), CancellationToken.None);
        if (done.Refusal is { } refusal) return Refuse(refusal);
        var m = done.Value;
        Console.WriteLine(new Text($"{m.Lines}行，{m.Matched}行对上，{m.Waiting}行等支付方答复，{m.Differences}处不同；收款{m.Payments.Show()}，退款{m.Refunds.Show()}，手续费{m.Fees.Show()}",
            $"{m.Lines} lines, {m.Matched} match, {m.Waiting} wait for the provider, {m.Differences} differences; payments {m.Payments.Show()}, refunds {m.Refunds.Show()}, fees {m.Fees.Show()}").In(Tongue));
        return m.Differences == 0 && m.Waiting == 0 ? 0 : 1;
    }
}
