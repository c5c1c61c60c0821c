using System.Globalization;
using System.Text;

namespace Guidan.Sandbox;

/// <summary>Keys of the simulated Admin API: one for good, and granted ones that end after a day and carry their own proof.</summary>
internal static class ShopifyKeys
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(86_399);

    public static string Grant(SandboxParty party, DateTimeOffset now) => Of(party, (now + Life).ToUnixTimeSeconds());

    public static bool Fits(string token, SandboxParty party, DateTimeOffset now)
    {
        if (token == party.ShopifyToken) return true;
        return token.Split('.') is [var until, _] && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end > now.ToUnixTimeSeconds() && token == Of(party, end);
    }

    private static string Of(SandboxParty party, long until) =>
        $"{until}.{SandboxSignature.HmacSha256(Encoding.UTF8.GetBytes($"{until}"), party.ShopifySecret)}";
}
