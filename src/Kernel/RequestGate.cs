using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Guidan.Kernel;

/// <summary>
/// What every API request passes: the permission of the operation behind the route, the request key, and one place
/// where what went wrong becomes a problem document. It runs after the caller is known.
/// </summary>
public sealed class RequestGate(RequestDelegate next, Limits limits, RunningKeys running, ILogger<RequestGate> log)
{
    private const int KeyLengthMost = 255;

    public async Task Invoke(HttpContext http)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        try
        {
            if (Forbidden(http, caller) is { } refusal)
            {
                log.LogInformation("{Actor} was refused {Path}: {Code}", caller.Actor, http.Request.Path, refusal.Code);
                await Problems.Write(http, refusal, caller.Tongue);
                return;
            }
            if (WithNul(http) is { } parameter) await Problems.Write(http, Refusal.Malformed(parameter,
                new($"{parameter} 里有不能存的字符", $"{parameter} holds a character that cannot be kept")), caller.Tongue);
            else if (OtherCharset(http)) await Problems.Write(http, Problems.OtherType, caller.Tongue);
            else await WithKey(http, caller);
            // What the framework refused by itself has a status and no words.
            if (!http.Response.HasStarted && http.Request.Path.StartsWithSegments("/api") && Problems.Of(http.Response.StatusCode) is { } wordless)
                await Problems.Write(http, wordless, caller.Tongue);
        }
        catch (Exception cause) when (!http.Response.HasStarted && RefusalOf(cause) is { } refusal)
        {
            http.Response.Clear();
            await Problems.Write(http, refusal, caller.Tongue);
        }
    }

    private Refusal? RefusalOf(Exception cause)
    {
        switch (cause)
        {
            case BadHttpRequestException bad: return Problems.Of(bad);
            case JsonException json: return Problems.Of(json);
            case LaneFull or OutcomeUnknown:
                log.LogError(cause, "A write was not confirmed");
                return Refusal.Unavailable;
            case var _ when DatabaseFailure.In(cause) is not null:
                log.LogError(cause, "The database failed");
                return Refusal.Unavailable;
            default: return null;
        }
    }

    // Nobody types a NUL, and PostgreSQL cannot even compare with one.
    private static string? WithNul(HttpContext http) => !http.Request.QueryString.HasValue ? null : http.Request.Query
        .Where(q => q.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true)).Select(q => q.Key).FirstOrDefault();

    // JSON that travels is UTF-8; another name beside it would be believed by some readers and not by others.
    private static bool OtherCharset(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset.HasValue
        && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static Refusal? Forbidden(HttpContext http, Caller caller)
    {
        var operation = http.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>();
        if (operation?.Permission is not { } permission || caller.Permissions.Contains(permission)) return null;
        if (caller.Kind is not (ActorKind.Staff or ActorKind.Token)) return Refusals.SignInFirst;
        return new Refusal(RefusalKind.Forbidden, "permission.missing",
            new($"没有“{operation.Title.Zh}”的权限", $"You may not: {operation.Title.En}"),
            new($"需要权限 {permission}", $"It needs the permission {permission}"),
            new("请管理员给您的岗位加上这项权限，或请有权限的同事来做", "Ask an administrator for it, or a colleague who has it"))
        {
            Facts = new Dictionary<string, object?> { ["permission"] = permission },
        };
    }

    private async Task WithKey(HttpContext http, Caller caller)
    {
        if (!HttpMethods.IsPost(http.Request.Method) && !HttpMethods.IsPut(http.Request.Method)
            || http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<OperationAttribute>() is null)
        {
            await next(http);
            return;
        }
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            if (endpoint.Metadata.GetMetadata<RequestKeyNeeded>() is not null) await Problems.Write(http, Refusals.KeyMissing, caller.Tongue);
            else await next(http);
            return;
        }
        if (key.Length > KeyLengthMost || key.Any(c => c is < ' ' or > '~'))
        {
            await Problems.Write(http, Refusals.KeyUnreadable, caller.Tongue);
            return;
        }
        await Under(http, ScopeOf(endpoint, caller), key, caller);
    }

    /// <summary>Who asks and what is called: the same key of another caller, or on another call, is another key.</summary>
    private static string ScopeOf(RouteEndpoint endpoint, Caller caller) =>
        $"{(caller.Kind is ActorKind.Staff or ActorKind.Token ? caller.Actor : PublicScope)} {endpoint.Metadata.GetMetadata<OperationAttribute>()!.Name}";

    /// <summary>The scope of customers' keys: who knows the key made the request.</summary>
    public const string PublicScope = "public";

    private async Task Under(HttpContext http, string scope, string key, Caller caller)
    {
        if (!running.TryEnter(scope, key))
        {
            await Problems.Write(http, Refusals.StillRunning, caller.Tongue);
            return;
        }
        try
        {
            // A form that goes to the disk is known when it has been read: its route binds the content.
            var print = http.GetEndpoint()!.Metadata.GetMetadata<FormBody>() is null ? await PrintOf(http) : [];
            var asks = print.Length > 0 && http.GetEndpoint()!.Metadata.GetMetadata<RepeatsKnown>() is null;
            if (asks && await http.RequestServices.GetRequiredService<Claims>().StoredOf(scope, key) is { } stored)
            {
                if (stored.Fingerprint.AsSpan().SequenceEqual(print)) await Stored.Write(http, stored.Answer, replayed: true);
                else await Problems.Write(http, ShopDb.Mismatch, caller.Tongue);
                return;
            }
            http.RequestServices.GetRequiredService<RequestKey>().Bind(scope, key, print,
                http.GetEndpoint()!.Metadata.GetMetadata<OperationAttribute>()!.Name);
            await next(http);
        }
        finally
        {
            running.Leave(scope, key);
        }
    }

    private async Task<byte[]> PrintOf(HttpContext http)
    {
        var body = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 1024, limits.BodyBytes));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        return Fingerprint.OfBody(http.Request, body.GetBuffer().AsSpan(0, (int)body.Length));
    }
}

/// <summary>Refusals that the gate itself gives.</summary>
public static class Refusals
{
    public static readonly Refusal SignInFirst = new(RefusalKind.Unauthenticated, "session.missing",
        new("还没有登录", "Not signed in"),
        new("这个操作需要登录或访问令牌", "This needs a session or an access token"),
        new("先登录再来", "Sign in first"));

    public static readonly Refusal KeyMissing = new(RefusalKind.Malformed, "idempotency.missing",
        new("缺少请求号", "The request key is missing"),
        new("这个接口会动钱或货，需要 Idempotency-Key", "This call moves money or goods and needs an Idempotency-Key"),
        new("每次新请求带一个新的随机号，重试时用同一个", "Send a new random key with each new request and the same one when retrying"))
    { Errors = new Dictionary<string, Text> { ["Idempotency-Key"] = new("缺少 Idempotency-Key", "Idempotency-Key is missing") } };

    public static readonly Refusal KeyUnreadable = Refusal.Malformed("Idempotency-Key",
        new("Idempotency-Key 应为1到255个可见的 ASCII 字符", "An Idempotency-Key has 1 to 255 visible ASCII characters"));

    public static readonly Refusal StillRunning = Refusal.Conflict("idempotency.in_progress",
        new("同一个请求还在处理", "The same request is still running"),
        new("这个请求号的第一次请求还没有答复", "The first request under this key has not been answered yet"),
        new("一秒后用同一个请求号再问", "Ask again with the same key in a second")) with
    { RetryAfterSeconds = 1 };
}
