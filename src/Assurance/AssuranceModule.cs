using System.Text;
using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Assurance;

/// <summary>
/// Table of contents: equations, gaps with their causes and repairs, bills, the sheet of a day, the chain of an order, the
/// settings check, and exports for whoever checks from outside.
/// </summary>
public sealed class AssuranceModule : Module
{
    internal const string RunRight = "assurance.run";
    internal const string ReadRight = "assurance.read";
    internal const string ExportRight = "exports.read";
    private const long BillMost = 32L * 1024 * 1024;

    public override string Name => "Assurance";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReadRight, new("看归单证明和差异", "See the proof and the gaps")),
        new(RunRight, new("核对恒等式和账单", "Check the equations and match bills")),
        new(ExportRight, new("导出核对数据", "Export data for auditors")),
    ];

    public override void Tables(ModelBuilder model) => AssuranceTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CheckBooks>().AddScoped<RunCheck>().AddScoped<StuckRows>().AddScoped<DaySheet>().AddScoped<SheetRows>().AddScoped<Gaps>();
        services.AddScoped(s => new Proof(s.GetRequiredService<CheckBooks>(), s.GetRequiredService<DaySheet>(),
            s.GetRequiredService<Operations.Cases>(), s.GetRequiredService<ShopCalendar>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new OrderChain(s.GetRequiredService<ShopDb>(), s.GetRequiredService<Operations.Cases>(), s.GetRequiredService<Caller>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new BillCommand(s.GetRequiredService<TakeBill>()));
        services.AddScoped<Bills>().AddScoped<MatchBill>().AddScoped<TakeBill>().AddScoped<RecordBillRefund>().AddScoped<CauseCounts>().AddScoped<Repairs>();
        services.AddScoped<SettingsLook>().AddSingleton<WatchedSettings>().AddSingleton<WatchBeat>();
        services.AddScoped<IJob, CheckAgain>().AddScoped<IJob, WatchStuck>().AddScoped<IJob, FetchBills>().AddScoped<IJob, RepairGaps>().AddScoped<IJob, WatchSettings>();
        services.AddSingleton<HeldSnapshots>().AddScoped<RunExport>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/assurance/check", async (RunCheck run) => (await run.Handle()).Http()).Runs<RunCheck>();
        routes.MapGet("/assurance/check", async (CheckBooks books, Caller caller) =>
            Routes.Ok(CheckView.Of(await books.LastFound(), caller.Tongue)))
            .Reads(ReadRight, "assurance.last_check", "看上次核对", "See the last check");
        routes.MapGet("/assurance/gaps", (string? limit, string? after, Gaps gaps) => gaps.Page(PageAsk.Read(limit, after)).Http())
            .Reads(ReadRight, "assurance.gaps", "看没归上的", "See the gaps");
        routes.MapGet("/assurance/causes", async (CauseCounts counts) => Routes.Ok(await counts.Read()))
            .Reads(ReadRight, "assurance.causes", "看原因和办法", "See causes and remedies");
        routes.MapGet("/assurance/settings", async (SettingsLook look, CancellationToken ct) => Routes.Ok(await look.View(ct)))
            .Reads(ReadRight, "assurance.settings", "看设置检查", "See the settings check");
        routes.MapGet("/proof", async (Proof proof) => Routes.Ok(await proof.Light()))
            .Reads("orders.read", "assurance.proof", "看归单灯", "See the proof light");
        routes.MapGet("/orders/{number}/chain", Chain).Reads("orders.read", "assurance.chain", "看订单的证据链", "See an order's chain of proof")
            .Produces<IReadOnlyList<ChainLink>>();
        SheetRoutes(routes);
        routes.MapGet("/export/{what}", (string what, string? after, string? limit, string? snapshot, HttpContext http, RunExport export) =>
            export.Write(what, after, limit, snapshot, http))
            .Reads(ExportRight, "exports.read", "导出核对数据", "Export data for auditors")
            .Produces<string>(StatusCodes.Status200OK, "application/x-ndjson");
    }

    private static void SheetRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assurance/sheet", async (string? date, DaySheet sheet) => (await sheet.Read(date)).Http())
            .Reads(ReadRight, "assurance.sheet", "看归单日表", "See the sheet of a day");
        routes.MapGet("/assurance/sheet/rows", async (string? date, string? by, string? name, string? state, SheetRows rows) =>
            (await rows.Read(date, by, name, state)).Http()).Reads(ReadRight, "assurance.sheet_rows", "看日表明细", "See the rows of a sheet");
        routes.MapGet("/assurance/sheet/export", Export).Reads(ReadRight, "assurance.sheet_export", "导出日表", "Export the sheet of a day")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        routes.MapPost("/assurance/bills", Upload).Runs<MatchBill>().TakesUpTo(BillMost).Produces<BillMatch>();
        routes.MapPost("/assurance/bills/refunds/{id:guid}/record", async (Guid id, RecordBillRefund record) => (await record.Handle(id)).Http())
            .Runs<RecordRefund>().NeedsRequestKey();
    }

    private static async Task<IResult> Chain(string number, OrderChain chain) =>
        OrderNumbers.TryParse(number, out var parsed) && await chain.Of(parsed) is { } links ? Routes.Ok(links)
            : new Answer<IReadOnlyList<ChainLink>>(Refusal.NotFound("order.unknown", new("订单", "The order")));

    private static async Task<IResult> Export(string? date, SheetRows rows)
    {
        var text = await rows.Export(date);
        return text.IsOk ? Results.File(Encoding.UTF8.GetBytes(text.Value.Text), "text/csv; charset=utf-8", text.Value.Name) : new Answer<Sheet>(text.Refusal!);
    }

    // The file comes as it is, as the body: a ZIP or a table.
    private static async Task<IResult> Upload(string? provider, string? date, HttpRequest request, TakeBill take, DaySheet sheet, CancellationToken ct)
    {
        var day = ShopDays.Read(date, sheet.Today.AddDays(-1));
        if (!day.IsOk) return new Answer<BillMatch>(day.Refusal!);
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, ct);
        return (await take.Handle(provider, day.Value, file.ToArray(), ct)).Http();
    }
}
