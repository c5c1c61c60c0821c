using System.Collections.Concurrent;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Notices;

/// <summary>
/// Sends what is due. Each receiver has a run of its own, so a slow one delays nobody else; within a receiver one order's
/// events follow one another, and different orders go side by side.
/// </summary>
internal sealed class WebhookWorker(IServiceScopeFactory scopes, WebhookSender sender, Sealer sealer, TimeProvider clock, ILogger<WebhookWorker> log)
    : BackgroundService
{
    private const int BatchMost = 20;
    // Longer than the sender's patience: nothing is sent twice because an answer took its time.
    private static readonly TimeSpan LeaseFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly Statement Due = new(
        """
        select e.id from notices_endpoint e where e.state = 0 and exists (
            select 1 from notices_delivery d where d.endpoint = e.id and d.state = 0 and d.due_at <= $1)
        """);
    private const string Head =
        """
        update notices_delivery set due_at = $2, attempts = attempts + 1 where endpoint = $3 and id in (
            select id from notices_delivery m where m.endpoint = $3 and m.state = 0 and m.due_at <= $1 and not exists (
                select 1 from notices_delivery b
                where b.endpoint = m.endpoint and b.stream = m.stream and b.state = 0 and b.id < m.id)
            order by m.id limit $4
        """;
    private static readonly Statement Take = new(
        Head + ") returning id, payload, attempts", Head + " for update skip locked) returning id, payload, attempts");

    private readonly ConcurrentDictionary<Guid, Task> running = new();

    private sealed record Taken(Guid Id, string Payload, int Attempts);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Look);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken)) await StartDue(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running.Values);
        }
    }

    private async Task StartDue(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var due = await scope.ServiceProvider.GetRequiredService<ShopDb>().Query(Due, r => r.Id(0), clock.GetUtcNow());
            foreach (var endpoint in due)
            {
                if (running.TryGetValue(endpoint, out var run) && !run.IsCompleted) continue;
                running[endpoint] = Task.Run(() => Serve(endpoint, ct), CancellationToken.None);
            }
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            log.LogError(cause, "Looking for webhooks that are due failed; trying again");
        }
    }

    private async Task Serve(Guid endpoint, CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested && await SendBatch(endpoint, ct)) { }
        }
        catch (Exception cause)
        {
            if (!ct.IsCancellationRequested) log.LogError(cause, "Sending webhooks to {Endpoint} failed; trying again", endpoint);
        }
    }

    private async Task<bool> SendBatch(Guid endpoint, CancellationToken ct)
    {
        List<Taken> taken = [];
        WebhookEndpoint? to;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
            to = db.Read<WebhookEndpoint>().FirstOrDefault(e => e.Id == endpoint && e.State == WebhookState.On);
            if (to is null) return false;
            var now = clock.GetUtcNow();
            await db.Housekeep(async () => taken = await db.Query(Take, r => new Taken(r.Id(0), r.Text(1), r.Int(2)),
                now, now + LeaseFor, endpoint, BatchMost));
        }
        var secrets = Secrets(to);
        await Task.WhenAll(taken.Select(message => Send(to, secrets, message, ct)));
        return taken.Count > 0;
    }

    private async Task Send(WebhookEndpoint to, IReadOnlyList<string> secrets, Taken message, CancellationToken ct)
    {
        var answer = await sender.Send(to.Url, secrets, $"msg_{message.Id:N}", message.Payload, ct);
        var next = WebhookSchedule.After(message.Attempts, answer, Random.Shared.NextDouble());
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoteWebhookAnswer>().Run(to, message.Id, answer, next);
    }

    private List<string> Secrets(WebhookEndpoint to)
    {
        List<string> secrets = [sealer.Open(to.Secret, WebhookEndpoint.Place(to.Id))];
        if (to.OldSecret is { } old && to.OldUntil > clock.GetUtcNow()) secrets.Add(sealer.Open(old, WebhookEndpoint.Place(to.Id)));
        return secrets;
    }
}
