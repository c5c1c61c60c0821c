using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Web.Watch;

/// <summary>
/// When a missing right stops somebody from handling an order, that is a case: the order waits for a colleague who has
/// the right. It closes when the same thing is done to the order.
/// </summary>
internal sealed class PermissionWatch(RequestDelegate next)
{
    private const string Kind = "permission.missing";

    public async Task Invoke(HttpContext http)
    {
        await next(http);
        if (HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments("/api/admin/orders")) return;
        if (http.GetEndpoint()?.Metadata.GetMetadata<OperationAttribute>() is not { Permission: { } permission } operation
            || !OrderNumbers.TryParse(http.Request.RouteValues["number"] as string, out var number)) return;
        var subject = $"{OrderNumbers.Plain(number)} {operation.Name}";
        if (http.Response.StatusCode == StatusCodes.Status403Forbidden) await Tell(http, operation, permission, number, subject);
        else if (http.Response.StatusCode is >= 200 and < 300) await Close(http, subject);
    }

    private static async Task Tell(HttpContext http, OperationAttribute operation, string permission, long number, string subject)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        if (caller.Kind is not (ActorKind.Staff or ActorKind.Token) || caller.Permissions.Contains(permission)) return;
        await using var scope = http.RequestServices.CreateAsyncScope();
        var (db, cases) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), scope.ServiceProvider.GetRequiredService<Cases>());
        if ((await db.Query(IsOrder, r => r.Int(0), number)).Count == 0) return;
        await db.Housekeep(() => cases.Open(Kind, subject,
            new($"{caller.Name}想“{operation.Title.Zh}”，没有权限 {permission}", $"{caller.Name} tried: {operation.Title.En}, without the permission {permission}"),
            Causes.Of(Kind).Remedy, number, reopen: true));
    }

    private static async Task Close(HttpContext http, string subject)
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        var (db, cases) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), scope.ServiceProvider.GetRequiredService<Cases>());
        if (cases.OpenAbout(subject).Count > 0) await db.Housekeep(() => cases.Close(Kind, subject, "done by somebody who may"));
    }

    private static readonly Statement IsOrder = new("select 1 from orders_order where number = $1");
}
