using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>
/// One query for many keys: <c>… in ({keys})</c> prepared for a few fixed numbers of keys, so that any number of keys
/// runs on prepared commands. A list that does not fill its size repeats its last key.
/// </summary>
internal sealed class ManyKeys(string sql)
{
    private static readonly int[] Sizes = [1, 4, 16, 100];
    private readonly Statement[] statements = Sizes.Select(size =>
        new Statement(sql.Replace("{keys}", string.Join(", ", Enumerable.Range(1, size).Select(i => $"${i}")),
            StringComparison.Ordinal))).ToArray();

    public async Task<List<T>> Query<T>(ShopDb db, Func<Row, T> map, IReadOnlyCollection<object> keys)
    {
        List<T> rows = [];
        foreach (var some in keys.Chunk(Sizes[^1]))
        {
            var size = Array.FindIndex(Sizes, s => s >= some.Length);
            var values = new object?[Sizes[size]];
            for (var i = 0; i < values.Length; i++) values[i] = some[Math.Min(i, some.Length - 1)];
            var found = await db.Query(statements[size], map, values);
            if (rows.Count == 0) rows = found;
            else rows.AddRange(found);
        }
        return rows;
    }

    public Task<List<T>> Query<T>(ShopDb db, Func<Row, T> map, IEnumerable<Guid> keys) =>
        Query(db, map, keys.Distinct().Select(k => (object)k).ToList());

    public Task<List<T>> Query<T>(ShopDb db, Func<Row, T> map, IEnumerable<string> keys) =>
        Query(db, map, keys.Distinct().Select(k => (object)k).ToList());
}
