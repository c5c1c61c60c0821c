using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Channels;

/// <summary>Wakes the import worker of this process.</summary>
internal sealed class ImportSignal
{
    private readonly OutboxSignal signal = new();

    public void Wake() => signal.Wake();

    public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => signal.Wait(atMost, ct);
}

/// <summary>Hands imports to processes: each to one at a time, and to another when that one has died.</summary>
internal sealed class ImportQueue(ShopDb db, TimeProvider clock)
{
    private const string Free = "(state = 0 or state = 1 and lease_until < $3)";
    private static readonly Statement Claim = new(
        $"""
        update channels_import set state = 1, holder = $1, lease_until = $2, started_at = coalesce(started_at, $3) where id in (
            select id from channels_import where {Free} and id = coalesce($4, id) order by queued_at limit 1)
        returning id
        """,
        $"""
        update channels_import set state = 1, holder = $1, lease_until = $2, started_at = coalesce(started_at, $3) where id in (
            select id from channels_import where {Free} and id = coalesce($4::uuid, id) order by queued_at limit 1
            for update skip locked)
        returning id
        """);
    private static readonly Statement LetGoOf = new(
        "update channels_import set lease_until = $3 where id = $1 and holder = $2 and state = 1");
    private static readonly string Holder = Guid.CreateVersion7().ToString("N");

    /// <summary>Takes the next import, or a certain one; null when there is none to take.</summary>
    public async Task<ProductImport?> Take(Guid? certain = null)
    {
        var now = clock.GetUtcNow();
        List<Guid> taken = [];
        await db.Housekeep(async () => taken = await db.Query(Claim, r => r.Id(0), Holder, now + ImportProducts.Lease, now, certain));
        if (taken.Count == 0) return null;
        var id = taken[0];
        return await db.Read<ProductImport>().FirstAsync(i => i.Id == id);
    }

    /// <summary>Gives an unfinished import back, so that the next process need not wait for the lease to run out.</summary>
    public Task LetGo(ProductImport import) =>
        db.Housekeep(() => db.Execute(LetGoOf, import.Id, import.Holder, clock.GetUtcNow()));
}
