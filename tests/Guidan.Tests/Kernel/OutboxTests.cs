using System.Text;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Guidan.Tests.Kernel;

/// <summary>What leaves does so in order, at least once; what comes in is kept once.</summary>
public abstract class OutboxTests(ShopFixture shop)
{
    [Fact]
    public async Task Messages_of_one_stream_keep_their_order_even_within_a_millisecond()
    {
        var stream = New("stream");

        await Send(outbox =>
        {
            for (var i = 0; i < 120; i++) outbox.Send("test", stream, "note", $"{stream}:{i}");
        });

        await ShopFixture.Eventually(() => Delivered(stream).Count.ShouldBe(120));
        Delivered(stream).ShouldBe(Enumerable.Range(0, 120).Select(i => $"{stream}:{i}"));
    }

    [Fact]
    public async Task A_message_that_must_wait_holds_its_stream_and_no_other()
    {
        var (slow, quick) = (New("slow"), New("quick"));
        Recorder.Of(shop).RetryOnce($"{slow}:0");

        await Send(outbox =>
        {
            for (var i = 0; i < 3; i++) outbox.Send("test", slow, "note", $"{slow}:{i}");
            outbox.Send("test", quick, "note", $"{quick}:0");
        });

        await ShopFixture.Eventually(() => Delivered(quick).Count.ShouldBe(1));
        Delivered(slow).ShouldBeEmpty();
        await shop.MoveClock(TimeSpan.FromMinutes(1));
        await ShopFixture.Eventually(() => Delivered(slow).Count.ShouldBe(3));
        Delivered(slow).ShouldBe([$"{slow}:0", $"{slow}:1", $"{slow}:2"]);
    }

    [Fact]
    public async Task A_receiver_that_hangs_delays_nobody_else()
    {
        var (hangs, others) = (New("hangs"), New("others"));

        await Send(outbox =>
        {
            for (var i = 0; i < 3; i++) outbox.Send("hanging", $"{hangs}-{i}", "note", $"{hangs}:{i}");
        });
        await ShopFixture.Eventually(() => Hung(hangs).ShouldBe([$"{hangs}:0"]));
        // They come later, while the first is still being taken; they would wait behind it if all shared one batch.
        for (var i = 0; i < 2; i++)
        {
            await Send(outbox => outbox.Send("test", others, "note", $"{others}:{i}"));
            await ShopFixture.Eventually(() => Delivered(others).Count.ShouldBe(i + 1));
        }

        Hung(hangs).ShouldBe([$"{hangs}:0"]);
        Hanging.Of(shop).Free(3);
        await ShopFixture.Eventually(async () => (await States(hangs)).ShouldAllBe(m => m.State == MessageState.Done && m.Attempts == 1));
        Hung(hangs).ShouldBe([$"{hangs}:0", $"{hangs}:1", $"{hangs}:2"]);
    }

    [Fact]
    public async Task What_was_taken_and_not_begun_is_given_back_when_the_program_stops()
    {
        var hangs = New("stopped");
        await Send(outbox =>
        {
            for (var i = 0; i < 3; i++) outbox.Send("hanging", $"{hangs}-{i}", "note", $"{hangs}:{i}");
        });
        await ShopFixture.Eventually(() => Hung(hangs).ShouldBe([$"{hangs}:0"]));

        var worker = shop.Services.GetServices<IHostedService>().OfType<OutboxWorker>().Single();
        await worker.StopAsync(TestContext.Current.CancellationToken);
        // What became of the one in hand is not known; the others are as if they had never been taken.
        var now = shop.Clock.GetUtcNow();
        (await States(hangs)).Select(m => (m.State, m.Attempts, m.DueAt <= now))
            .ShouldBe([(MessageState.Waiting, 1, false), (MessageState.Waiting, 0, true), (MessageState.Waiting, 0, true)]);
        await worker.StartAsync(TestContext.Current.CancellationToken);

        Hanging.Of(shop).Free(2);
        await ShopFixture.Eventually(() => Hung(hangs).ShouldBe([$"{hangs}:0", $"{hangs}:1", $"{hangs}:2"]));
        await shop.MoveClock(TimeSpan.FromMinutes(2));
        Hanging.Of(shop).Free(1);
        await ShopFixture.Eventually(async () => (await States(hangs)).ShouldAllBe(m => m.State == MessageState.Done));
        Hung(hangs).ShouldBe([$"{hangs}:0", $"{hangs}:1", $"{hangs}:2", $"{hangs}:0"]);
    }

