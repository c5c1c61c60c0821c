using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Ledger;

/// <summary>The money ledger: double entry, append-only.</summary>
public sealed class LedgerModule : Module
{
    public override string Name => "Ledger";

    public override IReadOnlyList<Permission> Permissions => [new("ledger.read", new("看账", "See the ledger"))];

    public override void Tables(ModelBuilder model)
    {
        model.Entity<JournalEntry>(t =>
        {
            t.ToTable("ledger_entry");
            t.HasKey(e => new { e.OrderNumber, e.Id });
            t.HasIndex(e => e.Id);
        });
        model.Entity<Posting>(t =>
        {
            t.ToTable("ledger_posting");
            t.HasKey(p => new { p.OrderNumber, p.EntryId, p.Line });
        });
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Journal>();
        services.AddScoped<TrialBalance>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ledger/trial-balance", async (TrialBalance balance, Caller caller) =>
            Routes.Ok(await balance.Read(caller.Tongue)))
            .Reads("ledger.read", "ledger.trial_balance", "看试算平衡表", "See the trial balance");
}
