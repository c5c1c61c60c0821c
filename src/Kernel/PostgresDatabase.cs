using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Guidan.Kernel;

/// <summary>
/// PostgreSQL: a fixed number of lanes, each with its own connection, prepared statements and audit chain, one
/// transaction at a time. Serialization failures, deadlocks and keys taken meanwhile are retried.
/// </summary>
public sealed class PostgresDatabase : Database
{
    private const string NotReplicated = "01000";
    private static readonly HashSet<string> Retryable = ["40001", "40P01", "23505"];
    private static readonly string[] Ends = ["08", "57P"];

    private readonly NpgsqlDataSource source;
    private readonly Limits limits;
    private readonly ILogger<PostgresDatabase> log;
    private readonly Channel<PostgresLane> free = Channel.CreateUnbounded<PostgresLane>();
    private readonly System.Collections.Concurrent.ConcurrentBag<Session> readers = [];
    private readonly SemaphoreSlim readerSlots;
    private int waiting;

    private sealed class PostgresLane
    {
        public Lane? Open { get; set; }
        public bool NotAcknowledged { get; set; }
    }

    public PostgresDatabase(string connectionString, Limits limits, ILogger<PostgresDatabase> log)
    {
        (this.limits, this.log) = (limits, log);
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = limits.PostgresLanes + limits.Readers + 8,
            MaxAutoPrepare = 256,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 0,
            CancellationTimeout = 0,
            IncludeErrorDetail = false,
            IncludeFailedBatchedCommand = true,
        };
        source = NpgsqlDataSource.Create(settings);
        readerSlots = new SemaphoreSlim(limits.Readers);
        for (var i = 0; i < limits.PostgresLanes; i++) free.Writer.TryWrite(new PostgresLane());
    }

    public override bool IsSqlite => false;

    public override int Waiting => waiting;

    public NpgsqlDataSource Source => source;

    public override async Task Open()
    {
        await using var connection = await source.OpenConnectionAsync();
    }

    internal override async Task Run(Func<Lane, Task<bool>> work)
    {
        if (Interlocked.Increment(ref waiting) > limits.LaneQueueMost)
        {
            Interlocked.Decrement(ref waiting);
            throw new LaneFull();
        }
        var lane = await free.Reader.ReadAsync();
        Interlocked.Decrement(ref waiting);
        try
        {
            for (var attempt = 1; !await Try(lane, work, attempt); attempt++)
                await Task.Delay(Random.Shared.Next(2, 8 * attempt));
        }
        finally
        {
            free.Writer.TryWrite(lane);
        }
    }

    // False asks for another try; true is the end, committed or refused.
    private async Task<bool> Try(PostgresLane lane, Func<Lane, Task<bool>> work, int attempt)
    {
        var open = lane.Open ??= await Connect(lane);
        var chain = open.Chain;
        var connection = (NpgsqlConnection)open.Session.Connection;
        open.Begin();
        lane.NotAcknowledged = false;
        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var committed = await work(open);
            if (!committed) open.Chain = chain;
            if (!open.Ended && !committed) await transaction.RollbackAsync();
            if (!committed) return true;
            open.Committing = true;
            if (!open.Ended) await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception cause)
        {
            open.Chain = chain;
            var failure = DatabaseFailure.In(cause);
            var code = (failure as PostgresException)?.SqlState;
            // The server names why it undid something; only its own end leaves open what became of a commit.
            var unknown = code is null || Ends.Any(code.StartsWith);
            if (connection.State != System.Data.ConnectionState.Open || open.Committing && unknown) await Drop(lane);
            if (code is not null && Retryable.Contains(code) && attempt < limits.TransactionTries) return false;
            if (open.Committing && unknown || failure is NpgsqlException { InnerException: IOException or TimeoutException })
                throw new OutcomeUnknown("The commit was not confirmed", cause);
            throw;
        }
        if (!lane.NotAcknowledged) return true;
        log.LogError("A commit was made locally but no standby confirmed it; it is not acknowledged");
        await Drop(lane);
        throw new OutcomeUnknown("No standby confirmed the commit");
    }

    private async Task<Lane> Connect(PostgresLane lane)
    {
        var connection = await source.OpenConnectionAsync();
        connection.Notice += (_, notice) => lane.NotAcknowledged |= notice.Notice.SqlState == NotReplicated;
        return new Lane(new Session(connection, sqlite: false), ChainTail.New());
    }

    // The next connection begins a new chain: whether the last row of the old one was committed is not known.
    private static async Task Drop(PostgresLane lane)
    {
        if (lane.Open is { } open) await open.Session.DisposeAsync();
        lane.Open = null;
    }

    internal override async ValueTask<Session> RentReader()
    {
        await readerSlots.WaitAsync();
        if (readers.TryTake(out var reader)) return reader;
        try
        {
            return new Session(await source.OpenConnectionAsync(), sqlite: false);
        }
        catch
        {
            readerSlots.Release();
            throw;
        }
    }

    internal override void Return(Session reader, bool broken)
    {
        if (broken || reader.Connection.State != System.Data.ConnectionState.Open) _ = reader.DisposeAsync().AsTask();
        else readers.Add(reader);
        readerSlots.Release();
    }

    protected private override ShopContext NewContext(Session session) => new PostgresShopContext(
        new DbContextOptionsBuilder<PostgresShopContext>().UseNpgsql(session.Connection, ShopContext.Postgres).Options);

    public override async ValueTask DisposeAsync()
    {
        while (readers.TryTake(out var reader)) await reader.DisposeAsync();
        while (free.Reader.TryRead(out var lane)) await Drop(lane);
        await source.DisposeAsync();
        readerSlots.Dispose();
    }
}
