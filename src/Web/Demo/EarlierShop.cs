using System.Security.Cryptography;
using System.Text;
using Guidan.Fulfillment;
using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guidan.Web.Demo;

/// <summary>
/// The same program on the same database at an earlier time: every use case runs as it always does, only its clock says
/// what we tell it. No worker runs in here. A carrier's tracker is not set up yet: the parcels of that time are recorded
/// by the use case that takes reports, not by asking around.
/// </summary>
internal sealed class EarlierShop : IAsyncDisposable
{
    private const string Scope = "demo";
    private const int AtOnce = 12;

    private readonly ServiceProvider services;
    private readonly Moment moment;

    public EarlierShop(IServiceCollection program, IServiceProvider root, DateTimeOffset now)
    {
        moment = new Moment { Now = now };
        var copy = new ServiceCollection();
        foreach (var service in program) ((IServiceCollection)copy).Add(service);
        copy.RemoveAll<TimeProvider>();
        copy.RemoveAll<OrderNumbers>();
        copy.RemoveAll<ICarrierTracking>();
        copy.AddSingleton(moment);
        copy.AddScoped<MovedClock>();
        copy.AddScoped<TimeProvider>(s => s.GetRequiredService<MovedClock>());
        // Numbers never go back within one process; each piece of work here has a time, and so a counter, of its own.
        copy.AddScoped<OrderNumbers>();
        // One file has one writer, and one folder one key: these are the running shop's own, and outlive this one.
        Share<Database>(copy, root);
        Share<Sealer>(copy, root);
        Share<IConfiguration>(copy, root);
        Share<ILoggerFactory>(copy, root);
        Share<PublicAddress>(copy, root);
        services = copy.BuildServiceProvider();
    }

    private static void Share<T>(ServiceCollection copy, IServiceProvider root) where T : class =>
        copy.Replace(ServiceDescriptor.Singleton(root.GetRequiredService<T>()));

    /// <summary>The time of work that is given none, such as deliveries.</summary>
    public DateTimeOffset Now
    {
        get => moment.Now;
        set => moment.Now = value;
    }

    /// <summary>Uses one service at a time, as somebody.</summary>
    public async Task<T> At<TUse, T>(DateTimeOffset at, Caller who, Func<TUse, Task<T>> work) where TUse : notnull
    {
        await using var scope = services.CreateAsyncScope();
        Prepare(scope.ServiceProvider, at, who);
        return await work(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    /// <summary>
    /// Runs a use case once and for all: its key is claimed in the commit that does it, so a fill that was interrupted
    /// goes on with the answer that it got the first time.
    /// </summary>
    public async Task<T> Once<TUse, T>(string key, DateTimeOffset at, Caller who, Func<TUse, Task<Result<T>>> work) where TUse : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var own = scope.ServiceProvider;
        Prepare(own, at, who);
        if (await own.GetRequiredService<Claims>().StoredOf(Scope, key) is { } stored) return Json.Read<T>(stored.Answer);
        own.GetRequiredService<RequestKey>().Bind(Scope, key, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Accepted(key, await work(own.GetRequiredService<TUse>()));
    }

    /// <summary>Runs a use case that refuses to be done twice; such a refusal is no fault here.</summary>
    public async Task Done<TUse, T>(string what, DateTimeOffset at, Caller who, Func<TUse, Task<Result<T>>> work) where TUse : notnull
    {
        var result = await At(at, who, work);
        if (result.Refusal is { Kind: RefusalKind.Conflict }) return;
        Accepted(what, result);
    }

    /// <summary>Delivers everything that is due in the outbox at the present moment, several streams at once.</summary>
    public async Task DeliverOutbox(int atOnce, CancellationToken ct)
    {
        using var worker = new OutboxWorker(services.GetRequiredService<IServiceScopeFactory>(), new OutboxSignal(), new MovedClock(moment),
            services.GetRequiredService<ILogger<OutboxWorker>>());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (await worker.DeliverDue(ct) > 0) ct.ThrowIfCancellationRequested();
        }));
    }

    /// <summary>Several pieces of work at once, so that they share commits.</summary>
    public static Task Each<T>(IEnumerable<T> all, Func<T, Task> work, CancellationToken ct) => Parallel.ForEachAsync(all,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (one, _) => await work(one));

    private static void Prepare(IServiceProvider own, DateTimeOffset at, Caller who)
    {
        own.GetRequiredService<MovedClock>().Set(at);
        own.GetRequiredService<Caller>().Become(who);
    }

    private static T Accepted<T>(string what, Result<T> result) => result.IsOk ? result.Value
        : throw new InvalidOperationException($"{what}: {result.Refusal!.Code}, {result.Refusal.Detail.Zh}");

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>The time in the earlier shop where nobody says otherwise.</summary>
    private sealed class Moment
    {
        public DateTimeOffset Now { get; set; }
    }

    /// <summary>A clock that was set; it goes on a little with each look, so that what came later is written later.</summary>
    private sealed class MovedClock(Moment moment) : TimeProvider
    {
        private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(7);
        private readonly Lock gate = new();
        private DateTimeOffset? own;

        public void Set(DateTimeOffset at) => own = at;

        public override DateTimeOffset GetUtcNow()
        {
            lock (gate)
            {
                if (own is not { } at) return moment.Now;
                own = at + Step;
                return at;
            }
        }
    }
}
