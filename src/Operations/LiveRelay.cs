using System.Threading.Channels;
using Guidan.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Guidan.Operations;

/// <summary>
/// Carries live changes between the nodes of one PostgreSQL by LISTEN and NOTIFY. With the embedded database there is
/// one node and nothing to carry. What is lost while a connection is down is only the hint: lists are read from the
/// database.
/// </summary>
internal sealed class LiveRelay(LiveFeed feed, Database database, ILogger<LiveRelay> log) : BackgroundService
{
    private const string ChannelName = "guidan_live";
    // PostgreSQL refuses payloads of 8,000 bytes and more.
    private const int PayloadMost = 7_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private sealed record Packet(string From, List<LiveChange> Changes);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database is not PostgresDatabase postgres) return;
        await Task.WhenAll(
            Again(() => Hear(postgres, stoppingToken), stoppingToken),
            Again(() => Say(postgres, stoppingToken), stoppingToken));
    }

    private async Task Again(Func<Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                log.LogWarning("Live updates between nodes are interrupted: {Cause}", cause.Message);
            }
            try
            {
                await Task.Delay(Pause, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Hear(PostgresDatabase postgres, CancellationToken ct)
    {
        await using var connection = await postgres.Source.OpenConnectionAsync(ct);
        connection.Notification += (_, notice) =>
        {
            var packet = Json.Read<Packet>(notice.Payload);
            if (packet.From == feed.Origin) return;
            foreach (var change in packet.Changes) feed.Tell(change);
        };
        await using (var listen = new NpgsqlCommand($"listen {ChannelName}", connection)) await listen.ExecuteNonQueryAsync(ct);
        while (true) await connection.WaitAsync(ct);
    }

    private async Task Say(PostgresDatabase postgres, CancellationToken ct)
    {
        await using var connection = await postgres.Source.OpenConnectionAsync(ct);
        await using var notify = new NpgsqlCommand("select pg_notify($1, $2)", connection)
        {
            Parameters = { new NpgsqlParameter { Value = ChannelName }, new NpgsqlParameter { Value = "" } },
        };
        while (await feed.ForOtherNodes.WaitToReadAsync(ct))
        {
            notify.Parameters[1].Value = Json.Write(new Packet(feed.Origin, Gather(feed.ForOtherNodes)));
            await notify.ExecuteNonQueryAsync(ct);
        }
    }

    // One packet takes what has gathered meanwhile, each thing once.
    private static List<LiveChange> Gather(ChannelReader<LiveChange> waiting)
    {
        var changes = new Dictionary<(string, string), LiveChange>();
        var size = 0;
        while (size < PayloadMost && waiting.TryPeek(out var next))
        {
            size += 60 + 3 * (next.Kind.Length + next.Key.Length);
            if (size >= PayloadMost && changes.Count > 0) break;
            waiting.TryRead(out _);
            changes[(next.Kind, next.Key)] = next;
        }
        return [.. changes.Values];
    }
}
