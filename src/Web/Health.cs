namespace Guidan.Web;

/// <summary>What a watcher asks: is the process alive, can it work, which version is it.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok"));
        routes.MapGet("/version", () => Results.Json(new { version = typeof(Health).Assembly.GetName().Version!.ToString(3) }));
    }
}
