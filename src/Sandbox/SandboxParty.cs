using System.Security.Cryptography;
using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>
/// Who is who: numbers and keys of the simulated provider and of the one shop that it knows. Made at the first start
/// and kept, because a shop that was configured with them must still be known tomorrow.
/// </summary>
internal sealed record SandboxParty
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public required string AppId { get; init; }
    public required string SellerId { get; init; }
    public required string ProviderPrivateKey { get; init; }
    public required string ProviderPublicKey { get; init; }
    public required string MerchantPrivateKey { get; init; }
    public required string MerchantPublicKey { get; init; }
    public required string TrackerCustomer { get; init; }
    public required string TrackerKey { get; init; }
    public required string TrackerSalt { get; init; }

    // Not there in a folder of an earlier version; made when it is opened.
    public string ShopifyToken { get; init; } = "";
    public string ShopifyClientId { get; init; } = "";
    public string ShopifySecret { get; init; } = "";
    public string WooKey { get; init; } = "";
    public string WooSecret { get; init; } = "";
    public string WooHookSecret { get; init; } = "";

    public static SandboxParty Open(SandboxSettings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var path = Path.Combine(settings.DataFolder, "party.json");
        var party = File.Exists(path) ? JsonSerializer.Deserialize<SandboxParty>(File.ReadAllText(path))! : Create();
        if (party.ShopifyToken.Length == 0) party = WithShops(party);
        WritePrivately(path, JsonSerializer.Serialize(party, Indented));
        WritePrivately(Path.Combine(settings.DataFolder, "sandbox.json"), ShopSettings(party, settings));
        return settings.MerchantPublicKey is { } own ? party with { MerchantPublicKey = own } : party;
    }

    private static SandboxParty Create()
    {
        using var provider = RSA.Create(2048);
        using var merchant = RSA.Create(2048);
        return new()
        {
            AppId = "2021" + Digits(12),
            SellerId = "2088" + Digits(12),
            ProviderPrivateKey = Convert.ToBase64String(provider.ExportPkcs8PrivateKey()),
            ProviderPublicKey = Convert.ToBase64String(provider.ExportSubjectPublicKeyInfo()),
            MerchantPrivateKey = Convert.ToBase64String(merchant.ExportPkcs8PrivateKey()),
            MerchantPublicKey = Convert.ToBase64String(merchant.ExportSubjectPublicKeyInfo()),
            TrackerCustomer = RandomNumberGenerator.GetHexString(32),
            TrackerKey = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ2345", 12),
            TrackerSalt = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
    }

    private static SandboxParty WithShops(SandboxParty party) => party with
    {
        ShopifyToken = "shpat_" + RandomNumberGenerator.GetHexString(32, lowercase: true),
        ShopifyClientId = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ShopifySecret = RandomNumberGenerator.GetHexString(64, lowercase: true),
        WooKey = "ck_" + RandomNumberGenerator.GetHexString(40, lowercase: true),
        WooSecret = "cs_" + RandomNumberGenerator.GetHexString(40, lowercase: true),
        WooHookSecret = RandomNumberGenerator.GetHexString(50, lowercase: true),
    };

    /// <summary>In the shape of the shop's own settings, so that a demo shop adds the file and is done.</summary>
    private static string ShopSettings(SandboxParty party, SandboxSettings settings)
    {
        var address = settings.Address.AbsoluteUri.TrimEnd('/');
        return JsonSerializer.Serialize(new
        {
            Providers = new
            {
                Alipay = new
                {
                    Gateway = address + "/gateway.do",
                    party.AppId,
                    party.SellerId,
                    PrivateKey = party.MerchantPrivateKey,
                    party.ProviderPublicKey,
                },
            },
            Carriers = new
            {
                Kuaidi100 = new
                {
                    BaseUrl = address,
                    Customer = party.TrackerCustomer,
                    Key = party.TrackerKey,
                    Salt = party.TrackerSalt,
                },
            },
            Channels = new
            {
                shopify = new { BaseUrl = address, AccessToken = party.ShopifyToken, ClientId = party.ShopifyClientId, WebhookSecret = party.ShopifySecret },
                woocommerce = new { BaseUrl = address, ConsumerKey = party.WooKey, ConsumerSecret = party.WooSecret, WebhookSecret = party.WooHookSecret },
            },
        }, Indented);
    }

    private static string Digits(int count) => RandomNumberGenerator.GetString("0123456789", count);

    private static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
