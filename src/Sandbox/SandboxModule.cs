using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Sandbox;

/// <summary>Registers and maps the simulated outside parties in a host.</summary>
public static class SandboxModule
{
    /// <summary>
    /// Registers the sandbox: opens its folder, makes keys at the first start, writes <c>sandbox.json</c> (the shop's
    /// settings, in the shop's own shape) and takes up where the journal ends.
    /// </summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxSettings settings)
    {
        // A slim host knows no patterns in addresses until it is told.
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.RegexInlineRouteConstraint>("regex"));
        var clock = new SandboxClock(TimeProvider.System);
        var party = SandboxParty.Open(settings);
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton(party);
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<AlipayNotices>();
        services.AddSingleton<AlipayBook>();
        services.AddSingleton<AlipayBills>();
        services.AddSingleton<AlipayDesk>();
        services.AddSingleton<AlipayAnswer>();
        services.AddSingleton<Parcels>();
        services.AddSingleton<ShopBooks>();
        services.AddSingleton<ShopHooks>();
        services.AddSingleton<ShopAnswers>();
        services.AddSingleton<ShopifyDesk>();
        services.AddSingleton<WooDesk>();
        services.AddSingleton<Clockwork>();
        services.AddHostedService<Courier>();
        return services;
    }

    /// <summary>
    /// Maps every address of the sandbox. Returns the group, so that a host can bind it to one port.
    /// </summary>
    public static IEndpointConventionBuilder MapSandbox(this IEndpointRouteBuilder endpoints)
    {
        Remember(endpoints.ServiceProvider);
        var all = endpoints.MapGroup("");
        Party("alipay").MapAlipay();
        Party("alipay").MapCashier();
        Party("kuaidi100").MapTracker();
        Party("shopify").MapShopify();
        Party("shopify").MapStore();
        Party("woocommerce").MapWoo();
        all.MapControl();
        all.MapShopControl();
        return all;

        RouteGroupBuilder Party(string name)
        {
            var party = all.MapGroup("");
            party.AddEndpointFilter((context, next) => PlayDead(name, context, next));
            return party;
        }
    }

    /// <summary>The books listen first, then the journal tells them what was.</summary>
    private static void Remember(IServiceProvider services)
    {
        var clock = services.GetRequiredService<SandboxClock>();
        var journal = services.GetRequiredService<Journal>();
        journal.Applied += fact =>
        {
            if (fact is { Kind: "clock.moved", OffsetSeconds: { } seconds })
                clock.Offset = TimeSpan.FromSeconds(seconds);
        };
        services.GetRequiredService<AlipayBook>();
        services.GetRequiredService<Parcels>();
        services.GetRequiredService<ShopHooks>();
        services.GetRequiredService<Outbox>();
        journal.Replay();
    }

    private static async ValueTask<object?> PlayDead(
        string party, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<FaultBoard>().For(party).Down) return await next(context);
        context.HttpContext.Abort();
        return Results.Empty;
    }
}
