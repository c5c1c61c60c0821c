using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Web;

/// <summary>
/// Finds out who asks: language and address everywhere, and on the calls for staff the session cookie or the access
/// token. Nothing below <c>/api/admin</c> answers a stranger, whether or not its route names a permission.
/// </summary>
internal sealed class CallerGate(RequestDelegate next, ILogger<CallerGate> log)
{
    internal const string Guard = "X-Guidan";
    private const string SessionPath = "/api/admin/session";
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(4);

    public async Task Invoke(HttpContext http, Caller caller)
    {
        caller.Kind = ActorKind.Customer;
        caller.Ip = http.Connection.RemoteIpAddress?.ToString();
        caller.Tongue = Text.TongueOf(http.Request.Headers.AcceptLanguage);
        if (!http.Request.Path.StartsWithSegments("/api/admin"))
        {
            await next(http);
            return;
        }
        if (await Refused(http, caller) is { } refusal)
        {
            await Problems.Write(http, refusal, caller.Tongue);
            return;
        }
        if (http.Request.Path.StartsWithSegments("/api/admin/live")) await WhileWelcome(http);
        else await next(http);
    }

    private async Task<Refusal?> Refused(HttpContext http, Caller caller)
    {
        try
        {
            var known = await Ask(http);
            var opensSession = HttpMethods.IsPost(http.Request.Method) && http.Request.Path == SessionPath;
            if (opensSession) return null;
            if (known is null) return HasCredential(http) ? SignInAgain : Refusals.SignInFirst;
            if (known.Kind == ActorKind.Staff && IsUnsafe(http) && http.Request.Headers[Guard] != "1") return Unguarded;
            (caller.Kind, caller.Id, caller.Name) = (known.Kind, known.Id.ToString("N"), known.Name);
            caller.Permissions = known.Role.Permissions;
            http.Features.Set(known);
            return null;
        }
        catch (Exception cause) when (cause is LaneFull or OutcomeUnknown || DatabaseFailure.In(cause) is not null)
        {
            log.LogError(cause, "Who asks could not be found out");
            return Refusal.Unavailable;
        }
    }

    private static async Task<SignedIn?> Ask(HttpContext http)
    {
        var credentials = http.RequestServices.GetRequiredService<Credentials>();
        if (BearerOf(http) is { } token) return await credentials.OfToken(token);
        return SessionCookie.Staff.Read(http) is { } cookie ? await credentials.OfSession(cookie) : null;
    }

    private static string? BearerOf(HttpContext http)
    {
        const string scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;
    }

    // A stream outlives the request check: whoever loses his session while listening is cut off within seconds.
    private async Task WhileWelcome(HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var watch = Watch(http, over.Token);
        try
        {
            await next(http);
        }
        finally
        {
            await over.CancelAsync();
            await watch;
        }
    }

    private static async Task Watch(HttpContext http, CancellationToken over)
    {
        using var beat = new PeriodicTimer(LookAgain);
        try
        {
            while (await beat.WaitForNextTickAsync(over))
            {
                // A scope of its own: the request's database door must not be held for as long as a stream lasts.
                await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                var credentials = scope.ServiceProvider.GetRequiredService<Credentials>();
                var known = BearerOf(http) is { } token ? await credentials.OfToken(token)
                    : await credentials.OfSession(SessionCookie.Staff.Read(http) ?? "");
                if (known is not null) continue;
                http.Abort();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The stream ended by itself.
        }
        catch (Exception cause) when (DatabaseFailure.In(cause) is not null)
        {
            // The database is away: the listener comes back when it is there again.
            http.Abort();
        }
    }

    private static bool HasCredential(HttpContext http) => BearerOf(http) is not null || SessionCookie.Staff.Read(http) is not null;

    internal static bool IsUnsafe(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);

    private static readonly Refusal SignInAgain = new(RefusalKind.Unauthenticated, "session.over",
        new("登录已经失效", "The session is over"),
        new("会话或令牌过期、被收回，或账号已停用", "The session or token has expired or was taken back, or the account is disabled"),
        new("重新登录；令牌请管理员换一个", "Sign in again; ask an administrator for a new token"));

    private static readonly Refusal Unguarded = new(RefusalKind.Forbidden, "session.unguarded",
        new("这个请求不像来自后台页面", "This request does not seem to come from the back office"),
        new("用登录状态修改数据时要带请求头 X-Guidan: 1", "A change made with a session cookie carries the header X-Guidan: 1"),
        new("从后台页面操作；程序请用访问令牌", "Use the back office; programs use an access token"));
}
