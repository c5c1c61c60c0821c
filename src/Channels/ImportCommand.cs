using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Imports a file at once, for the command line: the same work as the worker's, in the caller's process.</summary>
public sealed class ImportCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private readonly StartImport start;
    private readonly ImportRun run;
    private readonly ImportQueries queries;
    private readonly ImportSettings settings;

    internal ImportCommand(StartImport start, ImportRun run, ImportQueries queries, ImportSettings settings) =>
        (this.start, this.run, this.queries, this.settings) = (start, run, queries, settings);

    /// <summary>Runs to the end, or until the token asks to stop. The file stays where it is: a copy is kept.</summary>
    public async Task<Result<(ImportView Import, IReadOnlyList<ImportFault> Faults)>> Run(string path, ImportAsk ask, CancellationToken ct)
    {
        if (!File.Exists(path)) return Refusal.NotFound("import.no_file", new($"文件 {path}", $"The file {path}"));
        var copy = settings.Arriving();
        File.Copy(path, copy);
        var started = await start.Run(ask, copy);
        if (!started.IsOk) return started.Refusal!;
        await run.Next(started.Value.Id, ct);
        // A worker of this process may have been quicker: then it is waited for.
        while (true)
        {
            var one = await queries.One(started.Value.Id);
            if (!one.IsOk || one.Value.Import.IsOver || ct.IsCancellationRequested) return one;
            await Task.Delay(Look, CancellationToken.None);
        }
    }
}
