using Microsoft.EntityFrameworkCore;

namespace Guidan.Customers;

internal static class CustomersTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Customer>(t =>
        {
            t.ToTable("customers_customer");
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.PhoneIndex).IsUnique();
            t.HasIndex(c => c.EmailIndex).IsUnique();
        });
        model.Entity<CustomerAddress>(t =>
        {
            t.ToTable("customers_address");
            t.HasKey(a => new { a.CustomerId, a.Id });
            t.Property(a => a.Id).ValueGeneratedNever();
        });
        model.Entity<CustomerSession>(t =>
        {
            t.ToTable("customers_session");
            t.HasKey(s => s.Hash);
            t.HasIndex(s => s.CustomerId);
            t.HasIndex(s => s.ExpiresAt);
        });
    }
}
