using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Catalog;

/// <summary>Which of our goods somebody else means, where his words leave no doubt.</summary>
public sealed class AlikeVariants(ShopDb db, SellableVariants sellable)
{
    /// <param name="words">What the goods are called elsewhere, with their options; or a SKU in another spelling.</param>
    /// <returns>Null when no product of ours or more than one has these words, or when they leave open which variant.</returns>
    public async Task<SellableVariant?> Find(string words)
    {
        var said = SearchTokens.Of(words);
        if (said.Count == 0 || words.Contains('\0', StringComparison.Ordinal)) return null;
        var found = await SearchToken.Among(db.Read<StoredProduct>(), db, words).OrderBy(p => p.Id).Select(p => p.Id).Take(2).ToListAsync();
        if (found.Count != 1) return null;
        var skus = await db.Read<StoredVariant>().Where(v => v.ProductId == found[0]).Select(v => v.Sku).ToListAsync();
        var variants = (await sellable.Find(skus)).Values.ToList();
        var named = variants.Where(v => Says(v.Name)).ToList();
        var meant = named.Count == 1 ? named : named.Where(v => Says(v.Options)).ToList();
        if (meant.Count == 0) meant = variants.Where(v => Said(v.Sku)).ToList();
        return meant.Count == 1 ? meant[0] : null;

        bool Says(Text text) => Said(text.Zh) || Said(text.En);
        bool Said(string text) => SearchTokens.OfQuery(text) is { Count: > 0 } all && all.All(said.Contains);
    }
}
