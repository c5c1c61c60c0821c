using System.Net;
using Guidan.Kernel;

namespace Guidan.Web;

/// <summary>What the program is told from outside: folder, database, addresses, zone, limits.</summary>
public sealed class ShopSettings
{
    public ShopSettings(IConfiguration configuration)
    {
        DataFolder = Path.GetFullPath(configuration["data"] ?? configuration["Data"] ?? "data");
        Postgres = configuration.GetConnectionString("Guidan");
        TimeZone = configuration["Shop:TimeZone"] ?? "Asia/Shanghai";
        Currency = configuration["Shop:Currency"] ?? "CNY";
        Demo = bool.TryParse(configuration["demo"], out var demo) && demo;
        var test = configuration.GetSection("Test");
        if (bool.TryParse(test["Enabled"], out var enabled) && enabled) ClockOffsetFile = test["ClockOffsetFile"];
        TestEnabled = enabled;
        PublicUrl = configuration["Shop:PublicUrl"] is { Length: > 0 } named ? new Uri(named) : null;
        TrustedProxies = (configuration["Shop:TrustedProxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => IPAddress.TryParse(text, out var proxy) ? proxy
                : throw new InvalidOperationException($"Shop:TrustedProxies holds addresses, not {text} / 要写地址")).ToList();
        configuration.GetSection("Limits").Bind(Limits);
    }

    /// <summary>Holds everything that the shop keeps.</summary>
    public string DataFolder { get; }

    /// <summary>The PostgreSQL connection string, or null for the embedded database.</summary>
    public string? Postgres { get; }

    public string TimeZone { get; }
    public string Currency { get; }

    /// <summary>Fill an empty shop with the demo and stand simulated outside parties beside it.</summary>
    public bool Demo { get; }

    /// <summary>The address that outside parties and customers call; null for the one that the shop listens on.</summary>
    public Uri? PublicUrl { get; }

    /// <summary>Addresses of proxies that are believed when they say for whom they ask.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; }

    public bool TestEnabled { get; }

    /// <summary>A file with an offset in seconds that the clock follows; only for tests.</summary>
    public string? ClockOffsetFile { get; }

    public Limits Limits { get; } = new();
}
