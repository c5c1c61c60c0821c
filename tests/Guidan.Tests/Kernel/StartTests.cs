namespace Guidan.Tests.Kernel;

public abstract class StartTests(ShopFixture shop)
{
    [Fact]
    public async Task Version_is_answered()
    {
        var answer = await shop.Store.Get("/version");

        answer.ShouldBe(System.Net.HttpStatusCode.OK);
        ((string?)answer.Json!["version"]).ShouldBe("0.1.0");
    }

    [Fact]
    public async Task The_clock_follows_the_test()
    {
        var before = shop.Clock.GetUtcNow();

        await shop.MoveClock(TimeSpan.FromHours(1));

        (shop.Clock.GetUtcNow() - before).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(1) + TimeSpan.FromSeconds(5));
    }
}

[Collection(OnSqlite.Name)]
public sealed class StartOnSqlite(SqliteShop shop) : StartTests(shop);

[Collection(OnPostgres.Name)]
public sealed class StartOnPostgres(PostgresShop shop) : StartTests(shop);
