namespace Guidan.Kernel;

/// <summary>
/// The engine behind the shop: how work is made durable, and how readers get a connection.
/// Two exist: <see cref="SqliteDatabase"/> and <see cref="PostgresDatabase"/>.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    public abstract bool IsSqlite { get; }

    /// <summary>Work waiting for the write lane, for readiness and metrics.</summary>
    public abstract int Waiting { get; }

    /// <summary>Opens the engine: creates or checks files, refuses unsafe settings.</summary>
    public abstract Task Open();

    /// <summary>
    /// Runs work alone on a lane and answers when its effect is durable (the work said true) or undone (it said false).
    /// The work may run more than once when the engine asks for a retry. No cancellation reaches a commit.
    /// </summary>
    /// <exception cref="OutcomeUnknown">The commit was not confirmed; the request key tells later what became of it.</exception>
    internal abstract Task Run(Func<Lane, Task<bool>> work);

    internal abstract ValueTask<Session> RentReader();

    internal abstract void Return(Session reader, bool broken);

    /// <summary>
    /// The context of a connection, made once: making one anew defines EF's functions on the connection again, after which
    /// SQLite prepares every statement anew.
    /// </summary>
    internal ShopContext ContextOf(Session session) => session.Context ??= NewContext(session);

    protected private abstract ShopContext NewContext(Session session);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>One writer: a session that has the right to write, and the audit chain that it carries on.</summary>
internal sealed class Lane(Session session, ChainTail chain)
{
    public Session Session { get; } = session;
    public ChainTail Chain { get; set; } = chain;

    /// <summary>Whether the last statements can travel with their commit; where many share one commit they cannot.</summary>
    public bool Finishes => !Session.IsSqlite;

    /// <summary>The commit is on its way: from now on a lost connection leaves open whether it happened.</summary>
    public bool Committing { get; set; }

    /// <summary>The transaction has ended, committed or undone.</summary>
    public bool Ended { get; private set; }

    /// <summary>A transaction begins.</summary>
    public void Begin() => (Committing, Ended) = (false, false);

    /// <summary>Runs the last statements and the commit; answers what failed, and then all is undone.</summary>
    public async ValueTask<Failed?> Finish(IReadOnlyList<Step> steps)
    {
        Committing = true;
        var failed = await Session.Finish(steps);
        // Undone is no open question either.
        (Ended, Committing) = (true, failed is null);
        return failed;
    }
}

/// <summary>
/// The end of one hash chain of audit rows. Each lane of each process carries its own chain from its start, so that no
/// two writers ever wait for one another's hash.
/// </summary>
/// <param name="Chain">Names the chain; new for each lane of each start.</param>
/// <param name="Seq">Rows so far; gap-free from 1.</param>
/// <param name="Hash">SHA-256 of the last row in lower-case hex; 64 zeros before the first.</param>
public sealed record ChainTail(Guid Chain, long Seq, string Hash)
{
    public static ChainTail New() => new(Guid.CreateVersion7(), 0, new string('0', 64));
}

/// <summary>The database did not confirm a commit: it may or may not have happened.</summary>
public sealed class OutcomeUnknown(string why, Exception? cause = null) : Exception(why, cause);
