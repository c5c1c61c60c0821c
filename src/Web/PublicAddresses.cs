using Guidan.Orders;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Guidan.Web;

/// <summary>
/// Finds the address under which outside parties reach this shop: the one that the settings name, else the first that
/// the shop listens on, which with port 0 is known only once it does.
/// </summary>
internal sealed class PublicAddresses(ShopSettings settings, IServer server, IConfiguration configuration)
{
    private const string Usual = "http://127.0.0.1:5080";

    public PublicAddress Now()
    {
        if (settings.PublicUrl is { } named) return new(named);
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return new(Reachable(bound ?? (configuration["urls"] ?? Usual).Split(';')[0]));
    }

    /// <summary>An address that can be called: "every address of this machine" is none, so it becomes this machine.</summary>
    internal static Uri Reachable(string bound)
    {
        var address = bound;
        foreach (var every in (string[])["://*", "://+", "://0.0.0.0", "://[::]"])
            address = address.Replace(every, "://127.0.0.1", StringComparison.Ordinal);
        return new Uri(address);
    }
}
