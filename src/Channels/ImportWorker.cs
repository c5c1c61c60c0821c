using System.Data.Common;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Channels;

/// <summary>Works through queued imports outside the requests that sent them, and goes on with those that were cut off.</summary>
internal sealed class ImportWorker(IServiceScopeFactory scopes, ImportSignal signal, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var run = scope.ServiceProvider.GetRequiredService<ImportRun>();
                if (!await run.Next(null, stoppingToken)) await signal.Wait(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause)
            {
                log.LogError(cause, "An import was cut off; it goes on when its lease has run out");
                await Task.Delay(Look, CancellationToken.None);
            }
        }
    }
}

/// <summary>Takes one import and brings it to an end in the name of the person who asked for it.</summary>
internal sealed class ImportRun(ImportQueue queue, ImportProducts products, Caller caller, ILogger<ImportRun> log)
{
    /// <summary>False when there was nothing to take.</summary>
    public async Task<bool> Next(Guid? certain, CancellationToken ct)
    {
        if (await queue.Take(certain) is not { } import) return false;
        caller.Become(new Caller { Kind = import.ActorKind, Id = import.ActorId, Name = import.ActorName });
        Refusal? refusal;
        try
        {
            refusal = (await products.Run(import, ct)).Refusal;
        }
        // What the database or the disk did passes; anything else is in the file, and would come again each time.
        catch (Exception cause) when (cause is not (DbException or IOException or LaneFull or OutcomeUnknown or OperationCanceledException)
            && DatabaseFailure.In(cause) is not { IsTransient: true })
        {
            log.LogError(cause, "Import {Import} cannot be read", import.Id);
            refusal = Crashed;
        }
        if (refusal is not null && refusal.Code != ImportProgress.TakenOver.Code)
            await products.Finish(import, ImportState.Failed, new(1, null, refusal.Code, refusal.Title, null));
        else if (ct.IsCancellationRequested) await queue.LetGo(import);
        return true;
    }

    private static readonly Refusal Crashed = Refusal.Conflict("import.crashed",
        new("读这个文件时程序出错了", "The program failed on this file"),
        new("原因在运行日志里", "The log has the cause"),
        new("把文件发给开发者，并先删去出错的行再导入", "Send the file to the developers, and import without the row that fails"));
}
