using Microsoft.EntityFrameworkCore;

namespace Guidan.Orders;

internal static class OrdersTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Order>(t =>
        {
            t.ToTable("orders_order");
            t.HasKey(o => o.Number);
            t.Property(o => o.Number).ValueGeneratedNever();
            t.Property(o => o.Display);
            t.HasIndex(o => new { o.Display, o.Number });
            t.HasIndex(o => o.PhoneIndex);
            t.HasIndex(o => o.NameIndex);
            t.HasIndex(o => o.PayBy);
            t.HasIndex(o => o.PaidAt);
            t.HasIndex(o => o.ExternalNumber);
            t.Property(o => o.Tax).HasDefaultValue(0L);
            // Guests are in no account: placing their orders writes nothing here.
            t.HasIndex(o => new { o.CustomerId, o.Number }).HasFilter("customer_id is not null");
        });
        model.Entity<OrderLine>(t =>
        {
            t.ToTable("orders_line");
            t.HasKey(l => new { l.OrderNumber, l.Line });
            t.HasIndex(l => l.Sku);
            t.Property(l => l.Tax).HasDefaultValue(0L);
            t.Property(l => l.Dropped).HasDefaultValue(0L);
            t.Property(l => l.Returned).HasDefaultValue(0L);
        });
        model.Entity<RefundLine>(t =>
        {
            t.ToTable("orders_refund_line");
            t.HasKey(l => new { l.OrderNumber, l.RefundId, l.Line });
        });
        model.Entity<OrderEvent>(t =>
        {
            t.ToTable("orders_event");
            t.HasKey(e => new { e.OrderNumber, e.Id });
            t.Property(e => e.Id).ValueGeneratedNever();
        });
        model.Entity<Cart>(t =>
        {
            t.ToTable("orders_cart");
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
        });
        model.Entity<CartLine>(t =>
        {
            t.ToTable("orders_cart_line");
            t.HasKey(l => new { l.CartId, l.Sku });
        });
    }
}
