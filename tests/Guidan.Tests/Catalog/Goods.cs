using Guidan.Catalog;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Catalog;

/// <summary>Makes products for tests; every name is new, because tests share a shop.</summary>
internal static class Goods
{
    private static int made;

    /// <summary>A word that no other test uses.</summary>
    public static string Word(string start) => $"{start}{Interlocked.Increment(ref made)}x{Environment.ProcessId}";

    public static async Task<Guid> Category(ShopFixture shop, string? slug = null, Guid? parent = null)
    {
        var word = slug ?? Word("cat");
        return (await Run<SaveCategory, Category>(shop, s => s.Run(null, new(new("分类" + word, word), word, parent)))).Value.Id;
    }

    /// <summary>Everything that a product needs to be listed.</summary>
    public static ProductBody Complete(Guid category, string word, long price = 12_800) => new(
        new("龙井" + word, "Longjing " + word), new("<p>明前茶</p>", ""), new(null, null, ["green tea"]), [category], ["茶", "Spring"],
        [new(new("净含量", "Weight"), [new("50克", "50 g"), new("125克", "125 g")])],
        [
            new(word + "-50", Money.Cny(price), Options: [0], WeightGrams: 60),
            new(word + "-125", Money.Cny(price * 2), "6901234567892", [1], Money.Cny(price * 3), 140),
        ],
        [new("https://example.org/" + word + ".jpg", Alt: new("茶叶", ""))]);

    public static async Task<Result<T>> Run<TUseCase, T>(ShopFixture shop, Func<TUseCase, Task<Result<T>>> work)
        where TUseCase : notnull
    {
        await using var scope = shop.ScopeOfStaff("products.write");
        return await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public static Task<Result<ProductForm>> Save(ShopFixture shop, ProductBody body, Guid? id = null) =>
        Run<SaveProduct, ProductForm>(shop, s => s.Run(id, body));
}
