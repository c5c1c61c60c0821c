using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>A member of staff as others see him.</summary>
public sealed record StaffRow(
    Guid Id, string Name, string Email, RoleName Role, bool Disabled, bool CodeOn, DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt);

/// <summary>A role by code and by name in the reader's language.</summary>
public sealed record RoleName(string Code, string Name);

/// <summary>What a new member needs.</summary>
public sealed record NewStaff(string Name, string Email, string Role, string Password);

/// <summary>Takes somebody on. Nobody can give a role that holds rights which he lacks himself.</summary>
[Operation("staff.add", "添加员工", "Add a member of staff", Permission = StaffModule.Write)]
public sealed class AddStaff(ShopDb db, Caller caller, Sealer sealer, Roles roles, TimeProvider clock)
{
    private const int NameMost = 60;

    public async Task<Result<StaffRow>> Run(NewStaff asked)
    {
        var (name, email) = (asked.Name.Trim(), Emails.Normalize(asked.Email));
        if (Check(asked, name, email) is { Count: > 0 } errors) return Refusal.Invalid(errors);
        if (await roles.Find(asked.Role) is not { } role) return Roles.Unknown(asked.Role);
        if (!Roles.MayGrant(caller, role.Permissions)) return Roles.TooMuch;
        var hash = Passwords.Hash(asked.Password);
        return await db.InTransaction<StaffRow>(this, () => Task.FromResult(Take(name, email!, role, hash)));
    }

    internal static Dictionary<string, Text> Check(NewStaff asked, string name, string? email)
    {
        var errors = new Dictionary<string, Text>();
        if (name.Length is 0 or > NameMost || Fields.HasUnseen(name))
            errors["name"] = new($"姓名为1到{NameMost}个字符", $"A name has 1 to {NameMost} characters");
        if (email is null) errors["email"] = new("邮箱写得不对", "This is no e-mail address");
        if (Passwords.Weakness(asked.Password, email ?? "", name) is { } weakness) errors["password"] = weakness;
        return errors;
    }

    /// <summary>Writes the member in the running transaction.</summary>
    internal Result<StaffRow> Take(string name, string email, Role role, string passwordHash)
    {
        var index = MemberEmails.Index(sealer, email);
        if (db.Read<StaffMember>().Any(m => m.EmailIndex == index)) return EmailTaken;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var member = new StaffMember
        {
            Id = id, Name = name, Role = role.Code, PasswordHash = passwordHash, CreatedAt = clock.GetUtcNow(),
            EmailIndex = index, EmailSealed = sealer.Seal(email, MemberEmails.Place(id)),
        };
        db.Set<StaffMember>().Add(member);
        db.Record($"staff:{id:N}", null, Json.Write(new { role = role.Code }));
        return new StaffRow(id, name, email, new(role.Code, role.Name.In(caller.Tongue)), false, false, member.CreatedAt, null);
    }

    private static readonly Refusal EmailTaken = Refusal.Conflict("staff.email_taken",
        new("这个邮箱已经有人用了", "This e-mail address is taken"),
        new("每个员工用自己的邮箱登录", "Each member of staff signs in with an address of his own"),
        new("换一个邮箱，或在员工列表里找到他", "Use another address, or look for him in the list"))
        with
    { Errors = new Dictionary<string, Text> { ["email"] = new("这个邮箱已经有人用了", "This e-mail address is taken") } };
}
