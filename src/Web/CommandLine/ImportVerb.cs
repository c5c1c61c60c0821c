using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>Imports a file of products and says what became of its rows.</summary>
internal sealed class ImportVerb : Verb
{
    public override string Name => "import";

    public override string Usage =>
        "products FILE --format shopify-csv|woocommerce-csv|guidan-csv|guidan-xlsx [--dry-run] [--on-error skip|stop] --data DIR";

    public override Text Purpose => new("导入商品文件；有一行没导入，退出码就不是0", "Import a file of products; exits non-zero when any row failed");

    public override async Task<int> Run(Words words)
    {
        if (words.Plain.ElementAtOrDefault(1) != "products") return Misunderstood(new("只有 import products", "There is only import products"));
        // Whoever writes --dry-run before the file means the file, not a value of the switch.
        var isSwallowed = words.Of("dry-run") is { } word && !bool.TryParse(word, out _);
        if ((words.Plain.ElementAtOrDefault(2) ?? (isSwallowed ? words.Of("dry-run") : null)) is not { } file)
            return Misunderstood(new("写上要导入的文件", "Name the file to import"));
        if (!Enum.TryParse<OnImportError>(words.Of("on-error") ?? "skip", ignoreCase: true, out var onError))
            return Misunderstood(new("--on-error 写 skip 或 stop", "--on-error is skip or stop"));
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await using var shop = await OpenShop.For(words);
        var done = await shop.Use<ImportCommand>().Run(file,
            new(Path.GetFileName(file), words.Of("format"), words.Has("dry-run") || isSwallowed, onError), stop.Token);
        return done.Refusal is { } refusal ? Refuse(refusal) : Report(done.Value.Import, done.Value.Faults);
    }

    private static int Report(ImportView import, IReadOnlyList<ImportFault> faults)
    {
        foreach (var fault in faults)
        {
            var where = new Text($"第{fault.Line}行", $"Line {fault.Line}").In(Tongue) + (fault.Column is { } column ? $" {column}" : "");
            Console.WriteLine($"{where}: {fault.Text.In(Tongue)}{(fault.Value is { Length: > 0 } value ? $" [{value}]" : "")} ({fault.Code})");
        }
        if (import.Faults > faults.Count)
            Console.WriteLine(new Text($"还有{import.Faults - faults.Count}处没列出", $"{import.Faults - faults.Count} more are not listed").In(Tongue));
        var (mode, counts) = (import.DryRun ? new Text("试导，什么都没写入", "Dry run, nothing was written") : new Text("导入", "Import"),
            new Text($"{import.Done}行，共{import.Rows}行；商品：新建{import.Created}、更新{import.Updated}、没变{import.Unchanged}、没导入{import.Failed}",
                $"{import.Done} of {import.Rows} rows; products: {import.Created} created, {import.Updated} updated, {import.Unchanged} unchanged, {import.Failed} failed"));
        Console.WriteLine($"{mode.In(Tongue)}: {counts.In(Tongue)}");
        return import.State == ImportState.Done && import.Failed == 0 && import.Faults == 0 ? 0 : 1;
    }
}
