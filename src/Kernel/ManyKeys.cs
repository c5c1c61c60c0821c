namespace Guidan.Kernel;

/// <summary>
/// One prepared query for any number of keys: <c>… where sku {keys}</c>. The keys are one value, a JSON array on SQLite
/// and an array on PostgreSQL: a value for each key would be looked up by its name, each among all.
/// </summary>
/// <typeparam name="TKey">Text, a whole number or an id.</typeparam>
public sealed class ManyKeys<TKey>(string sql) where TKey : notnull
{
    private readonly Statement statement = new(
        sql.Replace("{keys}", $"in (select {(typeof(TKey) == typeof(Guid) ? "unhex(value)" : "value")} from json_each($1))", StringComparison.Ordinal),
        sql.Replace("{keys}", "= any($1)", StringComparison.Ordinal));

    /// <summary>The rows of all keys, which may repeat.</summary>
    public async Task<List<T>> Query<T>(ShopDb db, Func<Row, T> map, IEnumerable<TKey> keys)
    {
        var some = keys.Distinct().ToArray();
        if (some.Length == 0) return [];
        object all = !db.IsSqlite ? some : some is Guid[] ids ? Json.Write(ids.Select(i => i.ToString("N"))) : Json.Write(some);
        return await db.Query(statement, map, all);
    }
}
