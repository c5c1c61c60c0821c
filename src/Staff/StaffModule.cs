using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Staff;

/// <summary>Table of contents: who works here, in which role, and how they and their programs get in.</summary>
public sealed class StaffModule : Module
{
    internal const string Read = "staff.read";
    internal const string Write = "staff.write";

    /// <summary>Nothing asks for it; that only owners hold it keeps others from making or unmaking an owner.</summary>
    internal const string OwnShop = "staff.own_shop";

    public override string Name => "Staff";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(Read, new("看员工和岗位", "See staff and roles")),
        new(Write, new("管理员工、岗位和令牌", "Manage staff, roles and tokens")),
        new(OwnShop, new("任命店主", "Appoint owners")),
    ];

    public override void Tables(ModelBuilder model) => StaffTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RoleBook>().AddSingleton<CredentialMemory>().AddSingleton<FirstRun>();
        services.AddScoped<Roles>().AddScoped<Credentials>().AddScoped<StaffLists>()
            .AddScoped<PermissionMatrix>();
        services.AddScoped<SignIn>().AddScoped<SignOut>().AddScoped<ChangePassword>().AddScoped<SetUpCode>().AddScoped<SwitchCode>();
        services.AddScoped<AddStaff>().AddScoped<ChangeStaff>().AddScoped<SaveRole>().AddScoped<MakeToken>()
            .AddScoped<RevokeToken>().AddScoped<FirstOwner>().AddScoped<DemoStaff>();
        services.AddScoped<IJob, EndOldSessions>();
        services.AddHostedService<LastSeen>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        Members(routes);
        RolesAndTokens(routes);
        Own(routes);
    }

    private static void Members(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/staff", async (string? limit, string? after, StaffLists lists) =>
            (await Paged(limit, after, lists.Members)).Http()).Reads(Read, "staff.list", "员工列表", "List staff");
        routes.MapPost("/staff", async (NewStaff asked, AddStaff add) =>
            (await add.Run(asked)).Http()).Runs<AddStaff>().Creates();
        routes.MapPut("/staff/{id:guid}", async (Guid id, StaffChange change, ChangeStaff use) =>
            (await use.Run(id, change)).Http()).Runs<ChangeStaff>();
        routes.MapPost("/staff/{id:guid}/disable", async (Guid id, ChangeStaff use) =>
            (await use.Run(id, new(Disabled: true))).Http()).Runs<ChangeStaff>();
        routes.MapPost("/staff/{id:guid}/enable", async (Guid id, ChangeStaff use) =>
            (await use.Run(id, new(Disabled: false))).Http()).Runs<ChangeStaff>();
    }

    private static void RolesAndTokens(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/roles", async (StaffLists lists) => Routes.Ok(await lists.Roles()))
            .Reads(Read, "staff.list_roles", "岗位列表", "List roles");
        routes.MapPost("/roles", async (RoleDraft draft, SaveRole use) =>
            (await use.Run(draft, existing: false)).Http()).Runs<SaveRole>().Creates();
        routes.MapPut("/roles/{code}", async (string code, RoleDraft draft, SaveRole use) =>
            (await use.Run(draft with { Code = code }, existing: true)).Http()).Runs<SaveRole>();
        routes.MapGet("/permissions", (RoleBook book, Caller caller) => Routes.Ok(book.Permissions
            .Select(p => new RoleName(p.Code, p.Title.In(caller.Tongue))).ToList()))
            .Reads(Read, "staff.list_permissions", "权限列表", "List permissions");
        routes.MapGet("/permissions/matrix", async (PermissionMatrix matrix) => Routes.Ok(await matrix.Read()))
            .Reads(Read, "staff.matrix", "权限总表", "Permission matrix");
        routes.MapGet("/tokens", async (string? limit, string? after, StaffLists lists) =>
            (await Paged(limit, after, lists.Tokens)).Http()).Reads(Read, "staff.list_tokens", "令牌列表", "List access tokens");
        routes.MapDelete("/tokens/{id:guid}", async (Guid id, RevokeToken use) =>
            (await use.Run(id)).Http()).Runs<RevokeToken>();
        MakingTokens(routes);
    }

    private static void MakingTokens(IEndpointRouteBuilder routes) => routes.MapPost("/tokens",
        async (NewToken asked, MakeToken use) =>
        {
            var made = await use.Run(asked.Name, asked.Role, asked.Days);
            // A stored answer would keep the token in the database, so this one is written here and not from the store.
            return made.IsOk ? (IResult)TypedResults.Json(made.Value, statusCode: StatusCodes.Status201Created) : made.Http();
        }).Runs<MakeToken>().Creates().Produces<MadeToken>(StatusCodes.Status201Created);

    private static void Own(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/session/password", async (NewPassword asked, ChangePassword use) =>
            (await use.Run(asked.Current, asked.Next)).Http()).RunsUnkeyed<ChangePassword>();
        routes.MapPost("/session/code", async (SetUpCode use) => (await use.Run()).Http()).RunsUnkeyed<SetUpCode>();
        routes.MapPut("/session/code", async (CodeSwitch asked, SwitchCode use) =>
            (await use.Run(asked.Code, asked.On)).Http()).RunsUnkeyed<SwitchCode>();
    }

    private static async Task<Result<Page<T>>> Paged<T>(string? limit, string? after, Func<PageAsk, Task<Page<T>>> read)
    {
        var ask = PageAsk.Read(limit, after);
        return ask.IsOk ? await read(ask.Value) : ask.Refusal!;
    }

    internal sealed record NewToken(string Name, string Role, int? Days = null);

    internal sealed record NewPassword(string Current, string Next);

    internal sealed record CodeSwitch(string Code, bool On);
}
