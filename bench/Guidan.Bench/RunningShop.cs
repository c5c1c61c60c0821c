using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Guidan.Bench;

/// <summary>The real program, built for release, as a process of its own on a free port of loopback.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(Repository.Root, "src/Web/bin/Release/net10.0/Guidan.Web.dll");
    private readonly Process process;
    private readonly StreamWriter log;

    private RunningShop(Process process, StreamWriter log, int port, string token)
    {
        (this.process, this.log, Port) = (process, log, port);
        Admin = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
        Admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Token = token;
    }

    public int Port { get; }

    /// <summary>Opens every door of the back office.</summary>
    public string Token { get; }

    public HttpClient Admin { get; }

    /// <summary>Processor time that the program has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most that it ever held.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts on a data folder and answers when the shop is ready.</summary>
    /// <param name="postgres">A connection string, or null for SQLite in the folder.</param>
    /// <param name="settings">Further settings, as environment variables.</param>
    public static async Task<RunningShop> Start(string folder, string? postgres, params (string Name, string Value)[] settings)
    {
        if (!File.Exists(Program)) throw new FileNotFoundException($"Build the shop first: dotnet build src/Web -c Release ({Program})");
        Directory.CreateDirectory(folder);
        var port = FreePort();
        var process = Process.Start(Words(folder, postgres, settings, "serve", "--urls", $"http://127.0.0.1:{port}", "--demo", "false"))!;
        var log = new StreamWriter(Path.Combine(folder, "program.log"), append: true) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready(port, process);
        return new RunningShop(process, log, port, await MakeToken(folder, postgres));
    }

    private static async Task Ready(int port, Process process)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode}");
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(200);
        }
        throw new TimeoutException("The program did not become ready within a minute");
    }

    private static async Task<string> MakeToken(string folder, string? postgres)
    {
        using var process = Process.Start(Words(folder, postgres, [], "token", "create", "--name", "bench", "--role", "owner"))!;
        var errors = process.StandardError.ReadToEndAsync();
        var token = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? token : throw new InvalidOperationException("No token: " + await errors);
    }

    private static ProcessStartInfo Words(string folder, string? postgres, (string Name, string Value)[] settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words, "--data", Path.Combine(folder, "data")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        if (postgres is not null) start.Environment["ConnectionStrings__Guidan"] = postgres;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    /// <summary>
    /// Settings of Alipay with keys of this run alone: the address in every answer is really signed, as it is in a shop
    /// that takes money.
    /// </summary>
    public static (string, string)[] Alipay()
    {
        using var own = RSA.Create(2048);
        using var theirs = RSA.Create(2048);
        const string name = "Providers__Alipay__";
        return
        [
            (name + "Gateway", "http://127.0.0.1:9/gateway.do"),
            (name + "AppId", "2021000000000000"),
            (name + "SellerId", "2088000000000000"),
            (name + "PrivateKey", Convert.ToBase64String(own.ExportPkcs8PrivateKey())),
            (name + "ProviderPublicKey", Convert.ToBase64String(theirs.ExportSubjectPublicKeyInfo())),
        ];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stops as an operator would, with SIGTERM, and waits until everything is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"])) await stop.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
        process.Dispose();
        await log.DisposeAsync();
    }
}
