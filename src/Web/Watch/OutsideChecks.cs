using System.Net.Security;
using System.Net.Sockets;
using Guidan.Assurance;
using Guidan.Connectors;
using Guidan.Kernel;
using Guidan.Payments;
using Microsoft.Extensions.Options;

namespace Guidan.Web.Watch;

/// <summary>Checks that need somebody outside: the provider's clock and word on our keys, our own address seen from out there, certificates.</summary>
internal sealed class OutsideChecks(ShopSettings settings, IHttpClientFactory clients, Providers providers, IOptions<AlipayOptions> alipay)
{
    /// <summary>A client that follows nobody and waits for nobody long.</summary>
    public const string Client = "settings-check";

    /// <summary>A number that no order has: a provider that knows our key answers "no such trade".</summary>
    private const string NoTrade = "000000000000000000SC";

    /// <summary>How far the provider's clock is from ours; null when no provider is set up or it does not say.</summary>
    public async Task<TimeSpan?> ClockDrift(CancellationToken ct)
    {
        if (!Uri.TryCreate(alipay.Value.Gateway, UriKind.Absolute, out var gateway)) return null;
        try
        {
            using var answer = await clients.CreateClient(Client).GetAsync(gateway, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.Headers.Date - TimeProvider.System.GetUtcNow();
        }
        catch (HttpRequestException)
        {
            // Whether the provider can be reached is asked with the keys.
            return null;
        }
    }

    /// <summary>Our keys as the provider sees them: it must know our signature, and we its.</summary>
    public async Task<SettingFound> Keys(CancellationToken ct)
    {
        if (AlipayKeys.AreOneAndTheSame(alipay.Value))
            return SettingFound.Wrong(new("“支付宝公钥”填成了自己的应用公钥", "Alipay's public key is our own app's"),
                new("到支付宝开放平台复制“支付宝公钥”，不是“应用公钥”", "Copy the Alipay public key from the platform, not the app's"));
        if (providers.All.Where(p => p.IsConfigured).ToList() is not { Count: > 0 } known)
            return SettingFound.Remark(new("还没有接通支付方", "No provider is set up yet"), new("到收款设置里看缺什么", "See payment settings for what is missing"));
        foreach (var provider in known)
        {
            var answer = await provider.Query(NoTrade, ct);
            if (answer.State != TradeState.Unknown) continue;
            if (answer.Reason is { } reason && reason.Contains("signature", StringComparison.OrdinalIgnoreCase))
                return SettingFound.Wrong(new($"{provider.Code}不认我们的签名（{reason}）", $"{provider.Code} does not know our signature ({reason})"),
                    new("把应用公钥上传到支付方，或换成和它一对的私钥", "Upload the app's public key to the provider, or use the private key of that pair"));
            if (answer.Reason == "answer.not_signed")
                return SettingFound.Wrong(new($"{provider.Code}的答复验不过签名", $"The signature of {provider.Code}'s answer does not fit"),
                    new("重新复制支付方的公钥", "Copy the provider's public key anew"));
            return SettingFound.Remark(new($"{provider.Code}现在没有答复（{answer.Reason}）", $"{provider.Code} does not answer now ({answer.Reason})"),
                new("看网络；程序会一直重试", "See the network; the program goes on trying"));
        }
        return SettingFound.Good("支付方认我们的签名，我们也认它的", "The provider knows our signature, and we know its");
    }

    /// <summary>Whether what outside parties call is this shop.</summary>
    /// <param name="named">The address that the settings name.</param>
    public async Task<SettingFound> Callback(Uri? named, CancellationToken ct)
    {
        if (named is not { } url)
            return SettingFound.Remark(new("没有设 Shop:PublicUrl，用的是监听地址；外面打不开它就收不到通知，只靠查询", "Shop:PublicUrl is not set, so the listening address is used; where others cannot open it, no notice arrives and the program asks instead"),
                new("把 Shop:PublicUrl 设成客户打开的地址", "Set Shop:PublicUrl to the address that customers open"));
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return SettingFound.Wrong(new($"{url} 不是 https", $"{url} is not https"), new("装上证书，改用 https 地址", "Install a certificate and use https"));
        try
        {
            using var answer = await clients.CreateClient(Client).GetAsync(new Uri(url, "/health/live"), ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            return answer.IsSuccessStatusCode && body == "ok" ? SettingFound.Good($"{url} 通", $"{url} answers")
                : SettingFound.Wrong(new($"{url} 上答话的不是本店（{(int)answer.StatusCode}）", $"What answers at {url} is not this shop ({(int)answer.StatusCode})"),
                    new("看域名指到哪里、代理转到哪个端口", "See where the domain points and to which port the proxy goes"));
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return SettingFound.Wrong(new($"{url} 打不开：{cause.Message}", $"{url} does not answer: {cause.Message}"),
                new("看域名、证书和防火墙；有的机器从里面打不开自己的外网地址，可从手机上试", "See domain, certificate and firewall; some machines cannot reach their own outer address: try from a phone"));
        }
    }

    /// <summary>How long the certificates last that others and we rely on.</summary>
    public async Task<SettingFound> Certificate(CancellationToken ct)
    {
        List<Uri> https = [.. new[] { settings.PublicUrl, Uri.TryCreate(alipay.Value.Gateway, UriKind.Absolute, out var gateway) ? gateway : null }
            .OfType<Uri>().Where(u => u.Scheme == Uri.UriSchemeHttps)];
        if (https.Count == 0) return SettingFound.Good("没有 https 地址要看", "There is no https address to look at");
        var worst = DateTimeOffset.MaxValue;
        foreach (var url in https)
        {
            var until = await ExpiryOf(url, ct);
            if (until < worst) worst = until;
        }
        return SettingRules.Certificate(worst, TimeProvider.System.GetUtcNow());
    }

    // Read, not trusted: an expired certificate must be told, not fail the look.
    private static async Task<DateTimeOffset> ExpiryOf(Uri url, CancellationToken ct)
    {
        using var wire = new TcpClient();
        await wire.ConnectAsync(url.Host, url.Port, ct);
        DateTimeOffset? until = null;
        await using var tls = new SslStream(wire.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) =>
        {
            if (certificate is not System.Security.Cryptography.X509Certificates.X509Certificate2 full) return false;
            until = full.NotAfter.ToUniversalTime();
            return true;
        });
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.Host }, ct);
        return until ?? DateTimeOffset.MaxValue;
    }
}
