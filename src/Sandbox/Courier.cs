using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Sandbox;

/// <summary>Carries messages to the shop when they are due, and turns the clockwork of trades and parcels.</summary>
internal sealed class Courier(Outbox outbox, AlipayNotices notices, FaultBoard board, Clockwork clockwork,
    ILogger<Courier> log) : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim free = new(AtOnce);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        while (!stoppingToken.IsCancellationRequested)
        {
            Turn();
            foreach (var delivery in outbox.TakeDue(AtOnce * 4))
            {
                await free.WaitAsync(stoppingToken);
                var carrying = Carry(delivery, stoppingToken);
                // Held back to be reordered, they must also leave one after the other.
                if (delivery.Order < 0) await carrying;
            }

            await timer.WaitForNextTickAsync(stoppingToken);
        }
    }

    public override void Dispose()
    {
        http.Dispose();
        free.Dispose();
        base.Dispose();
    }

    private void Turn()
    {
        try
        {
            clockwork.Tick();
        }
        catch (IOException error)
        {
            // The disk may have room again later; the world stands still until then.
            log.LogError(error, "The journal could not be written.");
        }
    }

    private async Task Carry(Delivery delivery, CancellationToken stopping)
    {
        try
        {
            await Deliver(delivery, board.For(delivery.Party), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It stays in the journal as due and leaves again after the restart.
        }
        catch (Exception error)
        {
            log.LogError(error, "Delivery {Id} to {Url} broke.", delivery.Id, delivery.Url);
        }
        finally
        {
            if (!stopping.IsCancellationRequested) free.Release();
        }
    }

    private async Task Deliver(Delivery delivery, Faults faults, CancellationToken stopping)
    {
        if (delivery.Lost)
        {
            // Whoever sent it believes that it arrived.
            outbox.Tried(delivery, "lost", null, null);
            return;
        }

        if (faults.Drop)
        {
            clockwork.Tried(delivery, accepted: false, outbox.Tried(delivery, "dropped", null, null));
            return;
        }

        if (faults.Forge)
        {
            var (_, status, answer) = await Post(delivery, forged: true, stopping);
            outbox.Forged(delivery, status, answer);
        }

        var copies = delivery.Copies + faults.Duplicate;
        var tries = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Post(delivery, false, stopping)));
        var best = tries.FirstOrDefault(attempt => attempt.Result == "accepted", tries[0]);
        clockwork.Tried(delivery, best.Result == "accepted", outbox.Tried(delivery, best.Result, best.Status, best.Answer));
    }

    private async Task<(string Result, int? Status, string? Answer)> Post(
        Delivery delivery, bool forged, CancellationToken stopping)
    {
        try
        {
            using var message = clockwork.Seal(delivery, notices, forged);
            using var response = await http.SendAsync(message, stopping);
            var answer = await response.Content.ReadAsStringAsync(stopping);
            var accepted = IsThanks(delivery.Party, (int)response.StatusCode, answer);
            return (accepted ? "accepted" : "refused", (int)response.StatusCode, answer[..Math.Min(answer.Length, 64)]);
        }
        catch (Exception error) when (error is HttpRequestException or UriFormatException or InvalidOperationException
            or NotSupportedException || (error is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return ("unreachable", null, null);
        }
    }

    private static bool IsThanks(string party, int status, string answer)
    {
        if (party == "shopify") return status is >= 200 and < 300;
        if (party == "woocommerce") return status is >= 200 and <= 302;
        if (status != 200) return false;
        if (party == "alipay") return answer == "success";
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.TryGetProperty("returnCode", out var code) && code.ToString() == "200";
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
