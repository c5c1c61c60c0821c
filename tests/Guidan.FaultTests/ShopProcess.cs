using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guidan.FaultTests;

/// <summary>The built program as a process of its own, which can be killed and started again on the same folder.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartMost = TimeSpan.FromSeconds(60);
    private readonly string folder;
    private readonly string? postgres;
    private readonly Dictionary<string, string> settings;
    private readonly StreamWriter log;
    private Process? process;
    private TimeSpan offset;

    /// <param name="sandboxSettings">The file in which the sandbox says how it is reached.</param>
    /// <param name="route">What becomes of each value of it: another address in between.</param>
    public ShopProcess(string folder, string? postgres, string sandboxSettings, Func<string, string> route)
    {
        (this.folder, this.postgres) = (folder, postgres);
        settings = Flat(JsonNode.Parse(File.ReadAllText(sandboxSettings))!, "").ToDictionary(s => s.Key, s => route(s.Value));
        log = new StreamWriter(Path.Combine(folder, "shop.log"), append: true) { AutoFlush = true };
        Address = FreeAddress();
        File.WriteAllText(ClockFile, "0");
        Http = Client();
        Admin = Client();
    }

    public Uri Address { get; }

    /// <summary>Without any identity.</summary>
    public HttpClient Http { get; }

    /// <summary>With the token of an owner, once the shop has been set up.</summary>
    public HttpClient Admin { get; }

    private string ClockFile => Path.Combine(folder, "clock");

    private static string Program => Repository.At("src", "Web", "bin", "Release", "net10.0", "Guidan.Web.dll");

    /// <summary>Makes the token that <see cref="Admin"/> carries; the shop need not run.</summary>
    public async Task MakeToken()
    {
        using var making = Start(["token", "create", "--name", "faults", "--role", "owner"]);
        var token = (await making.StandardOutput.ReadToEndAsync()).Trim();
        await making.WaitForExitAsync();
        making.ExitCode.ShouldBe(0, await making.StandardError.ReadToEndAsync());
        Admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Starts the shop and answers how long it took until it sold again.</summary>
    public async Task<TimeSpan> Start()
    {
        var started = Stopwatch.GetTimestamp();
        process = Start(["serve", "--urls", Address.AbsoluteUri, "--demo", "false"]);
        _ = Drain(process.StandardOutput);
        _ = Drain(process.StandardError);
        while (Stopwatch.GetElapsedTime(started) < StartMost)
        {
            if (process.HasExited) throw new InvalidOperationException("The shop ended at its start: " + await File.ReadAllTextAsync(Path.Combine(folder, "shop.log")));
            try
            {
                using var answer = await Http.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK) return Stopwatch.GetElapsedTime(started);
            }
            catch (Exception cause) when (Unanswered.Is(cause))
            {
                // Not yet.
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("The shop did not become ready");
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Moves the shop's clock; a negative span moves it back.</summary>
    public async Task MoveClock(TimeSpan by)
    {
        offset += by;
        await File.WriteAllTextAsync(ClockFile + ".new", offset.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        File.Move(ClockFile + ".new", ClockFile, overwrite: true);
        await Task.Delay(300);
    }

    public TimeSpan Offset => offset;

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
        Http.Dispose();
        Admin.Dispose();
        await log.DisposeAsync();
    }

    private Process Start(IEnumerable<string> words)
    {
        if (!File.Exists(Program)) throw new InvalidOperationException($"Build the program first: dotnet build src/Web -c Release ({Program})");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] all = [Program, .. words, "--data", Path.Combine(folder, "data"), "--environment", "Development", "--Test:Enabled", "true", "--Test:ClockOffsetFile", ClockFile];
        foreach (var word in all) start.ArgumentList.Add(word);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["Shop__PublicUrl"] = Address.AbsoluteUri;
        start.Environment["Channels__standard__WebhookSecret"] = StandardSender.Secret;
        if (postgres is not null) start.Environment["ConnectionStrings__Guidan"] = postgres;
        return Process.Start(start)!;
    }

    private async Task Drain(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            try
            {
                lock (log) log.WriteLine(line);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 256 })
    {
        BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30),
    };

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonNode node, string path) => node is JsonObject inner
        ? inner.SelectMany(f => Flat(f.Value!, path.Length == 0 ? f.Key : $"{path}__{f.Key}"))
        : [new(path, node.ToString())];

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
