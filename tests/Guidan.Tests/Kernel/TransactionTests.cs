using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Kernel;

/// <summary>The promises of one use case in one transaction, kept alike by both engines.</summary>
public abstract class TransactionTests(ShopFixture shop)
{
    private static readonly Statement Insert = new("insert into kernel_setting (name, value, version) values ($1, $2, 1)");
    private static readonly Statement Find = new("select value from kernel_setting where name = $1");
    private static readonly Statement AuditOf = new("select count(*) from audit_entry where target = $1");
    private static readonly Refusal No = Refusal.Conflict("test.no", new("不行", "No"), new("不行", "No"), new("算了", "Leave it"));

    private static string New(string what) => $"{what}-{Guid.CreateVersion7():N}";

    [Fact]
    public async Task Many_at_once_all_become_durable()
    {
        var names = Enumerable.Range(0, 400).Select(i => New($"many-{i}")).ToList();

        await Task.WhenAll(names.Select(name => Write(name, "1")));

        foreach (var name in names) (await Value(name)).ShouldBe("1");
    }

    [Fact]
    public async Task What_was_answered_is_seen_by_the_next_reader()
    {
        for (var i = 0; i < 50; i++)
        {
            var name = New("seen");
            await Write(name, "1");
            (await Value(name)).ShouldBe("1");
        }
    }

    [Fact]
    public async Task A_refusal_leaves_nothing()
    {
        var name = New("refused");
        var woken = false;

        var result = await Run(async db =>
        {
            db.Record(name, null, "1");
            db.AfterCommit(() => woken = true);
            await db.Execute(Insert, name, "1");
            db.Later(Insert, [name + "-later", "1"]);
            return No;
        });

        result.Refusal.ShouldBe(No);
        (await Value(name)).ShouldBeNull();
        (await Value(name + "-later")).ShouldBeNull();
        (await AuditRows(name)).ShouldBe(0);
        woken.ShouldBeFalse();
    }

    [Fact]
    public async Task A_guard_that_matches_no_row_refuses_and_undoes_what_came_before()
    {
        var name = New("guarded");

        var result = await Run(db =>
        {
            db.Record(name, null, "1");
            db.Later(Insert, [name, "1"]);
            db.Later(new Statement("update kernel_setting set version = 2 where name = $1 and version = 9"), [name], 1, () => No);
            return Task.FromResult<Result<string>>("done");
        });

        result.Refusal.ShouldBe(No);
        (await Value(name)).ShouldBeNull();
    }

