using System.Text;
using Guidan.Kernel;

namespace Guidan.Tests.Kernel;

/// <summary>What was stored is made sense of: in order about one thing, at once about several, and done with its effect.</summary>
public abstract class InboxTests(ShopFixture shop)
{
    [Fact]
    public async Task Messages_about_one_thing_keep_their_order_while_those_about_others_are_handled_at_once()
    {
        var streams = Enumerable.Range(0, 6).Select(i => New("thing")).ToList();

        for (var i = 0; i < 20; i++)
        {
            foreach (var stream in streams) await Store($"{stream}:{i:D2}");
        }

        foreach (var stream in streams)
        {
            await ShopFixture.Eventually(() => Taken(stream).Count.ShouldBe(20));
            Taken(stream).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{stream}:{i:D2}"));
        }
        InboxRecord.Of(shop).Overtaken.ShouldBeEmpty();
        InboxRecord.Of(shop).Most.ShouldBeInRange(2, new Limits().InboxHandlers);
    }

    [Fact]
    public async Task What_its_effect_committed_is_done_even_when_the_handler_fails_afterwards()
    {
        var stream = New("committed");

        await Store($"{stream}:commits, then fails");

        await Becomes(stream, MessageState.Done, "committed", attempts: 1);
        await shop.MoveClock(TimeSpan.FromHours(1));
        await Task.Delay(700);
        Taken(stream).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_undone_is_not_done_and_tried_again()
    {
        var stream = New("undone");

        await Store($"{stream}:fails, then commits nothing");

        await Becomes(stream, MessageState.Waiting, "before the commit", attempts: 1);
        await shop.MoveClock(TimeSpan.FromMinutes(1));
        await Becomes(stream, MessageState.Done, null, attempts: 2);
        Taken(stream).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_node_took_and_never_finished_is_taken_over_after_a_minute()
    {
        var stream = New("held");
        var until = shop.Clock.GetUtcNow().AddSeconds(60);
        await shop.With<ShopDb, bool>(async db =>
        {
            // As a node leaves it that was killed while it handled the message.
            await db.Housekeep(() => db.Execute(Held, Guid.CreateVersion7(), "recorder", stream, Encoding.UTF8.GetBytes(stream + ":x"), until));
            return true;
        });

        await Task.Delay(1_200);
        Taken(stream).ShouldBeEmpty();
        await shop.MoveClock(TimeSpan.FromSeconds(61));

        await Becomes(stream, MessageState.Done, null, attempts: 2);
        Taken(stream).Count.ShouldBe(1);
    }

    private static readonly Statement Held = new(
        """
        insert into kernel_inbox (id, source, event_key, body, headers, body_hash, received_at, state, due_at, attempts)
        values ($1, $2, $3, $4, '{}', '', $5, 0, $5, 1)
        """);

    private static string New(string what) => $"{what}-{Guid.CreateVersion7():N}";

    private Task<bool> Store(string body) => shop.With<Inbox, bool>(inbox =>
        inbox.Store("recorder", body, Encoding.UTF8.GetBytes(body), new Dictionary<string, string>()));

    private List<string> Taken(string stream) =>
        InboxRecord.Of(shop).Taken.Where(body => body.StartsWith(stream + ":", StringComparison.Ordinal)).ToList();

    private Task Becomes(string stream, MessageState state, string? outcome, int attempts) => ShopFixture.Eventually(async () =>
    {
        var message = await shop.With<ShopDb, InboxMessage>(db => Task.FromResult(db.Read<InboxMessage>().Single(m => m.EventKey.StartsWith(stream))));
        (message.State, message.Outcome, message.Attempts).ShouldBe((state, outcome, attempts));
    });
}

[Collection(OnSqlite.Name)]
public sealed class InboxOnSqlite(SqliteShop shop) : InboxTests(shop);

[Collection(OnPostgres.Name)]
public sealed class InboxOnPostgres(PostgresShop shop) : InboxTests(shop);