    [Fact]
    public async Task What_nobody_takes_is_dead_and_says_why_and_lets_its_stream_go_on()
    {
        var stream = New("dead");

        await Send(outbox =>
        {
            outbox.Send("nobody", stream, "note", 1);
            outbox.Send("test", stream, "note", $"{stream}:2");
        });

        await ShopFixture.Eventually(() => Delivered(stream).ShouldBe([$"{stream}:2"]));
        await ShopFixture.Eventually(async () =>
        {
            var dead = await shop.With<ShopDb, OutboxMessage>(db =>
                Task.FromResult(db.Read<OutboxMessage>().Single(m => m.Stream == stream && m.Receiver == "nobody")));
            dead.State.ShouldBe(MessageState.Dead);
            dead.Error.ShouldBe("Nobody is called nobody");
            dead.DoneAt.ShouldBeNull();
        });
    }

    [Fact]
    public async Task What_is_sent_with_a_delay_leaves_after_it()
    {
        var stream = New("later");

        await Send(outbox => outbox.Send("test", stream, "note", $"{stream}:1", TimeSpan.FromHours(2)));

        await Task.Delay(700);
        Delivered(stream).ShouldBeEmpty();
        await shop.MoveClock(TimeSpan.FromHours(2));
        await ShopFixture.Eventually(() => Delivered(stream).ShouldBe([$"{stream}:1"]));
    }

    [Fact]
    public async Task What_comes_twice_is_stored_once()
    {
        var key = New("event");
        var headers = new Dictionary<string, string> { ["signature"] = "s" };

        var first = await Store(key, "first");
        var second = await Store(key, "second");
        var many = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store(key + "-many", "x")));

        (first, second).ShouldBe((true, false));
        many.Count(stored => stored).ShouldBe(1);
        var kept = await shop.With<ShopDb, InboxMessage>(db =>
            Task.FromResult(db.Read<InboxMessage>().Single(m => m.Source == "test" && m.EventKey == key)));
        Encoding.UTF8.GetString(kept.Body).ShouldBe("first");
        kept.Headers.ShouldBe("""{"signature":"s"}""");
        kept.BodyHash.ShouldBe("a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e");

        Task<bool> Store(string eventKey, string body) =>
            shop.With<Inbox, bool>(inbox => inbox.Store("test", eventKey, Encoding.UTF8.GetBytes(body), headers));
    }

    [Fact]
    public async Task What_nobody_reads_waits_visibly_with_its_cause()
    {
        var key = New("unread");

        await shop.With<Inbox, bool>(inbox => inbox.Store("nobody", key, [1], new Dictionary<string, string>()));

        await ShopFixture.Eventually(async () =>
        {
            var message = await shop.With<ShopDb, InboxMessage>(db => Task.FromResult(db.Read<InboxMessage>().Single(m => m.EventKey == key)));
            (message.State, message.Outcome).ShouldBe((MessageState.Dead, "Nobody reads nobody"));
        });
    }

    private static string New(string what) => $"{what}-{Guid.CreateVersion7():N}";

    private List<string> Delivered(string stream) =>
        Recorder.Of(shop).Taken.Where(payload => payload.StartsWith(stream + ":", StringComparison.Ordinal)).ToList();

    private List<string> Hung(string stream) =>
        Hanging.Of(shop).Taken.Where(payload => payload.StartsWith(stream + ":", StringComparison.Ordinal)).ToList();

    private Task<List<OutboxMessage>> States(string stream) => shop.With<ShopDb, List<OutboxMessage>>(db =>
        Task.FromResult(db.Read<OutboxMessage>().Where(m => m.Receiver == "hanging" && m.Stream.StartsWith(stream)).OrderBy(m => m.Id).ToList()));

    private async Task Send(Action<Outbox> send)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        await db.Housekeep(() =>
        {
            send(scope.ServiceProvider.GetRequiredService<Outbox>());
            return Task.CompletedTask;
        });
    }
}

[Collection(OnSqlite.Name)]
public sealed class OutboxOnSqlite(SqliteShop shop) : OutboxTests(shop);

[Collection(OnPostgres.Name)]
public sealed class OutboxOnPostgres(PostgresShop shop) : OutboxTests(shop);
