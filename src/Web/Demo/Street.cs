using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Guidan.Web.Demo;

/// <summary>What became of the customers so far.</summary>
/// <param name="Recognized">Paid orders that the shop showed as paid within half a minute.</param>
/// <param name="Elsewhere">Bought at a channel's simulated shop.</param>
/// <param name="Refused">Refused by a rule, such as goods that are sold out.</param>
/// <param name="Failed">Neither done nor refused: no answer, a broken one, a payment that was not recognized.</param>
internal sealed record StreetCounts(int Came, int Placed, int Paid, int Recognized, int Canceled, int Left, int Elsewhere, int Refused, int Failed, TimeSpan SlowestPlacing);

/// <summary>The street in front of a shop: customers come one after the other and buy over HTTP as anybody would.</summary>
internal sealed class Street(Uri shop, IReadOnlyList<DemoPerson> people)
{
    private const int AtOnceMost = 64;
    private const double ShareElsewhere = 0.25;
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(10);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = shop, Timeout = TimeSpan.FromSeconds(20),
    };

    // The first who pays sees where the simulated parties live; from then on some buy at the channels' shops there.
    private volatile Uri? sandbox;

    private readonly ConcurrentDictionary<string, int> troubles = new();
    private readonly Lock gate = new();
    private StreetCounts counts = new(0, 0, 0, 0, 0, 0, 0, 0, 0, TimeSpan.Zero);

    public StreetCounts Seen()
    {
        lock (gate) return counts;
    }

    /// <summary>What went wrong, most frequent first.</summary>
    public IReadOnlyList<(string Trouble, int Times)> Troubles() =>
        troubles.OrderByDescending(t => t.Value).Take(20).Select(t => (t.Key, t.Value)).ToList();

    /// <summary>Sends customers in; each may take his time, so several are in the shop at once.</summary>
    public async Task Send(int count, TimeSpan every, Action<StreetCounts> tell, CancellationToken ct)
    {
        using var room = new SemaphoreSlim(AtOnceMost);
        var (inside, told) = (new List<Task>(), Stopwatch.GetTimestamp());
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (i > 0) await Task.Delay(every, ct);
                await room.WaitAsync(ct);
                inside.RemoveAll(t => t.IsCompleted);
                inside.Add(Visit(room, ct));
                if (Stopwatch.GetElapsedTime(told) < TellEvery) continue;
                told = Stopwatch.GetTimestamp();
                tell(Seen());
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Whoever is inside finishes or leaves; nobody else comes.
        }
        await Task.WhenAll(inside);
        http.Dispose();
    }

    private async Task Visit(SemaphoreSlim room, CancellationToken ct)
    {
        Count(c => c with { Came = c.Came + 1 });
        try
        {
            var person = people[Random.Shared.Next(people.Count)];
            if (sandbox is { } there && Random.Shared.NextDouble() < ShareElsewhere && await new ChannelShopper(new(http, there), person, Count).Buy(ct)) return;
            await new Shopper(http, person, Count, found => sandbox = found).Buy(ct);
        }
        catch (Refused refused)
        {
            Count(c => c with { Refused = c.Refused + 1 });
            Note(refused.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // He was told to leave.
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException or JsonException or NotRecognized or InvalidOperationException)
        {
            Count(c => c with { Failed = c.Failed + 1 });
            Note(cause.Message);
        }
        finally
        {
            room.Release();
        }
    }

    private void Note(string trouble) => troubles.AddOrUpdate(trouble, 1, (_, times) => times + 1);

    private void Count(Func<StreetCounts, StreetCounts> step)
    {
        lock (gate) counts = step(counts);
    }
}

/// <summary>The shop said no, with a reason.</summary>
internal sealed class Refused(string code) : Exception(code);

/// <summary>Paid, and the shop does not know it after half a minute.</summary>
internal sealed class NotRecognized(string number) : Exception($"paid but not recognized: {number}");
