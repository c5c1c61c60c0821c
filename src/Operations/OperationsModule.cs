using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Operations;

/// <summary>Table of contents: live updates, the shop's profile, cases that a person must look at, messages in and out.</summary>
public sealed class OperationsModule : Module
{
    internal const string ReadRight = "operations.read";
    internal const string Write = "operations.write";
    internal const string SettingsRead = "settings.read";
    internal const string SettingsWrite = "settings.write";

    public override string Name => "Operations";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReadRight, new("看待处理事项和消息", "See cases and messages")),
        new(Write, new("处理事项、重发消息", "Deal with cases, replay messages")),
        new(SettingsRead, new("看店铺设置", "See shop settings")),
        new(SettingsWrite, new("改店铺设置", "Change shop settings")),
    ];

    public override void Tables(ModelBuilder model) => model.Entity<OperationsCase>(t =>
    {
        t.ToTable("operations_case");
        t.HasKey(c => c.Id);
        t.Property(c => c.Id).ValueGeneratedNever();
        t.HasIndex(c => new { c.Kind, c.Subject }).IsUnique();
        t.HasIndex(c => new { c.State, c.Since });
    });

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LiveFeed>().AddSingleton<Cached<ShopProfile>>();
        services.AddHostedService<LiveRelay>();
        services.AddScoped<ShopProfiles>().AddScoped<Cases>().AddScoped<Mail>();
        services.AddScoped<SaveShopProfile>().AddScoped<CloseCase>().AddScoped<ReplayMessage>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/live", LiveStream.Open).WithMetadata(new OperationAttribute("operations.live", "实时更新", "Live updates"));
        routes.MapGet("/settings/shop", async (ShopProfiles shop) => Routes.Ok(await shop.Current()))
            .Reads(SettingsRead, "settings.read_shop", "看店铺设置", "Read shop settings");
        routes.MapPut("/settings/shop", async (ShopProfile asked, SaveShopProfile save) => (await save.Run(asked)).Http())
            .Runs<SaveShopProfile>();
        CaseRoutes(routes);
        MessageRoutes(routes);
    }

    private static void CaseRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operations/cases", (string? state, string? limit, string? after, Cases cases, Caller caller) =>
            Paged(limit, after, StateOf(state, CaseState.Open), cases.List, c => CaseRow.Of(c, caller.Tongue)).Http())
            .Reads(ReadRight, "operations.list_cases", "待处理事项", "List cases");
        routes.MapPost("/operations/cases/{id:guid}/close", async (Guid id, Reason body, CloseCase use) =>
            (await use.Run(id, body.Text)).Http()).Runs<CloseCase>();
    }

    private static void MessageRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operations/outbox", (string? state, string? limit, string? after, Mail mail) =>
            Paged(limit, after, StateOf(state, MessageState.Dead), mail.Outgoing, row => row).Http())
            .Reads(ReadRight, "operations.list_outbox", "发出的消息", "List outgoing messages");
        routes.MapPost("/operations/outbox/{id:guid}/replay", async (Guid id, ReplayMessage use) => (await use.Send(id)).Http())
            .Runs<ReplayMessage>();
        routes.MapGet("/operations/inbox", (string? state, string? limit, string? after, Mail mail) =>
            Paged(limit, after, StateOf(state, MessageState.Dead), mail.Arrived, row => row).Http())
            .Reads(ReadRight, "operations.list_inbox", "收到的消息", "List arrived messages");
        routes.MapPost("/operations/inbox/{id:guid}/replay", async (Guid id, ReplayMessage use) => (await use.Handle(id)).Http())
            .Runs<ReplayMessage>();
    }

    private static Result<TState> StateOf<TState>(string? text, TState otherwise) where TState : struct, Enum
    {
        if (text is null) return otherwise;
        var known = Enum.GetNames<TState>().Select(n => n.ToLowerInvariant()).ToList();
        return known.Contains(text) ? Enum.Parse<TState>(text, ignoreCase: true)
            : Refusal.Malformed("state", new($"state 应为 {string.Join("、", known)} 之一", $"state is one of {string.Join(", ", known)}"));
    }

    private static Result<Page<TRow>> Paged<TState, TFound, TRow>(string? limit, string? after, Result<TState> state,
        Func<TState, PageAsk, Page<TFound>> read, Func<TFound, TRow> row)
    {
        if (state.Refusal is { } refusal) return refusal;
        var ask = PageAsk.Read(limit, after);
        return ask.IsOk ? read(state.Value, ask.Value).Select(row) : ask.Refusal!;
    }

    internal sealed record Reason([property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Text);
}

/// <summary>A case as the back office shows it.</summary>
internal sealed record CaseRow(Guid Id, string Kind, string Subject, string Cause, string Remedy, string? Order, Money? Amount,
    DateTimeOffset Since, CaseState State, DateTimeOffset? ClosedAt, string? Outcome)
{
    public static CaseRow Of(Case c, Tongue tongue) => new(c.Id, c.Kind, c.Subject, c.Cause.In(tongue), c.Remedy.In(tongue),
        c.Order?.ToString("D18"), c.Amount, c.Since, c.State, c.ClosedAt, c.Outcome);
}
