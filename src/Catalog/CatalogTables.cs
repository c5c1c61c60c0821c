using Microsoft.EntityFrameworkCore;

namespace Guidan.Catalog;

internal static class CatalogTables
{
    public static void Map(ModelBuilder model)
    {
        MapProducts(model);
        model.Entity<StoredCategory>(t =>
        {
            t.ToTable("catalog_category");
            t.HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.Slug).IsUnique();
        });
        model.Entity<ProductCategory>(t =>
        {
            t.ToTable("catalog_product_category");
            t.HasKey(c => new { c.ProductId, c.CategoryId });
            t.HasIndex(c => new { c.CategoryId, c.ProductId });
        });
        model.Entity<SearchToken>(t =>
        {
            t.ToTable("catalog_token");
            t.HasKey(k => new { k.Token, k.ProductId });
            t.HasIndex(k => k.ProductId);
        });
        model.Entity<StoredPicture>(t =>
        {
            t.ToTable("catalog_picture");
            t.HasKey(p => p.Hash);
        });
    }

    private static void MapProducts(ModelBuilder model)
    {
        model.Entity<StoredProduct>(t =>
        {
            t.ToTable("catalog_product");
            t.HasKey(p => p.Id);
            t.Property(p => p.Id).ValueGeneratedNever();
            t.HasIndex(p => p.Slug).IsUnique();
            t.HasIndex(p => new { p.Status, p.Id });
        });
        model.Entity<StoredVariant>(t =>
        {
            t.ToTable("catalog_variant");
            t.HasKey(v => v.Sku);
            t.HasIndex(v => new { v.ProductId, v.Position });
        });
    }
}
