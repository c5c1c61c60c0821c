using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Guidan.BrowserTests;

/// <summary>The real built program in a process of its own, with demo goods and orders, on a free port and a folder of its own.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartMost = TimeSpan.FromSeconds(120);
    private readonly string folder = Directory.CreateTempSubdirectory("guidan-browser-").FullName;
    private readonly StringBuilder log = new();
    private Process? process;

    /// <summary>Where the shop answers.</summary>
    public string Url { get; private set; } = "";

    public string DataFolder => Path.Combine(folder, "data");

    /// <summary>Where the simulated outside parties of the demo answer.</summary>
    public Uri Sandbox
    {
        get
        {
            using var told = JsonDocument.Parse(File.ReadAllText(Path.Combine(DataFolder, "sandbox", "sandbox.json")));
            return new(told.RootElement.GetProperty("Channels").GetProperty("shopify").GetProperty("BaseUrl").GetString()!);
        }
    }

    /// <summary>What the program has said so far, for a test that failed.</summary>
    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    public async Task Start()
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        process = Launch("serve", "--urls", Url, "--demo", "true", "--Sandbox:ParcelStep", "2");
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        var started = Stopwatch.GetTimestamp();
        while (!await Answers(client))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > StartMost)
                throw new InvalidOperationException($"The shop did not start:\n{Log}");
            await Task.Delay(100);
        }
    }

    /// <summary>Runs a verb of the command line on the same data and answers what it printed.</summary>
    public async Task<string> Verb(params string[] words)
    {
        using var verb = Process.Start(Command(words))!;
        verb.StandardInput.Close();
        var (printed, said) = (verb.StandardOutput.ReadToEndAsync(), verb.StandardError.ReadToEndAsync());
        await verb.WaitForExitAsync();
        verb.ExitCode.ShouldBe(0, $"{string.Join(' ', words)}: {await said}");
        return (await printed).Trim();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // As an operator stops it: the program finishes what it has in hand.
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString()]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Process Launch(params string[] words)
    {
        var started = Process.Start(Command(words))!;
        started.StandardInput.Close();
        DataReceivedEventHandler keep = (_, line) =>
        {
            lock (log) log.AppendLine(line.Data);
        };
        started.OutputDataReceived += keep;
        started.ErrorDataReceived += keep;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private ProcessStartInfo Command(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words, "--data", DataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The embedded database, whatever the environment of the tests points to.
        start.Environment.Remove("ConnectionStrings__Guidan");
        return start;
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/version")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The source tree that these tests were built from.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Guidan.slnx"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The tests run from inside the source tree");
        }
    }

    // Built in the same configuration as these tests: …/bin/Release/net10.0.
    private static string Program
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/')).Parent!.Name;
            return Path.Combine(Root, "src", "Web", "bin", configuration, "net10.0", "Guidan.Web.dll");
        }
    }
}
