using Guidan.Assurance;
using Guidan.Audit;
using Guidan.Catalog;
using Guidan.Channels;
using Guidan.Connectors;
using Guidan.Customers;
using Guidan.Fulfillment;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Ledger;
using Guidan.Notices;
using Guidan.Operations;
using Guidan.Orders;
using Guidan.Payments;
using Guidan.Staff;
using Guidan.Web.Api;
using Guidan.Web.Demo;
using Guidan.Web.Storefront;
using Microsoft.AspNetCore.HttpOverrides;

namespace Guidan.Web;

/// <summary>Puts the modules together into one program.</summary>
public static class Shop
{
    /// <summary>Every module, lowest floor first.</summary>
    public static readonly IReadOnlyList<Module> Modules =
    [
        new CatalogModule(), new CustomersModule(), new LedgerModule(), new StaffModule(), new AuditModule(),
        new OperationsModule(), new InventoryModule(), new PaymentsModule(), new OrdersModule(),
        new FulfillmentModule(), new ChannelsModule(), new NoticesModule(), new AssuranceModule(), new ConnectorsModule(),
    ];

    /// <summary>Builds the program from words of the command line and the usual configuration; nothing runs yet.</summary>
    public static WebApplication Build(params string[] args) => Build(args, _ => { });

    /// <summary>The same with further services, such as a receiver of a test.</summary>
    internal static WebApplication Build(string[] args, Action<IServiceCollection> further)
    {
        ShopContext.Parts = Modules.Select(m => (Action<Microsoft.EntityFrameworkCore.ModelBuilder>)m.Tables).ToList();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        var settings = new ShopSettings(builder.Configuration);
        SchemaStart.Prepare(settings);
        Invariant.That(!settings.TestEnabled || !builder.Environment.IsProduction(),
            "Test:Enabled moves the shop's clock; it is refused in Production (set ASPNETCORE_ENVIRONMENT to another name)");
        // Before anything reads its settings: the connectors are told of the simulated parties as of real ones.
        var sandbox = settings.Demo ? DemoSandbox.Join(builder.Configuration, settings) : null;
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = settings.Limits.BodyBytes);
        builder.Services.AddShop(settings, builder.Configuration);
        if (settings.Demo) builder.Services.AddDemo(sandbox);
        further(builder.Services);
        var app = builder.Build();
        app.UseShop();
        return app;
    }

    /// <summary>Registers the kernel and every module.</summary>
    public static IServiceCollection AddShop(this IServiceCollection services, ShopSettings settings, IConfiguration configuration)
    {
        services.AddKernel(settings);
        foreach (var module in Modules)
        {
            module.Services(services, configuration);
            services.AddSingleton(module);
        }
        services.AddScoped<SessionRoutes.Portrait>();
        services.AddScoped<HomeReader>().AddScoped<AccountData>();
        services.AddScoped<ISettingChecks, Watch.ShopChecks>().AddScoped<Watch.OutsideChecks>();
        services.AddHttpClient(Watch.OutsideChecks.Client, http => http.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddScoped<IActorNames, ActorNames>().AddScoped<ActorTitles>();
        services.AddSingleton<IAlertPatience, Watch.CausePatience>();
        services.AddSingleton<RequestMeter>().AddContracts();
        services.AddSingleton<StoreRate>();
        services.AddSingleton<PublicAddresses>();
        services.AddTransient(s => s.GetRequiredService<PublicAddresses>().Now());
        services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddRouting();
        services.AddShopPages();
        return services;
    }

    // Only a proxy that the settings name is believed when it says for whom it asks.
    private static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<ShopSettings>().TrustedProxies;
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // Loopback is believed by default; here it is, like every other address, only when it is named.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    private static void UseShop(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<PageHeaders>();
        app.UseBackOffice();
        app.UseRouting();
        app.UseMiddleware<CallerGate>();
        app.UseMiddleware<Watch.PermissionWatch>();
        app.UseMiddleware<StoreRateGate>();
        app.UseMiddleware<AccountGate>();
        app.UseMiddleware<RequestGate>();
        var store = app.MapGroup("/api/store");
        var admin = app.MapGroup("/api/admin");
        var outside = app.MapGroup("/api");
        foreach (var module in Modules)
        {
            module.StoreRoutes(store);
            module.AdminRoutes(admin);
            module.OutsideRoutes(outside);
        }
        admin.MapSessions();
        store.MapStoreApi();
        store.MapAccount();
        admin.MapAdminOrders();
        admin.MapAdminGoods();
        admin.MapAdminHome();
        FirstRun.Map(app);
        app.MapHealth();
        app.MapMetrics();
        app.MapContracts();
        app.MapShopPages();
    }
}
