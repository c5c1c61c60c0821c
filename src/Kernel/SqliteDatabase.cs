using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Guidan.Kernel;

/// <summary>
/// SQLite in one file. Exactly one connection writes, and the same one checkpoints; the rest open read-only. Work waits
/// in one lane; each piece runs under a savepoint, many share one commit, and nobody is answered before the commit that
/// holds his work is on disk.
/// </summary>
public sealed class SqliteDatabase(string file, Limits limits, ILogger<SqliteDatabase> log) : Database
{
    private const int ConstraintError = 19;
    private static readonly Statement Begin = new("begin immediate");
    private static readonly Statement Commit = new("commit");
    private static readonly Statement Rollback = new("rollback");
    private static readonly Statement Mark = new("savepoint piece");
    private static readonly Statement Keep = new("release piece");
    private static readonly Statement Undo = new("rollback to piece");

    private readonly Channel<Piece> queue = Channel.CreateBounded<Piece>(
        new BoundedChannelOptions(limits.LaneQueueMost) { SingleReader = true });
    private readonly ConcurrentBag<Session> readers = [];
    private readonly SemaphoreSlim readerSlots = new(limits.Readers);
    private Lane? lane;
    private Task? running;

    private sealed record Piece(Func<Lane, Task<bool>> Work)
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Exception? Failure { get; set; }
    }

    public override bool IsSqlite => true;

    public override int Waiting => queue.Reader.Count;

    public string File { get; } = file;

    public override Task Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = File, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false,
        }.ToString());
        connection.Open();
        foreach (var pragma in (string[])["journal_mode=wal", "synchronous=full", "busy_timeout=5000", "foreign_keys=on",
            "cache_size=-65536", "temp_store=memory", "wal_autocheckpoint=4000", "journal_size_limit=67108864"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma {pragma}";
            command.ExecuteNonQuery();
        }
        lane = new Lane(new Session(connection, sqlite: true), ChainTail.New());
        running = Task.Run(Work);
        return Task.CompletedTask;
    }

    internal override async Task Run(Func<Lane, Task<bool>> work)
    {
        var piece = new Piece(work);
        if (!queue.Writer.TryWrite(piece)) throw new LaneFull();
        await piece.Answer.Task;
    }

    private async Task Work()
    {
        var group = new List<Piece>(limits.GroupMost);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            var before = lane!.Chain;
            Exception? failure = null;
            try
            {
                await lane.Session.Execute(Begin, []);
                while (group.Count < limits.GroupMost && queue.Reader.TryRead(out var piece))
                {
                    group.Add(piece);
                    await Perform(piece);
                }
                await lane.Session.Execute(Commit, []);
            }
            catch (Exception cause)
            {
                failure = cause;
                lane.Chain = before;
                log.LogError(cause, "A group of {Count} writes was undone", group.Count);
                await Recover();
            }
            foreach (var piece in group) Answer(piece, failure);
        }
    }

    private static void Answer(Piece piece, Exception? failure)
    {
        if (failure is not null) piece.Answer.SetException(new OutcomeUnknown("The commit was not confirmed", failure));
        else if (piece.Failure is not null) piece.Answer.SetException(piece.Failure);
        else piece.Answer.SetResult();
    }

    private async Task Perform(Piece piece)
    {
        for (var attempt = 1; ; attempt++)
        {
            var chain = lane!.Chain;
            await lane.Session.Execute(Mark, []);
            try
            {
                if (await piece.Work(lane))
                {
                    await lane.Session.Execute(Keep, []);
                    return;
                }
            }
            // A unique key that was taken meanwhile: the work looks again and then finds the row that beat it.
            catch (Exception cause) when (attempt < 2 && ConstraintOf(cause) == ConstraintError)
            {
                await UndoPiece(chain);
                continue;
            }
            catch (Exception cause)
            {
                piece.Failure = cause;
            }
            await UndoPiece(chain);
            return;
        }
    }

    // Throws when SQLite has already undone the whole transaction by itself (disk full, I/O error): then all must fail.
    private async Task UndoPiece(ChainTail chain)
    {
        await lane!.Session.Execute(Undo, []);
        await lane.Session.Execute(Keep, []);
        lane.Chain = chain;
    }

    private static int? ConstraintOf(Exception cause) => (DatabaseFailure.In(cause) as SqliteException)?.SqliteErrorCode;

    private async Task Recover()
    {
        try
        {
            await lane!.Session.Execute(Rollback, []);
        }
        catch (SqliteException)
        {
            // No transaction is open any more: SQLite had rolled back already.
        }
    }

    internal override async ValueTask<Session> RentReader()
    {
        await readerSlots.WaitAsync();
        if (readers.TryTake(out var reader)) return reader;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = File, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "pragma busy_timeout=5000; pragma query_only=on; pragma cache_size=-8192; pragma temp_store=memory";
        pragma.ExecuteNonQuery();
        return new Session(connection, sqlite: true);
    }

    internal override void Return(Session reader, bool broken)
    {
        readers.Add(reader);
        readerSlots.Release();
    }

    protected private override ShopContext NewContext(Session session) => new SqliteShopContext(
        new DbContextOptionsBuilder<SqliteShopContext>().UseSqlite(session.Connection, ShopContext.Sqlite).Options);

    public override async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (running is not null) await running;
        while (readers.TryTake(out var reader)) await reader.DisposeAsync();
        if (lane is not null) await lane.Session.DisposeAsync();
        readerSlots.Dispose();
    }
}

/// <summary>More work waits for the write lane than its limit allows; the caller is told to come back.</summary>
public sealed class LaneFull() : Exception("The write lane is full");
