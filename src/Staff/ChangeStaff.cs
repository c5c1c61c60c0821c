using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>What may be changed of a member; what is left out stays.</summary>
public sealed record StaffChange(string? Name = null, string? Role = null, string? Password = null, bool? Disabled = null);

/// <summary>
/// Changes a member's name, role, password or whether he may sign in. A new password or being disabled ends all his
/// sessions at once. The shop always keeps one owner who can sign in.
/// </summary>
[Operation("staff.change", "修改员工", "Change a member of staff", Permission = StaffModule.Write)]
public sealed class ChangeStaff(ShopDb db, Caller caller, Sealer sealer, Roles roles, CredentialMemory memory)
{
    private const int NameMost = 60;

    public async Task<Result<Done>> Run(Guid id, StaffChange change)
    {
        var name = change.Name?.Trim();
        if (name is not null && (name.Length is 0 or > NameMost || Fields.HasUnseen(name)))
            return Refusal.Invalid("name", new($"姓名为1到{NameMost}个字符", $"A name has 1 to {NameMost} characters"));
        if (change.Role is not null && await roles.Find(change.Role) is null) return Roles.Unknown(change.Role);
        return await db.InTransaction<Done>(this, () => Change(id, change with { Name = name }));
    }

    private async Task<Result<Done>> Change(Guid id, StaffChange change)
    {
        if (db.Set<StaffMember>().FirstOrDefault(m => m.Id == id) is not { } member) return NotFound;
        if (await Refused(member, change) is { } refusal) return refusal;
        var before = Json.Write(new { member.Role, member.Disabled });
        member.Name = change.Name ?? member.Name;
        member.Role = change.Role ?? member.Role;
        member.Disabled = change.Disabled ?? member.Disabled;
        if (change.Password is not null) member.PasswordHash = Passwords.Hash(change.Password);
        if (member.Disabled || change.Password is not null) db.Later(Sessions.EndAllOf, [id], rows: null);
        db.Record($"staff:{id:N}", before, Json.Write(new { member.Role, member.Disabled, newPassword = change.Password is not null }));
        db.AfterCommit(memory.Forget);
        return new Done();
    }

    private async Task<Refusal?> Refused(StaffMember member, StaffChange change)
    {
        var now = await roles.Find(member.Role);
        var next = await roles.Find(change.Role ?? member.Role);
        if (now is not null && !Roles.MayGrant(caller, now.Permissions)) return Roles.TooMuch;
        if (next is not null && !Roles.MayGrant(caller, next.Permissions)) return Roles.TooMuch;
        var leaves = member.Role == BuiltInRoles.Owner
            && (change.Disabled == true || change.Role is not (null or BuiltInRoles.Owner));
        if (leaves && !db.Read<StaffMember>().Any(m => m.Role == BuiltInRoles.Owner && !m.Disabled && m.Id != member.Id))
            return LastOwner;
        if (change.Password is null) return null;
        var email = sealer.Open(member.EmailSealed, MemberEmails.Place(member.Id));
        return Passwords.Weakness(change.Password, email, member.Name) is { } weakness ? Refusal.Invalid("password", weakness) : null;
    }

    internal static readonly Refusal NotFound = Refusal.NotFound("staff.unknown", new("这位员工", "This member of staff"));

    private static readonly Refusal LastOwner = Refusal.Conflict("staff.last_owner",
        new("店里总得有一位店主", "The shop needs an owner"),
        new("这是最后一位能登录的店主", "This is the last owner who can sign in"),
        new("先把另一位设为店主", "Make somebody else an owner first"));
}
