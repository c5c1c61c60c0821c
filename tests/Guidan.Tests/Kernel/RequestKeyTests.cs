using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Kernel;

/// <summary>The same request twice does one thing and gives one answer.</summary>
public abstract class RequestKeyTests(ShopFixture shop)
{
    private static readonly Statement Insert = new("insert into kernel_setting (name, value, version) values ($1, $2, 1)");
    private static readonly Statement TakeOne = new("update kernel_setting set version = version - 1 where name = $1 and version > 0");
    private static readonly Statement Left = new("select version from kernel_setting where name = $1");
    private static readonly Refusal SoldOut = Refusal.Conflict("test.sold_out", new("卖完了", "Sold out"), new("卖完了", "Sold out"), new("换一件", "Take another"));

    public sealed record Made(string Name, long Number);

    private sealed record Outcome(Result<Made> Result, bool Replayed, int Runs);

    private static string New(string what) => $"{what}-{Guid.CreateVersion7():N}";

    [Fact]
    public async Task A_repeat_gets_the_same_answer_and_does_nothing()
    {
        var (key, name) = (New("key"), New("once"));

        var first = await Make(key, 1, name);
        var second = await Make(key, 1, name);

        first.Result.Value.ShouldBe(new Made(name, 0));
        (first.Replayed, second.Replayed).ShouldBe((false, true));
        second.Result.Value.ShouldBe(first.Result.Value);
        (await Rows(name)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_for_another_body_is_refused()
    {
        var (key, name, other) = (New("key"), New("body"), New("other"));
        await Make(key, 1, name);

        var second = await Make(key, 2, other);

        second.Result.Refusal!.Code.ShouldBe("idempotency.mismatch");
        second.Result.Refusal.Kind.ShouldBe(RefusalKind.Invalid);
        (await Rows(other)).ShouldBe(0);
    }

    [Fact]
    public async Task Many_at_once_under_one_key_do_one_thing()
    {
        var (key, name) = (New("key"), New("race"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Make(key, 1, name)));

        outcomes.Count(o => !o.Replayed).ShouldBe(1);
        outcomes.ShouldAllBe(o => o.Result.IsOk && o.Result.Value == new Made(name, 0));
        (await Rows(name)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var (key, name) = (New("key"), New("free"));

        var first = await Under(key, 1, (_, _) => Task.FromResult<Result<Made>>(SoldOut));
        var second = await Make(key, 1, name);

        first.Result.Refusal.ShouldBe(SoldOut);
        (second.Replayed, second.Result.Value).ShouldBe((false, new Made(name, 0)));
    }

    [Fact]
    public async Task The_one_who_took_the_last_piece_hears_so_again_instead_of_sold_out()
    {
        var (key, name) = (New("key"), New("last"));
        await Make(New("key"), 1, name);
        Task<Outcome> TakeLast() => Under(key, 1, async (db, _) =>
        {
            db.Record(name, null, null);
            // Decided by what is read before anything is written, as most use cases do.
            if (db.Read<Setting>().Single(s => s.Name == name).Version == 0) return SoldOut;
            db.Later(TakeOne, [name], 1, () => SoldOut);
            return await Task.FromResult(new Made(name, 1));
        });

        var first = await TakeLast();
        var again = await TakeLast();
        var other = await Under(New("key"), 1, (db, _) => Task.FromResult<Result<Made>>(
            db.Read<Setting>().Single(s => s.Name == name).Version == 0 ? SoldOut : new Made(name, 2)));

        first.Result.Value.ShouldBe(new Made(name, 1));
        (again.Replayed, again.Result.Value).ShouldBe((true, new Made(name, 1)));
        other.Result.Refusal.ShouldBe(SoldOut);
        (await shop.With<ShopDb, long>(async db => (await db.Query(Left, r => r.Long(0), name)).Single())).ShouldBe(0);
    }

    [Fact]
    public async Task A_repeat_that_stumbles_over_its_own_row_gets_the_answer()
    {
        var (key, name) = (New("key"), New("stumble"));
        Task<Outcome> Blindly() => Under(key, 1, (db, _) =>
        {
            db.Record(name, null, null);
            db.Later(Insert, [name, "1"]);
            return Task.FromResult<Result<Made>>(new Made(name, 5));
        });
        await Blindly();

        var again = await Blindly();

        (again.Replayed, again.Result.Value).ShouldBe((true, new Made(name, 5)));
    }

    [Fact]
    public async Task Housekeeping_leaves_the_key_to_the_use_case()
    {
        var (key, name) = (New("key"), New("house"));
        async Task<Outcome> WithHousekeeping()
        {
            await using var scope = shop.Scope();
            scope.ServiceProvider.GetRequiredService<RequestKey>().Bind("tests", key, [1]);
            await scope.ServiceProvider.GetRequiredService<ShopDb>().Housekeep(() => Task.CompletedTask);
            return await InScope(scope.ServiceProvider, (db, _) => Add(db, name));
        }

        await WithHousekeeping();
        var again = await WithHousekeeping();

        again.Replayed.ShouldBeTrue();
        (await Rows(name)).ShouldBe(1);
    }

    [Fact]
    public async Task What_became_of_a_key_can_be_asked()
    {
        var (key, name) = (New("key"), New("asked"));
        await Make(key, 1, name);

        var stored = await shop.With<Claims, StoredAnswer?>(claims => claims.StoredOf("tests", key));
        stored!.Answer.ShouldBe($$"""{"name":"{{name}}","number":0}""");
        stored.Fingerprint.ShouldBe([(byte)1]);
        (await shop.With<Claims, StoredAnswer?>(claims => claims.StoredOf("tests", key + "x"))).ShouldBeNull();
    }

    private Task<Outcome> Make(string key, byte body, string name) => Under(key, body, (db, _) => Add(db, name));

    // Reads first, so that the claim goes out before the answer is known.
    private static async Task<Result<Made>> Add(ShopDb db, string name)
    {
        db.Record(name, null, null);
        var before = (await db.Query(Left, r => r.Long(0), name)).Count;
        await db.Execute(Insert, name, "1");
        return new Made(name, before);
    }

    private async Task<Outcome> Under(string key, byte body, Func<ShopDb, int, Task<Result<Made>>> work)
    {
        await using var scope = shop.Scope();
        scope.ServiceProvider.GetRequiredService<RequestKey>().Bind("tests", key, [body]);
        return await InScope(scope.ServiceProvider, work);
    }

    private static async Task<Outcome> InScope(IServiceProvider services, Func<ShopDb, int, Task<Result<Made>>> work)
    {
        var db = services.GetRequiredService<ShopDb>();
        var runs = 0;
        var result = await db.InTransaction(new TryOut(), () => work(db, runs++));
        return new Outcome(result, services.GetRequiredService<RequestKey>().Replayed, runs);
    }

    private Task<int> Rows(string name) =>
        shop.With<ShopDb, int>(async db => (await db.Query(Left, r => r.Long(0), name)).Count);
}

[Collection(OnSqlite.Name)]
public sealed class RequestKeysOnSqlite(SqliteShop shop) : RequestKeyTests(shop);

[Collection(OnPostgres.Name)]
public sealed class RequestKeysOnPostgres(PostgresShop shop) : RequestKeyTests(shop);
