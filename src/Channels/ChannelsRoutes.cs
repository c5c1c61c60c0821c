using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Channels;

/// <summary>An import with its faults in the reader's language.</summary>
public sealed record ImportDetail(
    Guid Id, string File, string Format, bool DryRun, OnImportError OnError, ImportState State, int Rows, int Done, int Created,
    int Updated, int Unchanged, int Failed, int Faults, DateTimeOffset QueuedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    IReadOnlyList<FaultText> Errors);

/// <summary>One fault in the reader's language.</summary>
public sealed record FaultText(int Line, string? Column, string Code, string Text, string? Value);

internal static class ChannelsRoutes
{
    private const string Permission = "products.import";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetService(typeof(Limits)) as Limits ?? new Limits();
        routes.MapPost("/imports/products", Upload).Runs<StartImport>().TakesUpTo(limits.ImportBytes);
        routes.MapGet("/imports", async (string? limit, string? after, ImportQueries imports) => PageAsk.Read(limit, after) is { IsOk: true } page
            ? (await imports.List(page.Value)).Http() : ((Result<Page<ImportView>>)PageAsk.Read(limit, after).Refusal!).Http())
            .Reads(Permission, "products.imports", "查看导入记录", "See imports");
        routes.MapGet("/imports/{id}", One).Reads(Permission, "products.read_import", "查看一次导入", "See an import");
    }

    private static async Task<IResult> Upload(HttpRequest request, StartImport start, ImportSettings settings, RequestKey key)
    {
        var upload = await ImportUpload.Read(request, settings);
        var started = upload.IsOk ? await start.Run(upload.Value.Ask, upload.Value.Path) : upload.Refusal!;
        if (!started.IsOk) return started.Http();
        if (key.Replayed) request.HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return Results.Json(started.Value, Json.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<Answer<ImportDetail>> One(string id, ImportQueries imports, Caller caller)
    {
        var one = await imports.One(Guid.TryParse(id, out var known) ? known : Guid.Empty);
        return (one.IsOk ? (Result<ImportDetail>)DetailOf(one.Value.Import, one.Value.Faults, caller.Tongue) : one.Refusal!).Http();
    }

    private static ImportDetail DetailOf(ImportView i, IReadOnlyList<ImportFault> faults, Tongue tongue) => new(i.Id, i.File, i.Format,
        i.DryRun, i.OnError, i.State, i.Rows, i.Done, i.Created, i.Updated, i.Unchanged, i.Failed, i.Faults, i.QueuedAt, i.StartedAt,
        i.FinishedAt, faults.Select(f => new FaultText(f.Line, f.Column, f.Code, f.Text.In(tongue), f.Value)).ToList());
}
