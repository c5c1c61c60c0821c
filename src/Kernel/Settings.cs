namespace Guidan.Kernel;

/// <summary>Groups of settings that people change in the back office, kept as JSON with a version.</summary>
public sealed class Settings(ShopDb db)
{
    private static readonly Statement Find = new("select value, version from kernel_setting where name = $1");
    private static readonly Statement Insert = new("insert into kernel_setting (name, value, version) values ($1, $2, 1) on conflict do nothing");
    private static readonly Statement Update = new("update kernel_setting set value = $2, version = version + 1 where name = $1 and version = $3");

    /// <summary>A group, or its default where nobody has saved it yet (version 0).</summary>
    public async Task<(T Value, long Version)> Get<T>(string name, T otherwise)
    {
        var found = await db.Query(Find, r => (r.Text(0), r.Long(1)), name);
        return found.Count == 0 ? (otherwise, 0) : (Json.Read<T>(found[0].Item1), found[0].Item2);
    }

    /// <summary>Saves a group in the running transaction; false when somebody saved it since this version was read.</summary>
    public async Task<bool> Put<T>(string name, T value, long version)
    {
        var json = Json.Write(value);
        var changed = version == 0 ? await db.Execute(Insert, name, json) : await db.Execute(Update, name, json, version);
        return changed == 1;
    }

    /// <summary>Two people edited the same settings; the later one looks again.</summary>
    public static readonly Refusal Changed = Refusal.Conflict("settings.changed",
        new("设置刚被别人改过", "These settings were just changed by somebody else"),
        new("您打开之后又有一次保存", "They were saved after you opened them"),
        new("重新打开，看过新内容再改", "Open them again, look at what is new, then change them"));
}
