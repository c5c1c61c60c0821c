using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Web;
using Guidan.Web.CommandLine;
using Guidan.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Demo;

/// <summary>Starts of a demo shop: the first, the second, one that was cut off, one beside other outside parties.</summary>
public sealed class DemoStartTests : IDisposable
{
    private static readonly Statement Orders = new("select count(*) from orders_order");
    private static readonly Statement Movements = new("select count(*) from inventory_movement");
    private static readonly Statement Refunds = new("select count(*) from payments_refund");
    private readonly string folder = Directory.CreateTempSubdirectory("guidan-demo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_interrupted_filling_goes_on_and_a_second_start_adds_nothing_on_SQLite() => await Restarts([]);

    [Fact]
    public async Task An_interrupted_filling_goes_on_and_a_second_start_adds_nothing_on_PostgreSQL()
    {
        var connection = await PostgresServer.NewDatabase("demo");
        try
        {
            await Restarts(["--ConnectionStrings:Guidan", connection]);
        }
        finally
        {
            await PostgresServer.Drop(connection);
        }
    }

    [Fact]
    public void A_party_that_is_named_from_outside_stays_as_it_is()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("data", folder), new("Providers:Alipay:Gateway", "https://openapi.alipay.com/gateway.do"),
            new("Channels:shopify:BaseUrl", "https://tea.myshopify.com")]);

        var sandbox = DemoSandbox.Join(configuration, new ShopSettings(configuration))!;

        (sandbox.Pays, sandbox.Tracks).ShouldBe((false, true));
        configuration["Providers:Alipay:Gateway"].ShouldBe("https://openapi.alipay.com/gateway.do");
        configuration["Providers:Alipay:PrivateKey"].ShouldBeNull();
        sandbox.Sells.ShouldBe(["woocommerce"]);
        configuration["Channels:shopify:BaseUrl"].ShouldBe("https://tea.myshopify.com");
        configuration["Channels:shopify:AccessToken"].ShouldBeNull();
        configuration["Channels:woocommerce:ConsumerKey"].ShouldNotBeNull().ShouldStartWith("ck_");
        configuration["Carriers:Kuaidi100:BaseUrl"].ShouldBe(sandbox.Address.AbsoluteUri.TrimEnd('/'));
    }

    [Theory]
    [InlineData("http://*:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://+:80", "http://127.0.0.1/")]
    [InlineData("http://0.0.0.0:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:5080", "http://127.0.0.1:5080/")]
    [InlineData("https://shop.example", "https://shop.example/")]
    public void An_address_that_means_every_interface_becomes_one_that_can_be_called(string bound, string reachable) =>
        PublicAddresses.Reachable(bound).AbsoluteUri.ShouldBe(reachable);

    [Fact]
    public void The_same_present_has_the_same_past()
    {
        var (files, now) = (DemoFiles.Read(), new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));

        var once = PastOrders.Of(files, now, ShopCalendar.For("Asia/Shanghai"));
        var again = PastOrders.Of(files, now, ShopCalendar.For("Asia/Shanghai"));

        Json.Write(again.Select(o => new { o.Index, o.PlacedAt, o.Lines, o.Delivery.Code })).ShouldBe(
            Json.Write(once.Select(o => new { o.Index, o.PlacedAt, o.Lines, o.Delivery.Code })));
        once.Select(o => o.Fate).Distinct().Count().ShouldBe(Enum.GetValues<Fate>().Length);
        once.ShouldAllBe(o => o.PlacedAt < now && o.PlacedAt > now - TimeSpan.FromDays(62));
        once.ShouldAllBe(o => o.Delivery.IsPickup || o.Delivery.Reach.Covers(o.Person.Address.Province));
    }

    [Fact]
    public async Task Importing_a_file_with_a_wrong_row_ends_with_a_failure_and_a_right_one_without()
    {
        var (right, wrong) = (Path.Combine(folder, "right.csv"), Path.Combine(folder, "wrong.csv"));
        await File.WriteAllTextAsync(right, "Handle,Title,Variant SKU,Variant Price\ncup,Cup,CUP-1,12.00\n");
        await File.WriteAllTextAsync(wrong, "Handle,Title,Variant SKU,Variant Price\njar,Jar,JAR-1,dear\n");
        string[] rest = ["--format", "shopify-csv", "--data", Path.Combine(folder, "data")];

        (await Verbs.Run(["import", "products", right, .. rest])).ShouldBe(0);
        (await Verbs.Run(["import", "products", wrong, .. rest])).ShouldBe(1);
        (await Verbs.Run(["import", "products", "--dry-run", right, .. rest])).ShouldBe(0);
        (await Verbs.Run(["import", "products", Path.Combine(folder, "none.csv"), .. rest])).ShouldBe(1);
        (await Verbs.Run(["import", "orders", right, .. rest])).ShouldBe(2);
    }

    private async Task Restarts(string[] words)
    {
        await CutOff(words);
        var (filled, expected) = await Filled(words);
        var (again, _) = await Filled(words);

        filled.Orders.ShouldBe(expected);
        again.ShouldBe(filled);
    }

    // The start is given up as soon as some orders of the past are there.
    private async Task CutOff(string[] words)
    {
        await using var app = Build(words);
        using var stop = new CancellationTokenSource();
        var starting = app.StartAsync(stop.Token);
        while (!starting.IsCompleted && await SomeOrders(app) < 60) await Task.Delay(20);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(starting);
    }

    private static async Task<long> SomeOrders(WebApplication app)
    {
        try
        {
            return (await CountsOf(app)).Orders;
        }
        catch (System.Data.Common.DbException)
        {
            return 0;
        }
    }

    private async Task<((long Orders, long Movements, long Refunds) Counts, int Planned)> Filled(string[] words)
    {
        await using var app = Build(words);
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var (state, _) = await scope.ServiceProvider.GetRequiredService<Settings>().Get<DemoState?>("demo", null);
        state.ShouldNotBeNull().Filled.ShouldBeTrue();
        (await scope.ServiceProvider.GetRequiredService<Guidan.Ledger.TrialBalance>().Read(Tongue.Zh)).Balanced.ShouldBeTrue();
        var counts = await CountsOf(app);
        await app.StopAsync();
        return (counts, PastOrders.Of(DemoFiles.Read(), state.StartedAt, ShopCalendar.For("Asia/Shanghai")).Count);
    }

    private WebApplication Build(string[] words) => Shop.Build(["--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0",
        "--environment", "Development", "--demo", "true", "--Sandbox:ParcelStep", "3600", .. words]);

    private static async Task<(long Orders, long Movements, long Refunds)> CountsOf(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        return ((await db.Query(Orders, r => r.Long(0)))[0], (await db.Query(Movements, r => r.Long(0)))[0], (await db.Query(Refunds, r => r.Long(0)))[0]);
    }
}
