using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Channels;

/// <summary>What comes from and goes to other shops: their orders, our parcels and stock, files.</summary>
public sealed class ChannelsModule : Module
{
    public override string Name => "Channels";

    /// <summary>Sees orders of channels that are not home, and how the channels are doing.</summary>
    public const string Read = "channels.read";

    /// <summary>Brings them home, or decides that they will not be.</summary>
    public const string Write = "channels.write";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new("products.import", new("导入商品", "Import products")),
        new(Read, new("看渠道和未归单", "See channels and orders that are not home")),
        new(Write, new("处理未归单", "Bring channels' orders home")),
    ];

    public override void Tables(ModelBuilder model) => ChannelsTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ImportSettings.Of(configuration));
        services.AddSingleton<ImportSignal>();
        services.AddScoped<ImportQueue>();
        services.AddScoped<ImportRun>();
        services.AddScoped<ImportProducts>();
        services.AddScoped<ProductIntake>();
        services.AddScoped<CategoryIntake>();
        services.AddScoped<StartImport>();
        services.AddScoped<ImportQueries>();
        services.AddScoped(s => new ImportCommand(s.GetRequiredService<StartImport>(), s.GetRequiredService<ImportRun>(),
            s.GetRequiredService<ImportQueries>(), s.GetRequiredService<ImportSettings>()));
        services.AddHostedService<ImportWorker>();
        Orders(services, configuration);
    }

    private static void Orders(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new IntakeSettings(configuration.GetValue<int?>("Channels:PricePercent")));
        services.AddSingleton(new PollSettings(configuration.GetValue("Channels:PollEvery", PollSettings.Default.Every),
            configuration.GetValue("Channels:SubscriptionEvery", PollSettings.Default.SubscriptionEvery)));
        services.AddSingleton<ChannelShops>();
        services.AddSingleton<IChannelShop, FileShop>();
        services.AddSingleton<ChannelBoard>();
        foreach (var type in (Type[])[typeof(ArrivalBook), typeof(TakeChannelOrder), typeof(FollowChannelOrder), typeof(TryArrival), typeof(Remedies),
            typeof(MatchSku), typeof(MendArrival), typeof(AcceptArrival), typeof(RetryArrival), typeof(DismissArrival), typeof(ChannelHealths),
            typeof(ChannelNews), typeof(TakeOrderFile)]) services.AddScoped(type);
        services.AddScoped(s => new ArrivalQueries(s.GetRequiredService<ShopDb>(), s.GetRequiredService<ChannelShops>(),
            s.GetRequiredService<ArrivalBook>(), s.GetRequiredService<AlikeVariants>(), s.GetRequiredService<Caller>()));
        services.AddScoped<IShipmentFollower>(s => s.GetRequiredService<ChannelNews>());
        services.AddScoped<IStockFollower>(s => s.GetRequiredService<ChannelNews>());
        services.AddScoped<IJob, RetryArrivals>();
        services.AddScoped<IJob, PollChannels>();
        foreach (var code in ChannelShops.Codes)
        {
            services.AddSingleton<IMoneyHolder>(s => s.GetRequiredService<ChannelShops>().Find(code)!);
            services.AddScoped<IInboxHandler>(s => ActivatorUtilities.CreateInstance<ChannelInbox>(s, code));
            services.AddScoped<IReceiver>(s => ActivatorUtilities.CreateInstance<TellChannel>(s, code));
        }
    }

    public override void OutsideRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/channels/{channel}/webhooks", (RequestDelegate)TakeWebhook.Handle)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(TakeWebhook.BytesRead)).ExcludeFromDescription();

    public override void AdminRoutes(IEndpointRouteBuilder routes) => ChannelsRoutes.Map(routes);
}
