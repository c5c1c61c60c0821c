using System.Net.Http.Json;

namespace Guidan.FaultTests;

/// <summary>A clerk who ships, refunds and cancels what buyers have paid, at random; his answers may get lost like theirs.</summary>
internal sealed class Clerk(World world, Buyers buyers, int seed)
{
    public async Task Run(int day, CancellationToken stop)
    {
        var chance = new Random(HashCode.Combine(seed, day));
        while (!stop.IsCancellationRequested)
        {
            var paid = buyers.Journal.Where(a => a is { Paid: true, Told: Told.Ordered }).ToList();
            if (paid.Count > 0) await Act(paid[chance.Next(paid.Count)].Number!, chance);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private Task Act(string number, Random chance) => chance.Next(10) switch
    {
        < 5 => Post($"/api/admin/orders/{number}/fulfillments", new { carrier = "shunfeng", trackingNumber = $"SF{chance.NextInt64(1_000_000_000, 9_999_999_999)}" }),
        < 8 => Post($"/api/admin/orders/{number}/refunds", new { amount = new { amount = chance.Next(1, 2_000), currency = "CNY" }, reason = "fault test" }),
        _ => Post($"/api/admin/orders/{number}/cancel", new { reason = "fault test" }),
    };

    // Refusals are right as often as not: the order is shipped, returned or not paid yet. Only a failure is none.
    private async Task Post(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        try
        {
            using var answer = await world.Shop.Admin.SendAsync(request);
            ((int)answer.StatusCode).ShouldNotBe(500, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception cause) when (Unanswered.Is(cause))
        {
            // The shop was killed; what became of it, the books must show consistently.
        }
    }
}
