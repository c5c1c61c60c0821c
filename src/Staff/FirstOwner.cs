using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Makes the first owner of a new shop; possible once, while nobody works here.</summary>
[Operation("staff.first_owner", "设立第一位店主", "Make the first owner")]
public sealed class FirstOwner(ShopDb db, Claims claims, AddStaff add, Roles roles)
{
    public async Task<Result<StaffRow>> Run(string name, string email, string password)
    {
        var errors = AddStaff.Check(new(name, email, BuiltInRoles.Owner, password), name.Trim(), Emails.Normalize(email));
        if (errors.Count > 0) return Refusal.Invalid(errors);
        var owner = await roles.Find(BuiltInRoles.Owner);
        Invariant.That(owner is not null, "there is an owner's role");
        var hash = Passwords.Hash(password);
        return await db.InTransaction<StaffRow>(this, async () =>
        {
            if (db.Read<StaffMember>().Any()) return SetUpAlready;
            if (!await claims.TryTake("staff.first_owner", "1", "")) return SetUpAlready;
            return add.Take(name.Trim(), Emails.Normalize(email)!, owner, hash);
        });
    }

    internal static readonly Refusal SetUpAlready = Refusal.Conflict("staff.set_up_already",
        new("店铺已经设置好了", "The shop is set up already"),
        new("已经有员工了", "Somebody works here"),
        new("直接登录，或请店主添加您", "Sign in, or ask the owner to add you"));
}
