using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Notices;

/// <summary>Table of contents: what the shop tells others: programs by webhooks, customers and staff by mail and robots.</summary>
public sealed class NoticesModule : Module
{
    internal const string ReadRight = "webhooks.read";
    internal const string Write = "webhooks.write";
    internal const string NoticesRead = "notices.read";
    internal const string NoticesWrite = "notices.write";

    public override string Name => "Notices";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReadRight, new("看推送和推送记录", "See webhooks and their log")),
        new(Write, new("管理推送、重新推送", "Manage and replay webhooks")),
        new(NoticesRead, new("看通知和提醒", "See notices and alerts")),
        new(NoticesWrite, new("标记提醒已看、发测试通知", "Mark alerts as seen, send test notices")),
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
            t.HasIndex(d => d.CreatedAt);
        });
        model.Entity<StockNote>(t =>
        {
            t.ToTable("notices_stock");
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.HasIndex(s => s.Sku);
            t.HasIndex(s => s.DueAt);
        });
        NoticeTables(model);
    }

    private static void NoticeTables(ModelBuilder model)
    {
        model.Entity<Alert>(t =>
        {
            t.ToTable("notices_alert");
            t.HasKey(a => a.Id);
            t.Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => new { a.Kind, a.Subject }).IsUnique();
            t.HasIndex(a => a.DueAt);
            t.Ignore(a => a.Cause).Ignore(a => a.Remedy);
        });
        model.Entity<OrderNote>(t =>
        {
            t.ToTable("notices_news");
            t.HasKey(n => n.Id);
            t.Property(n => n.Id).ValueGeneratedNever();
        });
        model.Entity<MailWish>(t =>
        {
            t.ToTable("notices_wish");
            t.HasKey(w => w.OrderNumber);
            t.Property(w => w.OrderNumber).ValueGeneratedNever();
        });
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookSettings.Of(configuration)).AddSingleton<WebhookSender>();
        services.AddScoped<WebhookFanOut>().AddScoped<IOrderWatcher>(s => s.GetRequiredService<WebhookFanOut>())
            .AddScoped<IStockFollower>(s => s.GetRequiredService<WebhookFanOut>()).AddScoped<ICaseWatcher>(s => s.GetRequiredService<WebhookFanOut>());
        services.AddScoped<IJob, TellStock>().AddScoped<IJob, TidyNotices>();
        services.AddHostedService<WebhookWorker>();
        services.AddScoped<NoteWebhookAnswer>().AddScoped<WebhookQueries>();
        services.AddScoped<AddWebhook>().AddScoped<ChangeWebhook>().AddScoped<RotateWebhookSecret>().AddScoped<SwitchWebhook>();
        services.AddScoped<TestWebhook>().AddScoped<ReplayWebhooks>();
        services.AddSingleton(NoticeSettings.Of(configuration)).AddSingleton<StaffWays>().AddSingleton<RestingWays>();
        services.AddScoped<NoticeWatch>().AddScoped<IOrderWatcher>(s => s.GetRequiredService<NoticeWatch>())
            .AddScoped<ICaseWatcher>(s => s.GetRequiredService<NoticeWatch>());
        services.AddScoped<IReceiver, NoticeDesk>().AddScoped<IJob, TellStaff>().AddScoped<StaffLetters>();
        services.AddScoped<NoticeQueries>().AddScoped<SeeAlert>().AddScoped<TestNotice>();
        services.AddScoped(s => new NoticeChecks(s.GetServices<INoticeWay>(), s.GetRequiredService<StaffWays>(), s.GetRequiredService<NoticeSettings>(),
            s.GetRequiredService<WebhookSettings>()));
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
        routes.MapGet("/webhooks/{id:guid}/deliveries", async (Guid id, string? state, string? limit, string? after, WebhookQueries hooks) =>
            (await hooks.Log(id, state, limit, after)).Http()).Reads(ReadRight, "webhooks.log", "看推送记录", "See what was sent");
        routes.MapGet("/webhooks/{id:guid}/deliveries/{message:guid}", async (Guid id, Guid message, WebhookQueries hooks) =>
            (await hooks.Message(id, message)).Http()).Reads(ReadRight, "webhooks.message", "看推送内容", "See a message that was sent");
        routes.MapPost("/webhooks/{id:guid}/replay", async (Guid id, ReplayWebhooks.Command command, ReplayWebhooks use) =>
            (await use.Run(id, command)).Http()).Runs<ReplayWebhooks>();
        NoticeRoutes(routes);
    }

    private static void NoticeRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices/ways", async (NoticeQueries notices, CancellationToken ct) => Routes.Ok(await notices.Ways(ct)))
            .Reads(NoticesRead, "notices.ways", "看通知方式", "See the ways of notices");
        routes.MapPost("/notices/ways/{way}/test", async (string way, TestNotice use) => (await use.Run(way)).Http()).Runs<TestNotice>();
        routes.MapGet("/notices/alerts", async (string? limit, string? after, NoticeQueries notices) => (await notices.Alerts(limit, after)).Http())
            .Reads(NoticesRead, "notices.alerts", "看提醒", "List alerts");
        routes.MapPost("/notices/alerts/{id:guid}/seen", async (Guid id, SeeAlert use) => (await use.Run(id)).Http()).Runs<SeeAlert>();
    }
}
