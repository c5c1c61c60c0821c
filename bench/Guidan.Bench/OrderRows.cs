namespace Guidan.Bench;

/// <summary>One value of a row for the n-th order of a ceiling.</summary>
internal delegate object? Cell(OrderMade order);

/// <summary>The n-th order of a ceiling: what its rows have in common.</summary>
internal readonly record struct OrderMade(long Index, long Number, string Sku);

/// <summary>One statement that an order costs, with its values in the order of its parameters.</summary>
internal sealed record RowWrite(string Table, bool Inserts, string Sql, IReadOnlyList<Cell> Cells);

/// <summary>
/// The rows that one placed order really leaves, found by looking into the database before and after two orders. What is
/// alike in both stays; what differs is made anew for each order in the same type and length.
/// </summary>
internal sealed class OrderRows
{
    private long made;
    private readonly long firstNumber;

    private OrderRows(IReadOnlyList<RowWrite> writes, long firstNumber) => (Writes, this.firstNumber) = (writes, firstNumber);

    public IReadOnlyList<RowWrite> Writes { get; }

    public OrderMade Next(int skus)
    {
        var index = Interlocked.Increment(ref made);
        return new(index, firstNumber + index, Goods.Sku((int)(index % skus)));
    }

    /// <summary>Such as <c>orders_order, orders_line, inventory_level (update)</c>.</summary>
    public string Summary => string.Join(", ", Writes.Select(w => w.Inserts ? w.Table : w.Table + " (update)"));

    /// <param name="place">Places one order of the first SKU and answers its number and its request key, or sends one webhook and answers its order and its key.</param>
    public static async Task<OrderRows> Find(Engine engine, Func<Task<(string Number, string Key)>> place)
    {
        var start = await Snapshot.Take(engine);
        var first = await place();
        var middle = await Snapshot.Take(engine);
        var second = await place();
        var end = await Snapshot.Take(engine);
        var one = Traces(start, middle, first);
        var two = Traces(middle, end, second);
        if (one.Count != two.Count || !one.Select(t => t.Table).SequenceEqual(two.Select(t => t.Table)))
            throw new InvalidOperationException("Two orders left different rows");
        // Stock last, as the program does: the hot rows stay locked for the shortest time.
        var writes = one.Zip(two, (a, b) => new RowShape(a, b, first.Number).Write())
            .OrderByDescending(w => w.Inserts).ThenBy(w => w.Table == "orders_order" ? 0 : 1).ToList();
        return new(writes, long.Parse(second.Number) + 1_000_000_000);
    }

    // Jobs of the program write at any time: only rows that name the order, its request key or its SKU are the order's.
    private static List<RowTrace> Traces(Snapshot before, Snapshot after, (string Number, string Key) order) => after.Since(before)
        .Where(t => t.Names(order.Number) || t.Names(order.Key) || t.Before is not null && t.Names(Goods.Sku(0))).ToList();
}

/// <summary>A row that appeared (no row before) or changed.</summary>
internal sealed record RowTrace(string Table, string[] Columns, string[] Key, object[]? Before, object[] After)
{
    public bool Names(string text) => After.Any(v => $"{v}".Contains(text, StringComparison.Ordinal));
}
