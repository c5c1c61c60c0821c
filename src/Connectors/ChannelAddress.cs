namespace Guidan.Connectors;

/// <summary>Addresses that keys may be sent to.</summary>
internal static class ChannelAddress
{
    /// <summary>Encrypted, or on this very machine.</summary>
    public static bool IsSafe(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Query.Length == 0 && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
