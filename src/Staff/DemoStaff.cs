using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Fills a demo shop with one person for each role, all with the same published password. Only for demos.</summary>
[Operation("staff.fill_demo", "填入演示员工", "Fill in demo staff")]
public sealed class DemoStaff(ShopDb db, Sealer sealer, Roles roles, TimeProvider clock)
{
    /// <summary>The password of everybody in a demo shop.</summary>
    public const string Password = "demo-guidan";

    private static readonly (string Role, string Mailbox, string Name)[] People =
    [
        ("owner", "demo", "沈归"), ("admin", "admin", "林晓"), ("service", "service", "周小满"), ("finance", "finance", "钱真"),
        ("warehouse", "warehouse", "石磊"), ("goods", "goods", "叶青"), ("marketing", "marketing", "苏荷"), ("auditor", "auditor", "严明"),
    ];

    /// <summary>Does nothing in a shop where somebody works already.</summary>
    public async Task<Result<Done>> Run()
    {
        var hash = Passwords.Hash(Password);
        return await db.InTransaction<Done>(this, async () =>
        {
            if (db.Read<StaffMember>().Any()) return new Done();
            foreach (var (role, mailbox, name) in People)
            {
                Invariant.That(await roles.Find(role) is not null, $"the demo knows the role {role}");
                Add(role, $"{mailbox}@guidan.example", name, hash);
            }
            return new Done();
        });
    }

    private void Add(string role, string email, string name, string hash)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.Set<StaffMember>().Add(new StaffMember
        {
            Id = id, Name = name, Role = role, PasswordHash = hash, CreatedAt = clock.GetUtcNow(),
            EmailIndex = MemberEmails.Index(sealer, email), EmailSealed = sealer.Seal(email, MemberEmails.Place(id)),
        });
        db.Record($"staff:{id:N}", null, Json.Write(new { role }));
    }
}
