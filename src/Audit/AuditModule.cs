using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Audit;

/// <summary>The hash-chained record of every change, and the ways to read and verify it.</summary>
public sealed class AuditModule : Module
{
    public override string Name => "Audit";

    public override void Tables(ModelBuilder model) => model.Entity<AuditEntry>(t =>
    {
        t.ToTable("audit_entry");
        t.HasKey(e => new { e.Chain, e.Seq });
        t.HasIndex(e => e.At);
        t.HasIndex(e => new { e.Target, e.At });
    });

    public override void Services(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IAuditTrail, AuditTrail>();
}
