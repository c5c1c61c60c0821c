using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Notices;

/// <summary>Table of contents: what the shop tells others; webhooks by Standard Webhooks.</summary>
public sealed class NoticesModule : Module
{
    internal const string ReadRight = "webhooks.read";
    internal const string Write = "webhooks.write";

    public override string Name => "Notices";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReadRight, new("看推送和推送记录", "See webhooks and their log")),
        new(Write, new("管理推送、重新推送", "Manage and replay webhooks")),
    ];

    public override void Tables(ModelBuilder model)
    {
        model.Entity<WebhookEndpoint>(t =>
        {
            t.ToTable("notices_endpoint");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Ignore(e => e.EventList);
        });
        model.Entity<WebhookDelivery>(t =>
        {
            t.ToTable("notices_delivery");
            t.HasKey(d => new { d.Endpoint, d.Id });
            t.HasIndex(d => new { d.Endpoint, d.State, d.DueAt });
            t.HasIndex(d => new { d.Endpoint, d.Stream, d.State, d.Id });
        });
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookSettings.Of(configuration)).AddSingleton<WebhookSender>();
        services.AddScoped<WebhookFanOut>().AddScoped<IOrderWatcher>(s => s.GetRequiredService<WebhookFanOut>());
        services.AddHostedService<WebhookWorker>();
        services.AddScoped<NoteWebhookAnswer>().AddScoped<WebhookQueries>();
        services.AddScoped<AddWebhook>().AddScoped<ChangeWebhook>().AddScoped<RotateWebhookSecret>().AddScoped<SwitchWebhook>();
        services.AddScoped<TestWebhook>().AddScoped<ReplayWebhooks>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/webhooks", async (WebhookQueries hooks) => Routes.Ok(await hooks.Receivers()))
            .Reads(ReadRight, "webhooks.list", "看推送接收方", "List webhook receivers");
        // The answer holds a secret: it takes no request key, which would keep the answer.
        routes.MapPost("/webhooks", async (WebhookDraft draft, AddWebhook use) => (await use.Run(draft)).Http()).RunsUnkeyed<AddWebhook>().Creates();
        routes.MapPut("/webhooks/{id:guid}", async (Guid id, WebhookDraft draft, ChangeWebhook use) => (await use.Run(id, draft)).Http())
            .Runs<ChangeWebhook>();
        routes.MapPost("/webhooks/{id:guid}/secret", async (Guid id, RotateWebhookSecret use) => (await use.Run(id)).Http())
            .RunsUnkeyed<RotateWebhookSecret>();
        routes.MapPut("/webhooks/{id:guid}/state", async (Guid id, SwitchWebhook.Command command, SwitchWebhook use) =>
            (await use.Run(id, command)).Http()).Runs<SwitchWebhook>();
        routes.MapPost("/webhooks/{id:guid}/test", async (Guid id, TestWebhook use) => (await use.Run(id)).Http()).Runs<TestWebhook>();
        routes.MapGet("/webhooks/{id:guid}/deliveries", async (Guid id, string? limit, string? after, WebhookQueries hooks) =>
            (await hooks.Log(id, limit, after)).Http()).Reads(ReadRight, "webhooks.log", "看推送记录", "See what was sent");
        routes.MapPost("/webhooks/{id:guid}/replay", async (Guid id, ReplayWebhooks.Command command, ReplayWebhooks use) =>
            (await use.Run(id, command)).Http()).Runs<ReplayWebhooks>();
    }
}
