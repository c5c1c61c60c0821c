using Microsoft.AspNetCore.Builder;

namespace Guidan.Kernel;

/// <summary>
/// Metadata of a call whose body is a password or a code: it takes no request key, because the fingerprint of the body
/// would be kept with the key, and a fingerprint of a password can be guessed at leisure.
/// </summary>
public sealed record Unkeyed(OperationAttribute Operation);

/// <summary>Marks such calls.</summary>
public static class UnkeyedRoutes
{
    /// <summary>Names the use case behind the route without letting it take a request key.</summary>
    public static RouteHandlerBuilder RunsUnkeyed<TUseCase>(this RouteHandlerBuilder route) =>
        route.WithMetadata(new Unkeyed(OperationAttribute.Of(typeof(TUseCase))));
}
