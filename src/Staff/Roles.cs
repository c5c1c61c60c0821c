using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>All roles: those of the program and those that the shop made for itself.</summary>
public sealed class Roles(ShopDb db, RoleBook book)
{
    private static readonly Statement Own = new("select code, name_zh, name_en, permissions from staff_role order by code");

    /// <summary>Every role, the built-in ones first.</summary>
    public async Task<IReadOnlyList<Role>> All()
    {
        var own = await db.Query(Own, r => new Role(r.Text(0), new(r.Text(1), r.Text(2)),
            Json.Read<HashSet<string>>(r.Text(3)), BuiltIn: false));
        return [.. book.BuiltIn, .. own];
    }

    /// <summary>The role of a code, or null when there is none.</summary>
    public async Task<Role?> Find(string code) =>
        book.BuiltIn.FirstOrDefault(r => r.Code == code) ?? (await All()).FirstOrDefault(r => r.Code == code);

    /// <summary>True when a role grants nothing that this caller does not hold himself.</summary>
    internal static bool MayGrant(Caller caller, IEnumerable<string> permissions) =>
        caller.Kind == ActorKind.System || permissions.All(caller.Permissions.Contains);

    internal static Refusal Unknown(string code) => Refusal.Invalid("role",
        new($"没有 {code} 这个岗位", $"There is no role {code}"));

    internal static readonly Refusal TooMuch = new(RefusalKind.Forbidden, "staff.grants_more",
        new("不能给别人自己没有的权限", "You cannot grant rights that you do not hold"),
        new("这个岗位有您没有的权限", "This role holds rights that you lack"),
        new("请店主来做", "Ask the owner to do it"));
}

/// <summary>What the program itself knows of rights: every permission of every module, and the roles built from them.</summary>
public sealed class RoleBook
{
    public RoleBook(IEnumerable<Module> modules)
    {
        Permissions = modules.SelectMany(m => m.Permissions).DistinctBy(p => p.Code).OrderBy(p => p.Code).ToList();
        BuiltIn = BuiltInRoles.Over(Permissions);
    }

    public IReadOnlyList<Permission> Permissions { get; }

    public IReadOnlyList<Role> BuiltIn { get; }
}
