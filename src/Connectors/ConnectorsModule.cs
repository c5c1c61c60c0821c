using Guidan.Channels;
using Guidan.Fulfillment;
using Guidan.Kernel;
using Guidan.Notices;
using Guidan.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>The outside parties that this program can talk to.</summary>
public sealed class ConnectorsModule : Module
{
    public override string Name => "Connectors";

    private const long LargestAnswer = 1024 * 1024;
    private const long LargestBill = 32L * 1024 * 1024;
    private const int BillSeconds = 60;

    private const int RobotSeconds = 10;

    /// <summary>Registers every connector with its settings. Unconfigured ones answer <c>not_configured</c>.</summary>
    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AlipayOptions>(configuration.GetSection(AlipayOptions.Section));
        services.Configure<Kuaidi100Options>(configuration.GetSection(Kuaidi100Options.Section));
        services.Configure<ShopifyOptions>(configuration.GetSection(ShopifyOptions.Section));
        services.Configure<WooOptions>(configuration.GetSection(WooOptions.Section));
        Wire("alipay", s => s.GetRequiredService<IOptions<AlipayOptions>>().Value.TimeoutSeconds);
        Wire("alipay-bills", _ => BillSeconds, LargestBill);
        Wire("kuaidi100", s => s.GetRequiredService<IOptions<Kuaidi100Options>>().Value.TimeoutSeconds);
        Wire("shopify", s => s.GetRequiredService<IOptions<ShopifyOptions>>().Value.TimeoutSeconds, ChannelWire.AnswerMost);
        Wire("woocommerce", s => s.GetRequiredService<IOptions<WooOptions>>().Value.TimeoutSeconds, ChannelWire.AnswerMost);
        services.AddSingleton<IPaymentProvider>(s => new AlipayPayments(
            s.GetRequiredService<IHttpClientFactory>().CreateClient("alipay"),
            s.GetRequiredService<IOptions<AlipayOptions>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IBillSource>(s => new AlipayBills(
            s.GetRequiredService<IHttpClientFactory>().CreateClient("alipay"),
            s.GetRequiredService<IHttpClientFactory>().CreateClient("alipay-bills"),
            s.GetRequiredService<IOptions<AlipayOptions>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICarrierTracking>(s => new Kuaidi100Tracking(
            s.GetRequiredService<IHttpClientFactory>().CreateClient("kuaidi100"),
            s.GetRequiredService<IOptions<Kuaidi100Options>>()));
        services.AddSingleton<IChannelShop>(s => new ShopifyShop(
            s.GetRequiredService<IHttpClientFactory>().CreateClient("shopify"),
            s.GetRequiredService<IOptions<ShopifyOptions>>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IChannelShop>(s => new WooShop(
            s.GetRequiredService<IHttpClientFactory>().CreateClient("woocommerce"),
            s.GetRequiredService<IOptions<WooOptions>>()));
        services.Configure<StandardOptions>(configuration.GetSection(StandardOptions.Section));
        services.AddSingleton<IChannelShop, StandardShop>();
        NoticeWays(services, configuration);
        Wire("robots", _ => RobotSeconds);

        void Wire(string name, Func<IServiceProvider, int> seconds, long largest = LargestAnswer) => services.AddHttpClient(name)
            .ConfigureHttpClient((provider, http) =>
            {
                http.Timeout = TimeSpan.FromSeconds(seconds(provider));
                http.MaxResponseContentBufferSize = largest;
            })
            // No redirects: a signed request belongs to the address in the settings and to no other.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseCookies = false,
            });
    }
    private static void NoticeWays(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection(MailOptions.Section));
        foreach (var section in (string[])[DingTalkRobot.SectionName, FeishuRobot.SectionName, WeComRobot.SectionName])
            services.Configure<RobotOptions>(section, configuration.GetSection(section));
        services.AddSingleton<INoticeWay, MailWay>();
        services.AddSingleton<INoticeWay>(s => new DingTalkRobot(Robots(s), s.GetRequiredService<IOptionsMonitor<RobotOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<INoticeWay>(s => new FeishuRobot(Robots(s), s.GetRequiredService<IOptionsMonitor<RobotOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<INoticeWay>(s => new WeComRobot(Robots(s), s.GetRequiredService<IOptionsMonitor<RobotOptions>>()));
        services.Configure<AliyunSmsOptions>(configuration.GetSection(AliyunSmsOptions.Section));
        services.AddSingleton<INoticeWay>(s => new AliyunSms(Robots(s), s.GetRequiredService<IOptionsMonitor<AliyunSmsOptions>>(), s.GetRequiredService<TimeProvider>()));

        static HttpClient Robots(IServiceProvider s) => s.GetRequiredService<IHttpClientFactory>().CreateClient("robots");
    }
}
