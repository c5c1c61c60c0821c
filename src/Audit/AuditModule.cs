using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Audit;

/// <summary>The hash-chained record of every change, and the ways to read and verify it.</summary>
public sealed class AuditModule : Module
{
    private const string Read = "audit.read";

    public override string Name => "Audit";

    public override IReadOnlyList<Permission> Permissions => [new(Read, new("看操作记录", "Read the audit log"))];

    public override void Tables(ModelBuilder model)
    {
        model.Entity<AuditEntry>(t =>
        {
            t.ToTable("audit_entry");
            t.HasKey(e => new { e.Chain, e.Seq });
            t.HasIndex(e => e.At);
            t.HasIndex(e => new { e.Target, e.At });
            t.HasIndex(e => new { e.Actor, e.At });
        });
        model.Entity<AuditCheckpoint>(t =>
        {
            t.ToTable("audit_checkpoint");
            t.HasKey(c => c.Seq);
            t.Property(c => c.Seq).ValueGeneratedNever();
        });
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["data"] ?? configuration["Data"] ?? "data");
        services.AddSingleton<IAuditTrail, AuditTrail>().AddSingleton<OperationNames>().AddSingleton<SignedHeads>();
        services.AddSingleton(_ => new AuditKey(folder));
        services.AddScoped<AuditLog>().AddScoped<AuditExport>().AddScoped<SignCheckpoint>();
        services.AddScoped(s => new VerifyAudit(s.GetRequiredService<ShopDb>(), s.GetRequiredService<AuditExport>(),
            s.GetRequiredService<AuditKey>(), s.GetRequiredService<Caller>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<IJob>(s => s.GetRequiredService<SignCheckpoint>());
        services.AddHostedService<AuditGuard>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit", (string? query, string? actor, string? target, string? from, string? to, string? limit, string? after,
            AuditLog log) => Find(query, actor, target, from, to, limit, after, log).Http())
            .Reads(Read, "audit.list", "操作记录", "Audit log");
        routes.MapGet("/audit/mine", (string? limit, string? after, AuditLog log, Caller caller) =>
            Find(null, caller.Actor, null, null, null, limit, after, log).Http())
            .WithMetadata(new OperationAttribute("audit.mine", "我的操作记录", "My own records"));
        routes.MapGet("/audit/verify", async (VerifyAudit use) => Routes.Ok(await use.Run()))
            .Reads(Read, "audit.verify", "核验操作记录", "Verify the audit log");
        routes.MapGet("/audit/checkpoints", async (string? limit, string? after, AuditExport export) =>
            (await Checkpoints(limit, after, export)).Http()).Reads(Read, "audit.list_checkpoints", "签名检查点", "Signed checkpoints");
    }

    private static Result<Page<AuditRow>> Find(string? query, string? actor, string? target, string? from, string? to,
        string? limit, string? after, AuditLog log)
    {
        var ask = PageAsk.Read(limit, after);
        if (ask.Refusal is { } refusal) return refusal;
        if (!TryTime(from, out var start)) return NoTime("from");
        if (!TryTime(to, out var end)) return NoTime("to");
        return log.List(new(query, actor, target, start, end), ask.Value);
    }

    private static async Task<Result<Page<CheckpointLine>>> Checkpoints(string? limit, string? after, AuditExport export)
    {
        var ask = PageAsk.Read(limit, after);
        if (ask.Refusal is { } refusal) return refusal;
        var lines = await export.Checkpoints(long.TryParse(ask.Value.After, out var seq) ? seq : 0, ask.Value.Limit + 1);
        return Page<CheckpointLine>.From(lines, ask.Value.Limit, c => c.Seq.ToString());
    }

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal, out var read)) return false;
        time = read.ToUniversalTime();
        return true;
    }

    private static Refusal NoTime(string field) => Refusal.Malformed(field,
        new($"{field} 应为时间，如 2026-11-22T08:00:00Z", $"{field} is a time such as 2026-11-22T08:00:00Z"));
}
