using Microsoft.EntityFrameworkCore;

namespace Guidan.Channels;

internal static class ChannelsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ProductImport>(t =>
        {
            t.ToTable("channels_import");
            t.HasKey(i => i.Id);
            t.Property(i => i.Id).ValueGeneratedNever();
            t.HasIndex(i => new { i.State, i.QueuedAt });
        });
        model.Entity<ProductImportFault>(t =>
        {
            t.ToTable("channels_import_fault");
            t.HasKey(f => new { f.ImportId, f.Seq });
        });
        model.Entity<ChannelArrival>(t =>
        {
            t.ToTable("channels_arrival");
            t.HasKey(a => new { a.Channel, a.ExternalId });
            t.Ignore(a => a.Subject);
            t.HasIndex(a => new { a.State, a.Since });
            t.HasIndex(a => new { a.State, a.NextTryAt });
            t.HasIndex(a => a.ExternalNumber);
            t.HasIndex(a => a.OrderNumber);
        });
        model.Entity<ChannelSku>(t =>
        {
            t.ToTable("channels_sku");
            t.HasKey(s => new { s.Channel, s.Theirs });
            t.HasIndex(s => s.Sku);
        });
        model.Entity<ChannelPoll>(t =>
        {
            t.ToTable("channels_poll");
            t.HasKey(p => p.Channel);
        });
    }
}
