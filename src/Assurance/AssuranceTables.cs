using Microsoft.EntityFrameworkCore;

namespace Guidan.Assurance;

internal static class AssuranceTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CheckRecord>(t =>
        {
            t.ToTable("assurance_check");
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.At);
        });
        model.Entity<BillDay>(t =>
        {
            t.ToTable("assurance_bill");
            t.HasKey(b => new { b.Provider, b.Day });
            t.Property(b => b.Day).ValueGeneratedNever();
        });
        model.Entity<BillRow>(t =>
        {
            t.ToTable("assurance_bill_line");
            t.HasKey(l => new { l.Provider, l.Day, l.Line });
            t.Property(l => l.Day).ValueGeneratedNever();
            t.Property(l => l.Line).ValueGeneratedNever();
            t.HasIndex(l => new { l.Provider, l.TransactionId });
            t.HasIndex(l => new { l.Provider, l.RefundNo });
            t.HasIndex(l => l.OrderNumber);
        });
        model.Entity<RepairRow>(t =>
        {
            t.ToTable("assurance_repair");
            t.HasKey(r => new { r.Kind, r.Subject });
        });
    }
}
