using System.Diagnostics;
using System.Reflection;
using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Web;

/// <summary>What a watcher asks: is the process alive, can it work, which version is it.</summary>
internal static class Health
{
    private const long DiskLeast = 200L * 1024 * 1024;
    private static readonly TimeSpan DatabaseMost = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan OutboxLate = TimeSpan.FromMinutes(5);

    public static string Version { get; } = typeof(Health).Assembly.GetName().Version!.ToString(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok"));
        routes.MapGet("/health/ready", async (HttpContext http, ShopSettings settings, Database database) =>
        {
            var found = await Look(http.RequestServices, settings, database);
            http.Response.Headers.CacheControl = "no-store";
            if (!found.Ready) http.Response.Headers.RetryAfter = "5";
            return Results.Json(found, Json.Options, statusCode: found.Ready ? 200 : 503);
        });
        routes.MapGet("/version", () => Results.Json(new { version = Version, build = Build }));
    }

    private static string? Build { get; } = typeof(Health).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+').ElementAtOrDefault(1);

    internal sealed record DatabaseState(bool Ok, string Engine, double? Milliseconds);

    internal sealed record LaneState(bool Ok, int Waiting, int Most);

    /// <param name="Late">Something waits longer than it should. It makes nobody unready: orders do not wait for mail.</param>
    internal sealed record MessageBacklog(bool Late, int? Waiting, int? Dead, int? OldestSeconds);

    internal sealed record DiskState(bool Ok, long? FreeBytes);

    internal sealed record Readiness(
        bool Ready, DatabaseState Database, LaneState Lane, MessageBacklog Outbox, MessageBacklog Inbox, DiskState Disk);

    internal static async Task<Readiness> Look(IServiceProvider services, ShopSettings settings, Database database)
    {
        var (waiting, most) = (database.Waiting, settings.Limits.LaneQueueMost);
        var lane = new LaneState(waiting < most * 9 / 10, waiting, most);
        var disk = Disk(settings.DataFolder);
        var engine = database.IsSqlite ? "sqlite" : "postgresql";
        var started = Stopwatch.GetTimestamp();
        try
        {
            var (outbox, inbox) = await Task.Run(() => Backlogs(services)).WaitAsync(DatabaseMost);
            var state = new DatabaseState(true, engine, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return new(lane.Ok && disk.Ok, state, lane, outbox, inbox, disk);
        }
        catch (Exception cause) when (cause is TimeoutException or IOException || DatabaseFailure.In(cause) is not null)
        {
            var unknown = new MessageBacklog(false, null, null, null);
            return new(false, new(false, engine, null), lane, unknown, unknown, disk);
        }
    }

    // A scope of its own: after a time-out the reading may still be under way while the request is over.
    private static async Task<(MessageBacklog Outbox, MessageBacklog Inbox)> Backlogs(IServiceProvider services)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var mail = scope.ServiceProvider.GetRequiredService<Mail>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        return (Of(mail.OutboxBacklog(), now), Of(mail.InboxBacklog(), now));
    }

    private static MessageBacklog Of(Backlog backlog, DateTimeOffset now)
    {
        var age = backlog.OldestDue is { } due && now > due ? now - due : TimeSpan.Zero;
        return new(age > OutboxLate, backlog.Waiting, backlog.Dead, (int)age.TotalSeconds);
    }

    internal static DiskState Disk(string folder)
    {
        try
        {
            var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
            return new(free >= DiskLeast, free);
        }
        catch (Exception cause) when (cause is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return new(true, null);
        }
    }
}
