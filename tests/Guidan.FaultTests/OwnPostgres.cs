using System.Diagnostics;

namespace Guidan.FaultTests;

/// <summary>A PostgreSQL server that belongs to one test, which may stop it in the middle of everything and start it again.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly Process process;

    private OwnPostgres(Process process, string address) => (this.process, Address) = (process, address);

    /// <summary>Without a database.</summary>
    public string Address { get; }

    /// <param name="folder">Where its files are; a folder of the system when left out.</param>
    public static async Task<OwnPostgres> Start(string? folder = null)
    {
        var start = new ProcessStartInfo(Repository.At("tests", "postgres")) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (folder is not null) start.Environment["TMPDIR"] = folder;
        var process = Process.Start(start)!;
        return new(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL did not start"));
    }

    /// <summary>Like a power cut: no connection is finished, nothing is written out.</summary>
    public Task Stop() => Say("stop");

    /// <summary>Starts it again on the same files and port; it answers when this returns.</summary>
    public Task StartAgain() => Say("start");

    private async Task Say(string word)
    {
        await process.StandardInput.WriteLineAsync(word);
        await process.StandardInput.FlushAsync();
        (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe(word);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
