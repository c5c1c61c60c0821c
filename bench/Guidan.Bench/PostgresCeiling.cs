using System.Diagnostics;
using Npgsql;

namespace Guidan.Bench;

/// <summary>
/// Writes orders' rows into a copy of the shop's database: prepared, all statements of an order in one round trip, over
/// as many connections as the shop has lanes.
/// </summary>
internal sealed class PostgresCeiling(string connectionString) : IAsyncDisposable
{
    private const int Lanes = 16;
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString + $";Maximum Pool Size={Lanes}");

    public async Task<Measured> Write(OrderRows rows, TimeSpan length, int group, int skus)
    {
        var start = Stopwatch.GetTimestamp();
        var until = start + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var ticks = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => Lane(rows, until, group, skus))));
        return Measured.Of(ticks.SelectMany(t => t).ToList(), Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private async Task<List<long>> Lane(OrderRows rows, long until, int group, int skus)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = Batch(connection, rows);
        Fill(batch, rows, rows.Next(skus));
        await batch.PrepareAsync();
        var ticks = new List<long>();
        while (Stopwatch.GetTimestamp() is var begun && begun < until)
        {
            // Deadlocks are no part of a ceiling: several orders in one transaction take one SKU, one lane one SKU each.
            var own = group > 1 ? rows.Next(skus).Sku : null;
            // A batch alone is one transaction in one round trip.
            await using var transaction = group > 1 ? await connection.BeginTransactionAsync() : null;
            for (var i = 0; i < group; i++)
            {
                var order = rows.Next(skus);
                Fill(batch, rows, own is null ? order : order with { Sku = own });
                if (await batch.ExecuteNonQueryAsync() != rows.Writes.Count) throw new InvalidOperationException("Not one row each");
            }
            if (transaction is not null) await transaction.CommitAsync();
            var took = Stopwatch.GetTimestamp() - begun;
            for (var i = 0; i < group; i++) ticks.Add(took);
        }
        return ticks;
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, OrderRows rows)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var write in rows.Writes)
        {
            var command = new NpgsqlBatchCommand(write.Sql);
            foreach (var _ in write.Cells) command.Parameters.Add(new NpgsqlParameter());
            batch.BatchCommands.Add(command);
        }
        return batch;
    }

    private static void Fill(NpgsqlBatch batch, OrderRows rows, OrderMade order)
    {
        for (var w = 0; w < rows.Writes.Count; w++)
        {
            var (cells, parameters) = (rows.Writes[w].Cells, batch.BatchCommands[w].Parameters);
            for (var i = 0; i < cells.Count; i++) parameters[i].Value = cells[i](order) ?? DBNull.Value;
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
