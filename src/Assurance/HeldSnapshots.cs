using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Assurance;

/// <summary>One moment of the database: a read transaction that is kept open while an export goes through its pages.</summary>
internal sealed class HeldSnapshot(AsyncServiceScope scope, string id, TimeProvider clock, bool shared) : IAsyncDisposable
{
    private static readonly Statement Begin = new("begin", "begin isolation level repeatable read read only");
    private static readonly Statement Touch = new("select count(*) from kernel_lease");
    private static readonly Statement End = new("rollback");

    public string Id { get; } = id;

    /// <summary>The moment, by the shop's clock: nothing that the snapshot sees was written after it.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Several exports read it; it is kept behind the last page of each.</summary>
    public bool IsShared { get; } = shared;

    public long UsedAt { get; set; } = Environment.TickCount64;

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public ShopDb Db { get; } = scope.ServiceProvider.GetRequiredService<ShopDb>();

    // A transaction sees what its first reading sees, not what its beginning saw.
    public async Task Open()
    {
        await Db.Query(Begin, r => 0);
        await Db.Query(Touch, r => r.Long(0));
        Until = clock.GetUtcNow();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Db.Query(End, r => 0);
        }
        catch (Exception cause) when (cause is System.Data.Common.DbException or InvalidOperationException)
        {
            // The connection is gone, and with it the transaction.
        }
        await scope.DisposeAsync();
    }
}

/// <summary>
/// Keeps the snapshots of exports that are under way. There are few, they end when nobody reads on, and they end at the
/// latest after a while: a snapshot that stays open keeps the database from tidying up.
/// </summary>
internal sealed class HeldSnapshots(IServiceScopeFactory scopes, TimeProvider clock) : IAsyncDisposable
{
    private const int Most = 4;
    private static readonly TimeSpan IdleMost = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private readonly Dictionary<string, (HeldSnapshot Held, long Since)> held = [];
    private Timer? tidying;

    /// <summary>A new snapshot, for its opener alone until it is kept.</summary>
    public async Task<HeldSnapshot> New(bool shared)
    {
        var snapshot = new HeldSnapshot(scopes.CreateAsyncScope(), Guid.CreateVersion7().ToString("N"), clock, shared);
        try
        {
            await snapshot.Open();
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
        await snapshot.Turn.WaitAsync();
        return snapshot;
    }

    /// <summary>A snapshot that is kept, once nobody else reads it; null when it has ended.</summary>
    public async Task<HeldSnapshot?> Take(string id)
    {
        HeldSnapshot? found;
        lock (gate) found = held.TryGetValue(id, out var one) ? one.Held : null;
        if (found is null) return null;
        await found.Turn.WaitAsync();
        lock (gate)
        {
            if (held.ContainsKey(id)) return found;
        }
        // It ended while we waited; whoever waits behind us must learn that too.
        found.Turn.Release();
        return null;
    }

    /// <summary>Gives a snapshot back; it is kept for the next page, or ended.</summary>
    public async Task Return(HeldSnapshot snapshot, bool keep)
    {
        var over = new List<HeldSnapshot>();
        lock (gate)
        {
            snapshot.UsedAt = Environment.TickCount64;
            if (keep)
            {
                held.TryAdd(snapshot.Id, (snapshot, snapshot.UsedAt));
                tidying ??= new Timer(_ => _ = Tidy(), null, IdleMost, IdleMost / 4);
                if (held.Count > Most) over.AddRange(held.Values.Select(h => h.Held).Where(h => h != snapshot).OrderBy(h => h.UsedAt).Take(1));
            }
            else over.Add(snapshot);
            foreach (var one in over) held.Remove(one.Id);
        }
        snapshot.Turn.Release();
        foreach (var one in over) await End(one);
    }

    private async Task Tidy()
    {
        List<HeldSnapshot> over;
        lock (gate)
        {
            var idleSince = Environment.TickCount64 - (long)IdleMost.TotalMilliseconds;
            over = held.Values.Where(h => h.Held.UsedAt < idleSince).Select(h => h.Held).ToList();
            foreach (var one in over) held.Remove(one.Id);
        }
        foreach (var one in over) await End(one);
    }

    // Whoever is reading it still finishes his page first.
    private static async Task End(HeldSnapshot snapshot)
    {
        await snapshot.Turn.WaitAsync();
        await snapshot.DisposeAsync();
        snapshot.Turn.Release();
    }

    public async ValueTask DisposeAsync()
    {
        if (tidying is not null) await tidying.DisposeAsync();
        List<HeldSnapshot> all;
        lock (gate)
        {
            all = held.Values.Select(h => h.Held).ToList();
            held.Clear();
        }
        foreach (var one in all) await End(one);
    }
}
