namespace Guidan.Bench;

/// <summary>Signed webhooks stored per second, beside the same rows written without HTTP.</summary>
internal static class Intake
{
    private static readonly (string, string) Paused = ("Limits__InboxHandlers", "0");

    public static async Task Run(Plan plan, Engine engine, string folder, Report report)
    {
        OrderRows rows;
        await using (var first = await RunningShop.Start(folder, engine.Postgres, Webhooks.Setting, Paused))
        {
            await Goods.Make(first, plan.Skus);
            rows = await OrderRows.Find(engine, () => SendOne(first, plan));
        }
        report.Say($"{engine.Name}: one webhook of {new Webhooks(0, plan.Skus).Next().Bytes.Length:N0} bytes leaves {rows.Writes.Count} row: {rows.Summary}");
        if (plan.Webhooks is > 0 and var many)
        {
            await engine.Fill(many);
            report.Say($"{many:N0} such rows of earlier days lie in the inbox already.");
        }
        await engine.Copy();
        List<Measured> alone = [], busy = [], grouped = [], single = [];
        await using (var shop = await RunningShop.Start(folder, engine.Postgres, Webhooks.Setting, Paused))
        {
            await Send(shop, plan, plan.WarmUp);
            for (var round = 0; round < plan.Rounds; round++)
            {
                alone.Add(await Send(shop, plan, plan.Seconds));
                grouped.Add(await engine.Write(rows, plan.Seconds / 2, 100, plan.Skus));
                single.Add(await engine.Write(rows, plan.Seconds / 2, 1, plan.Skus));
            }
        }
        // What the paused shop stored is the backlog of this one: its handlers have work all the time.
        await using (var shop = await RunningShop.Start(folder, engine.Postgres, Webhooks.Setting))
        {
            await Send(shop, plan, plan.WarmUp);
            var (done, since) = (await Backlog.Done(engine), TimeProvider.System.GetTimestamp());
            for (var round = 0; round < plan.Rounds; round++) busy.Add(await Send(shop, plan, plan.Seconds));
            var each = (await Backlog.Done(engine) - done) / TimeProvider.System.GetElapsedTime(since).TotalSeconds;
            report.Say($"While it took webhooks in, {each:N0} a second became orders. The program holds {shop.MemoryBytes >> 20} MiB.");
        }
        report.Beside(Measured.Median(grouped), $"{engine.Name}: taking webhooks in, {plan.Connections} connections (ceiling: 100 a commit)",
            [("webhooks over HTTP, kept for later", Measured.Median(alone)), ("webhooks over HTTP, orders made of them meanwhile", Measured.Median(busy)),
            ("the same rows, 100 a commit", Measured.Median(grouped)), ("the same rows, one a commit", Measured.Median(single))]);
    }

    /// <summary>Sends webhooks for a while, or until so many were sent.</summary>
    public static Task<Measured> Send(RunningShop shop, Plan plan, TimeSpan length, long most = long.MaxValue)
    {
        var webhooks = new Webhooks(shop.Port, plan.Skus);
        return Load.Run(shop, plan.Connections, length, () => webhooks.Next().Bytes, 200, most);
    }

    private static async Task<(string Number, string Key)> SendOne(RunningShop shop, Plan plan)
    {
        using var wire = await Wire.Open(shop.Port);
        var (bytes, number, key) = new Webhooks(shop.Port, plan.Skus).Next();
        var status = await wire.Ask(bytes);
        return status == 200 ? (number, key) : throw new InvalidOperationException(wire.Text);
    }
}
