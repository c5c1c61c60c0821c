using System.Text.RegularExpressions;

namespace Guidan.Bench;

/// <summary>Runs what was asked for on each engine and writes down what it found.</summary>
internal static partial class Bench
{
    public static async Task<int> Run(string[] args)
    {
        if (Plan.Read(args) is not { } plan)
        {
            Console.Error.WriteLine(Plan.Usage);
            return 2;
        }
        var report = new Report(plan, args);
        foreach (var name in plan.Engines)
        {
            var folder = Directory.CreateTempSubdirectory("guidan-bench-").FullName;
            try
            {
                await using var engine = await Engine.Open(name, folder);
                await (plan.What switch
                {
                    "orders" => Orders(plan, engine, folder, report),
                    "intake" => Intake.Run(plan, engine, folder, report),
                    "backlog" => Backlog.Run(plan, engine, folder, report),
                    "lists" => Lists(plan, engine, folder, report),
                    "imports" => Imports(plan, engine, folder, report),
                    _ => Growth(plan, engine, folder, report),
                });
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        report.Save();
        return 0;
    }

    private static async Task Orders(Plan plan, Engine engine, string folder, Report report)
    {
        OrderRows rows;
        await using (var first = await RunningShop.Start(folder, engine.Postgres))
        {
            await Goods.Make(first, plan.Skus);
            rows = await OrderRows.Find(engine, () => PlaceOne(first));
        }
        await engine.Copy();
        report.Say($"{engine.Name}: one order leaves {rows.Writes.Count} rows: {rows.Summary}");
        List<Measured> several = [], hot = [], grouped = [], single = [], signed = [];
        await using (var shop = await RunningShop.Start(folder, engine.Postgres))
        {
            await Place(shop, plan, plan.WarmUp, plan.Skus);
            for (var round = 0; round < plan.Rounds; round++)
            {
                several.Add(await Place(shop, plan, plan.Seconds, plan.Skus));
                grouped.Add(await engine.Write(rows, plan.Seconds / 2, 100, plan.Skus));
                single.Add(await engine.Write(rows, plan.Seconds / 2, 1, plan.Skus));
                hot.Add(await Place(shop, plan, plan.Seconds, 1));
            }
            report.Say($"The program holds {shop.MemoryBytes >> 20} MiB.");
        }
        await using (var shop = await RunningShop.Start(folder, engine.Postgres, RunningShop.Alipay()))
        {
            await Place(shop, plan, plan.WarmUp, plan.Skus);
            for (var round = 0; round < plan.Rounds; round++) signed.Add(await Place(shop, plan, plan.Seconds, plan.Skus));
        }
        var ceiling = Measured.Median(engine.Group == 1 ? single : grouped);
        report.Beside(ceiling, $"{engine.Name}: placing orders, {plan.Connections} connections (ceiling: {engine.Group} orders a commit)",
            [("orders over HTTP, several SKUs", Measured.Median(several)), ("orders over HTTP, one hot SKU", Measured.Median(hot)),
            ("orders over HTTP, the payer's address signed with RSA-2048", Measured.Median(signed)),
            ("the same rows, 100 orders a commit", Measured.Median(grouped)), ("the same rows, one order a commit", Measured.Median(single))]);
    }

    private static async Task Lists(Plan plan, Engine engine, string folder, Report report)
    {
        await using var shop = await RunningShop.Start(folder, engine.Postgres);
        await Goods.Make(shop, plan.Skus);
        var requests = new Requests(shop.Port, shop.Token);
        await Fill(shop, plan, plan.Orders);
        report.Title($"{engine.Name}, {plan.Orders:N0} orders, {plan.Skus} products");
        foreach (var (what, path) in ((string, string)[])[("product list", "/api/store/products?limit=20"), ("one product", "/api/store/products/bench-0"),
            ("back-office order list", "/api/admin/orders?limit=20"), ("orders awaiting payment", "/api/admin/orders?limit=20&status=awaiting_payment")])
        {
            var request = requests.Get(path);
            await Load.Run(shop, plan.Connections, plan.WarmUp / 2, () => request, 200);
            var all = new List<Measured>();
            for (var round = 0; round < plan.Rounds; round++) all.Add(await Load.Run(shop, plan.Connections, plan.Seconds / 2, () => request, 200));
            report.Row(what, Measured.Median(all));
        }
    }

    private static async Task Imports(Plan plan, Engine engine, string folder, Report report)
    {
        var file = Path.Combine(folder, "catalogue.csv");
        Catalogue.Write(file, plan.Rows);
        await using var shop = await RunningShop.Start(folder, engine.Postgres);
        var idle = shop.PeakBytes;
        var (import, took) = await Catalogue.Import(shop, file);
        report.Say($"{engine.Name}: {import["done"]} rows ({new FileInfo(file).Length >> 20} MiB) imported in {took.TotalSeconds:N1} s, "
            + $"{plan.Rows / took.TotalSeconds:N0} rows per second: {import["state"]}, {import["created"]} products created, {import["failed"]} failed. "
            + $"The program's memory peaked at {shop.PeakBytes >> 20} MiB ({idle >> 20} MiB before).");
    }

    private static async Task Growth(Plan plan, Engine engine, string folder, Report report)
    {
        const int slices = 10;
        await using var shop = await RunningShop.Start(folder, engine.Postgres);
        await Goods.Make(shop, plan.Skus);
        report.Title($"{engine.Name}, growing to {plan.Orders:N0} orders");
        for (var slice = 1; slice <= slices; slice++)
            report.Row($"up to {(long)plan.Orders * slice / slices:N0} orders", await Fill(shop, plan, plan.Orders / slices));
    }

    private static Task<Measured> Fill(RunningShop shop, Plan plan, int orders) =>
        Place(shop, plan, TimeSpan.FromMinutes(5), plan.Skus, orders);

    private static async Task<Measured> Place(RunningShop shop, Plan plan, TimeSpan length, int skus, long most = long.MaxValue)
    {
        var requests = new Requests(shop.Port, shop.Token);
        var turn = 0u;
        return await Load.Run(shop, plan.Connections, length, () => requests.Order(Goods.Sku((int)(Interlocked.Increment(ref turn) % skus))).Bytes, 201, most);
    }

    private static async Task<(string Number, string Key)> PlaceOne(RunningShop shop)
    {
        using var wire = await Wire.Open(shop.Port);
        var (bytes, key) = new Requests(shop.Port, shop.Token).Order(Goods.Sku(0));
        var status = await wire.Ask(bytes);
        if (status != 201) throw new InvalidOperationException(wire.Text);
        return (Number().Match(wire.Text).Groups[1].Value, key);
    }

    [GeneratedRegex("\"number\":\"([0-9]{18})\"")]
    private static partial Regex Number();
}
