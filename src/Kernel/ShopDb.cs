using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Kernel;

/// <summary>
/// The door to the database: reads anywhere, writes only inside <see cref="InTransaction{T}"/>. One per request or job.
/// Doors of lower modules share it, so they take part in the transaction of the use case that called them.
/// </summary>
public sealed class ShopDb(
    Database database, Caller caller, RequestKey request, IAuditTrail audit, TimeProvider clock) : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Type, OperationAttribute> Operations = new();

    private readonly List<Step> steps = [];
    private readonly List<AuditCapture> captures = [];
    private readonly List<Action> afterCommit = [];
    private Session? reader;
    private ShopContext? readContext;
    private ShopContext? writeContext;
    private Lane? lane;
    private OperationAttribute? operation;
    private bool wrote;
    private DateTimeOffset began;
    private object?[]? claim;

    public bool IsSqlite => database.IsSqlite;

    public bool InsideTransaction => lane is not null;

    /// <summary>Rows without tracking: for lists, pages and decisions. Inside a transaction it sees that transaction.</summary>
    public IQueryable<T> Read<T>() where T : class => Context().Set<T>().AsNoTracking();

    /// <summary>Tracked rows; what is changed on them is written at the end of the transaction.</summary>
    public DbSet<T> Set<T>() where T : class
    {
        Invariant.That(lane is not null, "tracked rows are for transactions; use Read elsewhere");
        wrote = true;
        return Context().Set<T>();
    }

    /// <summary>Runs a prepared query, inside the transaction if one is running.</summary>
    public async Task<List<T>> Query<T>(Statement statement, Func<Row, T> map, params object?[] values)
    {
        if (lane is not null) await Flush();
        return await (await Current()).Query(statement, map, values);
    }

    /// <summary>Runs a prepared statement at once and answers the number of rows that it changed.</summary>
    public async Task<int> Execute(Statement statement, params object?[] values)
    {
        Invariant.That(lane is not null, "nothing is written outside a transaction");
        await Flush();
        wrote = true;
        return await lane.Session.Execute(statement, values);
    }

    /// <summary>
    /// Adds a prepared statement to the batch that goes out together, in one round trip, before the commit.
    /// </summary>
    /// <param name="rows">How many rows it must change; null when that does not matter.</param>
    /// <param name="otherwise">The refusal when it changes another number; the whole transaction is then undone.</param>
    public void Later(Statement statement, object?[] values, int? rows = 1, Func<Refusal>? otherwise = null)
    {
        Invariant.That(lane is not null, "nothing is written outside a transaction");
        wrote = true;
        steps.Add(new(statement, values, rows, otherwise));
    }

    /// <summary>Notes a change for the audit log; it is written in the same transaction.</summary>
    public void Record(string target, string? before, string? after, string? reason = null)
    {
        Invariant.That(lane is not null && operation is not null, "only a transaction is recorded");
        captures.Add(new(operation.Name, target, before, after, reason));
    }

    /// <summary>Runs after the commit is durable: live updates, waking a worker. It must not throw or wait.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>
    /// One use case, one transaction: commits when the work answers a value, undoes everything when it answers a
    /// refusal, and answers only when the commit is durable. A bound request key is claimed in the same commit.
    /// </summary>
    /// <param name="useCase">The use case itself (<c>this</c>); its <see cref="OperationAttribute"/> names the audit rows.</param>
    /// <exception cref="OutcomeUnknown">The commit was not confirmed.</exception>
    public async Task<Result<T>> InTransaction<T>(object useCase, Func<Task<Result<T>>> work)
    {
        return await Transact(OperationOf(useCase), work, audited: true);
    }

    private static OperationAttribute OperationOf(object useCase) => Operations.GetOrAdd(useCase.GetType(), OperationAttribute.Of);

    /// <summary>A transaction of the machinery itself (leases, retries, housekeeping) that changes nothing people own.</summary>
    public async Task Housekeep(Func<Task> work) => await Transact<Done>(null, async () =>
    {
        await work();
        return new Done();
    }, audited: false);

    private async Task<Result<T>> Transact<T>(OperationAttribute? named, Func<Task<Result<T>>> work, bool audited)
    {
        Invariant.That(lane is null, "doors never begin a transaction; the use case does, once");
        // Whoever waits for a lane holds no reader: sixteen who wait would otherwise keep everybody from reading.
        await Rest();
        Result<T> result = default;
        var attempts = 0;
        await database.Run(async taken =>
        {
            (lane, operation, wrote) = (taken, named, false);
            try
            {
                result = await Attempt(work, audited, again: attempts++ > 0);
                return result.IsOk && !(audited && request.Replayed);
            }
            finally
            {
                Leave();
            }
        });
        // Housekeeping and use cases on the way claim no key: it belongs to the one that the route names.
        if (audited && request.Serves(named)) request.Pending = false;
        if (result.IsOk && !(audited && request.Replayed))
        {
            foreach (var action in afterCommit) action();
        }
        afterCommit.Clear();
        return result;
    }

    private async Task<Result<T>> Attempt<T>(Func<Task<Result<T>>> work, bool audited, bool again)
    {
        afterCommit.Clear();
        (claim, began) = (null, clock.GetUtcNow());
        if (audited && request.Pending && request.Serves(operation))
        {
            Invariant.That(request.Fingerprint.Length > 0, $"{operation!.Name} knows its request before it claims the key");
            claim = ["request:" + request.Scope, request.Key, null, request.Fingerprint, null, clock.GetUtcNow()];
            steps.Add(new(Claims.Take, claim, 1, () => Taken));
        }
        var result = await Refused(work, audited, again);
        if (ReferenceEquals(result.Refusal, Taken)) return await Replay<T>();
        return !result.IsOk && await RepliedBefore() ? await Replay<T>() : result;
    }

    // A repeat finds the world as the first request left it and may be refused for that (the last piece is gone, the
    // name is taken): its key tells that this very request did it.
    private async Task<bool> RepliedBefore()
    {
        var unsent = claim is not null && steps.Any(s => ReferenceEquals(s.Values, claim));
        return unsent && (await lane!.Session.Query(Claims.Find, r => r.IsNull(2), [claim![0], claim[1]])).Count > 0;
    }

    private async Task<Result<T>> Refused<T>(Func<Task<Result<T>>> work, bool audited, bool again)
    {
        try
        {
            // The claim of a first attempt travels with the rest. When that failed, it goes ahead: a repeat that
            // stumbled over a row of the first request must be known before it stumbles again.
            if (again && claim is not null) await Flush();
            var result = await work();
            if (!result.IsOk) return result;
            if (request.Pending && claim is not null) Fill(Json.Write(result.Value));
            Invariant.That(!audited || !wrote || captures.Count > 0, $"{operation?.Name} changed something and recorded nothing");
            Chain();
            await Finish();
            return result;
        }
        catch (Refusing refusing)
        {
            return refusing.Refusal;
        }
    }

    private void Fill(string answer)
    {
        request.Answer = answer;
        claim![4] = answer;
        // The claim went out before the answer was known: it is filled in behind.
        if (!steps.Any(s => ReferenceEquals(s.Values, claim))) steps.Add(new(Claims.Fill, [claim[0], claim[1], answer], 1, null));
    }

    private void Chain()
    {
        // A clock that was set back meanwhile makes no record older than what it records.
        var now = clock.GetUtcNow() is var read && read > began ? read : began;
        foreach (var capture in captures)
        {
            var (statement, values, tail) = audit.Append(lane!.Chain, capture, caller.Actor, caller.Ip, now);
            steps.Add(new(statement, values, 1, null));
            lane.Chain = tail;
        }
    }

    /// <summary>Writes tracked changes and the batch now, for work that needs to see its own rows.</summary>
    public async Task Save()
    {
        await Flush();
        if (writeContext is not null && writeContext.ChangeTracker.HasChanges()) await writeContext.SaveChangesAsync();
    }

    private async Task Flush()
    {
        if (steps.Count == 0) return;
        Check(await lane!.Session.Execute(Sent()));
    }

    // What remains travels with its commit where the engine can do that and nothing is left to write behind it.
    private async Task Finish()
    {
        if (steps.Count == 0 || !lane!.Finishes || writeContext?.ChangeTracker.HasChanges() == true) await Save();
        else Check(await lane.Finish(Sent()));
    }

    private Step[] Sent()
    {
        var sent = steps.ToArray();
        steps.Clear();
        return sent;
    }

    private static void Check(Failed? failed)
    {
        if (failed is not { Step: var step, Changed: var changed }) return;
        throw step.Otherwise is { } otherwise
            ? new Refusing(otherwise())
            : new InvariantBroken($"{changed?.ToString() ?? "other"} rows instead of {step.Rows}: {step.Statement.Sql}");
    }

    // A refusal in the middle of a batch unwinds the use case; it never leaves this class.
    private sealed class Refusing(Refusal refusal) : Exception
    {
        public Refusal Refusal { get; } = refusal;
    }

    private static readonly Refusal Taken = Refusal.Conflict("request.taken", default, default, default);

    /// <summary>
    /// What the request in hand is answered when it must be refused before its transaction: a repeat may find the
    /// world as the first request left it, and gets that one's answer.
    /// </summary>
    /// <param name="useCase">The use case itself (<c>this</c>).</param>
    public async Task<Result<T>> Refuse<T>(object useCase, Refusal refusal) =>
        request.Pending && request.Serves(OperationOf(useCase)) && await Earlier<T>() is { } earlier ? earlier : refusal;

    private async Task<Result<T>> Replay<T>()
    {
        var earlier = await Earlier<T>();
        Invariant.That(earlier is not null, "a taken claim is there to be read");
        return earlier.Value;
    }

    private async Task<Result<T>?> Earlier<T>()
    {
        var found = await (await Current()).Query(Claims.Find, r => (r.BytesOrNull(1), r.TextOrNull(2)), ["request:" + request.Scope, request.Key]);
        if (found.Count == 0) return null;
        var (fingerprint, answer) = found[0];
        if (!fingerprint.AsSpan().SequenceEqual(request.Fingerprint)) return (Result<T>)Mismatch;
        (request.Replayed, request.Answer) = (true, answer);
        return (Result<T>)Json.Read<T>(answer!);
    }

    /// <summary>The same key was used for another request.</summary>
    public static readonly Refusal Mismatch = new(RefusalKind.Invalid, "idempotency.mismatch",
        new("这个请求号用在了另一个请求上", "This request key was used for another request"),
        new("Idempotency-Key 相同，内容不同", "The Idempotency-Key is the same, the body is not"),
        new("新的请求用新的请求号；重发旧的就原样发", "Use a new key for a new request, or resend the old one unchanged"));

    private void Leave()
    {
        writeContext?.ChangeTracker.Clear();
        (writeContext, lane, operation) = (null, null, null);
        steps.Clear();
        captures.Clear();
    }

    private ShopContext Context()
    {
        if (lane is not null) return writeContext ??= database.ContextOf(lane.Session);
        if (readContext is not null) return readContext;
        // EF's query roots are built synchronously; on both engines renting waits only when every reader is in use.
        reader ??= database.RentReader().AsTask().GetAwaiter().GetResult();
        return readContext = database.ContextOf(reader);
    }

    private async ValueTask<Session> Current() => lane?.Session ?? (reader ??= await database.RentReader());

    /// <summary>
    /// Gives back the connection that was read with; the next reading takes one again. For requests that stay open
    /// long after they have read, such as live updates: connections are few.
    /// </summary>
    public Task Rest()
    {
        readContext?.ChangeTracker.Clear();
        if (reader is not null) database.Return(reader, broken: false);
        (readContext, reader) = (null, null);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Rest();
}