    [Fact]
    public async Task An_exception_leaves_nothing_and_reaches_the_caller()
    {
        var name = New("thrown");

        await Should.ThrowAsync<DivideByZeroException>(() => Run(async db =>
        {
            await db.Execute(Insert, name, "1");
            throw new DivideByZeroException();
        }));

        (await Value(name)).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_throws_does_not_undo_its_neighbors()
    {
        var names = Enumerable.Range(0, 60).Select(i => New($"neighbor-{i}")).ToList();

        var outcomes = await Task.WhenAll(names.Select(async (name, i) =>
        {
            try
            {
                await Run(async db =>
                {
                    db.Record(name, null, "1");
                    await db.Execute(Insert, name, "1");
                    if (i % 3 == 1) throw new DivideByZeroException();
                    return i % 3 == 2 ? No : (Result<string>)"done";
                });
                return "answered";
            }
            catch (DivideByZeroException)
            {
                return "thrown";
            }
        }));

        for (var i = 0; i < names.Count; i++)
        {
            outcomes[i].ShouldBe(i % 3 == 1 ? "thrown" : "answered");
            (await Value(names[i])).ShouldBe(i % 3 == 0 ? "1" : null);
            (await AuditRows(names[i])).ShouldBe(i % 3 == 0 ? 1 : 0);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_guard_without_a_refusal_of_its_own_is_a_programmers_error_and_undoes_everything(bool atTheEnd)
    {
        var name = New("guarded");

        // Not an unknown outcome: where the batch carries its commit, the database says that it undid both.
        await Should.ThrowAsync<InvariantBroken>(() => Run(async db =>
        {
            db.Record(name, null, "1");
            db.Later(Insert, [name, "1"]);
            db.Later(new Statement("update kernel_setting set value = $2 where name = $1"), [name + "-absent", "1"]);
            if (!atTheEnd) await db.Save();
            return "done";
        }));

        (await Value(name)).ShouldBeNull();
        (await AuditRows(name)).ShouldBe(0);
        (await Write(name, "2")).Value.ShouldBe("2");
    }

    [Fact]
    public async Task A_key_taken_meanwhile_makes_the_work_look_again()
    {
        var name = New("taken");
        await Write(name, "first");
        var attempts = 0;

        var result = await Run(async db =>
        {
            db.Record(name, null, null);
            var own = attempts++ == 0 ? name : name + "-other";
            await db.Execute(Insert, own, "second");
            return own;
        });

        attempts.ShouldBe(2);
        result.Value.ShouldBe(name + "-other");
        (await Value(name)).ShouldBe("first");
        (await Value(name + "-other")).ShouldBe("second");
        (await AuditRows(name)).ShouldBe(2);
    }

    [Fact]
    public async Task A_change_without_a_record_is_a_programmers_error_and_is_undone()
    {
        var name = New("unrecorded");

        await Should.ThrowAsync<InvariantBroken>(() => Run(async db =>
        {
            await db.Execute(Insert, name, "1");
            return "done";
        }));

        (await Value(name)).ShouldBeNull();
    }

    [Fact]
    public async Task Tracked_rows_and_statements_share_the_transaction()
    {
        var name = New("tracked");

        await Run(async db =>
        {
            db.Record(name, null, null);
            db.Set<Setting>().Add(new Setting { Name = name, Value = "tracked", Version = 7 });
            await db.Save();
            return (await db.Query(Find, r => r.Text(0), name)).Single();
        });

        (await shop.With<ShopDb, Setting>(db => Task.FromResult(db.Read<Setting>().Single(s => s.Name == name))))
            .Version.ShouldBe(7);
    }

    [Fact]
    public async Task Values_come_back_as_they_went_in()
    {
        var (name, at) = (New("values"), new DateTimeOffset(2026, 2, 28, 23, 59, 59, 123, 456, TimeSpan.Zero));
        var id = Guid.CreateVersion7();
        var statement = new Statement("insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts, error) values ($1, $2, $2, $2, $3, $4, $4, 2, 1, $5)");

        await Run(async db =>
        {
            db.Record(name, null, null);
            await db.Execute(statement, id, name, "龙井 🍵 'quoted'", at.ToOffset(TimeSpan.FromHours(8)), null);
            return "done";
        });

        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        var row = (await db.Query(new Statement("select id, payload, created_at, error, state from kernel_outbox where receiver = $1"),
            r => (r.Id(0), r.Text(1), r.Time(2), r.TextOrNull(3), r.Int(4)), name)).Single();
        row.ShouldBe((id, "龙井 🍵 'quoted'", at, null, 2));
        var tracked = db.Read<OutboxMessage>().Single(m => m.Id == id);
        (tracked.CreatedAt, tracked.State, tracked.Error).ShouldBe((at, MessageState.Dead, null));
    }

    [Fact]
    public async Task Those_who_wait_to_write_keep_nobody_from_reading()
    {
        var readers = shop.Services.GetRequiredService<Limits>().Readers;
        var scopes = Enumerable.Range(0, readers * 2).Select(_ => shop.Scope()).ToList();

        foreach (var scope in scopes)
        {
            var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
            await db.Query(Find, r => r.Text(0), "nothing").WaitAsync(TimeSpan.FromSeconds(10));
            await db.Rest();
        }

        foreach (var scope in scopes) await scope.DisposeAsync();
    }

    private Task<Result<string>> Write(string name, string value) => Run(db =>
    {
        db.Record(name, null, value);
        db.Later(Insert, [name, value]);
        return Task.FromResult<Result<string>>(value);
    });

    private async Task<Result<string>> Run(Func<ShopDb, Task<Result<string>>> work)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        return await db.InTransaction(new TryOut(), () => work(db));
    }

    private Task<string?> Value(string name) =>
        shop.With<ShopDb, string?>(async db => (await db.Query(Find, r => r.Text(0), name)).SingleOrDefault());

    private Task<long> AuditRows(string target) =>
        shop.With<ShopDb, long>(async db => (await db.Query(AuditOf, r => r.Long(0), target)).Single());
}

/// <summary>A use case of the tests' own, for what the kernel promises to every use case.</summary>
[Operation("test.try", "试一试", "Try out")]
internal sealed class TryOut;

[Collection(OnSqlite.Name)]
public sealed class TransactionsOnSqlite(SqliteShop shop) : TransactionTests(shop);

[Collection(OnPostgres.Name)]
public sealed class TransactionsOnPostgres(PostgresShop shop) : TransactionTests(shop);
