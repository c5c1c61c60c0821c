using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Kernel;

/// <summary>A result as an HTTP answer: the value as JSON with a success status, or the refusal as a problem.</summary>
public sealed class Answer<T>(Result<T> result) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (result.Refusal is { } refusal)
        {
            await Problems.Write(httpContext, refusal, httpContext.RequestServices.GetRequiredService<Caller>().Tongue);
            return;
        }
        var request = httpContext.RequestServices.GetRequiredService<RequestKey>();
        await Stored.Write(httpContext, request.Answer ?? Json.Write(result.Value), request.Replayed);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }
}

/// <summary>Writes an answer that is JSON already: fresh from a use case, or stored under a request key.</summary>
public static class Stored
{
    public static async Task Write(HttpContext http, string json, bool replayed)
    {
        var creates = http.GetEndpoint()?.Metadata.GetMetadata<Creates>() is not null;
        http.Response.StatusCode = creates ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        if (replayed) http.Response.Headers["Idempotent-Replayed"] = "true";
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = Encoding.UTF8.GetBytes(json);
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, CancellationToken.None);
    }
}

/// <summary>Marks on routes: which operation stands behind, whether a request key must come along.</summary>
public static class Routes
{
    /// <summary>A result as an answer.</summary>
    public static Answer<T> Http<T>(this Result<T> result) => new(result);

    /// <summary>A value as an answer.</summary>
    public static Answer<T> Ok<T>(T value) => new(value);

    /// <summary>Success is 201: something new exists.</summary>
    public static RouteHandlerBuilder Creates(this RouteHandlerBuilder route) => route.WithMetadata(new Creates());

    /// <summary>Names the use case behind a route: its permission is asked, its name is in the permission matrix.</summary>
    public static TBuilder Runs<TUseCase, TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.Runs(OperationAttribute.Of(typeof(TUseCase)));

    /// <summary>Names the use case behind a route.</summary>
    public static RouteHandlerBuilder Runs<TUseCase>(this RouteHandlerBuilder route) =>
        route.Runs<TUseCase, RouteHandlerBuilder>();

    /// <summary>Names an operation that is a plain reading and has no class of its own.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, string permission, string name, string zh, string en) =>
        route.Runs(new OperationAttribute(name, zh, en) { Permission = permission });

    /// <summary>Without an Idempotency-Key the call is refused: it moves money or goods.</summary>
    public static RouteHandlerBuilder NeedsRequestKey(this RouteHandlerBuilder route) => route.WithMetadata(new RequestKeyNeeded());

    /// <summary>
    /// Repeats are found by the use case itself, at its claim and before it refuses (<see cref="ShopDb.Refuse"/>): a first
    /// request, which is nearly every one, then need not ask first.
    /// </summary>
    public static RouteHandlerBuilder KnowsRepeats(this RouteHandlerBuilder route) => route.WithMetadata(new RepeatsKnown());

    /// <summary>The body may be as large as this.</summary>
    public static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder route, long bytes) =>
        route.WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(bytes)).DisableAntiforgery();

    /// <summary>The same for a form, which its route reads and binds the request key to (<see cref="Fingerprint.BindForm"/>).</summary>
    public static RouteHandlerBuilder TakesFormUpTo(this RouteHandlerBuilder route, long bytes) =>
        route.TakesUpTo(bytes).WithMetadata(new FormBody());

    private static TBuilder Runs<TBuilder>(this TBuilder route, OperationAttribute operation) where TBuilder : IEndpointConventionBuilder
    {
        route.WithMetadata(operation);
        return route;
    }
}

/// <summary>Metadata: success is 201.</summary>
public sealed record Creates;

/// <summary>Metadata: the call needs an Idempotency-Key.</summary>
public sealed record RequestKeyNeeded;

/// <summary>The use case finds out by itself that its request was made before.</summary>
public sealed record RepeatsKnown;

/// <summary>Metadata: the body is a form that its route reads; the request key is bound to it there.</summary>
public sealed record FormBody;
