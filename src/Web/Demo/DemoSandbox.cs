using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Guidan.Sandbox;

namespace Guidan.Web.Demo;

/// <summary>
/// The simulated outside parties beside a demo shop, in the same process and on a port of their own. The shop talks to
/// them over the wire and through its real connectors; only addresses and keys differ.
/// </summary>
internal sealed class DemoSandbox
{
    private const string Alipay = "Providers:Alipay";
    private const string Tracker = "Carriers:Kuaidi100";
    private static readonly string[] Channels = ["shopify", "woocommerce"];

    private readonly SandboxSettings settings;

    private DemoSandbox(SandboxSettings settings, WebApplication server, bool pays, bool tracks, IReadOnlyList<string> sells) =>
        (this.settings, Server, Pays, Tracks, Sells) = (settings, server, pays, tracks, sells);

    public WebApplication Server { get; }

    /// <summary>The address of its pages, of its gateway and of the strings behind the puppets.</summary>
    public Uri Address => settings.Address;

    /// <summary>The shop takes its payments here; false when another Alipay was named from outside.</summary>
    public bool Pays { get; }

    /// <summary>The shop's parcels are followed here.</summary>
    public bool Tracks { get; }

    /// <summary>Codes of the channels whose shops are simulated here.</summary>
    public IReadOnlyList<string> Sells { get; }

    /// <summary>
    /// Prepares the sandbox and adds its addresses and keys to the configuration, below everything that was said from
    /// outside: a party that is configured there stays as it is. Null when there is nothing left to simulate.
    /// </summary>
    public static DemoSandbox? Join(ConfigurationManager configuration, ShopSettings shop)
    {
        var (pays, tracks) = (!IsSet(configuration, Alipay, "Gateway"), !IsSet(configuration, Tracker, "BaseUrl"));
        var sells = Channels.Where(code => !IsSet(configuration, $"Channels:{code}", "BaseUrl")).ToList();
        if (!pays && !tracks && sells.Count == 0) return null;
        var folder = Path.Combine(shop.DataFolder, "sandbox");
        var settings = new SandboxSettings
        {
            DataFolder = folder,
            Address = configuration["Sandbox:Url"] is { } url ? new Uri(url) : FreeAddress(folder),
            NoticeScale = Number(configuration["Sandbox:NoticeScale"], 1),
            ParcelStepSeconds = Number(configuration["Sandbox:ParcelStep"], 20),
        };
        var server = SandboxHost.Build(settings);
        var told = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(Path.Combine(folder, "sandbox.json"))).Build().AsEnumerable()
            .Where(s => s.Value is not null && (pays && Below(s.Key, Alipay) || tracks && Below(s.Key, Tracker)
                || sells.Exists(code => Below(s.Key, $"Channels:{code}"))));
        ((IConfigurationBuilder)configuration).Sources.Insert(0,
            new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = told.ToList() });
        return new DemoSandbox(settings, server, pays, tracks, sells);
    }

    private static bool IsSet(ConfigurationManager configuration, string section, string address) =>
        !string.IsNullOrEmpty(configuration[$"{section}:{address}"]);

    private static bool Below(string key, string section) => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);

    // The port of the last time where it is free: pages of the cashier that are still open stay good over a restart.
    private static Uri FreeAddress(string folder)
    {
        var port = LastPort(Path.Combine(folder, "sandbox.json"));
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            using var other = new TcpListener(IPAddress.Loopback, 0);
            other.Start();
            return At(((IPEndPoint)other.LocalEndpoint).Port);
        }
        return At(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    private static int LastPort(string file)
    {
        try
        {
            using var told = JsonDocument.Parse(File.ReadAllText(file));
            return new Uri(told.RootElement.GetProperty("Carriers").GetProperty("Kuaidi100").GetProperty("BaseUrl").GetString()!).Port;
        }
        catch (Exception cause) when (cause is IOException or JsonException or KeyNotFoundException or UriFormatException)
        {
            return 0;
        }
    }

    private static Uri At(int port) => new($"http://127.0.0.1:{port}");

    private static double Number(string? text, double otherwise) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}

/// <summary>Starts and stops the sandbox with the shop: before any worker of the shop could call it.</summary>
internal sealed class SandboxStart(DemoSandbox sandbox, ILogger<SandboxStart> log) : IHostedService, IAsyncDisposable
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await sandbox.Server.StartAsync(cancellationToken);
        log.LogInformation("演示：支付、快递和渠道店铺由本机模拟，地址 {Address}，到 {Store} 可以在模拟的Shopify店铺下单 (demo: payments, parcels and channel shops are simulated there)",
            sandbox.Address, new Uri(sandbox.Address, "/store"));
    }

    public Task StopAsync(CancellationToken cancellationToken) => sandbox.Server.StopAsync(cancellationToken);

    // A start that was given up stops nothing by itself.
    public async ValueTask DisposeAsync()
    {
        await sandbox.Server.StopAsync();
        await sandbox.Server.DisposeAsync();
    }
}
