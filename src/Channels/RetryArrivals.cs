using Guidan.Inventory;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Channels;

/// <summary>
/// Lets waiting orders go on by themselves: those whose SKU was matched, and those that wait for stock, as soon as all
/// of it is there. It also learns anew which channels sell which SKU.
/// </summary>
internal sealed class RetryArrivals(ShopDb db, ChannelBoard board, ChannelShops shops, Stock stock, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int BatchMost = 200;
    private const long LookEvery = 20_000;

    public string Name => "channels.retry";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken ct)
    {
        foreach (var (channel, id) in await db.Query(ChannelSql.Due, r => (r.Text(0), r.Text(1)), clock.GetUtcNow(), BatchMost)) await Try(channel, id);
        var now = Environment.TickCount64;
        var whole = board.LookedAt == long.MinValue || now - board.LookedAt > LookEvery;
        if (whole)
        {
            board.LookedAt = now;
            await Learn();
        }
        if (board.TakeStockCame() || whole) await ThoseShort(ct);
    }

    private async Task Learn()
    {
        var told = shops.All.Where(s => s is { CanPoll: true, IsConfigured: true }).Select(s => s.Code).ToHashSet();
        if (told.Count == 0) return;
        var rows = await db.Query(ChannelSql.TheirNames, r => (Channel: r.Text(0), Sku: r.Text(2)));
        board.Learn(rows.Where(r => told.Contains(r.Channel)).GroupBy(r => r.Sku)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Channel).Distinct().ToArray()));
    }

    private async Task ThoseShort(CancellationToken ct)
    {
        foreach (var (channel, id, problems) in await db.Query(ChannelSql.OfCause, r => (r.Text(0), r.Text(1), r.Text(2)), ArrivalCauses.Stock, BatchMost))
        {
            if (ct.IsCancellationRequested) return;
            if (await IsThere(Json.Read<List<ArrivalProblem>>(problems))) await Try(channel, id);
        }
    }

    private async Task<bool> IsThere(List<ArrivalProblem> problems)
    {
        foreach (var problem in problems.Where(p => p.Sku is not null))
            if ((await stock.Levels(problem.Sku!)).Sum(l => Math.Max(0, l.Available)) < problem.Asked) return false;
        return true;
    }

    // One scope for each: one that fails leaves the others alone.
    private async Task Try(string channel, string id)
    {
        await db.Rest();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TryArrival>().Run(channel, id);
    }
}
