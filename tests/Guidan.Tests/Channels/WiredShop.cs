using System.Net;
using System.Net.Sockets;
using Guidan.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Guidan.Tests.Channels;

/// <summary>A shop with simulated Shopify and WooCommerce shops at the other ends of its wires.</summary>
public abstract class WiredShop : ShopFixture
{
    private readonly string folder = Directory.CreateTempSubdirectory("guidan-channels-").FullName;
    private WebApplication? sandbox;

    /// <summary>The hands that buy, pay and cancel at the simulated shops.</summary>
    public HttpClient Hands { get; private set; } = null!;

    protected abstract Task<string[]> Database();

    protected sealed override async Task<string[]> DatabaseWords()
    {
        var address = FreeAddress();
        sandbox = SandboxHost.Build(new() { DataFolder = folder, Address = address, NoticeScale = 0.001, ParcelStepSeconds = 3600 });
        await sandbox.StartAsync();
        Hands = new HttpClient { BaseAddress = address };
        var told = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "sandbox.json")).Build().AsEnumerable()
            .Where(s => s.Value is not null && s.Key.StartsWith("Channels:", StringComparison.Ordinal));
        return ["--Channels:PollEvery", "00:00:01", "--Channels:SubscriptionEvery", "00:00:01",
            .. told.SelectMany(s => (string[])["--" + s.Key, s.Value!]), .. await Database()];
    }

    protected override async Task RemoveDatabase()
    {
        Hands.Dispose();
        await sandbox!.StopAsync();
        await sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}

/// <summary>Wired, on the embedded database.</summary>
public sealed class WiredSqliteShop : WiredShop
{
    protected override Task<string[]> Database() => Task.FromResult<string[]>([]);
}

/// <summary>Wired, on PostgreSQL.</summary>
public sealed class WiredPostgresShop : WiredShop
{
    private string? connection;

    protected override async Task<string[]> Database() => ["--ConnectionStrings:Guidan", connection = await PostgresServer.NewDatabase()];

    protected override async Task RemoveDatabase()
    {
        await base.RemoveDatabase();
        if (connection is not null) await PostgresServer.Drop(connection);
    }
}
