using System.Text.RegularExpressions;
using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>A role of the shop's own, as it is asked for.</summary>
public sealed record RoleDraft(string Code, Text Name, IReadOnlyList<string> Permissions);

/// <summary>A role as lists show it.</summary>
public sealed record RoleRow(string Code, string Name, Text Names, bool BuiltIn, IReadOnlyList<string> Permissions, int Members);

/// <summary>Makes or changes a role of the shop's own; whoever holds it has the new rights from the next request on.</summary>
[Operation("staff.save_role", "保存岗位", "Save a role", Permission = StaffModule.Write)]
public sealed partial class SaveRole(ShopDb db, Caller caller, Roles roles, RoleBook book, CredentialMemory memory)
{
    private const int NameMost = 40;

    private static readonly Statement Put = new(
        """
        insert into staff_role (code, name_zh, name_en, permissions) values ($1, $2, $3, $4)
        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, permissions = excluded.permissions
        """);

    /// <param name="existing">True to change a role that must be there, false to make a new one.</param>
    public async Task<Result<RoleRow>> Run(RoleDraft draft, bool existing)
    {
        if (Check(draft) is { Count: > 0 } errors) return Refusal.Invalid(errors);
        if (book.BuiltIn.Any(r => r.Code == draft.Code)) return BuiltIn;
        if (!Roles.MayGrant(caller, draft.Permissions)) return Roles.TooMuch;
        return await db.InTransaction<RoleRow>(this, () => Save(draft, existing));
    }

    private async Task<Result<RoleRow>> Save(RoleDraft draft, bool existing)
    {
        var before = await roles.Find(draft.Code);
        if (existing && before is null) return Refusal.NotFound("role.unknown", new("这个岗位", "This role"));
        if (!existing && before is not null) return CodeTaken;
        if (before is not null && !Roles.MayGrant(caller, before.Permissions)) return Roles.TooMuch;
        var permissions = draft.Permissions.Distinct().Order().ToList();
        db.Later(Put, [draft.Code, draft.Name.Zh, draft.Name.En, Json.Write(permissions)]);
        db.Record($"role:{draft.Code}", before is null ? null : Json.Write(before.Permissions.Order()), Json.Write(permissions));
        db.AfterCommit(memory.Forget);
        var members = db.Read<StaffMember>().Count(m => m.Role == draft.Code);
        return new RoleRow(draft.Code, draft.Name.In(caller.Tongue), draft.Name, false, permissions, members);
    }

    private Dictionary<string, Text> Check(RoleDraft draft)
    {
        var errors = new Dictionary<string, Text>();
        if (!CodeShape().IsMatch(draft.Code))
            errors["code"] = new("岗位代码为2到30个小写字母、数字或下划线，以字母开头",
                "A role code has 2 to 30 lower-case letters, digits or underscores and begins with a letter");
        if (!IsName(draft.Name.Zh)) errors["name.zh"] = new("填上中文名", "Enter the Chinese name");
        if (!IsName(draft.Name.En)) errors["name.en"] = new("填上英文名", "Enter the English name");
        var unknown = draft.Permissions.Except(book.Permissions.Select(p => p.Code)).Take(5).ToList();
        if (unknown.Count > 0)
            errors["permissions"] = new($"没有这些权限：{string.Join("、", unknown)}",
                $"There are no such permissions: {string.Join(", ", unknown)}");
        return errors;
    }

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= NameMost;

    [GeneratedRegex("^[a-z][a-z0-9_]{1,29}$")]
    private static partial Regex CodeShape();

    private static readonly Refusal BuiltIn = Refusal.Conflict("role.built_in",
        new("内置岗位不能改", "A built-in role cannot be changed"),
        new("它的权限由程序规定", "Its rights are set by the program"),
        new("另建一个岗位，勾上要的权限", "Make a role of your own with the rights you want"));

    private static readonly Refusal CodeTaken = Refusal.Conflict("role.code_taken",
        new("这个岗位代码已经有了", "This role code is taken"),
        new("每个岗位的代码只有一个", "Each role has a code of its own"),
        new("换一个代码，或修改原来的岗位", "Use another code, or change that role"));
}
