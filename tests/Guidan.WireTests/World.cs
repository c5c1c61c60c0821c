using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Guidan.Channels;
using Guidan.Connectors;
using Guidan.Fulfillment;
using Guidan.Payments;
using Guidan.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guidan.WireTests;

/// <summary>
/// The real sandbox on a loopback port, and the real connectors configured by the file that it wrote.
/// </summary>
public sealed class World : IAsyncLifetime
{
    private ServiceProvider? shop;
    private WebApplication? sandbox;

    public string Folder { get; } = Directory.CreateTempSubdirectory("guidan-wires-").FullName;
    public Uri Address { get; } = FreeAddress();
    public HttpClient Browser { get; private set; } = null!;
    public IConfiguration Settings { get; private set; } = null!;
    public IPaymentProvider Alipay => shop!.GetRequiredService<IPaymentProvider>();
    public IChannelShop Shopify => Channel("shopify");
    public IChannelShop Woo => Channel("woocommerce");
    public ICarrierTracking Tracker => shop!.GetRequiredService<ICarrierTracking>();

    public async ValueTask InitializeAsync()
    {
        Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        await StartSandbox();
        Settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(Folder, "sandbox.json"))
            .AddInMemoryCollection(
            [
                new("Providers:Alipay:TimeoutSeconds", "3"), new("Channels:shopify:TimeoutSeconds", "3"),
                new("Channels:woocommerce:TimeoutSeconds", "3"),
            ]).Build();
        shop = Connectors(Settings);
    }

    public IChannelShop Channel(string code) => shop!.GetServices<IChannelShop>().Single(s => s.Code == code);

    /// <summary>Somebody does something at a simulated shop: <c>shopify/orders</c>.</summary>
    public async Task<JsonElement> At(string path, object? wish = null)
    {
        using var answer = await Browser.PostAsJsonAsync($"/sandbox/{path}", wish ?? new { });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> Look(string path) => Browser.GetFromJsonAsync<JsonElement>($"/sandbox/{path}");

    /// <summary>The connectors as the program registers them.</summary>
    public static ServiceProvider Connectors(IConfiguration settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        new ConnectorsModule().Services(services, settings);
        return services.BuildServiceProvider();
    }

    public async Task StartSandbox()
    {
        sandbox = SandboxHost.Build(new()
        {
            DataFolder = Folder, Address = Address, NoticeScale = 0.001, ParcelStepSeconds = 3600,
        });
        await sandbox.StartAsync();
    }

    public async Task StopSandbox()
    {
        await sandbox!.StopAsync();
        await sandbox.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopSandbox();
        shop?.Dispose();
        Browser.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public static PaymentToStart Payment(string outTradeNo, long minor = 8888, string? notify = null) => new(
        outTradeNo, minor, "CNY", "测试 商品+A&B=100%", new(notify ?? "http://127.0.0.1:9/none"),
        new("http://127.0.0.1:9/orders/1?token=a%20b"), TimeProvider.System.GetUtcNow().AddMinutes(30));

    public static string NewNumber(string prefix = "T") => prefix + Guid.CreateVersion7().ToString("N");

    /// <summary>The payer opens the cashier.</summary>
    public async Task<string> Arrive(PaymentToStart payment)
    {
        var start = await Alipay.Start(payment, CancellationToken.None);
        var answer = await Browser.GetAsync(start.Action!.Url);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{answer.StatusCode}");
        return answer.Headers.Location!.OriginalString;
    }

    public async Task Pay(PaymentToStart payment, string notice = "normal")
    {
        await Arrive(payment);
        var answer = await Browser.PostAsJsonAsync($"/sandbox/alipay/trades/{payment.OutTradeNo}/pay", new { notice });
        answer.EnsureSuccessStatusCode();
    }

    public async Task Fault(object faults) =>
        (await Browser.PostAsJsonAsync("/sandbox/faults", faults)).EnsureSuccessStatusCode();

    public async Task<List<JsonElement>> Journal() =>
        (await Browser.GetStringAsync("/sandbox/journal?limit=100000"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement).ToList();

    public static async Task Eventually(Func<Task<bool>> holds, int seconds = 15)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            if (await holds()) return;
            await Task.Delay(50);
        }

        Assert.Fail("It did not come to hold in time.");
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
