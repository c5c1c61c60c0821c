using Guidan.Connectors;
using Guidan.Fulfillment;
using Guidan.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public class SettingsTests
{
    private static ServiceProvider Shop(params (string Name, string Value)[] settings) =>
        World.Connectors(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value))).Build());

    [Fact]
    public async Task Without_settings_everything_missing_is_named_and_nothing_is_sent()
    {
        await using var shop = Shop();
        var alipay = shop.GetRequiredService<IPaymentProvider>();
        alipay.IsConfigured.ShouldBeFalse();
        alipay.Missing.Count.ShouldBe(5);
        alipay.Missing.ShouldAllBe(text => text.Zh.Length > 0 && text.En.Length > 0);
        (await alipay.Start(World.Payment("SO1"), CancellationToken.None)).Reason.ShouldBe("not_configured");
        (await alipay.Query("SO1", CancellationToken.None)).State.ShouldBe(TradeState.Unknown);
        (await alipay.Close("SO1", CancellationToken.None)).State.ShouldBe(TradeState.Unknown);
        var refund = new RefundToSend("SO1", "R1", 1, "CNY", "x");
        (await alipay.Refund(refund, CancellationToken.None)).State.ShouldBe(RefundState.Unknown);
        (await alipay.QueryRefund(refund, CancellationToken.None)).State.ShouldBe(RefundState.Unknown);
        alipay.ReadNotice(Ear.Raw("sign=eA=="u8.ToArray())).Verdict.ShouldBe(NoticeVerdict.Forged);
        shop.GetRequiredService<ICarrierTracking>().Missing.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("PrivateKey", "not base64")]
    [InlineData("PrivateKey", "AAAA")]
    [InlineData("ProviderPublicKey", "AAAA")]
    [InlineData("Gateway", "file:///etc/passwd")]
    public async Task An_unreadable_setting_counts_as_missing(string name, string value)
    {
        await using var shop = Shop(($"Providers:Alipay:{name}", value));
        shop.GetRequiredService<IPaymentProvider>().Missing.Count.ShouldBe(5);
    }
}
