using Microsoft.EntityFrameworkCore;

namespace Guidan.Kernel;

internal static class KernelTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Claim>(t =>
        {
            t.ToTable("kernel_claim");
            t.HasKey(c => new { c.Kind, c.Key });
        });
        model.Entity<InboxMessage>(t =>
        {
            t.ToTable("kernel_inbox");
            t.HasKey(m => m.Id);
            t.Property(m => m.Id).ValueGeneratedNever();
            t.HasIndex(m => new { m.Source, m.EventKey }).IsUnique();
            t.HasIndex(m => new { m.State, m.DueAt });
        });
        model.Entity<OutboxMessage>(t =>
        {
            t.ToTable("kernel_outbox");
            t.HasKey(m => m.Id);
            t.Property(m => m.Id).ValueGeneratedNever();
            t.HasIndex(m => new { m.State, m.DueAt });
            t.HasIndex(m => new { m.State, m.Receiver, m.DueAt });
            t.HasIndex(m => new { m.Receiver, m.Stream, m.Id });
        });
        model.Entity<Lease>(t =>
        {
            t.ToTable("kernel_lease");
            t.HasKey(l => l.Name);
        });
        model.Entity<Setting>(t =>
        {
            t.ToTable("kernel_setting");
            t.HasKey(s => s.Name);
        });
        model.Entity<SignInCount>(t =>
        {
            t.ToTable("kernel_sign_in_count");
            t.HasKey(c => c.Key);
            t.HasIndex(c => c.LastAt);
        });
    }
}
