namespace Guidan.Web;

/// <summary>
/// Tables whose rows nobody changes or removes, not even a program with the shop's own rights: the database refuses.
/// Set up after every change of the schema, since SQLite drops triggers with the tables that a migration rebuilds.
/// </summary>
internal static class AppendOnly
{
    public static readonly IReadOnlyList<string> Tables = ["audit_entry"];

    /// <summary>The statements that protect the tables; harmless where they are protected already.</summary>
    public static IEnumerable<string> Protect(bool sqlite) => sqlite ? Tables.SelectMany(Sqlite) : Tables.SelectMany(Postgres);

    private static IEnumerable<string> Sqlite(string table) => ((string[])["update", "delete"]).Select(change =>
        $"create trigger if not exists {table}_refuses_{change} before {change} on {table} "
        + $"begin select raise(abort, '{table} is append-only'); end");

    private static IEnumerable<string> Postgres(string table) =>
    [
        """
        create or replace function guidan_append_only() returns trigger language plpgsql as
        $$ begin raise exception '% is append-only', tg_table_name; end $$
        """,
        $"create or replace trigger {table}_is_append_only before update or delete or truncate on {table} "
        + "for each statement execute function guidan_append_only()",
    ];
}
