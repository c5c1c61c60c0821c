using Guidan.Customers;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Web.Api;

/// <summary>Calls of an account that need the cookie or more than one module: getting in and out, taking one's data along.</summary>
internal static class AccountApi
{
    public static void MapAccount(this IEndpointRouteBuilder store)
    {
        store.MapPost("/account", async (HttpContext http, SignUpCustomer.Command command, SignUpCustomer use, AccountQueries account) =>
            Begun(http, await use.Handle(command), account)).RunsUnkeyed<SignUpCustomer>().Creates().Produces<AccountView>(StatusCodes.Status201Created);
        store.MapPost("/account/session", async (HttpContext http, SignInCustomer.Command command, SignInCustomer use, AccountQueries account) =>
            Begun(http, await use.Handle(command), account)).RunsUnkeyed<SignInCustomer>().Produces<AccountView>();
        store.MapDelete("/account/session", End).RunsUnkeyed<SignOutCustomer>().Produces(StatusCodes.Status204NoContent);
        store.MapGet("/account/export", async (AccountData data) => (await data.Read()).Http())
            .WithMetadata(new OperationAttribute("account.export", "带走自己的资料", "Take one's data along"));
    }

    private static IResult Begun(HttpContext http, Result<CustomerSessionStart> begun, AccountQueries account)
    {
        if (begun.Refusal is { } refusal) return ((Result<AccountView>)refusal).Http();
        SessionCookie.Customer.Write(http, begun.Value.Secret, begun.Value.ExpiresAt);
        return account.Account().Http();
    }

    private static async Task<IResult> End(HttpContext http, SignOutCustomer use)
    {
        SessionCookie.Customer.Clear(http);
        if (SessionCookie.Customer.Read(http) is not { } secret) return Results.NoContent();
        var ended = await use.Handle(secret);
        return ended.IsOk ? Results.NoContent() : ended.Http();
    }
}

/// <summary>Everything that the shop keeps about a customer, for the customer.</summary>
internal sealed record AccountExport(DateTimeOffset MadeAt, AccountView Account, IReadOnlyList<AddressView> Addresses, IReadOnlyList<OwnOrderData> Orders);

/// <summary>Gathers what is taken along.</summary>
internal sealed class AccountData(AccountQueries account, OwnOrders orders, TimeProvider clock)
{
    public async Task<Result<AccountExport>> Read()
    {
        var own = account.Account();
        var addresses = account.Addresses();
        if ((own.Refusal ?? addresses.Refusal) is { } refusal) return refusal;
        return new AccountExport(clock.GetUtcNow(), own.Value, addresses.Value.Items, await orders.All());
    }
}
