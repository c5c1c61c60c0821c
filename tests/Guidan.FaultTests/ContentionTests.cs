using System.Net;
using System.Net.Http.Json;

namespace Guidan.FaultTests;

/// <summary>
/// Many change one row at once, and the database refuses a share of all changes because of it. GUIDAN_ROUNDS and
/// GUIDAN_SEED widen or repeat a run.
/// </summary>
public sealed class ContentionTests(ITestOutputHelper output)
{
    private const int BuyersAtOnce = 16;
    private const long Opening = 100_000;
    private static readonly int Rounds = Settings.Number("GUIDAN_ROUNDS", 12, 300);
    private static readonly int Seed = Settings.Seed;

    // A twentieth of the changes of these tables fails as it does when two of them collide, by turns at once and at the commit.
    private const string Collide = """
        create sequence faults_turn;
        create function faults_collide() returns trigger language plpgsql as $$
        begin
            if nextval('faults_turn') % 20 = 0 then
                raise exception 'collided, because a test wants it' using errcode = case when random() < 0.5 then '40001' else '40P01' end;
            end if;
            return new;
        end $$;
        create trigger faults_level before update on inventory_level for each row execute function faults_collide();
        create trigger faults_request before update on payments_request for each row execute function faults_collide();
        create constraint trigger faults_order after insert or update on orders_order deferrable initially deferred for each row execute function faults_collide();
        """;

    [Fact]
    public async Task Figures_are_exact_when_buyers_clerks_and_cancels_collide_on_one_sku()
    {
        output.WriteLine($"GUIDAN_SEED={Seed} GUIDAN_ROUNDS={Rounds}");
        await using var world = await World.Open("postgres");
        await world.Stock(Opening, "CLASH-1");
        await world.Sql(Collide);
        var buyers = new Buyers(world, ["CLASH-1"], Seed);
        var (added, failed, canceled) = (0L, 0, 0);

        async Task<bool> Post(string path, object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
            using var answer = await world.Shop.Admin.SendAsync(request);
            if ((int)answer.StatusCode >= 500)
            {
                Interlocked.Increment(ref failed);
                output.WriteLine($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
            return answer.IsSuccessStatusCode;
        }
        async Task Buy(int buyer)
        {
            var chance = new Random(HashCode.Combine(Seed, buyer));
            for (var i = 0; i < Rounds; i++)
            {
                var asked = await buyers.Order(new Dictionary<string, long> { ["CLASH-1"] = chance.Next(1, 4) });
                if (asked.Told != Told.Ordered) continue;
                if (i % 3 == 0) await buyers.Pay(asked, "normal");
                else if (i % 3 == 1 && await Post($"/api/admin/orders/{asked.Number}/cancel", new { reason = "clash" })) Interlocked.Increment(ref canceled);
            }
        }
        async Task Move(int clerk)
        {
            var chance = new Random(HashCode.Combine(Seed, -clerk));
            for (var i = 0; i < Rounds * 2; i++)
            {
                var quantity = chance.Next(2) == 0 ? chance.Next(1, 10) : -chance.Next(1, 10);
                if (await Post("/api/admin/stock/CLASH-1/movements", new { quantity, reason = "clash" })) Interlocked.Add(ref added, quantity);
            }
        }
        await Task.WhenAll(Enumerable.Range(0, BuyersAtOnce).Select(Buy).Concat(Enumerable.Range(1, 3).Select(Move)));

        var broken = buyers.Journal.Count(a => a.Why is { } why && why.StartsWith('5'));
        await world.MoveClocks(TimeSpan.FromMinutes(3));
        var books = await world.Settled(buyers);
        var kept = books.Orders.Where(o => o.State != "canceled").ToList();
        var (paid, unpaid) = (kept.Where(o => o.Paid > 0).Sum(o => o.Units), kept.Where(o => o.Paid == 0).Sum(o => o.Units));
        books.Levels.Select(l => (l.OnHand, l.Reserved, l.Allocated, l.Available)).ShouldBe([(Opening + added, unpaid, paid, Opening + added - unpaid - paid)]);
        books.Orders.Count(o => o.State == "canceled").ShouldBe(canceled);
        kept.Count(o => o.Paid > 0).ShouldBe(buyers.Journal.Count(a => a.Paid));
        output.WriteLine($"{books.Orders.Count} orders, {canceled} canceled, {books.Movements.Count} movements; {broken + failed} answers of {buyers.Journal.Count + BuyersAtOnce * Rounds / 3 + Rounds * 6} said that it cannot be saved now");
        (broken, failed).ShouldBe((0, 0), "a collision is tried again, not passed on");
    }
}
