using Microsoft.AspNetCore.Http.Features;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Staff;

namespace Guidan.Web;

/// <summary>Signing in and out, and who is signed in: what Staff knows, together with what the shop is called.</summary>
internal static class SessionRoutes
{
    internal sealed record Credential(string Email, string Password, string? Code = null);

    internal sealed record ShopFacts(string Name, string TimeZone, string Currency, bool Demo);

    internal sealed record Me(
        Guid Id, string Name, string? Email, RoleName Role, IReadOnlyList<string> Permissions, bool CodeOn, ShopFacts Shop);

    public static void MapSessions(this IEndpointRouteBuilder admin)
    {
        admin.MapPost("/session", Begin).RunsUnkeyed<SignIn>().Produces<Me>();
        admin.MapGet("/session", async (HttpContext http, Portrait portrait) =>
            Routes.Ok(await portrait.Of(http.Features.GetRequiredFeature<SignedIn>())))
            .WithMetadata(new OperationAttribute("staff.who_am_i", "我是谁", "Who am I"));
        admin.MapDelete("/session", End).RunsUnkeyed<SignOut>().Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Begin(
        HttpContext http, Credential asked, SignIn use, Credentials credentials, Portrait portrait)
    {
        var begun = await use.Run(asked.Email, asked.Password, asked.Code);
        if (begun.Refusal is { } refusal) return ((Result<Me>)refusal).Http();
        var signedIn = await credentials.OfSession(begun.Value.Secret);
        Invariant.That(signedIn is not null, "a session that just began is known");
        SessionCookie.Staff.Write(http, begun.Value.Secret, begun.Value.ExpiresAt);
        http.Response.Headers.CacheControl = "no-store";
        return Routes.Ok(await portrait.Of(signedIn));
    }

    private static async Task<IResult> End(HttpContext http, SignOut use)
    {
        SessionCookie.Staff.Clear(http);
        if (SessionCookie.Staff.Read(http) is not { } secret) return Results.NoContent();
        var ended = await use.Run(secret);
        return ended.IsOk ? Results.NoContent() : ended.Http();
    }

    /// <summary>Draws the one who is signed in, and the shop around him.</summary>
    internal sealed class Portrait(StaffLists staff, ShopProfiles shop, ShopSettings settings, Caller caller)
    {
        internal async Task<Me> Of(SignedIn who)
        {
            var account = who.Kind == ActorKind.Staff ? staff.Account(who.Id) : null;
            var profile = await shop.Current();
            return new Me(who.Id, who.Name, account?.Email, new(who.Role.Code, who.Role.Name.In(caller.Tongue)),
                who.Role.Permissions.Order().ToList(), account?.CodeOn ?? false,
                new(profile.Name.In(caller.Tongue), settings.TimeZone, settings.Currency, settings.Demo));
        }
    }
}
