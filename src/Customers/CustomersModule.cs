using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Customers;

/// <summary>Table of contents: who has an account in the shop, how they get in, and where their things go.</summary>
public sealed class CustomersModule : Module
{
    internal const string Read = "customers.read";

    /// <summary>Who lacks it sees masked names, numbers and addresses, here and on orders.</summary>
    public const string Personal = "customers.personal";

    private const int QueryMost = 254;

    public override string Name => "Customers";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(Read, new("看客户", "See customers")),
        new(Personal, new("看客户姓名和地址全文", "See customers' full names and addresses")),
    ];

    public override void Tables(ModelBuilder model) => CustomersTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var type in (Type[])[typeof(CustomerBook), typeof(CustomerSessions), typeof(OwnPassword), typeof(SignUpCustomer),
            typeof(SignInCustomer), typeof(SignOutCustomer), typeof(ChangeOwnPassword), typeof(SaveProfile), typeof(SaveAddress),
            typeof(DeleteAddress), typeof(SetDefaultAddress), typeof(EraseAccount), typeof(AccountQueries), typeof(CustomerLists)]) services.AddScoped(type);
        services.AddScoped<IJob, EndOldCustomerSessions>();
    }

    public override void StoreRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account", (AccountQueries account) => account.Account().Http())
            .WithMetadata(new OperationAttribute("account.read", "看自己的账户", "See one's account"));
        routes.MapPut("/account", async (SaveProfile.Command command, SaveProfile save) => (await save.Handle(command)).Http()).RunsUnkeyed<SaveProfile>();
        routes.MapPost("/account/password", async (ChangeOwnPassword.Command command, ChangeOwnPassword change) =>
            (await change.Handle(command)).Http()).RunsUnkeyed<ChangeOwnPassword>();
        routes.MapPost("/account/erase", async (EraseAccount.Command command, EraseAccount erase) =>
            (await erase.Handle(command)).Http()).RunsUnkeyed<EraseAccount>();
        routes.MapGet("/account/addresses", (AccountQueries account) => account.Addresses().Http())
            .WithMetadata(new OperationAttribute("account.addresses", "看自己的地址", "See one's addresses"));
        routes.MapPost("/account/addresses", async (AddressDraft draft, SaveAddress save) =>
            (await save.Run(null, draft)).Http()).Runs<SaveAddress>().Creates();
        routes.MapPut("/account/addresses/{id:guid}", async (Guid id, AddressDraft draft, SaveAddress save) =>
            (await save.Run(id, draft)).Http()).Runs<SaveAddress>();
        routes.MapDelete("/account/addresses/{id:guid}", async (Guid id, DeleteAddress delete) =>
            (await delete.Handle(id)).Http()).Runs<DeleteAddress>();
        routes.MapPost("/account/addresses/{id:guid}/default", async (Guid id, SetDefaultAddress use) =>
            (await use.Handle(id)).Http()).Runs<SetDefaultAddress>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers", (string? query, string? limit, string? after, CustomerLists lists) => List(query, limit, after, lists).Http())
            .Reads(Read, "customers.list", "看客户列表", "List customers");
        routes.MapGet("/customers/{id:guid}", (Guid id, CustomerLists lists) => lists.Find(id).Http())
            .Reads(Read, "customers.find", "看一位客户", "See a customer");
    }

    private static Result<Page<CustomerRow>> List(string? query, string? limit, string? after, CustomerLists lists)
    {
        if (query is { Length: > QueryMost }) return Refusal.Malformed("query", new($"搜索词最多{QueryMost}个字", $"A query has at most {QueryMost} characters"));
        var ask = PageAsk.Read(limit, after);
        return ask.IsOk ? lists.List(query, ask.Value) : ask.Refusal!;
    }
}
