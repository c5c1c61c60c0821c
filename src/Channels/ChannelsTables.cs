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
    }
}
