using Microsoft.EntityFrameworkCore;

namespace Guidan.Staff;

internal static class StaffTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StaffMember>(t =>
        {
            t.ToTable("staff_member");
            t.HasKey(m => m.Id);
            t.Property(m => m.Id).ValueGeneratedNever();
            t.HasIndex(m => m.EmailIndex).IsUnique();
        });
        model.Entity<StaffSession>(t =>
        {
            t.ToTable("staff_session");
            t.HasKey(s => s.Hash);
            t.HasIndex(s => s.Member);
            t.HasIndex(s => s.ExpiresAt);
        });
        model.Entity<AccessToken>(t =>
        {
            t.ToTable("staff_token");
            t.HasKey(k => k.Id);
            t.Property(k => k.Id).ValueGeneratedNever();
            t.HasIndex(k => k.Hash).IsUnique();
        });
        model.Entity<OwnRole>(t =>
        {
            t.ToTable("staff_role");
            t.HasKey(r => r.Code);
        });
    }
}
