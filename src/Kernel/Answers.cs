using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Kernel;

/// <summary>A result as an HTTP answer: the value as JSON with a success status, or the refusal as a problem.</summary>
public sealed class Answer<T>(Result<T> result, int status) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (result.Refusal is { } refusal)
        {
            await Problems.Write(httpContext, refusal, httpContext.RequestServices.GetRequiredService<Caller>().Tongue);
            return;
        }
        var request = httpContext.RequestServices.GetRequiredService<RequestKey>();
        var response = httpContext.Response;
        response.StatusCode = status;
        if (request.Replayed) response.Headers["Idempotent-Replayed"] = "true";
        if (typeof(T) == typeof(Done) && status == StatusCodes.Status204NoContent) return;
        response.ContentType = "application/json; charset=utf-8";
        var body = Encoding.UTF8.GetBytes(request.Answer ?? Json.Write(result.Value));
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, CancellationToken.None);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }
}

/// <summary>Marks on routes: which operation stands behind, whether a request key must come along.</summary>
public static class Routes
{
    /// <summary>A result as an answer.</summary>
    public static Answer<T> Http<T>(this Result<T> result, int status = StatusCodes.Status200OK) => new(result, status);

    /// <summary>A list as an answer.</summary>
    public static Answer<T> Ok<T>(T value) => new(value, StatusCodes.Status200OK);

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

    /// <summary>The body may be as large as this.</summary>
    public static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder route, long bytes) =>
        route.WithMetadata(new LargeBody(bytes), new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(bytes)).DisableAntiforgery();

    private static TBuilder Runs<TBuilder>(this TBuilder route, OperationAttribute operation) where TBuilder : IEndpointConventionBuilder
    {
        route.WithMetadata(operation);
        return route;
    }
}

/// <summary>Metadata: the call needs an Idempotency-Key.</summary>
public sealed record RequestKeyNeeded;

/// <summary>Metadata: the call takes a body larger than the common limit.</summary>
public sealed record LargeBody(long Bytes);
