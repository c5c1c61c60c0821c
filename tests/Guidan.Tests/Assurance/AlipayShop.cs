using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Guidan.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace Guidan.Tests.Assurance;

/// <summary>A simulated Alipay beside a shop of a test: the shop's own connector asks it over the wire.</summary>
internal sealed class SimulatedAlipay : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("guidan-alipay-").FullName;
    private readonly WebApplication host;

    private SimulatedAlipay(Uri address) => (Address, host) = (address, SandboxHost.Build(new()
    {
        DataFolder = folder, Address = address, NoticeScale = 1, ParcelStepSeconds = 3600,
    }));

    public Uri Address { get; }

    public HttpClient Hands { get; } = new();

    /// <summary>The words by which a shop is told of it.</summary>
    public IEnumerable<string> Words
    {
        get
        {
            using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "sandbox.json")));
            foreach (var entry in settings.RootElement.GetProperty("Providers").GetProperty("Alipay").EnumerateObject())
                foreach (var word in (string[])[$"--Providers:Alipay:{entry.Name}", entry.Value.ToString()]) yield return word;
        }
    }

    public static async Task<SimulatedAlipay> Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var party = new SimulatedAlipay(new($"http://127.0.0.1:{port}"));
        await party.host.StartAsync();
        party.Hands.BaseAddress = party.Address;
        return party;
    }

    /// <summary>What goes wrong from now on; nothing when left out.</summary>
    public async Task Faults(object? faults = null) => (await Hands.Post("/sandbox/faults", faults ?? new { }, "")).ShouldBe(HttpStatusCode.OK);

    /// <summary>Somebody paid it at this moment, and no notice of it ever comes.</summary>
    public async Task Paid(string outTradeNo, long amount, DateTimeOffset at) => (await Hands.Post("/sandbox/alipay/trades",
        new[] { new { outTradeNo, amountMinor = amount, subject = "茶叶", paidAt = at } }, "")).ShouldBe(HttpStatusCode.OK);

    /// <summary>Its clock, as far from the real one.</summary>
    public async Task Clock(TimeSpan offset) => (await Hands.Post("/sandbox/clock", new { offsetSeconds = offset.TotalSeconds }, "")).ShouldBe(HttpStatusCode.OK);

    public async Task<string> TransactionOf(string outTradeNo) =>
        (string)(await Hands.Get($"/sandbox/alipay/trades/{outTradeNo}")).ShouldBe(HttpStatusCode.OK).Json!["tradeNo"]!;

    public async ValueTask DisposeAsync()
    {
        Hands.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A shop whose Alipay is simulated; it comes with its own party.</summary>
public abstract class AlipayShopFixture : ShopFixture
{
    internal SimulatedAlipay Alipay { get; private set; } = null!;

    protected override IEnumerable<string> Words => Alipay.Words;

    internal async Task StartParty() => Alipay = await SimulatedAlipay.Start();
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteAlipayShop : AlipayShopFixture
{
    protected override async Task<string[]> DatabaseWords()
    {
        await StartParty();
        return [];
    }

    protected override async Task RemoveDatabase() => await Alipay.DisposeAsync();
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresAlipayShop : AlipayShopFixture
{
    private string? connection;

    protected override async Task<string[]> DatabaseWords()
    {
        await StartParty();
        return ["--ConnectionStrings:Guidan", connection = await PostgresServer.NewDatabase()];
    }

    protected override async Task RemoveDatabase()
    {
        await Alipay.DisposeAsync();
        if (connection is not null) await PostgresServer.Drop(connection);
    }
}
