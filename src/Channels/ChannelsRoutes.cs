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
        routes.MapPost("/imports/products", Upload).Runs<StartImport>().TakesFormUpTo(limits.ImportBytes);
        routes.MapPost("/imports/orders", UploadOrders).Runs<TakeOrderFile>().TakesUpTo(limits.ImportBytes);
        routes.MapGet("/imports", async (string? limit, string? after, ImportQueries imports) => PageAsk.Read(limit, after) is { IsOk: true } page
            ? (await imports.List(page.Value)).Http() : ((Result<Page<ImportView>>)PageAsk.Read(limit, after).Refusal!).Http())
            .Reads(Permission, "products.imports", "查看导入记录", "See imports");
        MapOrders(routes);
        routes.MapGet("/imports/{id}", One).Reads(Permission, "products.read_import", "查看一次导入", "See an import");
    }

    private static void MapOrders(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/channels", async (ChannelHealths healths) => Routes.Ok(await healths.Read()))
            .Reads(ChannelsModule.Read, "channels.health", "看渠道", "See the channels");
        routes.MapGet("/channels/arrivals", Arrivals).Reads(ChannelsModule.Read, "channels.arrivals", "看未归单", "List orders that are not home");
        routes.MapGet("/channels/arrivals/{channel}/{id}", async (string channel, string id, ArrivalQueries arrivals) =>
            (await arrivals.Find(channel, id)).Http()).Reads(ChannelsModule.Read, "channels.arrival", "看一张未归单", "See an order that is not home");
        routes.MapPost("/channels/arrivals/{channel}/{id}/match-sku", async (string channel, string id, MatchSku.Command command, MatchSku match) =>
            (await match.Handle(channel, id, command)).Http()).Runs<MatchSku>();
        routes.MapPost("/channels/arrivals/{channel}/{id}/mend", async (string channel, string id, MendArrival.Command command, MendArrival mend) =>
            (await mend.Handle(channel, id, command)).Http()).Runs<MendArrival>();
        routes.MapPost("/channels/arrivals/{channel}/{id}/accept", async (string channel, string id, AcceptArrival accept) =>
            (await accept.Handle(channel, id)).Http()).Runs<AcceptArrival>();
        routes.MapPost("/channels/arrivals/{channel}/{id}/retry", async (string channel, string id, RetryArrival retry) =>
            (await retry.Handle(channel, id)).Http()).Runs<RetryArrival>();
        routes.MapPost("/channels/arrivals/{channel}/{id}/dismiss", async (string channel, string id, DismissArrival.Command? command, DismissArrival dismiss) =>
            (await dismiss.Handle(channel, id, command ?? new())).Http()).Runs<DismissArrival>();
    }

    private static async Task<Answer<Page<ArrivalRow>>> Arrivals(string? state, string? channel, string? cause, string? limit, string? after,
        ArrivalQueries arrivals)
    {
        var ask = PageAsk.Read(limit, after);
        if (!ask.IsOk) return ((Result<Page<ArrivalRow>>)ask.Refusal!).Http();
        ArrivalState? wanted = state switch { null or "" or "waiting" => ArrivalState.Waiting, "placed" => ArrivalState.Placed, "dismissed" => ArrivalState.Dismissed, _ => null };
        if (wanted is null) return ((Result<Page<ArrivalRow>>)Refusal.Malformed("state", new("state 应为 waiting、placed 或 dismissed", "state is waiting, placed or dismissed"))).Http();
        if (cause is { Length: > 0 } && !ArrivalCauses.IsKnown(cause))
            return ((Result<Page<ArrivalRow>>)Refusal.Malformed("cause", new("没有这种原因", "There is no such cause"))).Http();
        return (await arrivals.List(wanted.Value, channel, cause, ask.Value)).Http();
    }

    private static async Task<IResult> Upload(HttpRequest request, StartImport start, ImportSettings settings, RequestKey key)
    {
        var upload = await ImportUpload.Read(request, settings);
        var started = upload.IsOk ? await start.Run(upload.Value.Ask, upload.Value.Path) : upload.Refusal!;
        if (!started.IsOk) return started.Http();
        if (key.Replayed) request.HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return Results.Json(started.Value, Json.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<Answer<OrderFileReport>> UploadOrders(HttpRequest request, TakeOrderFile take, ImportSettings settings, RequestKey key)
    {
        var form = await ImportUpload.Form(request, settings);
        if (!form.IsOk) return ((Result<OrderFileReport>)form.Refusal!).Http();
        var upload = ImportUpload.Asked(form.Value.Fields, form.Value.Path, TakeOrderFile.AskOf);
        if (!upload.IsOk) return ((Result<OrderFileReport>)upload.Refusal!).Http();
        var taken = await take.Run(upload.Value.Ask, upload.Value.Path);
        if (taken.IsOk && key.Replayed) request.HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return taken.Http();
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
