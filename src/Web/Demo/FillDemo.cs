using System.Diagnostics;
using Guidan.Customers;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Staff;

namespace Guidan.Web.Demo;

/// <summary>
/// Fills an empty shop with goods, people and a past, once. It runs before the shop answers, so that nobody sees it half
/// full; an interrupted filling goes on at the next start.
/// </summary>
internal sealed class FillDemo(IServiceCollection program, IServiceProvider root, DemoSandbox? sandbox, TimeProvider clock, ILogger<FillDemo> log)
    : IHostedService
{
    private static readonly TimeSpan Opened = TimeSpan.FromDays(62);
    private const int DeliveriesAtOnce = 6;
    private const string MemberEmail = "demo@guidan.example";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Fill(cancellationToken);
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested)
        {
            // A shop that opens half full is better than one that does not open; the next start goes on from here.
            log.LogError(cause, "演示数据没有填完，下次启动接着填 (the demo is not filled; the next start goes on)");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Fill(CancellationToken ct)
    {
        await using var scope = root.CreateAsyncScope();
        var progress = scope.ServiceProvider.GetRequiredService<DemoProgress>();
        if (await progress.Begin() is not { } state)
        {
            log.LogInformation("店里已有商品，不填演示数据 (there are goods already; no demo data is filled in)");
            return;
        }
        var lifetime = root.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStarted.Register(Welcome);
        if (state.Filled)
        {
            // Their shelves outlive a restart; looking after them can wait until the shop answers.
            lifetime.ApplicationStarted.Register(() => _ = Restock(lifetime.ApplicationStopping));
            return;
        }
        await FillChannels(ct);
        var started = Stopwatch.GetTimestamp();
        log.LogInformation("正在填入演示数据 (filling in the demo)");
        var orders = await Fill(scope.ServiceProvider, state, ct);
        await progress.Finish(state);
        log.LogInformation("演示数据填好了：{Orders}单，用时{Seconds:0.0}秒 (the demo is filled in)", orders, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void Welcome()
    {
        var address = root.GetRequiredService<PublicAddress>();
        log.LogInformation("演示店 {Shop}，后台 {Admin}，邮箱 demo@guidan.example，密码 {Password} (the demo shop, its back office, and how to sign in)",
            address.Root, address.Of("/admin"), DemoStaff.Password);
    }

    private async Task<int> Fill(IServiceProvider services, DemoState state, CancellationToken ct)
    {
        var files = DemoFiles.Read();
        var now = state.StartedAt;
        await services.GetRequiredService<DemoStaff>().Run();
        await FillMember(files.People[0]);
        var staff = await DemoStaffRoom.Of(services.GetRequiredService<StaffLists>());
        // A past needs a provider that remembers it: real books would not know these payments.
        var orders = sandbox is { Pays: true } ? PastOrders.Of(files, now, services.GetRequiredService<ShopCalendar>()) : [];
        await using var shop = new EarlierShop(program, root, now);
        await new FillShelves(shop, files, now - Opened, staff.Goods).Run(PastOrders.Demand(orders), ct);
        log.LogInformation("商品上架了 (the goods are on the shelf)");
        if (orders.Count > 0) await Live(shop, staff, orders, ct);
        return orders.Count;
    }

    // A scope of its own: whoever signs up is the caller from there on.
    private async Task FillMember(DemoPerson person)
    {
        await using var scope = root.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<SignUpCustomer>().Handle(new(MemberEmail, DemoStaff.Password, person.Name));
        if (!opened.IsOk) return;
        var (a, save) = (person.Address, scope.ServiceProvider.GetRequiredService<SaveAddress>());
        await save.Run(null, new(person.Name, person.Phone, a.Province ?? "", a.City ?? "", a.District, a.Line ?? ""));
    }

    // The shops at the channels sell what this one sells, under the same SKUs.
    private async Task FillChannels(CancellationToken ct)
    {
        if (sandbox is not { Sells.Count: > 0 }) return;
        var goods = DemoFiles.Read().Catalog.Products.SelectMany(p => p.Variants.Select(v => new ChannelGoods(v.Sku, p.Name.Zh,
            v.Options.Count == 0 ? null : string.Join(" / ", v.Options.Select((value, i) => p.Options[i].Values[value].Zh)), v.Price))).ToList();
        foreach (var channel in sandbox.Sells) await Hands.Stock(channel, goods, ct);
    }

    private async Task Restock(CancellationToken ct)
    {
        try
        {
            await FillChannels(ct);
        }
        catch (Exception cause) when (cause is HttpRequestException or OperationCanceledException)
        {
            log.LogWarning(cause, "模拟的渠道店铺没有补货 (the simulated channel shops were not restocked)");
        }
    }

    private SandboxHands Hands => new(root.GetRequiredService<IHttpClientFactory>().CreateClient("demo"), sandbox!.Address);

    private async Task Live(EarlierShop shop, DemoStaffRoom staff, IReadOnlyList<PastOrder> orders, CancellationToken ct)
    {
        var lives = new PastLives(shop, Hands, staff, orders, clock);
        await lives.Place(ct);
        await lives.Pay(ct);
        log.LogInformation("过去的订单下好、付好了 (the orders of the past are placed and paid)");
        await lives.GoOn(ct);
        await lives.GiveBack(ct);
        await shop.DeliverOutbox(DeliveriesAtOnce, ct);
        await lives.LeaveRefundsOpen(ct);
        await lives.ShipLast(ct);
    }
}
