using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Assurance;

/// <summary>Table of contents: equations, gaps, the sheet of a day, and exports for whoever checks from outside.</summary>
public sealed class AssuranceModule : Module
{
    internal const string RunRight = "assurance.run";
    internal const string ReadRight = "assurance.read";
    internal const string ExportRight = "exports.read";

    public override string Name => "Assurance";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReadRight, new("看归单证明和差异", "See the proof and the gaps")),
        new(RunRight, new("核对恒等式", "Check the equations")),
        new(ExportRight, new("导出核对数据", "Export data for auditors")),
    ];

    public override void Tables(ModelBuilder model) => model.Entity<CheckRecord>(t =>
    {
        t.ToTable("assurance_check");
        t.HasKey(c => c.Id);
        t.Property(c => c.Id).ValueGeneratedNever();
        t.HasIndex(c => c.At);
    });

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CheckBooks>().AddScoped<RunCheck>().AddScoped<StuckRows>().AddScoped<DaySheet>();
        services.AddScoped(s => new Proof(s.GetRequiredService<CheckBooks>(), s.GetRequiredService<DaySheet>(),
            s.GetRequiredService<Operations.Cases>(), s.GetRequiredService<ShopCalendar>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<IJob, CheckAgain>().AddScoped<IJob, WatchStuck>();
        services.AddSingleton<HeldSnapshots>().AddScoped<RunExport>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/assurance/check", async (RunCheck run) => (await run.Handle()).Http()).Runs<RunCheck>();
        routes.MapGet("/assurance/check", async (CheckBooks books, Caller caller) =>
            Routes.Ok(CheckView.Of(await books.LastFound(), caller.Tongue)))
            .Reads(ReadRight, "assurance.last_check", "看上次核对", "See the last check");
        routes.MapGet("/assurance/gaps", (string? limit, string? after, Operations.Cases cases, Caller caller) =>
            Gap.Page(PageAsk.Read(limit, after), cases, caller.Tongue).Http())
            .Reads(ReadRight, "assurance.gaps", "看没归上的", "See the gaps");
        routes.MapGet("/assurance/sheet", async (string? date, DaySheet sheet) => (await sheet.Read(date)).Http())
            .Reads(ReadRight, "assurance.sheet", "看归单日表", "See the sheet of a day");
        routes.MapGet("/proof", async (Proof proof) => Routes.Ok(await proof.Light()))
            .Reads("orders.read", "assurance.proof", "看归单灯", "See the proof light");
        routes.MapGet("/export/{what}", (string what, string? after, string? limit, string? snapshot, HttpContext http, RunExport export) =>
            export.Write(what, after, limit, snapshot, http))
            .Reads(ExportRight, "exports.read", "导出核对数据", "Export data for auditors")
            .Produces<string>(StatusCodes.Status200OK, "application/x-ndjson");
    }
}
