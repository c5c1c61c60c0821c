using System.Net;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Tests.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Assurance;

/// <summary>Messages that stand still and books that do not add up: each cause provoked, named, and gone by its remedy.</summary>
public abstract class CausesOfRecordsTests(ShopFixture shop)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(6);
    private readonly GapWatch gaps = new(shop);

    [Fact, Cause("stuck.inbox", "equation:inbox.waiting")]
    public async Task Messages_that_nobody_reads_are_named_and_read_once_the_program_runs()
    {
        var channel = new Channel(shop);
        var order = channel.Order(await Sales.Stocked(shop, 10));
        Gap waits, equation;
        await using (await gaps.Still<InboxWorker>())
        {
            (await channel.Send(order, "evt-" + order.ExternalId)).ShouldBe(HttpStatusCode.OK);
            await shop.MoveClock(LongEnough);
            waits = await gaps.Named("stuck.inbox", g => g.Subject == "channel:standard evt-" + order.ExternalId, gaps.Look);
            equation = await gaps.Named("equation:inbox.waiting", g => g.Subject == "inbox.waiting", Check);
        }

        await channel.Here(order, "awaiting_payment");
        await gaps.Gone(waits, gaps.Look);
        await gaps.Gone(equation, Check);
    }

    [Fact, Cause("stuck.outbox", "equation:outbox.waiting")]
    public async Task Messages_that_do_not_leave_are_named_and_leave_once_the_program_runs()
    {
        var word = Guid.CreateVersion7().ToString("N");
        Gap waits, equation;
        await using (await gaps.Still<OutboxWorker>())
        {
            await using (var scope = shop.Scope())
            {
                var (db, outbox) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), scope.ServiceProvider.GetRequiredService<Outbox>());
                await db.Housekeep(() =>
                {
                    outbox.Send("test", word, "word", word);
                    return Task.CompletedTask;
                });
            }
            await shop.MoveClock(LongEnough);
            waits = await gaps.Named("stuck.outbox", g => g.Subject == "test " + word, gaps.Look);
            equation = await gaps.Named("equation:outbox.waiting", g => g.Subject == "outbox.waiting", Check);
        }

        await ShopFixture.Eventually(() => Recorder.Of(shop).Taken.ShouldContain(word));
        await gaps.Gone(waits, gaps.Look);
        await gaps.Gone(equation, Check);
    }

    [Fact, Cause("stuck.outbox")]
    public async Task A_message_that_was_given_up_is_named_and_leaves_when_it_is_sent_again()
    {
        var (id, word) = (Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"));
        // The repair would send it again by itself; here a person does.
        await using var jobs = await gaps.Still<JobRunner>();
        await gaps.Write("""
            insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
            values ($1, 'test', $2, 'word', $3, $4, $4, 2, 20)
            """, id, word, Json.Write(word), shop.Clock.GetUtcNow() - LongEnough);

        var gap = await gaps.Named("stuck.outbox", g => g.Subject == "test " + word, gaps.Look);
        (await shop.Admin.Post($"/api/admin/operations/outbox/{id}/replay")).ShouldBe(HttpStatusCode.OK);

        await ShopFixture.Eventually(() => Recorder.Of(shop).Taken.ShouldContain(word));
        await gaps.Gone(gap, gaps.Look);
    }

    [Theory, Cause]
    [InlineData("equation", "orders.sums", "update orders_order set goods = goods + 1 where number = $1", "update orders_order set goods = goods - 1 where number = $1")]
    [InlineData("equation:audit.changes", "audit.changes", "update inventory_movement set actor = 'a stranger', order_number = null where order_number = $1",
        "update inventory_movement set actor = 'system', order_number = $1 where actor = 'a stranger'")]
    [InlineData("equation:requests.keys", "requests.keys", "update orders_order set number = number + 10 where number = $1", "update orders_order set number = number - 10 where number = $1 + 10")]
    public async Task What_was_changed_behind_the_program_is_named_and_holds_again_when_it_is_put_right(string code, string equation, string damage, string mend)
    {
        var order = await Sales.Placed(shop, await Sales.Stocked(shop, 10), key: Guid.CreateVersion7().ToString());
        var number = long.Parse((string)order["number"]!);
        (await gaps.Write(damage, number)).ShouldBeGreaterThan(0);

        var gap = await gaps.Named(code, g => g.Subject == equation, Check);
        (await gaps.Write(mend, number)).ShouldBeGreaterThan(0);

        await gaps.Gone(gap, Check);
    }

    private async Task Check() => (await shop.Admin.Post("/api/admin/assurance/check", key: "")).ShouldBe(HttpStatusCode.OK);
}

public sealed class CausesOfRecordsOnSqlite(SqliteShop shop) : CausesOfRecordsTests(shop), IClassFixture<SqliteShop>;

public sealed class CausesOfRecordsOnPostgres(PostgresShop shop) : CausesOfRecordsTests(shop), IClassFixture<PostgresShop>;
