using Guidan.Kernel;
using Guidan.Staff;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Tidy;

/// <summary>Every call says which operation stands behind it, and who may call it.</summary>
[Collection(OnSqlite.Name)]
public sealed class RouteTests(SqliteShop shop)
{
    // One's own session and doings, and the feed of what changed, which says only that something did.
    private static readonly string[] NeedNone = ["/api/admin/session", "/api/admin/live", "/api/admin/audit/mine"];

    private List<(string Route, OperationAttribute? Operation)> Routes(string prefix) => shop.Services
        .GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith(prefix, StringComparison.Ordinal))
        .Select(e => ($"{string.Join(",", e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {e.RoutePattern.RawText}",
            e.Metadata.GetMetadata<OperationAttribute>() ?? e.Metadata.GetMetadata<Unkeyed>()?.Operation)).ToList();

    [Theory]
    [InlineData("/api/store")]
    [InlineData("/api/admin")]
    public void Every_call_names_its_operation(string prefix)
    {
        Routes(prefix).ShouldNotBeEmpty();
        Routes(prefix).Where(r => r.Operation is null).Select(r => r.Route).ShouldBeEmpty();
    }

    [Fact]
    public void Every_call_of_the_back_office_needs_a_permission_that_exists()
    {
        var known = Web.Shop.Modules.SelectMany(m => m.Permissions).Select(p => p.Code).ToHashSet();
        var found = Routes("/api/admin").Where(r => !NeedNone.Any(n => r.Route.EndsWith(n, StringComparison.Ordinal) || r.Route.Contains(n + "/", StringComparison.Ordinal)))
            .Where(r => r.Operation?.Permission is not { } permission || !known.Contains(permission))
            .Select(r => $"{r.Route}: {r.Operation?.Permission ?? "none"}");

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Operations_of_one_name_have_one_meaning()
    {
        var all = Routes("/api").Where(r => r.Operation is not null).GroupBy(r => r.Operation!.Name)
            .Where(g => g.Select(r => (r.Operation!.Title, r.Operation.Permission)).Distinct().Count() > 1)
            .Select(g => g.Key);

        all.ShouldBeEmpty();
    }
}
