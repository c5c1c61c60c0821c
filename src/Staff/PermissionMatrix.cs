using Guidan.Kernel;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Staff;

/// <summary>Which role may call what.</summary>
/// <param name="Operation">The name of the use case, or null where a route stands alone.</param>
/// <param name="Permission">What it needs; null where signing in is enough, or where customers call it.</param>
public sealed record MatrixRow(
    string Method, string Path, string? Operation, string? Permission, string Name, IReadOnlyList<string> Roles);

/// <summary>Role × operation, read from the routes that really stand, so that it cannot differ from what is enforced.</summary>
public sealed record Matrix(IReadOnlyList<RoleName> Roles, IReadOnlyList<MatrixRow> Operations);

/// <summary>Builds the matrix.</summary>
public sealed class PermissionMatrix(Roles roles, EndpointDataSource endpoints, Caller caller)
{
    public async Task<Matrix> Read()
    {
        var all = await roles.All();
        var rows = endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsApi)
            .SelectMany(e => Methods(e).Select(m => Row(e, m, all)))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal).ToList();
        return new Matrix(all.Select(r => new RoleName(r.Code, r.Name.In(caller.Tongue))).ToList(), rows);
    }

    private MatrixRow Row(RouteEndpoint endpoint, string method, IReadOnlyList<Role> all)
    {
        var operation = endpoint.Metadata.GetMetadata<OperationAttribute>() ?? endpoint.Metadata.GetMetadata<Unkeyed>()?.Operation;
        var allowed = all.Where(r => operation?.Permission is not { } needed || r.Permissions.Contains(needed));
        return new MatrixRow(method, PathOf(endpoint), operation?.Name, operation?.Permission,
            operation?.Title.In(caller.Tongue) ?? PathOf(endpoint), allowed.Select(r => r.Code).ToList());
    }

    private static bool IsApi(RouteEndpoint endpoint) => PathOf(endpoint).StartsWith("/api/", StringComparison.Ordinal);

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.Trim('/');

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
}
