using System.Diagnostics;

namespace Guidan.Bench;

/// <summary>How long it takes until everything that was stored while nobody handled it has become orders.</summary>
internal static class Backlog
{
    private const int Default = 50_000;
    private static readonly TimeSpan PatienceMost = TimeSpan.FromMinutes(10);

    public static async Task Run(Plan plan, Engine engine, string folder, Report report)
    {
        var wanted = plan.Webhooks ?? Default;
        Measured stored;
        await using (var shop = await RunningShop.Start(folder, engine.Postgres, Webhooks.Setting, ("Limits__InboxHandlers", "0")))
        {
            await Goods.Make(shop, plan.Skus);
            stored = await Intake.Send(shop, plan, PatienceMost, wanted);
        }
        report.Title($"{engine.Name}: a backlog of {wanted:N0} webhooks");
        report.Row("stored over HTTP", stored);
        await using (var shop = await RunningShop.Start(folder, engine.Postgres, Webhooks.Setting)) await Drain(shop, engine, wanted, report);
    }

    private static async Task Drain(RunningShop shop, Engine engine, int wanted, Report report)
    {
        var (start, before, memory) = (Stopwatch.GetTimestamp(), shop.Processor, 0L);
        // The shop worked while it became ready.
        var done = await Done(engine);
        var first = done;
        while (done < wanted)
        {
            if (Stopwatch.GetElapsedTime(start) > PatienceMost) throw new TimeoutException($"{done} of {wanted} after {PatienceMost}");
            await Task.Delay(250);
            done = await Done(engine);
            memory = Math.Max(memory, shop.MemoryBytes);
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var count = wanted - first;
        var orders = await Count(engine, "select count(*) from orders_order where paid > 0");
        report.Row("orders made of them", new Measured(count / seconds, 0, 0, 0, count, (shop.Processor - before).TotalMicroseconds / count));
        report.Say($"{count:N0} in {seconds:N1} s, {wanted:N0} in {wanted / (count / seconds):N0} s; {orders:N0} paid orders; the program holds {memory >> 20} MiB at the most.");
    }

    /// <summary>Messages that are done.</summary>
    public static Task<long> Done(Engine engine) => Count(engine, "select count(*) from kernel_inbox where state = 1");

    private static async Task<long> Count(Engine engine, string sql)
    {
        await using var connection = await engine.Look();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }
}
